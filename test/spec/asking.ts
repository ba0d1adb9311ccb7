/** How the tests of validateQuery ask, and how they write down what they hear. */
import { type Issue, type QueryInput, validateQuery } from '../../src/spec/index.js';

/** Noon in Los Angeles, in the time of the reference. */
export const now = Date.parse('2024-02-15T20:00:00Z');
const inItsTime = { apiVersion: 'v19.0', now };

export const ask = (input: QueryInput, options: Parameters<typeof validateQuery>[1] = inItsTime): Issue[] =>
  validateQuery(input, options);
export const short = (issues: readonly Issue[]): string[] =>
  issues.map(({ severity, code, attribute, value }) => `${severity} ${code} ${attribute} ${value}`.trim());
