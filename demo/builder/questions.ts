/** What a selection asks, as lines of a snapshot's file of questions. Pure. */
import { cardsOf, defaultMetrics, panelsOf } from '../../src/elements/dashboard/panels.js';
import { readSpec } from '../../src/spec/index.js';
import type { Selection } from './selection.js';

/** One line of JSON for each question. */
export function questionsOf({ tag, attributes }: Selection): readonly string[] {
  const { metric, breakdown, timeframe, range, compare, daily } = attributes;
  const days = { range, compare };
  if (tag === 'insights-account-header') return [lineOf({ metric: 'reach' })];
  if (tag !== 'insights-dashboard')
    return [lineOf({ metric, breakdown, timeframe, ...days, ...(daily && { daily: true }) })];
  const asked = [
    ...cardsOf(defaultMetrics).map((name) => ({ metric: name, ...days })),
    ...panelsOf(defaultMetrics, false)
      .filter((panel) => panel.breakdown !== undefined)
      .map((panel) =>
        readSpec(panel.metric)?.kind === 'demographic'
          ? { metric: panel.metric, breakdown: panel.breakdown, timeframe }
          : { metric: panel.metric, breakdown: panel.breakdown, ...days },
      ),
  ];
  return [...new Set(asked.map(lineOf))];
}

const lineOf = (line: object): string => JSON.stringify(line, undefined, 1).replaceAll(/\s+/g, ' ');
