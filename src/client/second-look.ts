/**
 * What is done about an answer that is not all there, or is a refusal: it is asked again, or explained, on evidence only.
 * Most pages never need it.
 */
import {
  type CanonicalQuery,
  InsightsError,
  type InsightsResult,
  type Issue,
  isInsightsError,
  provisionalDays,
  specOf,
  wireName,
} from '../spec/index.js';
import { loadRules } from '../spec/rules.js';
import { heals, retryDelay } from './pace.js';
import { isEmptyResult } from './stitch.js';

export interface Circumstances {
  /** Asks the question again. */
  readonly ask: () => Promise<InsightsResult>;
  readonly signal: AbortSignal;
  /** How often a gap that can heal is asked again. */
  readonly retries: number;
  readonly apiVersion: string | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** How many the account has; undefined where that is not known. */
  readonly followers: () => Promise<number | undefined>;
}

/**
 * The answer after all, or why there is none.
 * @throws InsightsError when nothing could be had
 */
export async function lookAgain(
  query: CanonicalQuery,
  answer: InsightsResult | InsightsError,
  circumstances: Circumstances,
): Promise<InsightsResult> {
  if (isInsightsError(answer)) throw await explainRefusal(answer, query, circumstances);
  const result = await healGaps(query, answer, circumstances);
  if (!isEmptyResult(query, result)) return result;
  const [gap] = result.gaps ?? [];
  if (gap) throw gap.error;
  return { ...result, reason: await reasonFor(query, circumstances) };
}

/** Asks again for the gaps that can heal. What is there stays, also where nothing more can be had. */
async function healGaps(
  query: CanonicalQuery,
  first: InsightsResult,
  { ask, signal, retries }: Circumstances,
): Promise<InsightsResult> {
  let result = first;
  for (let attempt = 0; attempt < retries && hasHealingGap(query, result); attempt += 1) {
    await pause(retryDelay(attempt), signal);
    result = await ask().catch(() => result);
  }
  return result;
}

/** One that has nothing beside it is a failure of the whole: that is asked again as such. */
const hasHealingGap = (query: CanonicalQuery, result: InsightsResult): boolean =>
  Boolean(result.gaps?.some(({ error }) => heals(error))) && !isEmptyResult(query, result);

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** What the API refuses without a date or a replacement, while it is known that it was retired or is new, gets both. */
async function explainRefusal(
  refusal: InsightsError,
  query: CanonicalQuery,
  { apiVersion, now }: Circumstances,
): Promise<InsightsError> {
  const { code, metrics } = refusal;
  const rules = await loadRules().catch(() => undefined);
  // Demographics have no days that could be refused instead: a timeframe that was dropped is what it is about.
  const isAbout = ({ attribute }: Issue): boolean =>
    code === 'not-offered' || metrics.includes(wireName(query.metric)) || attribute === 'timeframe';
  const issues = (rules?.refusedByLifecycle(query, { apiVersion, now }) ?? []).filter(isAbout);
  if (issues.length === 0) return refusal;
  const { status, allowedMetrics, graph } = refusal;
  return new InsightsError('not-offered', { issues, status, metrics, allowedMetrics, graph, cause: refusal });
}

/** Why nothing came back. */
async function reasonFor(query: CanonicalQuery, { now, followers }: Circumstances): Promise<string> {
  const { minFollowers } = specOf(query.metric);
  const count = minFollowers === undefined ? undefined : await followers();
  if (count !== undefined && count < (minFollowers ?? 0)) return 'too-few-followers';
  return query.window && provisionalDays(query.window, now).length > 0 ? 'not-yet' : 'not-returned';
}
