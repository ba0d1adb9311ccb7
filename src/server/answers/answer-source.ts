/**
 * Answers a question from what is kept, and asks for the rest as seldom as it may.
 *
 * Decides what is fresh, and what may stand in while a newer answer is fetched or cannot be had. Does not know who may ask
 * (access.ts), HTTP, how the rest is fetched (piece-fetcher.ts), or how a piece is kept (piece-store.ts).
 */
import { defaultMaxWindowSeconds, oldestDay, readSpec } from '../../spec/index.js';
import { quotesToken } from '../accounts.js';
import { malformed } from '../answer.js';
import type { Question } from '../question.js';
import { Refusal, type RefusalCode } from '../refusal.js';
import type { Allowance, Budget } from './budget.js';
import { createPieceFetcher, type PieceAnswers } from './piece-fetcher.js';
import type { PieceScope, PieceStore } from './piece-store.js';
import { countPieces, isLongEmpty, isSettled, joinPieces, type Piece, type PieceAnswer, piecesOf } from './pieces.js';
import { createRecent } from './recent.js';
import type { Upstream } from './upstream.js';
import type { UpstreamAccount } from './upstream-account.js';

/** What goes to a page, and what is to be said of it. */
export interface Answered {
  /** JSON. */
  readonly text: string;
  /** Another one for each other text. */
  readonly etag: string;
  /** When the API gave the oldest number that still moves; of settled ones alone, the oldest of them. Milliseconds since the epoch. */
  readonly fetchedAt: number;
  /** Why there is nothing newer, where an answer is older than it should be. */
  readonly stale?: RefusalCode | undefined;
  readonly isDemo: boolean;
  /** Where it came from: asked for now, or kept, and how old. */
  readonly kept: 'none' | 'fresh' | 'stale';
}

export interface AnswerSource {
  /** @throws Refusal */
  answer(account: UpstreamAccount, question: Question): Promise<Answered>;
}

export interface AnswerSourceOptions {
  readonly store: PieceStore;
  readonly upstream: Upstream;
  readonly budget: Budget;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Seconds for which numbers that still move are fresh. @default 900 */
  readonly freshSeconds?: number | undefined;
  /** Seconds for which they may stand in where no newer ones can be had. @default 604800 (a week) */
  readonly staleSeconds?: number | undefined;
  /** The longest window that the host answers, in seconds. @default 2592000 */
  readonly maxWindowSeconds?: number | undefined;
  /** Keeps a runtime alive that would end with the answer. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Told of each call that went up, also behind an answer: how long it took, and why it failed. */
  readonly onCall?: ((ms: number, code?: RefusalCode) => void) | undefined;
}

/** Pieces that one question may be looked up in: a series of five years. What is forgotten is looked up for every version. */
const mostPieces = 2_000;
/** Days long past without a number are asked about as often. */
const emptyMs = 6 * 3_600_000;
/** How long an answer is given again unread; what another process has learned, or forgotten, is known by then. */
const memoMs = 30_000;
/** The same of one that is to be replaced. */
const staleMemoMs = 1_000;
const mostMemos = 5_000;

/** Failures over which an older answer may stand in: none by which somebody has taken the numbers back. */
const passing: readonly RefusalCode[] = [
  'server-error',
  'network',
  'malformed-response',
  'rate-limited',
  'token-expired',
  'misconfigured',
  'unknown',
];
/** The app was removed by the account's owner. */
const removedSubcode = 458;

export function createAnswerSource({
  store,
  upstream,
  budget,
  version,
  now,
  freshSeconds = 900,
  staleSeconds = 604_800,
  maxWindowSeconds = defaultMaxWindowSeconds,
  waitUntil = () => {},
  onCall,
}: AnswerSourceOptions): AnswerSource {
  const [freshMs, staleMs] = [freshSeconds * 1000, staleSeconds * 1000];
  const memos = createRecent<Answered>(mostMemos, now);
  const fetcher = createPieceFetcher({
    upstream,
    budget,
    now,
    maxWindowSeconds,
    onCall,
    keep: (account, answers) =>
      store.write(
        scopeOf(account),
        answers.map(({ piece, answer }) => ({
          piece,
          answer,
          seconds: isSettled(piece, answer) ? undefined : Math.max(staleMs, emptyMs) / 1000,
        })),
      ),
  });

  const ageOf = ({ at }: PieceAnswer): number => {
    const age = now() - at;
    // Another machine's clock may be ahead, and not by much.
    return age < -60_000 ? Number.POSITIVE_INFINITY : age;
  };
  const freshFor = (piece: Piece, answer: PieceAnswer): number => {
    if (isSettled(piece, answer)) return Number.POSITIVE_INFINITY;
    return isLongEmpty(piece, answer) ? Math.max(freshMs, emptyMs) : freshMs;
  };
  const isFresh = (piece: Piece, answer: PieceAnswer): boolean => ageOf(answer) < freshFor(piece, answer);

  /** Whether the API no longer answers for a piece. */
  const isForgotten = ({ metric, window }: Piece): boolean => {
    const spec = readSpec(metric);
    return window !== undefined && spec !== undefined && window.since < oldestDay([spec], now());
  };

  /** Up to which age an answer is given at once, and from which age on a newer one is fetched behind it. */
  const manners: Readonly<Record<Allowance, { readonly givenMs: number; readonly renewedMs: number }>> = {
    free: { givenMs: 4 * freshMs, renewedMs: 0 },
    sparing: { givenMs: 16 * freshMs, renewedMs: 4 * freshMs },
    reserve: { givenMs: staleMs, renewedMs: Number.POSITIVE_INFINITY },
    none: { givenMs: staleMs, renewedMs: Number.POSITIVE_INFINITY },
  };

  const scopeOf = ({ folder }: UpstreamAccount): PieceScope => ({ account: folder, version });

  async function readKept(account: UpstreamAccount, pieces: readonly Piece[]): Promise<Map<string, PieceAnswer>> {
    const kept = new Map(await store.read(scopeOf(account), pieces));
    const lost = pieces.filter((piece) => !kept.has(piece.key) && isForgotten(piece));
    if (lost.length > 0)
      for (const [key, answer] of await store.readAnyVersion(scopeOf(account), lost)) kept.set(key, answer);
    return kept;
  }

  /** The pieces of a question, as far as something is known of them, and why that is not newer. */
  async function find(account: UpstreamAccount, question: Question): Promise<Found> {
    // Before they are made: a stranger can name two thousand years.
    if (countPieces(question) > mostPieces) throw tooManyDays();
    const pieces = piecesOf(question);
    const known = await readKept(account, pieces);
    const wanted = pieces.filter((piece) => {
      const answer = known.get(piece.key);
      return !isForgotten(piece) && !(answer && isFresh(piece, answer));
    });
    if (known.size === 0 && wanted.length === 0) throw question.forgotten ?? new Refusal('rejected');
    if (wanted.length === 0) return { pieces, known, kept: 'fresh' };

    const { allowance } = budget.stateOf(account.folder, account.app);
    const age = Math.max(...wanted.map(({ key }) => ageOf(known.get(key) ?? never)));
    const { givenMs, renewedMs } = manners[allowance];
    if (age < givenMs) {
      if (age >= renewedMs) waitUntil(fetcher.fetch(account, question, wanted).catch(() => {}));
      const isSpent = renewedMs === Number.POSITIVE_INFINITY;
      return { pieces, known, kept: 'stale', stale: isSpent ? 'rate-limited' : undefined };
    }
    try {
      fetcher.checkBudget(account);
      const fetched = await fetcher.fetch(account, question, wanted);
      return { pieces, known: new Map([...known, ...fetched]), kept: 'none' };
    } catch (thrown) {
      if (!(age < staleMs && thrown instanceof Refusal && isPassing(thrown))) throw thrown;
      return { pieces, known, kept: 'stale', stale: thrown.code };
    }
  }

  function tell(question: Question, { pieces, known, kept, stale }: Found): Omit<Answered, 'etag'> {
    const given = pieces.flatMap((piece) => {
      const answer = known.get(piece.key);
      return answer ? { ...answer, isMoving: !isSettled(piece, answer) } : [];
    });
    const moving = given.filter(({ isMoving }) => isMoving);
    const values = new Map(pieces.map(({ key }) => [key, known.get(key)?.value]));
    // One sample makes the whole a sample.
    const isDemo = given.some((answer) => answer.isDemo);
    return {
      text: JSON.stringify({ ...joinPieces(question, pieces, values), ...(isDemo && { source: 'demo' }) }),
      fetchedAt: Math.min(now(), ...(moving.length > 0 ? moving : given).map(({ at }) => at)),
      isDemo,
      stale,
      kept,
    };
  }

  /** For how long an answer is given again as it is. */
  const memoMsOf = ({ kept, fetchedAt }: Omit<Answered, 'etag'>): number => {
    const left = fetchedAt + freshMs - now();
    return kept === 'stale' || left < staleMemoMs ? staleMemoMs : Math.min(memoMs, left);
  };

  return {
    async answer(account, question) {
      const name = `${account.folder} ${nameOf(question)}`;
      const memo = memos.get(name);
      if (memo) return memo;
      const told = tell(question, await find(account, question));
      // The last guard: what comes out of a store may be anybody's.
      if (quotesToken(account.account, told.text)) throw malformed();
      const answered = { ...told, etag: await etagOf(told.text) };
      const kept = told.kept === 'none' ? 'fresh' : told.kept;
      memos.set(name, { ...answered, kept }, now() + memoMsOf(told));
      return answered;
    },
  };
}

interface Found {
  readonly pieces: readonly Piece[];
  readonly known: PieceAnswers;
  readonly kept: Answered['kept'];
  readonly stale?: RefusalCode | undefined;
}

const names = new WeakMap<Question, string>();

/** One text for equal questions, made once of each. */
function nameOf(question: Question): string {
  const name = names.get(question) ?? `${question.call.edge} ${new URLSearchParams(question.call.params)}`;
  names.set(question, name);
  return name;
}

const never: PieceAnswer = { value: null, at: Number.NEGATIVE_INFINITY, isDemo: false };

/** Whether an older answer may stand in. */
export const isPassing = ({ code, details }: Refusal): boolean =>
  passing.includes(code) && details.graph?.subcode !== removedSubcode;

const tooManyDays = (): Refusal =>
  new Refusal('invalid-query', {
    issues: [],
    message: `This question is about more than ${mostPieces} days, over all its metrics. Ask for fewer days, or fewer metrics at once.`,
  });

async function etagOf(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return `"${Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}
