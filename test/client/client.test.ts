import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it, mock } from 'node:test';
import { focusManager, onlineManager } from '@tanstack/query-core';
import {
  createDemoTransport,
  createInsightsClient,
  type GraphCall,
  getDefaultClient,
  type InsightsClient,
  type InsightsClientOptions,
  type InsightsSnapshot,
  setDefaultClient,
  type Transport,
} from '../../src/client/index.js';
// Not the type alone: the sandbox is loaded by now, so that no test waits for a disk while the clock stands still.
import '../../src/sandbox/index.js';
import type { SandboxOptions } from '../../src/sandbox/index.js';
import {
  InsightsError,
  type InsightsErrorCode,
  type InsightsQuery,
  type InsightsResult,
} from '../../src/spec/index.js';
import { loadRules } from '../../src/spec/rules.js';
import { errorOf, noon } from './transports.contract.js';

// As on a page that has met its first question of which only the rules can tell.
before(loadRules);

const likes: InsightsQuery = { metric: 'likes' };
const shares: InsightsQuery = { metric: 'shares' };
const reach: InsightsQuery = { metric: 'reach' };
const minutes = (count: number): number => count * 60_000;

/** Lets time pass, and everything that waits for it happen. */
async function pass(ms: number): Promise<void> {
  for (let passed = 0; passed <= ms; passed += 50) {
    mock.timers.tick(50);
    await new Promise(setImmediate);
  }
}

/** The outcome of a promise, in as much time as it takes: at most a minute. */
async function outcome<T>(promise: Promise<T>): Promise<T> {
  const settled = promise.then(
    () => true,
    () => true,
  );
  for (let passed = 0; passed < 60_000; passed += 50) {
    if (await Promise.race([settled, pass(0).then(() => false)])) return promise;
  }
  return assert.fail('it waits for ever');
}

interface Sent {
  readonly call: GraphCall;
  readonly signal: AbortSignal;
  readonly answer: (json: unknown) => void;
  readonly fail: (error: unknown) => void;
}

const metricsOf = ({ params }: GraphCall): string[] => params.metric?.split(',') ?? [];
const totals = (call: GraphCall, value = 7): unknown => ({
  data: metricsOf(call).map((name) => ({ name, period: 'day', total_value: { value } })),
});

/** A transport that keeps its calls. They wait for an answer, unless there is one for all of them. */
function recorder(respond?: (call: GraphCall, count: number) => unknown) {
  const sent: Sent[] = [];
  const transport: Transport = (call, { signal } = {}) =>
    new Promise((resolve, reject) => {
      assert.ok(signal);
      signal.addEventListener('abort', () => reject(signal.reason));
      sent.push({ call, signal, answer: resolve, fail: reject });
      if (!respond) return;
      const json = respond(call, sent.length);
      if (json instanceof Error) reject(json);
      else resolve(json);
    });
  return { sent, transport, asked: () => sent.map(({ call }) => call.params.metric ?? call.edge) };
}

const answering = (): ReturnType<typeof recorder> => recorder((call) => totals(call));
const failing = (...codes: InsightsErrorCode[]): ReturnType<typeof recorder> =>
  recorder((call, count) =>
    codes[count - 1] ? new InsightsError(codes[count - 1] as InsightsErrorCode) : totals(call),
  );

const client = (transport: Transport, options: Partial<InsightsClientOptions> = {}): InsightsClient =>
  createInsightsClient({ transport, now: () => noon, ...options });
const over = (options: SandboxOptions, more: Partial<InsightsClientOptions> = {}): InsightsClient =>
  client(createDemoTransport({ now: noon, ...options }), more);

/** Observes, and keeps what it was told. */
function watch(source: InsightsClient, query: InsightsQuery) {
  const snapshots: InsightsSnapshot[] = [];
  const stop = source.observe(query, (snapshot) => snapshots.push(snapshot));
  const last = (): InsightsSnapshot => snapshots.at(-1) ?? assert.fail('nothing was said');
  return { snapshots, stop, last };
}

const unhandled: unknown[] = [];
const keep = (reason: unknown): void => void unhandled.push(reason);

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: noon });
  process.on('unhandledRejection', keep);
});
afterEach(async () => {
  await pass(0);
  mock.timers.reset();
  process.off('unhandledRejection', keep);
  assert.deepEqual(unhandled.splice(0), [], 'nothing is thrown where nobody can catch it');
});

describe('createInsightsClient', () => {
  it('gives a frozen interface, by which two copies of the library agree', () => {
    const { transport } = answering();
    const made = client(transport, { apiVersion: 'v25.0' });
    assert.deepEqual([made.version, made.apiVersion, made.now()], [1, 'v25.0', noon]);
    assert.ok(Object.isFrozen(made));
  });

  it('keeps no process waiting, once it has answered', async () => {
    mock.timers.reset();
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const usual = timers();
    const { transport } = answering();
    const made = client(transport);
    await made.get(likes);
    await made.account();
    assert.equal(timers(), usual);
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: noon });
  });
});

describe('get', () => {
  it('answers under the name that was asked, for the days that were asked', async () => {
    const { transport } = answering();
    const { provisional, ...result } = await outcome(client(transport).get({ metric: 'saved', range: 'last_7_days' }));
    assert.deepEqual(result, {
      metric: 'saved',
      period: 'day',
      total: 7,
      range: { since: '2026-11-16', until: '2026-11-22' },
      fetchedAt: noon,
      source: 'api',
    });
    assert.deepEqual(provisional, ['2026-11-21', '2026-11-22']);
  });

  it('says that samples are samples', async () => {
    assert.equal((await outcome(over({}).get(reach))).source, 'demo');
  });

  it('questions of the same moment share a call', async () => {
    const { transport, asked } = answering();
    const made = client(transport);
    const results = await outcome(Promise.all([made.get(likes), made.get(reach), made.get(shares), made.get(likes)]));
    assert.deepEqual(asked(), ['reach,likes,shares']);
    assert.deepEqual(
      results.map(({ metric }) => metric),
      ['likes', 'reach', 'shares', 'likes'],
    );
  });

  it('those of microtasks later still do; those of another task do not', async () => {
    const { transport, asked } = recorder();
    const made = client(transport);
    void made.get(likes);
    await Promise.resolve();
    await Promise.resolve();
    void made.get(shares);
    await pass(0);
    void made.get(reach);
    await pass(0);
    assert.deepEqual(asked(), ['likes,shares', 'reach']);
  });

  it('an equal question, however it is written, is asked once', async () => {
    const { transport, asked } = answering();
    const made = client(transport);
    const equal: InsightsQuery[] = [
      likes,
      { metric: 'likes', period: 'day', range: 'last_28_days' },
      { metric: 'likes', since: '2026-10-26', until: '2026-11-22' },
    ];
    await outcome(Promise.all(equal.map((query) => made.get(query))));
    for (const query of equal) await outcome(made.get(query));
    assert.deepEqual(asked(), ['likes']);
  });

  it('nothing is asked twice while it is fresh, and again when it is not', async () => {
    const { transport, sent } = answering();
    const made = client(transport);
    await outcome(made.get(likes));
    await pass(minutes(14));
    await outcome(made.get(likes));
    assert.equal(sent.length, 1);
    await pass(minutes(1));
    await outcome(made.get(likes));
    assert.equal(sent.length, 2);
  });

  it('staleTime: 0 asks each time', async () => {
    const { transport, sent } = answering();
    const made = client(transport, { staleTime: 0 });
    await outcome(made.get(likes));
    await outcome(made.get(likes));
    assert.equal(sent.length, 2);
  });

  const illegal: readonly [string, unknown, Partial<InsightsClientOptions>?][] = [
    ['an unknown metric', { metric: 'reached' }],
    ['no metric', {}],
    ['several metrics', { metric: 'likes,shares' }],
    ['a breakdown that it has not', { metric: 'likes', breakdown: 'age' }],
    ['a metric that the version refuses', { metric: 'impressions' }, { apiVersion: 'v22.0' }],
    ['nothing at all', undefined],
  ];
  for (const [what, query, options] of illegal) {
    it(`${what}: invalid-query, and nothing is sent`, async () => {
      const { transport, sent } = answering();
      const error = await errorOf(outcome(client(transport, options).get(query as InsightsQuery)));
      assert.equal(error.code, 'invalid-query');
      await pass(minutes(1));
      assert.equal(sent.length, 0);
    });
  }

  it('names the issues', async () => {
    const error = await errorOf(
      outcome(client(answering().transport).get({ metric: 'reech' } as unknown as InsightsQuery)),
    );
    assert.deepEqual(
      error.issues.map(({ attribute, suggestion }) => [attribute, suggestion]),
      [['metric', 'reach']],
    );
  });

  const healing: readonly [InsightsErrorCode, calls: number][] = [
    ['network', 3],
    ['server-error', 3],
    ['rate-limited', 1],
    ['token-expired', 1],
    ['no-permission', 1],
    ['malformed-response', 1],
    ['not-found', 1],
    ['blocked', 1],
    ['closed', 1],
    ['unknown', 1],
  ];
  for (const [code, calls] of healing) {
    it(`${code}: asked ${calls === 1 ? 'once' : `${calls} times`}`, async () => {
      const { transport, sent } = failing(code, code, code, code);
      assert.equal((await errorOf(outcome(client(transport).get(likes)))).code, code);
      await pass(minutes(1));
      assert.equal(sent.length, calls);
    });
  }

  it('what heals is answered after all', async () => {
    const { transport, sent } = failing('network', 'server-error');
    assert.equal((await outcome(client(transport).get(likes))).total, 7);
    assert.equal(sent.length, 3);
  });

  it('retries: 0 asks once', async () => {
    const { transport, sent } = failing('network');
    assert.equal((await errorOf(outcome(client(transport, { retries: 0 }).get(likes)))).code, 'network');
    assert.equal(sent.length, 1);
  });

  it('asks also where a browser believes to be offline: an error with words is better than to wait', async (test) => {
    onlineManager.setOnline(false);
    test.after(() => onlineManager.setOnline(true));
    assert.equal((await outcome(client(answering().transport).get(likes))).total, 7);
    assert.equal(
      (await errorOf(outcome(client(failing('network').transport, { retries: 0 }).get(likes)))).code,
      'network',
    );
  });

  it('whatever a transport throws becomes an InsightsError', async () => {
    const odd = new RangeError('odd');
    const error = await errorOf(outcome(client(recorder(() => odd).transport).get(likes)));
    assert.deepEqual([error.code, error.cause], ['unknown', odd]);
    assert.equal((await errorOf(outcome(client(recorder(() => odd).transport).account()))).code, 'unknown');
  });

  it('what is no answer is malformed', async () => {
    const error = await errorOf(outcome(client(recorder(() => ({ rows: [] })).transport).get(likes)));
    assert.deepEqual([error.code, error.path], ['malformed-response', 'data']);
  });
});

describe('a limit', () => {
  it('nothing is sent until it is lifted, by any question; then it is', async () => {
    const limit = new InsightsError('rate-limited', { retryAt: noon + minutes(17) });
    const { transport, sent } = recorder((call, count) => (count === 1 ? limit : totals(call)));
    const made = client(transport);
    await errorOf(outcome(made.get(likes)));
    for (const ask of [() => made.get(likes), () => made.get(reach), () => made.account()]) {
      const { code, retryAt } = await errorOf(outcome<unknown>(ask()));
      assert.deepEqual([code, retryAt], ['rate-limited', limit.retryAt]);
    }
    assert.equal(sent.length, 1);
    await pass(minutes(17));
    assert.equal((await outcome(made.get(likes))).total, 7);
  });

  it('one that does not say for how long stops nobody else', async () => {
    const { transport, sent } = failing('rate-limited');
    const made = client(transport);
    await errorOf(outcome(made.get(likes)));
    assert.equal((await outcome(made.get(likes))).total, 7);
    assert.equal(sent.length, 2);
  });
});

describe('abort', () => {
  it('rejects at once with the reason, also before anything is sent', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    await assert.rejects(made.get(likes, { signal: AbortSignal.abort('early') }), (reason) => reason === 'early');
    const controller = new AbortController();
    const asked = made.get(likes, { signal: controller.signal });
    controller.abort('gone');
    await assert.rejects(asked, (reason) => reason === 'gone');
    await pass(100);
    assert.equal(sent.length, 0);
  });

  it('the last asker of an equal question ends it, not the first', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const [a, b] = [new AbortController(), new AbortController()];
    const both = [made.get(likes, { signal: a.signal }), made.get(likes, { signal: b.signal })];
    await pass(0);
    a.abort('a');
    await assert.rejects(both[0] as Promise<unknown>, (reason) => reason === 'a');
    assert.equal(sent[0]?.signal.aborted, false);
    b.abort('b');
    await assert.rejects(both[1] as Promise<unknown>, (reason) => reason === 'b');
    assert.equal(sent[0]?.signal.aborted, true);
  });

  it('the last asker of a merged call ends it; who stays is answered', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const controllers = [likes, shares, reach].map(() => new AbortController());
    const asked = [likes, shares, reach].map((query, at) => made.get(query, { signal: controllers[at]?.signal }));
    const reasons = asked.map((one) => one.catch((reason: unknown) => reason));
    await pass(0);
    assert.equal(sent.length, 1);
    controllers[0]?.abort('likes');
    controllers[1]?.abort('shares');
    assert.equal(sent[0]?.signal.aborted, false);
    sent[0]?.answer(totals(sent[0].call));
    const [first, second, third] = await outcome(Promise.all(reasons));
    assert.deepEqual([first, second, (third as InsightsResult).total], ['likes', 'shares', 7]);
  });

  it('all askers of a merged call gone: the call is given up', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const controller = new AbortController();
    const asked = [likes, shares].map((query) => made.get(query, { signal: controller.signal }).catch(() => 'gone'));
    await pass(0);
    controller.abort();
    assert.deepEqual(await outcome(Promise.all(asked)), ['gone', 'gone']);
    assert.deepEqual(
      sent.map(({ signal }) => signal.aborted),
      [true],
    );
  });

  it('an abort leaves nothing behind: the question can be asked again', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const controller = new AbortController();
    const given = made.get(likes, { signal: controller.signal }).catch(() => {});
    await pass(0);
    controller.abort();
    await given;
    const again = made.get(likes);
    await pass(0);
    sent[1]?.answer(totals(sent[1].call));
    assert.equal((await outcome(again)).total, 7);
  });

  it('account: too', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const controller = new AbortController();
    const asked = made.account({ signal: controller.signal });
    await pass(0);
    controller.abort('gone');
    await assert.rejects(asked, (reason) => reason === 'gone');
    assert.equal(sent[0]?.signal.aborted, true);
  });
});

describe('a metric that poisons a merged call', () => {
  const refused = (code: InsightsErrorCode) =>
    recorder((call) => (metricsOf(call).includes('impressions') ? new InsightsError(code) : totals(call)));
  const impressions: InsightsQuery = { metric: 'impressions' };

  // A backend refuses with issues of its own, the Graph API with a text.
  for (const code of ['rejected', 'not-offered', 'invalid-query'] as const) {
    it(`${code}: it fails alone`, async () => {
      const { transport, asked } = refused(code);
      const made = client(transport);
      const answers = [likes, impressions, shares].map((query) =>
        made.get(query).catch((error: InsightsError) => error.code),
      );
      const [first, poisoned, third] = await outcome(Promise.all(answers));
      assert.deepEqual([(first as InsightsResult).total, poisoned, (third as InsightsResult).total], [7, code, 7]);
      assert.deepEqual(asked(), ['impressions,likes,shares', 'impressions', 'likes', 'shares']);
    });
  }

  it('over the sandbox: what a version refuses does not take the others along', async () => {
    const made = over({ apiVersion: 'v25.0' });
    const answers = await outcome(
      Promise.all([made.get(likes), made.get(impressions).catch((error: InsightsError) => error)]),
    );
    assert.ok((answers[0].total ?? 0) > 0);
    assert.equal(answers[0].source, 'demo');
    assert.equal((answers[1] as InsightsError).code, 'not-offered');
  });

  for (const code of ['token-expired', 'server-error', 'rate-limited'] as const) {
    it(`${code} is about no single metric: nothing is asked one by one`, async () => {
      const { transport, asked } = refused(code);
      const made = client(transport, { retries: 0 });
      await outcome(Promise.all([likes, impressions].map((query) => errorOf(made.get(query)))));
      assert.deepEqual(asked(), ['impressions,likes']);
    });
  }
});

describe('reason', () => {
  const people: InsightsQuery = { metric: 'follower_demographics', breakdown: 'age' };
  const past = { since: '2026-10-01', until: '2026-10-28' };
  const empty = (account?: object) =>
    recorder((call) => (call.edge === 'insights' ? { data: [] } : (account ?? new InsightsError('no-permission'))));
  const cases: readonly [string, InsightsQuery, ReturnType<typeof recorder>, string, calls: number][] = [
    ['fewer followers than it takes', people, empty({ followers_count: 99 }), 'too-few-followers', 2],
    ['enough followers', people, empty({ followers_count: 100 }), 'not-returned', 2],
    ['an account that does not say', people, empty({ username: 'studio' }), 'not-returned', 2],
    ['an account that cannot be read', people, empty(), 'not-returned', 2],
    [
      'a metric for accounts of any size',
      { metric: 'likes', ...past },
      empty({ followers_count: 5 }),
      'not-returned',
      1,
    ],
    ['days that may still be counted', likes, empty(), 'not-yet', 1],
    [
      'few followers and days that may still be counted',
      { metric: 'follows_and_unfollows' },
      empty({ followers_count: 5 }),
      'too-few-followers',
      2,
    ],
    ['unique accounts of too many days', { metric: 'reach', range: 'last_90_days' }, answering(), 'window-too-long', 0],
  ];
  for (const [what, query, { transport, sent }, reason, calls] of cases) {
    it(`${what}: ${reason}`, async () => {
      const result = await outcome(client(transport).get(query));
      assert.deepEqual([result.reason, result.total, sent.length], [reason, undefined, calls]);
    });
  }

  it('a number, also zero, needs none', async () => {
    const { transport } = recorder((call) => totals(call, 0));
    const result = await outcome(client(transport).get(likes));
    assert.deepEqual([result.total, result.reason], [0, undefined]);
  });

  it('over the sandbox: a small account', async () => {
    assert.equal((await outcome(over({ scenario: 'small-account' }).get(people))).reason, 'too-few-followers');
  });

  it('a total of which a part failed has no reason: it has an error', async () => {
    const dead = new InsightsError('token-expired');
    const { transport } = recorder((call, count) => (count === 2 ? dead : totals(call)));
    assert.equal(
      (await errorOf(outcome(client(transport).get({ metric: 'likes', range: 'last_90_days' })))).code,
      'token-expired',
    );
  });

  it('a series of which a part failed has its other days', async () => {
    const dead = new InsightsError('token-expired');
    const day = {
      data: [{ name: 'reach', period: 'day', values: [{ value: 3, end_time: '2026-11-22T08:00:00+0000' }] }],
    };
    const { transport } = recorder((_call, count) => (count === 1 ? dead : day));
    const result = await outcome(
      client(transport).get({ metric: 'reach', metricType: 'time_series', range: 'last_30_days' }),
    );
    assert.deepEqual([result.gaps?.length, result.series?.at(-1)?.value, result.reason], [1, 3, undefined]);
  });
});

describe('observe', () => {
  it('calls back at once, then with the answer', async () => {
    const { transport } = answering();
    const { snapshots, last, stop } = watch(client(transport), likes);
    assert.deepEqual([snapshots[0]?.fetching, snapshots[0]?.result], [true, undefined]);
    await pass(100);
    assert.deepEqual([last().fetching, last().result?.total, last().error], [false, 7, undefined]);
    stop();
  });

  it('a fresh answer is there with the first call, and nothing is sent', async () => {
    const { transport, sent } = answering();
    const made = client(transport);
    await outcome(made.get(likes));
    const { snapshots, stop } = watch(made, likes);
    assert.equal(snapshots[0]?.result?.total, 7);
    assert.equal(snapshots[0]?.fetching, false);
    await pass(100);
    assert.equal(sent.length, 1);
    stop();
  });

  it('an answer that is no longer fresh is there while a newer one is asked for', async () => {
    const { transport, sent } = answering();
    const made = client(transport);
    await outcome(made.get(likes));
    await pass(minutes(15));
    const { snapshots, stop } = watch(made, likes);
    assert.deepEqual([snapshots[0]?.result?.total, snapshots[0]?.fetching], [7, true]);
    await pass(100);
    assert.equal(sent.length, 2);
    stop();
  });

  it('what is neither fresh nor observed is forgotten with the next question, and nothing else', async () => {
    const { transport } = answering();
    const made = client(transport);
    const observed = watch(made, shares);
    await outcome(made.get(likes));
    await pass(minutes(15));
    await outcome(made.get(reach));
    for (const [query, total] of [
      [likes, undefined],
      [shares, 7],
      [reach, 7],
    ] as const) {
      const { snapshots, stop } = watch(made, query);
      assert.equal(snapshots[0]?.result?.total, total, query.metric);
      stop();
    }
    observed.stop();
  });

  it('two observers and a get share one call', async () => {
    const { transport, sent } = answering();
    const made = client(transport);
    const watches = [watch(made, likes), watch(made, likes)];
    await outcome(made.get(likes));
    for (const { last, stop } of watches) {
      assert.equal(last().result?.total, 7);
      stop();
    }
    assert.equal(sent.length, 1);
  });

  it('stopped, it says no more, and the call is given up', async () => {
    const { transport, sent } = recorder();
    const { snapshots, stop } = watch(client(transport), likes);
    await pass(0);
    const said = snapshots.length;
    stop();
    stop();
    assert.equal(sent[0]?.signal.aborted, true);
    await pass(100);
    assert.equal(snapshots.length, said);
  });

  it('an illegal query is an error at once, and never throws', async () => {
    const { transport, sent } = answering();
    const { snapshots, last, stop } = watch(client(transport), { metric: 'reech' } as unknown as InsightsQuery);
    assert.deepEqual([snapshots.length, last().error?.code, last().fetching], [1, 'invalid-query', false]);
    last().refresh();
    stop();
    await pass(100);
    assert.equal(sent.length, 0);
  });

  it('refresh asks again; the answer stays while it does', async () => {
    const values = [7, 8];
    const { transport, sent } = recorder((call) => totals(call, values.shift()));
    const { last, stop } = watch(client(transport), likes);
    await pass(100);
    last().refresh();
    assert.deepEqual([last().fetching, last().result?.total], [true, 7]);
    await pass(100);
    assert.deepEqual([last().fetching, last().result?.total, sent.length], [false, 8, 2]);
    stop();
  });

  it('an error after a success keeps the result, as stale; the next success takes both away', async () => {
    const { transport } = recorder((call, count) =>
      count === 2 ? new InsightsError('token-expired') : totals(call, count),
    );
    const { last, stop } = watch(client(transport), likes);
    await pass(100);
    assert.equal(last().result?.stale, undefined);
    last().refresh();
    await pass(100);
    assert.deepEqual([last().result?.total, last().result?.stale, last().error?.code], [1, true, 'token-expired']);
    last().refresh();
    await pass(100);
    assert.deepEqual([last().result?.total, last().result?.stale, last().error], [3, undefined, undefined]);
    stop();
  });

  it('an error without a success is an error; refresh can heal it', async () => {
    const { transport } = failing('token-expired');
    const { last, stop } = watch(client(transport), likes);
    await pass(100);
    assert.deepEqual([last().result, last().error?.code, last().fetching], [undefined, 'token-expired', false]);
    last().refresh();
    await pass(100);
    assert.deepEqual([last().result?.total, last().error], [7, undefined]);
    stop();
  });
});

describe('account', () => {
  const studio = { username: 'studio', followers_count: 18_420 };

  it('reads the account, once while it is fresh', async () => {
    const { transport, asked } = recorder(() => studio);
    const made = client(transport);
    const account = { username: 'studio', followersCount: 18_420, source: 'api' };
    assert.deepEqual(await outcome(Promise.all([made.account(), made.account()])), [account, account]);
    assert.deepEqual(await outcome(made.account()), account);
    assert.deepEqual(asked(), ['account']);
  });

  it('rejects with an InsightsError', async () => {
    assert.equal((await errorOf(outcome(over({ scenario: 'expired-token' }).account()))).code, 'token-expired');
    assert.equal((await errorOf(outcome(client(recorder(() => 3).transport).account()))).code, 'malformed-response');
  });
});

describe('clear', () => {
  it('forgets every answer', async () => {
    const { transport, sent } = answering();
    const made = client(transport);
    await outcome(made.get(likes));
    made.clear();
    await outcome(made.get(likes));
    assert.equal(sent.length, 2);
  });

  it('asks again for what is observed: the old answer is gone', async () => {
    const values = [7, 8];
    const { transport } = recorder((call) => totals(call, values.shift()));
    const made = client(transport);
    const { snapshots, last, stop } = watch(made, likes);
    await pass(100);
    const said = snapshots.length;
    made.clear();
    assert.ok(snapshots.slice(said).every(({ result }) => result === undefined));
    await pass(100);
    assert.equal(last().result?.total, 8);
    stop();
  });

  it('who waits is still answered', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const asked = made.get(likes);
    await pass(0);
    made.clear();
    await pass(0);
    for (const { call, answer } of sent) answer(totals(call));
    assert.equal((await outcome(asked)).total, 7);
    assert.deepEqual(
      sent.map(({ signal }) => signal.aborted),
      [true, false],
    );
  });
});

describe('setDefaultClient', () => {
  it('sets it, and takes it back', () => {
    const made = client(answering().transport);
    setDefaultClient(made);
    assert.equal(getDefaultClient(), made);
    setDefaultClient(undefined);
    assert.equal(getDefaultClient(), undefined);
  });
});

describe('what a client leaves behind', () => {
  it('listens to focus and network while somebody watches, and not a moment longer', async () => {
    const page = globalThis as { document?: unknown };
    page.document = {};
    try {
      const heard = (): boolean[] => [focusManager.hasListeners(), onlineManager.hasListeners()];
      const { transport } = recorder((call) => totals(call, 1));
      const one = watch(client(transport), likes);
      const two = watch(client(transport), shares);
      assert.deepEqual(heard(), [true, true]);
      one.stop();
      one.stop();
      assert.deepEqual(heard(), [true, true]);
      two.stop();
      assert.deepEqual(heard(), [false, false]);
    } finally {
      delete page.document;
    }
  });
});
