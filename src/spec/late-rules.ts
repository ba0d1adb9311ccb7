/** The rules and their words, as rules.ts loads them: all at once. */
// Elements judge more than a question: the words for that are needed as seldom.
export { notShown, unknownValue, worded } from './issue-words.js';
export { legalQuery } from './legal-query.js';
export { refusedByLifecycle, validateQuery } from './validate.js';
