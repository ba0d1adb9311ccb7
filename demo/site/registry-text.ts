/** The registry as tables: which metric may be asked for what, and which element shows it. */
import { type LifecycleChange, lifecycle, type MetricName, metrics, type Timeframe } from '../../src/spec/index.js';

const retirementOf = (metric: MetricName, timeframe?: Timeframe): LifecycleChange | undefined =>
  lifecycle.find(
    ({ change, metrics: named, timeframes, metricTypes }) =>
      change === 'retired' &&
      named.includes(metric) &&
      !metricTypes &&
      (timeframe ? timeframes?.includes(timeframe) : !timeframes),
  );

/** A metric's name, and what to ask where Instagram has retired it. */
export function metricText(metric: MetricName): string {
  const retired = retirementOf(metric);
  return `\`${metric}\`${retired ? ` (retired: ask ${code(retired.replacement)})` : ''}`;
}

const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ') || '–';

/** What is left first; what is retired is named as that. */
function timeframesOf(metric: MetricName): string {
  const all: readonly Timeframe[] = metrics[metric].timeframes;
  const gone = all.filter((timeframe) => retirementOf(metric, timeframe));
  const left = code(all.filter((timeframe) => !gone.includes(timeframe)));
  return gone.length > 0 ? `${left}; retired: ${code(gone)}` : left;
}

/** A row for each of the metrics: what its attributes may say. */
export function valuesTable(names: readonly MetricName[]): string {
  const isDemographic = names.every((name) => metrics[name].kind === 'demographic');
  const head = ['metric', 'period', ...(isDemographic ? ['timeframe'] : ['metric-type']), 'breakdown', 'counts'];
  const rows = names.map((name) => {
    const { periods, metricTypes, breakdowns, counts, estimated } = metrics[name];
    const asked = isDemographic ? timeframesOf(name) : code(metricTypes);
    const cells = [metricText(name), code(periods), asked, code(breakdowns)];
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
