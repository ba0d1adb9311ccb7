/**
 * The rules of validate.ts and their words, loaded when a question first needs them: a page whose questions are all
 * plain (plain-query.ts) never loads them.
 */
import { loadPart } from './load-part.js';

/** What validate.ts exports. */
export type Rules = typeof import('./validate.js');

let rules: Rules | undefined;

/** The rules, where they have been loaded already. */
export const rulesAtHand = (): Rules | undefined => rules;

/** @throws InsightsError `network` when they cannot be had */
export async function loadRules(): Promise<Rules> {
  rules ??= await loadPart(() => import('./validate.js'));
  return rules;
}
