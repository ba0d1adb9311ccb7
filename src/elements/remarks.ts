/** What an element says only of answers out of the ordinary, and of changes: see late-remarks.ts. */
export { deltaTemplate, versusText } from './delta.js';
export { derivationOf } from './derivation.js';
export { findingsTemplate } from './findings.js';
export { longNumberTemplate } from './long-number.js';
export { messageTemplate } from './message.js';
export { remarksStyles } from './remarks.styles.js';
export { rowsTemplate } from './rows.js';
