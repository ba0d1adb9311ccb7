/** What a metric counts, in a sentence: apart from its name, which every page has. */
import { descriptions } from '../spec/descriptions.js';
import { readMetric } from '../spec/index.js';
import { wordsOf } from './languages.js';

const definitionsFor = wordsOf('definitions', descriptions);

/** One sentence for a person; empty for a metric that we have no record of. */
export function definitionOf(metric: string, locale: string): string {
  const known = readMetric(metric);
  return known ? definitionsFor(locale)[known] : '';
}
