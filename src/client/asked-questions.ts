/**
 * A file of questions -> all that elements ask for them. Pure.
 *
 * One line is written as an element's attributes are: its total, the days of its line and the window before, where it
 * compares, are questions of their own. For whoever has to know them before a page asks: a snapshot, or a backend that
 * answers the questions named and no others.
 */
import {
  type CanonicalQuery,
  canonicalQuery,
  closest,
  InsightsError,
  isRecord,
  type MetricSpec,
  maskSecret,
  oldestDay,
  previousWindow,
  type QueryInput,
  queryKey,
  readMetric,
  specOf,
} from '../spec/index.js';
import { legalQuery } from '../spec/legal-query.js';
import { readTexts } from '../spec/query.js';

export interface ExpandOptions {
  /** Graph version that will be asked: what it is known to refuse is not taken. */
  readonly apiVersion?: string | undefined;
  /** Decides what a preset such as `last_28_days` means: milliseconds since the epoch. */
  readonly now: number;
}

/** The attributes that a line may have. */
const fields: Readonly<Record<string, keyof QueryInput>> = {
  metric: 'metric',
  period: 'period',
  timeframe: 'timeframe',
  breakdown: 'breakdown',
  'metric-type': 'metricType',
  metricType: 'metricType',
  since: 'since',
  until: 'until',
  range: 'range',
  compare: 'compare',
  daily: 'daily',
};

/**
 * Reads a file of questions: `[{ "metric": "reach", "range": "last_28_days", "compare": "previous_period" }, …]`.
 * @param json its JSON, untrusted
 * @throws InsightsError `invalid-query`, which names the line and what is wrong with its shape
 */
export function readQuestions(json: unknown): QueryInput[] {
  if (!Array.isArray(json) || json.length === 0) throw wrong('The questions are a list, and there is at least one.');
  return json.map((line: unknown, index) => {
    if (!isRecord(line)) throw wrong(`Question ${index + 1} is no object such as { "metric": "reach" }.`);
    const entries = Object.entries(line).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field) return [field, value] as const;
      const meant = closest(name, Object.keys(fields));
      const hint = meant === undefined ? `Allowed: ${Object.keys(fields).join(', ')}.` : `Did you mean "${meant}"?`;
      throw wrong(`Question ${index + 1} has "${maskSecret(name.slice(0, 512))}", which is no attribute. ${hint}`);
    });
    return Object.fromEntries(entries);
  });
}

/**
 * All that elements ask for these lines, each question once.
 * @throws InsightsError `invalid-query`, with the issues, and the number of the line that has them
 */
export function expandQuestions(lines: readonly QueryInput[], options: ExpandOptions): CanonicalQuery[] {
  const queries = lines.flatMap((line, index) => {
    const { metric: names } = readTexts(line);
    // A trend takes several metrics, and asks about each of them.
    const metrics = names.length > 1 ? names : [line.metric];
    return metrics.flatMap((metric) => expandLine({ ...line, metric }, index, options));
  });
  return [...new Map(queries.map((query) => [queryKey(query), query])).values()];
}

function expandLine(line: QueryInput, index: number, { apiVersion, now }: ExpandOptions): CanonicalQuery[] {
  const main = judge(line, index, { apiVersion, now });
  const { compare, daily, ...asked } = line;
  const metric = readMetric(asked.metric);
  const { window } = main;
  if (!metric || !window) return [main];
  const spec = specOf(metric);
  const before = previousWindow(window);
  const isCompared = Boolean(compare) && !spec.rowMeanings && before.since >= oldestDay([spec], now);
  return [window, ...(isCompared ? [before] : [])].flatMap((days) =>
    formsOf(asked, spec, Boolean(daily)).map((form) =>
      canonicalQuery({ ...asked, ...form, range: undefined, ...days }, now),
    ),
  );
}

/** In which forms a question is asked: as it stands; its days, where the API has them; a total for each day. */
function formsOf(asked: QueryInput, spec: MetricSpec, isDaily: boolean): QueryInput[] {
  const isBrokenDown = readTexts(asked).breakdown.length > 0;
  const hasSeries = spec.metricTypes.includes('time_series') && !isBrokenDown;
  return [
    { metricType: asked.metricType },
    ...(hasSeries ? [{ metricType: 'time_series' }] : []),
    ...(hasSeries && spec.metricTypes.includes('total_value') ? [{ metricType: 'total_value' }] : []),
    ...(isDaily && !hasSeries ? [{ metricType: 'total_value', daily: true }] : []),
  ];
}

function judge(line: QueryInput, index: number, options: ExpandOptions): CanonicalQuery {
  try {
    return legalQuery(line, { ...options, dailyTotals: true });
  } catch (thrown) {
    const { issues = [] } = thrown as Partial<InsightsError>;
    const words = issues.map(({ message }) => message).join(' ');
    throw wrong(`Question ${index + 1} is none that Instagram answers. ${words}`.trim(), issues);
  }
}

const wrong = (detail: string, issues: InsightsError['issues'] = []): InsightsError =>
  new InsightsError('invalid-query', { detail, issues });
