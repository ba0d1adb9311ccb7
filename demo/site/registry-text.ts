/** The registry as tables: which metric may be asked for what, and which element shows it. */
import { type MetricName, metrics } from '../../src/spec/index.js';

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ') || '–';

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
