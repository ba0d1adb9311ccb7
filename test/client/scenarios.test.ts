import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDemoTransport, createGraphTransport, type InsightsClient } from '../../src/client/index.js';
import type { Fetch } from '../../src/client/transports/http.js';
import { createSandbox, type Scenario, scenarios } from '../../src/sandbox/index.js';
import { daysOf, type InsightsQuery, type InsightsResult, isInsightsError } from '../../src/spec/index.js';
import { live, minutes, outcome, pass, passUntil, useFakeTime, watch } from './recorder.js';
import { noon } from './transports.contract.js';

useFakeTime();

/** What a page asks in one moment. */
const questions = {
  // The three of a card: its number, the line below it, and what it is compared with.
  total: { metric: 'reach' },
  line: { metric: 'reach', metricType: 'time_series' },
  before: { metric: 'reach', since: '2026-09-28', until: '2026-10-25' },
  long: { metric: 'likes', range: 'last_90_days' },
  people: { metric: 'follower_demographics', breakdown: 'age' },
  engaged: { metric: 'accounts_engaged' },
  recent: { metric: 'reach', since: '2026-11-21', until: '2026-11-22' },
} as const satisfies Record<string, InsightsQuery>;
type Question = keyof typeof questions;

interface Conversation {
  readonly answers: Readonly<Record<Question, string>>;
  /** Who the account is, asked afterwards. */
  readonly account: string;
  /** Graph calls, the account's included; the most there can be, where it depends on which failure is heard first. */
  readonly calls: number | { readonly atMost: number };
  /** Milliseconds until all is answered, at most. */
  readonly within?: number;
}

const allSay = (text: string): Record<Question, string> => ({
  total: text,
  line: text,
  before: text,
  long: text,
  people: text,
  engaged: text,
  recent: text,
});

const ordinary: Conversation = {
  answers: {
    total: 'total, 2 days provisional',
    line: '28 of 28 days, 2 days provisional',
    before: 'total',
    long: 'total: sum of 4 totals by Instagram, 2 days provisional',
    people: '7 rows',
    engaged: 'total, 2 days provisional',
    recent: 'total, 2 days provisional',
  },
  account: '18420 followers',
  // Three for the card, of which one brings the engaged accounts too; four for 90 days; one each for people, the last days
  // and the account.
  calls: 10,
};

const conversations: Readonly<Record<Scenario, Conversation>> = {
  'small-account': {
    ...ordinary,
    answers: { ...ordinary.answers, people: 'nothing: too-few-followers' },
    account: '57 followers',
    // The account was asked for the reason, and is still fresh.
    calls: 10,
  },
  'expired-token': {
    answers: allSay('token-expired, for the account owner'),
    account: 'token-expired, for the account owner',
    calls: 7,
  },
  'no-permission': {
    answers: allSay('no-permission, for the account owner'),
    account: '18420 followers',
    calls: 7,
  },
  throttled: {
    answers: allSay('rate-limited, for the page author, heals, again after 17 minutes'),
    account: 'rate-limited, for the page author, heals, again after 17 minutes',
    // Six were under way when the first was refused. Then nobody asks.
    calls: 6,
  },
  busy: ordinary,
  lagging: {
    ...ordinary,
    answers: {
      ...ordinary.answers,
      line: '26 of 28 days, 2 days provisional',
      // The last day of the 90 is a call of its own, about which there is nothing yet: no sum without it.
      long: '3 parts, 2 days provisional',
      recent: 'nothing: not-yet, 2 days provisional',
    },
  },
  partial: {
    ...ordinary,
    answers: {
      ...ordinary.answers,
      line: '21 of 28 days, 2 days provisional',
      engaged: 'nothing: not-yet, 2 days provisional',
    },
  },
  'server-error': {
    answers: allSay('server-error, for the visitor, heals'),
    account: 'server-error, for the visitor, heals',
    // Each of the ten three times.
    calls: { atMost: 30 },
    within: 6_000,
  },
  // Six calls at once, and then the others.
  slow: { ...ordinary, within: 7_000 },
};

function sayError(error: unknown): string {
  assert.ok(isInsightsError(error), String(error));
  const { code, audience, recoverable, retryAt, issues } = error;
  assert.deepEqual(issues, []);
  const again = retryAt === undefined ? '' : `, again after ${Math.floor((retryAt - noon) / 60_000)} minutes`;
  return `${code}, for the ${audience}${recoverable ? ', heals' : ''}${again}`;
}

function sayResult(result: InsightsResult): string {
  const { total, derivation, parts, series, breakdowns = [], reason, provisional = [], gaps, range } = result;
  assert.deepEqual([result.source, gaps], ['demo', undefined], 'samples say so');
  assert.ok(!series || !range || series.length === daysOf(range).length, 'every day of the range has its place');
  const known = series?.filter(({ value }) => value !== null);
  return [
    ...(total === undefined ? [] : [derivation === undefined ? 'total' : `total: ${derivation}`]),
    ...(parts ? [`${parts.length} parts`] : []),
    ...(known ? [`${known.length} of ${series?.length} days`] : []),
    ...breakdowns.map(({ rows }) => `${rows.length} rows`),
    ...(reason === undefined ? [] : [`nothing: ${reason}`]),
    ...(provisional.length > 0 ? [`${provisional.length} days provisional`] : []),
  ].join(', ');
}

const clock = (): number => Date.now();

/** A client over the Graph API of a scenario, or of one that follows another, and how often it was asked. */
function open(scenario: () => Scenario | undefined) {
  const sandboxes = new Map<Scenario | undefined, ReturnType<typeof createSandbox>>();
  const { id, accessToken } = createSandbox();
  let calls = 0;
  const fetch: Fetch = (input, init) => {
    calls += 1;
    const name = scenario();
    const sandbox = sandboxes.get(name) ?? createSandbox({ now: clock, scenario: name });
    sandboxes.set(name, sandbox);
    return sandbox.fetch(input, init);
  };
  return { made: live(createGraphTransport({ id, accessToken, fetch })), calls: () => calls };
}

/** Asks all at once, and says what came of it. */
async function converse(made: InsightsClient): Promise<Record<string, string>> {
  const asked = Object.entries(questions).map(async ([name, query]) => {
    const said = await outcome(made.get(query)).then(sayResult, sayError);
    return [name, said] as const;
  });
  return Object.fromEntries(await Promise.all(asked));
}

const sayAccount = (made: InsightsClient): Promise<string> =>
  outcome(made.account()).then(({ followersCount }) => `${followersCount} followers`, sayError);

describe('a conversation with the sandbox', () => {
  it('there is one for each scenario', () => {
    assert.deepEqual(Object.keys(conversations).toSorted(), [...scenarios].toSorted());
  });

  const all: readonly (readonly [Scenario | undefined, Conversation])[] = [
    [undefined, ordinary],
    ...scenarios.map((name) => [name, conversations[name]] as const),
  ];
  for (const [scenario, { answers, account, calls, within = 1_000 }] of all) {
    const name = scenario ?? 'an ordinary day';
    it(`${name}, over the Graph API: what each question gets, of whom, in how many calls`, async () => {
      const { made, calls: count } = open(() => scenario);
      assert.deepEqual(await converse(made), answers);
      assert.ok(Date.now() - noon <= within, `${Date.now() - noon} ms`);
      assert.equal(await sayAccount(made), account);
      if (typeof calls === 'number') assert.equal(count(), calls);
      else assert.ok(count() <= calls.atMost && count() >= calls.atMost / 2, `${count()} calls`);
    });

    it(`${name}, as sample data: the same`, async () => {
      const made = live(createDemoTransport({ now: clock, scenario }));
      assert.deepEqual(await converse(made), answers);
      assert.equal(await sayAccount(made), account);
    });
  }

  it('slow: an observer sees that it is being asked, until it is answered', async () => {
    const { made } = open(() => 'slow');
    const { snapshots, last, stop } = watch(made, questions.total);
    await pass(1_500);
    assert.ok(snapshots.every(({ fetching, result }) => fetching && !result));
    await pass(1_000);
    assert.deepEqual([last().fetching, last().error, typeof last().result?.total], [false, undefined, 'number']);
    stop();
  });

  it('busy: an observer with an interval is told until when it pauses', async () => {
    const { made, calls } = open(() => 'busy');
    const { last, stop } = watch(made, questions.total, minutes(5));
    await pass(minutes(30));
    const { pausedUntil = 0, result } = last();
    assert.ok(pausedUntil >= noon + minutes(60) && pausedUntil < noon + minutes(61));
    assert.deepEqual([calls(), typeof result?.total], [1, 'number']);
    stop();
  });

  it('throttled, until it is not: a page recovers by itself, in as many calls as it took', async () => {
    const { made, calls } = open(() => (Date.now() < noon + minutes(17) ? 'throttled' : undefined));
    const watches = Object.values(questions).map((query) => watch(made, query));
    await pass(minutes(16));
    assert.equal(calls(), 6);
    for (const { last } of watches) assert.equal(last().error?.code, 'rate-limited');
    await pass(minutes(1));
    await passUntil(() => watches.every(({ last }) => last().result));
    const said = watches.map(({ last }) => sayResult(last().result ?? assert.fail('no result')));
    assert.deepEqual(said, Object.values(ordinary.answers));
    assert.equal(calls(), 6 + 9);
    for (const { stop } of watches) stop();
  });

  it('a server that fails, until it does not: what was there stays, dated', async () => {
    const { made } = open(() => (Date.now() < noon + minutes(20) ? undefined : 'server-error'));
    const { last, stop } = watch(made, questions.total);
    await pass(minutes(1));
    const { total, fetchedAt } = last().result ?? {};
    await pass(minutes(20));
    last().refresh();
    await passUntil(() => !last().fetching);
    assert.deepEqual([last().error?.code, last().result?.stale], ['server-error', true]);
    assert.deepEqual([last().result?.total, last().result?.fetchedAt], [total, fetchedAt]);
    stop();
  });
});
