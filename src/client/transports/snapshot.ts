/**
 * A snapshot: a file of answers that was written before, for a page that has no server. `insights-elements snapshot` writes it.
 *
 * Asks nobody but for the file. Its clock is that of the moment at which the file was taken: `last_28_days` are those before.
 */
import { dayOf, InsightsError, isRecord, readGraphError, toInsightsError } from '../../spec/index.js';
import { memberOf } from '../../spec/records.js';
import { type GraphCall, metricsOf, type Transport } from '../call.js';
import { cellKey } from '../cells.js';
import { retryDelay } from '../pace.js';
import { type Fetch, readHttpAddress, requestJson } from './http.js';
import { lineFor } from './snapshot-line.js';

export interface SnapshotOptions {
  /** The file's address, absolute or relative to the page. */
  readonly url: string;
  /** @default the global fetch */
  readonly fetch?: Fetch | undefined;
}

/** The file, as far as it is known to be one: what stands in it is read where it is asked for. */
interface Snapshot {
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
  readonly source: 'demo' | undefined;
  readonly account: unknown;
  readonly answers: unknown;
}

/** For how long the file is not looked at again. */
const believedMs = 60_000;

/** A transport over a snapshot. */
export function createSnapshotTransport({ url, fetch }: SnapshotOptions): Transport {
  let loading: { readonly file: Promise<Snapshot>; readonly at: number } | undefined;
  let first: Snapshot | undefined;

  const load = async (): Promise<Snapshot> => {
    const file = await loadSnapshot(url, fetch);
    // Days are named by the clock of the first one: of a file from another day they would be others.
    first = first && dayOf(first.takenAt) !== dayOf(file.takenAt) ? first : file;
    return first;
  };
  const open = (): Promise<Snapshot> => {
    if (loading && Date.now() - loading.at < believedMs) return loading.file;
    const known = first;
    // What was read once stays, where the file cannot be had again.
    const file = load().catch((thrown) => known ?? Promise.reject(toInsightsError(thrown)));
    loading = { file, at: Date.now() };
    file.catch(() => {
      loading = undefined;
    });
    return file;
  };

  /** Days cannot be named without the file: a network that stumbles is given a second chance, and a third. */
  const openAgain = async (failures = 0): Promise<Snapshot> => {
    try {
      return await open();
    } catch (thrown) {
      if (failures === 2 || !toInsightsError(thrown).recoverable) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, retryDelay(failures)));
      return openAgain(failures + 1);
    }
  };

  const ask: Transport = async (call, { signal } = {}) => answerOf(call, await unlessAborted(open(), signal));
  return Object.assign(ask, {
    dailyTotals: true,
    opened: async () => ({ now: (await openAgain()).takenAt }),
  });
}

async function loadSnapshot(url: string, fetch: Fetch | undefined): Promise<Snapshot> {
  const address = readHttpAddress(url, globalThis.document?.baseURI);
  if (!address) throw new InsightsError('no-client', { detail: notHttp() });
  const json = await requestJson({
    url: address.href,
    fetch,
    unreachable: `Nothing was heard from ${address.origin}.`,
    init: { cache: 'no-cache', credentials: 'same-origin', headers: { Accept: 'application/json' } },
  }).catch((thrown: unknown) => {
    const { code } = toInsightsError(thrown);
    throw code === 'malformed-response' ? noSnapshot('') : thrown;
  });
  const takenAt = memberOf(json, 'taken_at');
  const answers = memberOf(json, 'answers');
  if (memberOf(json, 'insights_snapshot') !== 1 || typeof takenAt !== 'number' || !isRecord(answers)) {
    throw noSnapshot('insights_snapshot');
  }
  return {
    takenAt: takenAt * 1000,
    source: memberOf(json, 'source') === 'demo' ? 'demo' : undefined,
    account: memberOf(json, 'account'),
    answers,
  };
}

/** No browser lets a page that is a file read another one. */
const notHttp = (): string =>
  globalThis.location?.protocol === 'file:'
    ? 'src cannot be read: this page was opened as a file. Serve both over http, or use `demo`.'
    : 'src is not an http address.';

const noSnapshot = (path: string): InsightsError =>
  new InsightsError('malformed-response', {
    detail: '`src` leads to no snapshot: a file that `insights-elements snapshot` has written.',
    path,
  });

/** @throws InsightsError for what is not in the file, or stands there as a failure; both blame their metrics */
function answerOf(call: GraphCall, { takenAt, source, account, answers }: Snapshot): object {
  const said = { ...(source && { source }) };
  if (call.edge === 'account') {
    if (!isRecord(account)) throw new InsightsError('not-in-snapshot', { detail: 'It does not say whose it is.' });
    return { ...account, ...said };
  }
  const cells = metricsOf(call).map((metric) => ({ metric, cell: memberOf(answers, cellKey(call, metric)) }));
  // One at a time, each with a line of its own: asking the file again about the others costs nothing.
  const missing = cells.find(({ cell }) => !isRecord(cell))?.metric;
  if (missing !== undefined) {
    throw new InsightsError('not-in-snapshot', { metrics: [missing], line: lineFor(call, missing, takenAt) });
  }
  for (const { metric, cell } of cells) throwFailure(metric, memberOf(cell, 'error'));
  const times = cells.flatMap(({ cell }) => memberOf(cell, 'fetched_at')).filter((time) => typeof time === 'number');
  const stale = cells.map(({ cell }) => memberOf(cell, 'stale')).find((code) => typeof code === 'string');
  return {
    data: cells.flatMap(({ cell }) => memberOf(cell, 'row') ?? []),
    fetched_at: Math.min(takenAt / 1000, ...times),
    ...(stale !== undefined && { stale }),
    ...said,
  };
}

/** What failed when the file was taken. It is about this metric, whatever it was: others are there. */
function throwFailure(metric: string, json: unknown): void {
  if (json === undefined) return;
  const { code, issues, allowedMetrics } =
    readGraphError({ error: json }) ?? new InsightsError('malformed-response', { path: 'answers' });
  throw new InsightsError(code, { issues, allowedMetrics, metrics: [metric], detail: 'When the snapshot was taken:' });
}

/** Waits for what others wait for too. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
