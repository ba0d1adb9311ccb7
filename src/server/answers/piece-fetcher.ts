/**
 * Fetches pieces of answers from the Graph API: once for all who ask for them at the same time.
 *
 * Decides which calls are made, who waits for whose call, and that nobody asks again what was refused, or beyond the account's
 * budget. Does not know what is fresh or what stands in (answer-source.ts), or for how long a piece is kept.
 */
import { type GraphCall, metricsOf } from '../../client/call.js';
import { quotesToken } from '../accounts.js';
import { malformed, readAnswer } from '../answer.js';
import type { Question } from '../question.js';
import { Refusal, type RefusalCode } from '../refusal.js';
import type { Budget } from './budget.js';
import { createHolds, isOfQuestion } from './holds.js';
import { callsFor, type Piece, type PieceAnswer, type PieceCall, valueOf } from './pieces.js';
import type { Upstream } from './upstream.js';
import type { UpstreamAccount } from './upstream-account.js';

/** What is known of pieces, by their keys. */
export type PieceAnswers = ReadonlyMap<string, PieceAnswer>;

export interface PieceFetcher {
  /**
   * Fetches pieces, or waits for those that are on their way.
   * @throws Refusal where one of them cannot be had
   */
  fetch(account: UpstreamAccount, question: Question, wanted: readonly Piece[]): Promise<PieceAnswers>;
  /** @throws Refusal where the account has no calls left */
  checkBudget(account: UpstreamAccount): void;
}

export interface PieceFetcherOptions {
  readonly upstream: Upstream;
  readonly budget: Budget;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** The longest window that the host answers, in seconds. */
  readonly maxWindowSeconds: number;
  /** Told of each call that went up: how long it took, and why it failed. */
  readonly onCall?: ((ms: number, code?: RefusalCode) => void) | undefined;
  /** Keeps what came, before anybody is told. */
  readonly keep: (account: UpstreamAccount, answers: readonly Fetched[]) => Promise<void>;
}

/** A piece, and what came for it. */
export interface Fetched {
  readonly piece: Piece;
  readonly answer: PieceAnswer;
}

/** Calls that one question may cost: a series of two and a half years. */
const mostCalls = 31;

export function createPieceFetcher({
  upstream,
  budget,
  now,
  maxWindowSeconds,
  onCall,
  keep,
}: PieceFetcherOptions): PieceFetcher {
  const holds = createHolds(now);
  /** Pieces that are on their way: who asks for one waits for the same call. */
  const coming = new Map<string, Coming>();

  function checkHeld(account: UpstreamAccount, call: GraphCall): void {
    const held = holds.find(account, call);
    if (held) throw held;
  }

  function checkBudget({ folder, app }: UpstreamAccount): void {
    const { allowance, until } = budget.stateOf(folder, app);
    if (allowance === 'none') throw usedUp(until - now());
  }

  async function fetchCall(
    account: UpstreamAccount,
    question: Question,
    { call, pieces }: PieceCall,
  ): Promise<PieceAnswers> {
    checkHeld(account, call);
    const answers = await upstream.inTurn(account, async (ask) => {
      // What those before it were told while it waited.
      checkHeld(account, call);
      checkBudget(account);
      const startedAt = now();
      try {
        const { demo: isDemo, body } = readAnswer({ ...question, call }, await ask(call));
        if (quotesToken(account.account, JSON.stringify(body))) throw malformed();
        const at = now();
        onCall?.(at - startedAt);
        return pieces.map((piece) => ({ piece, answer: { value: valueOf(piece, body), at, isDemo } }));
      } catch (thrown) {
        if (thrown instanceof Refusal) {
          onCall?.(now() - startedAt, thrown.code);
          holds.keep(account, call, thrown);
        }
        throw thrown;
      }
    });
    await keep(account, answers);
    return new Map(answers.map(({ piece, answer }) => [piece.key, answer]));
  }

  /** @param isShy whether to wait only for calls that ask nothing beside */
  async function fetchPieces(
    account: UpstreamAccount,
    question: Question,
    wanted: readonly Piece[],
    isShy = false,
  ): Promise<PieceAnswers> {
    const metrics = new Set(metricsOf(question.call));
    const comingOf = ({ key }: Piece): Coming | undefined => {
      const found = coming.get(`${account.folder} ${key}`);
      return found && isShy && found.metrics.some((metric) => !metrics.has(metric)) ? undefined : found;
    };
    const awaited = new Map<Coming, Piece[]>();
    const missing: Piece[] = [];
    for (const piece of wanted) {
      const found = comingOf(piece);
      const others = found && awaited.get(found);
      if (others) others.push(piece);
      else if (found) awaited.set(found, [piece]);
      else missing.push(piece);
    }
    const plans = callsFor(question, missing, maxWindowSeconds);
    if (plans.length > mostCalls) throw tooManyCalls();
    const shared = [...awaited].map(([{ answers }, pieces]) =>
      answers.catch((thrown: unknown) => {
        // What a stranger asked beside may be what was refused.
        if (isShy || !(thrown instanceof Refusal && isOfQuestion(thrown))) throw thrown;
        return fetchPieces(account, question, pieces, true);
      }),
    );
    const started = plans.map((plan) => begin(account, question, plan));
    const fetched = await Promise.all([...shared, ...started]);
    return new Map(fetched.flatMap((answers) => [...answers]));
  }

  /** Makes a call, and lets others wait for it. */
  function begin(account: UpstreamAccount, question: Question, plan: PieceCall): Promise<PieceAnswers> {
    const answers = fetchCall(account, question, plan);
    const own: Coming = { answers, metrics: metricsOf(plan.call) };
    const paths = plan.pieces.map(({ key }) => `${account.folder} ${key}`);
    for (const path of paths) coming.set(path, own);
    const end = (): void => {
      for (const path of paths) if (coming.get(path) === own) coming.delete(path);
    };
    answers.then(end, end);
    return answers;
  }

  return { fetch: (account, question, wanted) => fetchPieces(account, question, wanted), checkBudget };
}

/** A call that is under way. */
interface Coming {
  readonly answers: Promise<PieceAnswers>;
  /** All that it asks. */
  readonly metrics: readonly string[];
}

const usedUp = (ms: number): Refusal =>
  new Refusal('rate-limited', { fault: 'graph', retryAfter: Math.max(1, Math.ceil(ms / 1000)) });

const tooManyCalls = (): Refusal =>
  new Refusal('invalid-query', {
    issues: [],
    message: `This question takes more than ${mostCalls} calls to Instagram. Ask for fewer days, or have the backend's operator run \`insights-elements backfill\`.`,
  });
