/** WHAT may be asked, and what comes back: data and pure functions. No network, no clock, no DOM. */
export * from './account.js';
export * from './days.js';
export { descriptions } from './descriptions.js';
export { errorCodes } from './error-codes.js';
export {
  type Audience,
  InsightsError,
  type InsightsErrorCode,
  type InsightsErrorDetails,
  isInsightsError,
  toInsightsError,
} from './errors.js';
export * from './graph-errors.js';
export * from './graph-version.js';
export { hasErrors, type Issue, type IssueCode, type QueryAttribute } from './issue.js';
export type { IssueArgument, IssuePhrase, IssuePhrases, IssueText } from './issue-phrases.js';
export { closest } from './issue-words.js';
export * from './lifecycle.js';
export { loadPart } from './load-part.js';
export * from './metrics.js';
export { plainQuery } from './plain-query.js';
export {
  type CanonicalQuery,
  canonicalQuery,
  type InsightsQuery,
  oldestDay,
  type QueryInput,
  type QueryOf,
  queryKey,
} from './query.js';
export { readResults } from './read-results.js';
export { isRecord } from './records.js';
export * from './result.js';
export { looksLikeSecret, looksLikeToken, maskSecret } from './secrets.js';
export { type ValidateOptions, validateQuery } from './validate.js';
