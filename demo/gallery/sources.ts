/**
 * Where the gallery's numbers come from: clients over sandboxes inside the page, and over hosts that fail as told.
 *
 * No network. The page says of all its numbers that they are samples; that single elements do not, as over a real
 * account, is this file's doing: it leaves out the header by which a sandbox says so.
 */
import { sourceHeader } from '../../src/client/transports/http.js';
import { createSnapshotTransport } from '../../src/client/transports/snapshot.js';
import {
  createGraphTransport,
  createInsightsClient,
  type GraphCall,
  type InsightsClient,
  InsightsError,
  type InsightsErrorCode,
  type InsightsErrorDetails,
  type Transport,
} from '../../src/index.js';
import { createSandbox, type SandboxOptions } from '../../src/sandbox/index.js';

/** A client, and what a case does with it once its elements have settled. */
export interface Source {
  readonly client: InsightsClient;
  /** From now on every call fails: what was there is kept. */
  readonly breakDown?: () => void;
}

export interface SampleOptions extends Omit<SandboxOptions, 'now'> {
  /** Whether the numbers say that they are samples. @default false */
  readonly marked?: boolean;
}

const now = (): number => Date.now();

/** It fails at once, so that a picture need not wait for retries. */
const clientOver = (transport: Transport): InsightsClient =>
  createInsightsClient({ transport, now, retries: 0, dailyTotals: true });

function sampleTransport({ marked = false, ...options }: SampleOptions): Transport {
  const sandbox = createSandbox({ seed: 'studio', ...options, now });
  return createGraphTransport({
    id: sandbox.id,
    accessToken: sandbox.accessToken,
    version: String(options.apiVersion ?? 'v25.0'),
    fetch: async (url, init) => {
      const answer = await sandbox.fetch(url, init);
      if (!marked) answer.headers.delete(sourceHeader);
      return answer;
    },
  });
}

/** An account of the sandbox. */
export const samples = (options: SampleOptions = {}): Source => ({ client: clientOver(sampleTransport(options)) });

/** Never answers. */
export const silent = (): Source => ({
  client: clientOver(
    (_call, { signal } = {}) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  ),
});

/** Knows the account, and fails whatever else it is asked. */
export const failing = (code: InsightsErrorCode, details?: InsightsErrorDetails): Source =>
  partly({}, ({ edge }) => {
    if (edge === 'insights') throw new InsightsError(code, details);
  });

/** Fails everything. */
export const closed = (code: InsightsErrorCode, details?: InsightsErrorDetails): Source => ({
  client: clientOver(async () => {
    throw new InsightsError(code, details);
  }),
});

/** Answers once, and fails from then on. */
export function lastAnswers(code: InsightsErrorCode, details?: InsightsErrorDetails): Source {
  const answer = sampleTransport({});
  let isBroken = false;
  const client = clientOver(async (call, options) => {
    if (isBroken) throw new InsightsError(code, details);
    return answer(call, options);
  });
  return {
    client,
    breakDown: () => {
      isBroken = true;
    },
  };
}

/** An account of the sandbox, some calls of which are answered by hand: what `instead` gives, or throws. */
export function partly(options: SampleOptions, instead: (call: GraphCall) => unknown): Source {
  const answer = sampleTransport(options);
  return { client: clientOver(async (call, rest) => instead(call) ?? answer(call, rest)) };
}

/** A backend that cannot reach Instagram: it gives what it keeps, with its time, and says why there is nothing newer. */
export function keptAnswers(code: InsightsErrorCode, hours: number): Source {
  const answer = sampleTransport({});
  return {
    client: clientOver(async (call, options) => {
      const json = (await answer(call, options)) as object;
      return { ...json, fetched_at: Math.floor(now() / 1000) - hours * 3600, stale: code };
    }),
  };
}

/** A snapshot that knows the account, and has no answers. */
export const emptySnapshot = (): Source => {
  const account = { username: 'studio.lind', followers_count: 18_420, media_count: 318 };
  const file = { insights_snapshot: 1, taken_at: Math.floor(now() / 1000), account, answers: {} };
  return {
    client: clientOver(createSnapshotTransport({ url: '/insights.json', fetch: async () => Response.json(file) })),
  };
};

/** The answer that says nothing, not even why. */
export const nothing = { data: [] };

/** Nothing but the account is known. */
export const withoutNumbers = (): Source => partly({}, ({ edge }) => (edge === 'insights' ? nothing : undefined));

/** The first part of a long window cannot be had. */
export const withoutFirstPart = (): Source =>
  partly({}, ({ params }) => {
    if (Number(params.since) < Date.parse('2024-03-20T00:00:00Z') / 1000) throw new InsightsError('server-error');
  });

/** A person, or a thing, of the account with a long name: what nobody expects in a layout. */
export const longNamed = (): Source =>
  partly({}, ({ edge }) =>
    edge === 'account'
      ? {
          username: 'the.international.society.for.ceramics',
          name: 'The International Society for Ceramics, Glass and Other Fragile Things of Vienna',
          followers_count: 128_407_113,
          media_count: 20_481,
        }
      : undefined,
  );

/** Leaves out what the API may leave out of an account. */
export const nearlyUnknown = (): Source =>
  partly({}, ({ edge }) => (edge === 'account' ? { username: 'studio.lind', media_count: 1 } : undefined));
