/** The backend: runs on any runtime with fetch. To listen on Node, see `insights-elements/server/node`. */
export type { Access, Origins, Verdict, Verifier } from './access.js';
export type { Account, Accounts, GraphHost } from './accounts.js';
export type { AnswerStorage } from './answers/answer-storage.js';
export { forgetAccount } from './answers/forget.js';
export type { KeepingOptions } from './answers/open-answers.js';
export { sweepStorage } from './answers/piece-store.js';
export { addressFromHeader, type ClientAddress } from './client-address.js';
export { createEmbedTokenAccess, type EmbedAccessOptions } from './embed-access.js';
export {
  createEmbedTokenReader,
  type EmbedClaims,
  type EmbedGrant,
  type EmbedKey,
  type IssueOptions,
  issueEmbedToken,
} from './embed-token.js';
export type { GraphSettings } from './graph-settings.js';
export {
  createInsightsHandler,
  type InsightsHandler,
  type InsightsHandlerOptions,
} from './insights-handler.js';
export type { NamedQuestions } from './named-questions.js';
export type { Question } from './question.js';
export type { Fault, RefusalCode } from './refusal.js';
export type { AnswerEntry, CallEntry, Log, LogEntry, RenewalEntry, StoreEntry } from './request-log.js';
export type { RenewedToken, SaveToken } from './token-renewal.js';
