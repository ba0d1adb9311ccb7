/**
 * Reads a request's parameters into a question, and the question into the call that goes up.
 *
 * Decides what may be asked at all. Nothing of the caller's text goes further: the call is built from what was understood.
 */
import { accountCall, type GraphCall } from '../client/call.js';
import {
  breakdowns,
  closest,
  type DayWindow,
  hasErrors,
  type Issue,
  type MetricName,
  maskSecret,
  metricNames,
  readMetric,
  specOf,
  upToToday,
  validateQuery,
  windowSeconds,
  wireName,
} from '../spec/index.js';
import { readBreakdown, readTexts, readWindow } from '../spec/query.js';
import { oneText } from '../spec/texts.js';
import { Refusal } from './refusal.js';

/** What a request asks of which account: for a verifier to judge. */
export interface Question {
  /** The alias in the path. Whether there is such an account is not known yet. */
  readonly account: string;
  /** What will be asked of the Graph API. */
  readonly call: GraphCall;
  /** By the reference's names; none for the account route. */
  readonly metrics: readonly MetricName[];
  /** The days that were asked for, where they were named. */
  readonly window?: DayWindow;
  /** What to answer where the API no longer remembers these days, and nobody has kept them. */
  readonly forgotten?: Refusal;
}

export interface ReadQuestionOptions {
  /** Graph version that will be asked, such as `v25.0`. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Graph clients send these. They are not ours to read. */
export const unread: readonly string[] = ['access_token', 'appsecret_proof'];

const insightsParameters = [
  'metric',
  'period',
  'metric_type',
  'timeframe',
  'breakdown',
  'since',
  'until',
  'range',
] as const;

const accountFields = accountCall.params.fields?.split(',') ?? [];

/** More than there are. */
const maxMetrics = 40;

/** Longer than every metric at once; keeps the list of issues, and the work for it, small. */
const maxValueLength = 512;

/**
 * Reads `GET /{account}/insights?…`.
 *
 * What has one legal value may be left out (`period`; `metric_type` of most metrics). What has several, and the days,
 * is left to the API's own default, as a client of the Graph API expects. Days are whole: seconds count as the API's
 * day that holds them.
 * @throws Refusal `invalid-query` with all issues
 */
export function readInsightsQuestion(
  account: string,
  search: URLSearchParams,
  { version, now }: ReadQuestionOptions,
): Question {
  const { metric_type: metricType, ...rest } = readParameters(search, insightsParameters);
  const given = { ...rest, metricType };
  if ((rest.metric ?? '').split(',').length > maxMetrics) {
    throw invalid([], `metric names more than ${maxMetrics} metrics. Ask for fewer at once.`);
  }
  const issues = validateQuery(given, { apiVersion: version, now, history: true });
  if (hasErrors(issues)) throw invalid(issues);
  const isForgotten = issues.some(({ phrase }) => phrase?.id === 'forgotten');

  const texts = readTexts(given);
  const asked = new Set(texts.metric.map(readMetric));
  const metrics = metricNames.filter((name) => asked.has(name));
  const specs = metrics.map(specOf);
  const cuts = new Set(texts.breakdown.map(readBreakdown));
  const window = given.since || given.range ? upToToday(readWindow(texts, now), now) : undefined;
  const seconds = window && windowSeconds(window);
  const params = {
    metric: metrics.map(wireName).join(','),
    period: oneText(texts.period) || onlyValue(specs.map(({ periods }) => periods)),
    metric_type: oneText(texts.metricType) || onlyValue(specs.map((spec) => spec.metricTypes)),
    timeframe: oneText(texts.timeframe),
    breakdown: breakdowns.filter((name) => cuts.has(name)).join(','),
    since: seconds && String(seconds.since),
    until: seconds && String(seconds.until),
  };
  const set = Object.entries(params).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const call: GraphCall = { edge: 'insights', params: Object.fromEntries(set) };
  return {
    account,
    call,
    metrics,
    ...(window && { window }),
    ...(isForgotten && { forgotten: invalid(validateQuery(given, { apiVersion: version, now })) }),
  };
}

/**
 * Reads `GET /{account}?fields=…`: some of username, name, followers_count, media_count; all four where none is named.
 * @throws Refusal `invalid-query`
 */
export function readAccountQuestion(account: string, search: URLSearchParams): Question {
  const { fields: given = '' } = readParameters(search, ['fields']);
  const asked = given === '' ? [] : given.split(',').map((field) => field.trim());
  const wrong = asked.find((field, index) => !accountFields.includes(field) || asked.indexOf(field) < index);
  if (wrong !== undefined) {
    const allowed = `Allowed, once each: ${accountFields.join(', ')}.`;
    throw invalid([], `"${maskSecret(wrong)}" cannot be asked for in fields, or stands there twice. ${allowed}`);
  }
  const fields = accountFields.filter((field) => asked.length === 0 || asked.includes(field));
  return { account, call: { edge: 'account', params: { fields: fields.join(',') } }, metrics: [] };
}

const invalid = (issues: readonly Issue[], message?: string): Refusal =>
  new Refusal('invalid-query', { issues, ...(message !== undefined && { message }) });

/** Every parameter once, by its own name, trimmed. Repeats are refused: two readers may differ in which one counts. */
function readParameters<Name extends string>(
  search: URLSearchParams,
  allowed: readonly Name[],
): { readonly [name in Name]?: string } {
  const read = new Map<string, string>();
  for (const [name, value] of search) {
    if (unread.includes(name)) continue;
    if (!allowed.includes(name as Name)) throw invalid([], unknownParameter(name, allowed));
    if (read.has(name)) throw invalid([], `${name} stands twice in the address. Keep one; a list takes commas.`);
    if (value.length > maxValueLength) throw invalid([], `${name} is longer than ${maxValueLength} characters.`);
    read.set(name, withoutBrackets(value.trim()));
  }
  return Object.fromEntries(read) as { [name in Name]?: string };
}

/** Meta's own SDK writes a list as JSON: `["reach","views"]`. */
const withoutBrackets = (value: string): string =>
  /^\[("\w+",? ?)+\]$/.test(value) ? value.replaceAll(/[[\]" ]/g, '') : value;

function unknownParameter(name: string, allowed: readonly string[]): string {
  const meant = closest(name, allowed);
  const hint = meant === undefined ? `Allowed: ${allowed.join(', ')}.` : `Did you mean ${meant}?`;
  return `"${maskSecret(name)}" is not a parameter here. ${hint}`;
}

/** What is sent when the caller leaves a parameter out: the one value that all the metrics allow, if it is one. */
function onlyValue([first = [], ...rest]: readonly (readonly string[])[]): string | undefined {
  const shared = first.filter((value) => rest.every((values) => values.includes(value)));
  return shared.length === 1 ? shared[0] : undefined;
}
