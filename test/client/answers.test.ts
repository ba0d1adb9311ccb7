import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createBackendTransport,
  createDemoTransport,
  createGraphTransport,
  type GraphCall,
  type Transport,
} from '../../src/client/index.js';
import { createSandbox } from '../../src/sandbox/index.js';
import {
  type Day,
  dayOf,
  daysOf,
  InsightsError,
  type InsightsErrorCode,
  type InsightsQuery,
  type InsightsResult,
  startOfDay,
} from '../../src/spec/index.js';
import {
  answering,
  client,
  likes,
  minutes,
  outcome,
  over,
  pass,
  passUntil,
  past,
  recorder,
  totals,
  useFakeTime,
  watch,
} from './recorder.js';
import { errorOf, noon } from './transports.contract.js';

useFakeTime();

const firstDay = ({ params }: GraphCall): Day => dayOf(Number(params.since) * 1000);
const lastDay = ({ params }: GraphCall): Day => dayOf(Number(params.until) * 1000);

/** A series of sevens, for the days of a call. */
const series = (call: GraphCall): unknown => ({
  data: [
    {
      name: call.params.metric,
      period: 'day',
      values: daysOf({ since: firstDay(call), until: lastDay(call) }).map((day) => ({
        value: 7,
        end_time: new Date(startOfDay(day) * 1000).toISOString(),
      })),
    },
  ],
});

describe('a number that is not there: reason', () => {
  const people: InsightsQuery = { metric: 'follower_demographics', breakdown: 'age' };
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
});

describe('unique accounts over more days than Instagram counts', () => {
  const long = { range: 'last_90_days' } as const;

  it('come as their series, and no total', async () => {
    const { transport, sent } = recorder(series);
    const result = await outcome(client(transport).get({ metric: 'reach', ...long }));
    assert.deepEqual([result.reason, result.total, result.gaps], ['window-too-long', undefined, undefined]);
    assert.deepEqual(result.range, { since: '2026-08-25', until: '2026-11-22' });
    assert.equal(result.series?.filter(({ value }) => value === 7).length, 90);
    assert.ok(sent.every(({ call }) => call.params.metric_type === 'time_series'));
    assert.equal(sent.length, 4);
  });

  const uncounted: readonly InsightsQuery[] = [
    { metric: 'accounts_engaged', ...long },
    { metric: 'reach', breakdown: 'follow_type', ...long },
    { metric: 'accounts_engaged', range: 'last_30_days' },
  ];
  for (const query of uncounted) {
    it(`${query.metric} ${query.breakdown ?? ''} ${query.range}: nothing is asked where there is no series`, async () => {
      const { transport, sent } = answering();
      const { reason, total, series: days, range } = await outcome(client(transport).get(query));
      assert.deepEqual([reason, total, days, range?.until], ['window-too-long', undefined, undefined, '2026-11-22']);
      assert.equal(sent.length, 0);
    });
  }

  it('have the days that could be had, and a gap', async () => {
    const { transport } = recorder((call) =>
      firstDay(call) === '2026-09-24' ? new InsightsError('no-permission') : series(call),
    );
    const result = await outcome(client(transport).get({ metric: 'reach', ...long }));
    assert.deepEqual([result.reason, result.gaps?.length], ['window-too-long', 1]);
    assert.equal(result.series?.filter(({ value }) => value === null).length, 30);
  });

  it('none of which could be had are a failure', async () => {
    const { transport } = recorder(() => new InsightsError('no-permission'));
    assert.equal((await errorOf(outcome(client(transport).get({ metric: 'reach', ...long })))).code, 'no-permission');
  });

  it('are counted where the host takes longer windows', async () => {
    const { transport, sent } = answering();
    const made = client(transport, { maxWindowSeconds: 100 * 86_400 });
    const { reason, total } = await outcome(made.get({ metric: 'reach', ...long }));
    assert.deepEqual([reason, total, sent.length], [undefined, 7, 1]);
  });
});

describe('a part that failed', () => {
  // Three calls, about days that no longer change.
  const months: InsightsQuery = { metric: 'likes', since: '2026-08-01', until: '2026-10-29' };
  const starts: readonly Day[] = ['2026-08-01', '2026-08-31', '2026-09-30'];
  const second = { since: '2026-08-31', until: '2026-09-29' };
  /** The part that begins on a day fails so many times. */
  const breaking = (day: Day, code: InsightsErrorCode, times: number) => {
    let left = times;
    return recorder((call) => {
      if (firstDay(call) !== day || left === 0) return totals(call);
      left -= 1;
      return new InsightsError(code);
    });
  };
  const asked = ({ sent }: ReturnType<typeof recorder>): Day[] => sent.map(({ call }) => firstDay(call));

  for (const code of ['server-error', 'network'] as const) {
    it(`${code}: it is asked again, and nothing else; then it is as if nothing had been`, async () => {
      const calls = breaking('2026-08-31', code, 1);
      const result = await outcome(client(calls.transport).get(months));
      assert.deepEqual([result.total, result.gaps, result.parts], [21, undefined, undefined]);
      assert.equal(result.derivation, 'sum of 3 totals by Instagram');
      assert.deepEqual(asked(calls), [...starts, '2026-08-31']);
    });
  }

  it('it is asked again with growing pauses; what stays broken leaves a gap, and no total', async () => {
    const calls = breaking('2026-08-31', 'server-error', 9);
    const result = await outcome(client(calls.transport).get(months));
    assert.deepEqual(
      result.gaps?.map(({ since, until, error }) => [since, until, error.code]),
      [[second.since, second.until, 'server-error']],
    );
    assert.deepEqual(result.parts, [
      { since: '2026-08-01', until: '2026-08-30', total: 7 },
      { since: '2026-09-30', until: '2026-10-29', total: 7 },
    ]);
    assert.deepEqual([result.total, result.reason, result.derivation], [undefined, undefined, undefined]);
    assert.deepEqual(asked(calls), [...starts, '2026-08-31', '2026-08-31']);
    const [, , first = 0, next = 0, last = 0] = calls.sent.map(({ at }) => at);
    assert.ok(next - first >= 375 && last - next > next - first, `${next - first}, ${last - next}`);
    await pass(minutes(5));
    assert.equal(calls.sent.length, 5);
  });

  for (const code of ['rate-limited', 'token-expired', 'no-permission', 'malformed-response', 'rejected'] as const) {
    it(`${code}: it is not asked again`, async () => {
      const calls = breaking('2026-08-31', code, 9);
      const result = await outcome(client(calls.transport).get(months));
      assert.deepEqual([result.gaps?.[0]?.error.code, result.parts?.length, result.total], [code, 2, undefined]);
      await pass(minutes(1));
      assert.deepEqual(asked(calls), starts);
    });
  }

  it('retries: 0 leaves a gap at once', async () => {
    const calls = breaking('2026-08-31', 'server-error', 1);
    assert.equal((await outcome(client(calls.transport, { retries: 0 }).get(months))).gaps?.length, 1);
    assert.equal(calls.sent.length, 3);
  });

  it('refresh asks for the gap, and for nothing else', async () => {
    const calls = breaking('2026-08-31', 'token-expired', 1);
    const { last, stop } = watch(client(calls.transport), months);
    await passUntil(() => last().result);
    assert.equal(last().result?.gaps?.length, 1);
    last().refresh();
    await passUntil(() => !last().fetching);
    assert.deepEqual([last().result?.total, last().result?.gaps], [21, undefined]);
    assert.deepEqual(asked(calls), [...starts, '2026-08-31']);
    stop();
  });

  it('an abort in the pause rejects at once, and nothing more is asked', async () => {
    const calls = breaking('2026-08-31', 'server-error', 9);
    const controller = new AbortController();
    const made = client(calls.transport);
    const answer = made.get(months, { signal: controller.signal });
    const rejected = assert.rejects(answer, (reason) => reason === 'gone');
    await pass(100);
    assert.equal(calls.sent.length, 3);
    controller.abort('gone');
    await rejected;
    await pass(minutes(1));
    assert.equal(calls.sent.length, 3);
  });

  it('an observer that stops in the pause ends it too', async () => {
    const calls = breaking('2026-08-31', 'server-error', 9);
    const { stop } = watch(client(calls.transport), months);
    await pass(100);
    stop();
    await pass(minutes(1));
    assert.equal(calls.sent.length, 3);
  });

  it('what was there stays where nothing more can be had', async () => {
    // The last days still move, and so are asked with each attempt.
    const query: InsightsQuery = { metric: 'likes', since: '2026-10-01', until: '2026-11-22' };
    const { transport } = recorder((call, count) =>
      count === 2 ? totals(call) : new InsightsError(count < 3 ? 'server-error' : 'network'),
    );
    const result = await outcome(client(transport).get(query));
    assert.deepEqual([result.gaps?.length, result.parts?.length], [1, 1]);
    assert.equal(result.gaps?.[0]?.error.code, 'server-error');
  });

  const nothings: readonly [string, object][] = [
    ['no row', { data: [] }],
    ['a row that says nothing', { data: [{ name: 'likes', period: 'day' }] }],
  ];
  for (const [what, nothing] of nothings) {
    it(`beside ${what} it is a failure of the whole, asked again as such`, async () => {
      const { transport, sent } = recorder((call) =>
        firstDay(call) === '2026-08-31' ? new InsightsError('server-error') : nothing,
      );
      assert.equal((await errorOf(outcome(client(transport).get(months)))).code, 'server-error');
      await pass(minutes(1));
      // What says nothing of days long past is not asked with it.
      assert.equal(sent.length, 5);
    });
  }

  it('of a series: the other days are there', async () => {
    const { transport } = recorder((call) =>
      firstDay(call) === '2026-08-31' ? new InsightsError('token-expired') : series(call),
    );
    const {
      gaps,
      series: days,
      reason,
    } = await outcome(
      client(transport).get({ ...months, metric: 'reach', metricType: 'time_series' } as InsightsQuery),
    );
    assert.deepEqual(
      [gaps?.length, days?.at(0)?.value, days?.at(30)?.value, days?.at(-1)?.value, reason],
      [1, 7, null, 7, undefined],
    );
  });
});

describe('daily', () => {
  const week = { range: 'last_7_days' } as const;
  const days: InsightsQuery = { metric: 'likes', daily: true, ...week };
  const sums = ({ series: points = [] }: InsightsResult): number =>
    points.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const sandbox = createSandbox({ now: noon });
  const graph = createGraphTransport({ id: sandbox.id, accessToken: sandbox.accessToken, fetch: sandbox.fetch });
  const address = 'https://backend.test/insights';
  /** A backend in front of the sandbox: any server that speaks the dialect. */
  const backend = createBackendTransport({
    url: address,
    fetch: (input) =>
      sandbox.fetch(input.replace(`${address}/default`, `https://graph.test/${sandbox.id}`), {
        headers: { Authorization: `Bearer ${sandbox.accessToken}` },
      }),
  });
  const transports: readonly [string, Transport][] = [
    ['a backend', backend],
    ['sample data', createDemoTransport({ now: noon })],
  ];
  for (const [what, transport] of transports) {
    it(`over ${what}: a total for each day`, async () => {
      const made = client(transport);
      const result = await outcome(made.get(days));
      assert.deepEqual(
        result.series?.map(({ day }) => day),
        daysOf({ since: '2026-11-16', until: '2026-11-22' }),
      );
      for (const { day, value } of result.series ?? []) {
        assert.equal((await outcome(made.get({ metric: 'likes', since: day, until: day }))).total, value, day);
      }
      assert.equal(result.total, undefined);
      assert.equal(result.derivation, 'one question per day; days need not add up to the total');
    });
  }

  it('over the Graph API itself: invalid-query, in words, and nothing is sent', async () => {
    const { transport, sent } = answering();
    for (const made of [client(graph), client(transport)]) {
      const { code, message } = await errorOf(outcome(made.get(days)));
      assert.equal(code, 'invalid-query');
      assert.match(message, /costs a call for each.+`dailyTotals`/);
    }
    const { last, stop } = watch(client(transport), days);
    assert.deepEqual([last().error?.code, sent.length], ['invalid-query', 0]);
    stop();
  });

  it('over the Graph API, where it was asked for: as over a backend', async () => {
    const made = client(graph, { dailyTotals: true });
    assert.equal((await outcome(made.get(days))).series?.length, 7);
  });

  it('`dailyTotals: false` is kept over a backend too', async () => {
    assert.equal((await errorOf(outcome(client(backend, { dailyTotals: false }).get(days)))).code, 'invalid-query');
  });

  it('of a metric that has a series it is that series: one call, over whatever', async () => {
    const { transport, sent } = recorder(series);
    const result = await outcome(client(transport).get({ metric: 'reach', daily: true, ...week }));
    assert.deepEqual([result.series?.length, result.derivation, sent.length], [7, undefined, 1]);
    assert.equal(sent[0]?.call.params.metric_type, 'time_series');
  });

  it('the total and the sum of the days differ where the API says so, and nobody makes them agree', async () => {
    const { transport, sent } = recorder((call) => totals(call, firstDay(call) === lastDay(call) ? 10 : 47));
    const made = client(transport, { dailyTotals: true });
    const [total, each] = await outcome(Promise.all([made.get({ metric: 'likes', ...week }), made.get(days)]));
    assert.deepEqual([total.total, total.series, each.total, sums(each)], [47, undefined, undefined, 70]);
    assert.equal(sent.length, 8);
  });

  it('over the sandbox they differ for unique accounts, as in the API', async () => {
    const made = over({});
    const [total, each] = await outcome(
      Promise.all([
        made.get({ metric: 'accounts_engaged', ...week }),
        made.get({ metric: 'accounts_engaged', daily: true, ...week }),
      ]),
    );
    assert.ok(sums(each) > (total.total ?? 0) && (total.total ?? 0) > 0, `${sums(each)} and ${total.total}`);
    assert.equal(each.total, undefined);
  });

  it('at most six calls are under way', async () => {
    const { transport, sent } = recorder();
    const answer = client(transport, { dailyTotals: true }).get(days);
    await pass(0);
    assert.equal(sent.length, 6);
    sent[0]?.answer(totals(sent[0].call));
    await pass(0);
    assert.equal(sent.length, 7);
    for (const { call, answer: give } of sent) give(totals(call));
    assert.equal((await outcome(answer)).series?.length, 7);
  });

  it('a day that could not be had is a gap of a day', async () => {
    const { transport } = recorder((call) =>
      firstDay(call) === '2026-11-18' ? new InsightsError('no-permission') : totals(call),
    );
    const { gaps, series: points } = await outcome(client(transport, { dailyTotals: true }).get(days));
    assert.deepEqual(
      gaps?.map(({ since, until }) => [since, until]),
      [['2026-11-18', '2026-11-18']],
    );
    assert.deepEqual(
      points?.map(({ value }) => value),
      [7, 7, null, 7, 7, 7, 7],
    );
  });
});
