/** The registry as tables: which metric may be asked for what, and which element shows it. */

import { type MetricName, type MetricSpec, metricNames, metrics } from '../../src/spec/index.js';
import { elementClasses } from './element-classes.js';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ') || '–';

/** The metrics that an element takes, as its own class says. */
export function metricsOf(tag: string): readonly MetricName[] {
  const { prototype } = elementClasses[tag] ?? {};
  const judge = prototype as unknown as { accepts?: (spec: MetricSpec) => boolean } | undefined;
  return metricNames.filter((name) => judge?.accepts?.(metrics[name]) ?? false);
}

/** A row for each of the metrics: what its attributes may say. */
export function valuesTable(names: readonly MetricName[]): string {
  const isDemographic = names.every((name) => metrics[name].kind === 'demographic');
  const head = ['metric', 'period', ...(isDemographic ? ['timeframe'] : ['metric-type']), 'breakdown', 'counts'];
  const rows = names.map((name) => {
    const { periods, timeframes, breakdowns, metricTypes, counts, estimated } = metrics[name];
    const cells = [`\`${name}\``, code(periods), code(isDemographic ? timeframes : metricTypes), code(breakdowns)];
    return [...cells, `${counts}${estimated ? ', estimated' : ''}`];
  });
  return tableOf(head, rows);
}

/** A Markdown table. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}
