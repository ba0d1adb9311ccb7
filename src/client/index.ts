/** HOW answers arrive: the client, its plan, and the ways to reach answers. */
export { accountCall, type CallOptions, type GraphCall, type Transport } from './call.js';
export { createInsightsClient } from './client.js';
export { getDefaultClient, onDefaultClient, setDefaultClient } from './default-client.js';
export type {
  GetOptions,
  InsightsClient,
  InsightsClientOptions,
  InsightsSnapshot,
  ObserveOptions,
} from './insights-client.js';
export type { PersistOptions } from './persisted-answers.js';
export { isBeyondOneCount, type PlannedCall, type PlanOptions, planCalls } from './plan.js';
export { setTokenOrigins } from './token-origins.js';
export { type BackendOptions, createBackendTransport } from './transports/backend.js';
export { createDemoTransport } from './transports/demo.js';
export { createGraphTransport, type GraphOptions } from './transports/graph.js';
export { createSnapshotTransport, type SnapshotOptions } from './transports/snapshot.js';
