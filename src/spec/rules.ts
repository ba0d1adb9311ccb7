/**
 * The rules of validate.ts and their words (late-rules.ts), loaded when a question first needs them: a page whose
 * questions are all plain (plain-query.ts) never loads them.
 */
import { loadPart } from './load-part.js';

export type Rules = typeof import('./late-rules.js');

let rules: Rules | undefined;

/** The rules, where they have been loaded already. */
export const rulesAtHand = (): Rules | undefined => rules;

let coming: Promise<unknown> | undefined;

/** Settles, and never rejects, when the rules that are being loaded are there; undefined while none are. */
export const rulesComing = (): Promise<unknown> | undefined => coming;

/** @throws InsightsError `network` when they cannot be had */
export async function loadRules(): Promise<Rules> {
  if (rules) return rules;
  const loading = loadPart(() => import('./late-rules.js'));
  coming = loading
    .catch(() => {})
    .finally(() => {
      coming = undefined;
    });
  rules = await loading;
  return rules;
}
