/** An imitation of the Graph API, as a fetch handler: for the demo, the tests, and a user's first hour. */
export { createSandbox, type Sandbox } from './create-sandbox.js';
export type { SandboxOptions } from './options.js';
export { type Scenario, scenarios } from './scenarios.js';
