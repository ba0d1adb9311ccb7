/** What a metric counts, in a sentence: apart from its name, which every page has. */

import { descriptions } from '../spec/descriptions.js';
import { readMetric } from '../spec/index.js';

/** One sentence for a person; empty for a metric that we have no record of. English is the only language so far. */
export function definitionOf(metric: string, _locale: string): string {
  const known = readMetric(metric);
  return known ? descriptions[known] : '';
}
