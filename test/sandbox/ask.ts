/** How the tests ask a sandbox: one call, its status, its JSON. Every answer that is no error must pass readResults. */

import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';
import { addDays, type Day, readResults, windowSeconds } from '../../src/spec/index.js';

/** Monday noon on the Pacific coast. */
export const noon = Date.parse('2026-11-23T20:00:00Z');
export const today: Day = '2026-11-23';

export interface Row {
  name: string;
  period: string;
  title: string;
  description: string;
  id: string;
  values?: { value: number | Record<string, number>; end_time: string }[];
  total_value?: {
    value?: number;
    breakdowns?: { dimension_keys: string[]; results: { dimension_values: string[]; value: number }[] }[];
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  json: {
    data: Row[];
    paging?: { previous: string; next: string };
    error?: {
      message: string;
      code: number;
      error_subcode?: number;
      type: string;
      is_transient?: boolean;
      fbtrace_id: string;
    };
    [field: string]: unknown;
  };
}

export type Params = Readonly<Record<string, string>>;

/** Asks `/{path}` of a new sandbox, with its token. */
export async function ask(options: SandboxOptions, path: string, params: Params = {}): Promise<Answer> {
  const sandbox = createSandbox({ now: noon, ...options });
  const url = `https://graph.test/${path}?${new URLSearchParams(params)}`;
  const response = await sandbox.fetch(url, { headers: { Authorization: `Bearer ${sandbox.accessToken}` } });
  return { status: response.status, headers: response.headers, json: (await response.json()) as Answer['json'] };
}

/** The rows of an answer about insights. */
export async function rows(options: SandboxOptions, params: Params, path = 'me/insights'): Promise<Row[]> {
  const { json } = await ask(options, path, { period: 'day', ...params });
  if (json.error) throw new Error(json.error.message);
  readResults(json);
  return json.data;
}

/** `since` and `until` as the client sends them. */
export function days(since: Day, until: Day): { since: string; until: string } {
  const seconds = windowSeconds({ since, until });
  return { since: String(seconds.since), until: String(seconds.until) };
}

/** The total of each metric over some days, in the order asked. */
export async function totals(options: SandboxOptions, metric: string, since: Day, until: Day): Promise<number[]> {
  const answer = await rows(options, { metric, metric_type: 'total_value', ...days(since, until) });
  return answer.map((row) => row.total_value?.value ?? Number.NaN);
}

export async function total(options: SandboxOptions, metric: string, since: Day, until = since): Promise<number> {
  return (await totals(options, metric, since, until))[0] ?? Number.NaN;
}

/** The rows of one breakdown, by their values joined with `|`. */
export async function breakdown(
  options: SandboxOptions,
  metric: string,
  by: string,
  window: Params,
): Promise<Map<string, number>> {
  const params = { metric, metric_type: 'total_value', breakdown: by, ...window };
  const results = (await rows(options, params))[0]?.total_value?.breakdowns?.[0]?.results ?? [];
  return new Map(results.map(({ dimension_values: values, value }) => [values.join('|'), value]));
}

export const ago = (count: number): Day => addDays(today, -count);
export const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, number) => all + number, 0);
