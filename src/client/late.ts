/** What a page needs only when something is out of the ordinary: loaded then, all at once. */
export { readAccount } from '../spec/account.js';
export { readResults } from '../spec/read-results.js';
export { factsOfParts } from './joint-facts.js';
export { lookAgain } from './second-look.js';
export { sharesFailure } from './shared-failure.js';
export { divideCall } from './spoilt-call.js';
export { stitchParts } from './stitch-parts.js';
export { limitsOf, readFailure, readStale } from './transports/failed-answer.js';
export { createFileTransport } from './transports/file-transport.js';
export { refuseRedirects } from './transports/refuse-redirects.js';
export { tokensFor } from './transports/token-source.js';
