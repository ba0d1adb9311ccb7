/**
 * Answers kept in the browser between visits, for pages that ask for it: aggregates, and nothing else.
 *
 * Decides what is kept, for how long, and what of it is believed when it is read back. Does not know when an answer is
 * asked for again (answer-cache.ts) or how an old one looks. Never throws: where storage fails, nothing is kept.
 */
import { type InsightsResult, looksLikeSecret } from '../spec/index.js';
import { isRecord, memberOf } from '../spec/records.js';
import { type KeptAnswer, maxText, readKeptAnswer } from './kept-answer.js';

/** Where answers are kept between visits, and whose they are. */
export interface PersistOptions {
  /** `session`: until the tab is closed. `local`: until they are too old. */
  readonly in: 'session' | 'local';
  /**
   * What the answers belong to: backend, account, API version and the scope of the token, never the token. Only its hash
   * is stored. Where a part looks like a secret, or there is none, nothing is kept at all.
   */
  readonly owner: readonly string[];
  /** Milliseconds after which a kept answer is no longer shown. @default 86400000 (a day) */
  readonly maxAge?: number | undefined;
  /** Milliseconds since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** @default globalThis.sessionStorage or globalThis.localStorage */
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined;
}

/** The kept answers of one owner, shared with every tab and client that has the same one. */
export interface PersistedAnswers {
  /** The kept answer of a question (by its queryKey), `stored` and never older than `maxAge`; undefined otherwise. */
  read(key: string): InsightsResult | undefined;
  /** Keeps an answer, soon. Not one that is stale, undated or with gaps, nor one that came out of here. */
  write(key: string, result: InsightsResult): void;
  /** Forgets everything of this owner, also what other tabs wrote and what is still to be written. */
  wipe(): void;
}

type Store = NonNullable<PersistOptions['storage']>;
type Answers = Readonly<Record<string, unknown>>;

const version = 1;
const maxAnswers = 200;
/** Characters of an owner's whole entry. */
const maxSize = 500_000;
/** Two tabs, or a clock that was just set right, may be this far apart. */
const maxAhead = 60_000;
const nothingKept: PersistedAnswers = { read: () => undefined, write: () => {}, wipe: () => {} };

/** The kept answers of an owner; ones that keep nothing where they could not be told from another's, or could leak. */
export function createPersistedAnswers({
  in: place,
  owner,
  maxAge = 86_400_000,
  now = Date.now,
  storage,
}: PersistOptions): PersistedAnswers {
  if (owner.length === 0 || owner.some(looksLikeSecret)) return nothingKept;
  const name = `insights-elements:${hashOf(owner)}`;
  /** What a page may not have: the access itself throws where a visitor has blocked storage. */
  const open = (): Store => storage ?? globalThis[`${place}Storage`];
  let pending = new Map<string, KeptAnswer>();
  let isDue = false;
  let lastText: string | undefined;
  let lastAnswers: Answers = {};

  /** What storage holds, unread. Always asked anew, as other tabs write too; the same text is parsed once. */
  const load = (): Answers => {
    const text = open().getItem(name);
    if (text === null) return {};
    if (text === lastText) return lastAnswers;
    const answers = parseEntry(text);
    if (!answers) {
      open().removeItem(name);
      return {};
    }
    lastText = text;
    lastAnswers = answers;
    return answers;
  };

  const readCurrent = (key: string, value: unknown): KeptAnswer | undefined => {
    const answer = isKey(key) ? attempt(() => readKeptAnswer(value)) : undefined;
    if (!answer) return undefined;
    const age = now() - answer.fetchedAt;
    return age >= -maxAhead && age <= maxAge ? answer : undefined;
  };

  /** Reads, adds and writes in one go, so that what another tab has written stays. */
  const flush = (): void => {
    isDue = false;
    const added = pending;
    pending = new Map();
    attempt(() => {
      const answers = new Map<string, KeptAnswer>();
      for (const [key, value] of [...Object.entries(load()), ...added]) {
        const answer = readCurrent(key, value);
        if (answer && answer.fetchedAt >= (answers.get(key)?.fetchedAt ?? 0)) answers.set(key, answer);
      }
      if (answers.size === 0) open().removeItem(name);
      else open().setItem(name, entryOf(answers));
    });
  };
  // A task of its own: a microtask would end between two answers of one call, and every write costs the whole entry.
  const flushSoon = (): void => {
    if (!isDue) setTimeout(flush);
    isDue = true;
  };

  return {
    read: (key) =>
      attempt(() => {
        const value = pending.get(key) ?? memberOf(load(), key);
        if (value === undefined) return undefined;
        const answer = readCurrent(key, value);
        if (answer) return { ...answer, stored: true };
        // Too old, or not to be believed: not left to lie there until the next answer.
        flushSoon();
        return undefined;
      }),
    write: (key, result) => {
      // Written back, an answer would outlive a wipe by another tab.
      const answer = result.stored ? undefined : readCurrent(key, result);
      if (!answer) return;
      pending.set(key, answer);
      flushSoon();
    },
    wipe: () => {
      pending = new Map();
      lastText = undefined;
      lastAnswers = {};
      attempt(() => open().removeItem(name));
    },
  };
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Names that every object has are no questions. */
const isKey = (key: string): boolean =>
  key !== '' && key.length <= maxText && !(key in Object.prototype) && !looksLikeSecret(key);

/** FNV-1a, 128 bits: the name of an account does not lie open, and no two owners share an entry by chance. */
function hashOf(owner: readonly string[]): string {
  let hash = 0x6c62272e07bb014262b821756295c58dn;
  for (const byte of new TextEncoder().encode(JSON.stringify(owner))) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * 0x1000000000000000000013bn);
  }
  return hash.toString(16).padStart(32, '0');
}

function parseEntry(text: string): Answers | undefined {
  // Nothing that we wrote is longer.
  if (text.length > maxSize) return undefined;
  const entry: unknown = attempt(() => JSON.parse(text));
  const answers = memberOf(entry, 'answers');
  return memberOf(entry, 'v') === version && isRecord(answers) ? answers : undefined;
}

/** The newest answers, as many as there is room for. */
function entryOf(answers: ReadonlyMap<string, KeptAnswer>): string {
  const [head, tail] = [`{"v":${version},"answers":{`, '}}'];
  const room = maxSize - head.length - tail.length;
  const texts: string[] = [];
  let size = 0;
  for (const [key, answer] of [...answers].sort(([, a], [, b]) => b.fetchedAt - a.fetchedAt)) {
    const text = `${JSON.stringify(key)}:${JSON.stringify(answer)}`;
    // A single one that is so long is no answer to a question of ours, and would push out those that are.
    if (text.length > room / 4) continue;
    size += text.length + 1;
    if (size > room || texts.length === maxAnswers) break;
    texts.push(text);
  }
  return `${head}${texts.join()}${tail}`;
}
