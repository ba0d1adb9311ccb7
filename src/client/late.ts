/** What a page needs only when something is out of the ordinary: loaded then, all at once. */
export { readAccount } from '../spec/account.js';
export { readResults } from '../spec/read-results.js';
export { lookAgain } from './second-look.js';
export { divideCall } from './spoilt-call.js';
export { stitchParts } from './stitch-parts.js';
export { readFailure } from './transports/failed-answer.js';
