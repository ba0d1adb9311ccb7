/**
 * The rules of validate.ts and their words, loaded when a question first needs them: a page whose questions are all
 * plain (plain-query.ts) never loads them.
 */
import { InsightsError } from './errors.js';

/** What validate.ts exports. */
export type Rules = typeof import('./validate.js');

let rules: Rules | undefined;

/** The rules, where they have been loaded already. */
export const rulesAtHand = (): Rules | undefined => rules;

/** @throws InsightsError `network` when they cannot be had */
export async function loadRules(): Promise<Rules> {
  try {
    rules ??= await import('./validate.js');
    return rules;
  } catch {
    throw new InsightsError('network', { detail: 'A part of insights-elements could not be loaded.' });
  }
}
