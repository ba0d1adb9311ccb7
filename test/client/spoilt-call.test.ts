import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { metricsOf } from '../../src/client/call.js';
import type { GraphCall } from '../../src/client/index.js';
import { createMergedCalls, type Send } from '../../src/client/merged-calls.js';
import { InsightsError, metricNames } from '../../src/spec/index.js';
import { callFor, createHost, type Manner, manners, resultOf, saidOf, shape } from './spoilt-host.js';

describe('createMergedCalls, of a call that one metric spoils', () => {
  it('a call that is answered is one call', async () => {
    const { send, count } = createHost({});
    const answer = await createMergedCalls().ask(callFor(['reach', 'likes']), shape, send);
    assert.deepEqual([saidOf(answer, ['reach', 'likes']), count()], [['answered', 'answered'], 1]);
  });

  /** How many calls it may take to find one bad metric of so many. */
  const bounds: Readonly<Record<Manner, (count: number) => number>> = {
    'names those to blame': () => 2,
    'names one to blame': () => 2,
    'names those it takes': () => 2,
    'names none': (count) => 2 * Math.ceil(Math.log2(count)) + 1,
    'answers nothing': (count) => 2 * Math.ceil(Math.log2(count)) + 1,
  };
  for (const manner of manners) {
    for (const count of [2, 3, 5, 8, 11, 20]) {
      const metrics = metricNames.slice(0, count);
      const bound = bounds[manner](count);
      it(`one bad of ${count}, wherever it is, on a host that ${manner}: at most ${bound} calls`, async () => {
        for (const bad of metrics) {
          const host = createHost({ manner, bad: new Set([bad]) });
          const merged = createMergedCalls();
          const answer = await merged.ask(callFor(metrics), shape, host.send);
          const expected = manner === 'answers nothing' ? 'nothing' : 'not-offered';
          assert.deepEqual(
            saidOf(answer, metrics),
            metrics.map((metric) => (metric === bad ? expected : 'answered')),
          );
          assert.ok(host.count() <= bound, `${host.count()} calls for ${bad}`);
          assert.deepEqual(
            metrics.filter((metric) => merged.isApart(metric, shape)),
            [bad],
          );
        }
      });
    }
  }

  it('asks for nothing but the metrics: all else stays', async () => {
    const host = createHost({ bad: new Set(['likes']) });
    const seen: GraphCall[] = [];
    const call = callFor(['reach', 'likes', 'shares'], { since: '1', until: '2', breakdown: 'media_product_type' });
    await createMergedCalls().ask(call, shape, (one) => {
      seen.push(one);
      return host.send(one);
    });
    assert.ok(seen.length > 1);
    for (const { edge, params } of seen) {
      assert.deepEqual({ edge, params: { ...params, metric: call.params.metric } }, call);
    }
  });

  it('the metric that a backend names in its issues is asked no more', async () => {
    const issue = { severity: 'error', code: 'retired', attribute: 'metric', message: 'Gone.', allowed: [] } as const;
    const asked: string[][] = [];
    const send: Send = async (call) => {
      const metrics = metricsOf(call);
      asked.push(metrics);
      const error = new InsightsError('invalid-query', {
        issues: [
          { ...issue, value: 'impressions' },
          { ...issue, value: 'likes', severity: 'warning' },
          { ...issue, value: 'reach', attribute: 'period' },
        ],
      });
      const isBad = metrics.includes('impressions');
      return {
        outcomes: new Map(metrics.map((metric) => [metric, isBad ? error : resultOf(metric)])),
        source: 'api',
        fetchedAt: 0,
      };
    };
    const merged = createMergedCalls();
    const metrics = ['impressions', 'reach', 'likes', 'shares'];
    const answer = await merged.ask(callFor(metrics), shape, send);
    assert.deepEqual(saidOf(answer, metrics), ['invalid-query', 'answered', 'answered', 'answered']);
    assert.deepEqual(asked, [metrics, ['reach', 'likes', 'shares']]);
  });

  it('of what a backend says of all metrics of a call, a metric that it refuses is told its own', async () => {
    const issue = { severity: 'error', code: 'retired', attribute: 'metric', message: 'Gone.', allowed: [] } as const;
    const issues = [
      { ...issue, value: 'impressions' },
      { ...issue, value: 'profile_views' },
      { ...issue, value: 'week', attribute: 'period' },
    ] as const;
    const error = new InsightsError('invalid-query', { status: 400, issues });
    const bad = ['impressions', 'profile_views'];
    const send: Send = async (call) => {
      const metrics = metricsOf(call);
      const isBad = metrics.some((metric) => bad.includes(metric));
      return {
        outcomes: new Map(metrics.map((metric) => [metric, isBad ? error : resultOf(metric)])),
        source: 'api',
        fetchedAt: 0,
      };
    };
    const { outcomes } = await createMergedCalls().ask(callFor(['reach', ...bad]), shape, send);
    for (const metric of bad) {
      const refusal = outcomes.get(metric);
      assert.ok(refusal instanceof InsightsError);
      assert.deepEqual([refusal.code, refusal.status], ['invalid-query', 400]);
      assert.deepEqual(
        refusal.issues.map(({ value }) => value),
        [metric, 'week'],
      );
    }
  });

  it('a metric that a `rejected` call names is asked alone before it is blamed', async () => {
    for (const isRefusedAlone of [false, true]) {
      const asked: string[] = [];
      const send: Send = async (call) => {
        const metrics = metricsOf(call);
        asked.push(metrics.join());
        const isBad = metrics.includes('likes') && (isRefusedAlone || metrics.length > 1);
        const error = new InsightsError('rejected', { metrics: ['likes'] });
        return {
          outcomes: new Map(metrics.map((metric) => [metric, isBad ? error : resultOf(metric)])),
          source: 'api',
          fetchedAt: 0,
        };
      };
      const merged = createMergedCalls();
      const metrics = ['reach', 'likes', 'shares'];
      const answer = await merged.ask(callFor(metrics), shape, send);
      assert.deepEqual(saidOf(answer, metrics), ['answered', isRefusedAlone ? 'rejected' : 'answered', 'answered']);
      assert.deepEqual(asked, ['reach,likes,shares', 'reach,shares', 'likes']);
      assert.equal(merged.isApart('likes', shape), isRefusedAlone);
    }
  });

  it('a row that cannot be read is one bad metric; an answer that cannot is none', async () => {
    const host = (path: string) => {
      let count = 0;
      const send: Send = async (call) => {
        count += 1;
        const metrics = metricsOf(call);
        const error = new InsightsError('malformed-response', { path });
        const isBad = metrics.includes('likes');
        return {
          outcomes: new Map(metrics.map((metric) => [metric, isBad ? error : resultOf(metric)])),
          source: 'api',
          fetchedAt: 0,
        };
      };
      return { send, count: () => count };
    };
    const metrics = ['reach', 'likes', 'shares'];
    const ofRow = host('data[1].total_value.value');
    const answer = await createMergedCalls().ask(callFor(metrics), shape, ofRow.send);
    assert.deepEqual(saidOf(answer, metrics), ['answered', 'malformed-response', 'answered']);
    for (const path of ['', 'data']) {
      const ofAll = host(path);
      const none = await createMergedCalls().ask(callFor(metrics), shape, ofAll.send);
      assert.deepEqual([new Set(saidOf(none, metrics)), ofAll.count()], [new Set(['malformed-response']), 1]);
    }
  });

  it('a failure that is about no metric is not searched', async () => {
    for (const code of [
      'network',
      'server-error',
      'rate-limited',
      'token-expired',
      'no-permission',
      'closed',
    ] as const) {
      let count = 0;
      const send: Send = async (call) => {
        count += 1;
        const error = new InsightsError(code);
        return { outcomes: new Map(metricsOf(call).map((metric) => [metric, error])), source: 'api', fetchedAt: 0 };
      };
      const merged = createMergedCalls();
      const answer = await merged.ask(callFor(['reach', 'likes']), shape, send);
      assert.deepEqual([saidOf(answer, ['reach', 'likes']), count], [[code, code], 1]);
      assert.ok(!merged.isApart('reach', shape) && !merged.isApart('likes', shape));
    }
  });

  it('samples that were found by a search are samples', async () => {
    const host = createHost({ bad: new Set(['likes']) });
    const send: Send = async (call) => ({
      ...(await host.send(call)),
      source: metricsOf(call).length > 1 ? 'api' : 'demo',
    });
    assert.equal((await createMergedCalls().ask(callFor(['reach', 'likes']), shape, send)).source, 'demo');
  });

  describe('several bad ones', () => {
    const metrics = metricNames.slice(0, 8);
    for (const manner of manners.slice(0, 4)) {
      it(`two of eight, wherever they are, on a host that ${manner}`, async () => {
        for (const [index, one] of metrics.entries()) {
          for (const other of metrics.slice(index + 1)) {
            const host = createHost({ manner, bad: new Set([one, other]) });
            const merged = createMergedCalls();
            const answer = await merged.ask(callFor(metrics), shape, host.send);
            assert.deepEqual(
              saidOf(answer, metrics),
              metrics.map((metric) => (host.bad.has(metric) ? 'not-offered' : 'answered')),
            );
            const apart = metrics.filter((metric) => merged.isApart(metric, shape));
            assert.deepEqual(new Set(apart), host.bad);
            assert.ok(host.count() <= (manner === 'names none' ? 11 : 3), `${host.count()} calls`);
          }
        }
      });

      it(`all, on a host that ${manner}: none is set apart, and asked again it is one call`, async () => {
        const host = createHost({ manner, bad: new Set(metrics) });
        const merged = createMergedCalls();
        const first = await merged.ask(callFor(metrics), shape, host.send);
        assert.deepEqual(new Set(saidOf(first, metrics)), new Set(['not-offered']));
        assert.deepEqual(
          metrics.filter((metric) => merged.isApart(metric, shape)),
          [],
        );
        const before = host.count();
        assert.ok(before <= 2 * metrics.length - 1, `${before} calls`);
        const second = await merged.ask(callFor(metrics), shape, host.send);
        assert.deepEqual([saidOf(second, metrics), host.count() - before], [saidOf(first, metrics), 1]);
      });
    }

    it('all, each for its own reason: so they are told the second time', async () => {
      const send: Send = async (call) => {
        const asked = metricsOf(call);
        const error = new InsightsError(asked.includes('reach') ? 'rejected' : 'not-offered');
        return { outcomes: new Map(asked.map((metric) => [metric, error])), source: 'api', fetchedAt: 0 };
      };
      const merged = createMergedCalls();
      for (let time = 0; time < 2; time += 1) {
        const answer = await merged.ask(callFor(['reach', 'likes']), shape, send);
        assert.deepEqual(saidOf(answer, ['reach', 'likes']), ['rejected', 'not-offered']);
      }
    });

    it('empty once and refused the next time, or the other way round: what is said counts', async () => {
      const few = ['reach', 'likes'];
      const silent = createHost({ silent: new Set(few) });
      const refusing = createHost({ bad: new Set(few) });
      const merged = createMergedCalls();
      for (const [{ send }, word] of [
        [silent, 'nothing'],
        [refusing, 'not-offered'],
        [silent, 'nothing'],
      ] as const) {
        assert.deepEqual(saidOf(await merged.ask(callFor(few), shape, send), few), [word, word]);
      }
    });

    it('one that has nothing to say is not refused because another one is', async () => {
      for (const manner of manners.slice(0, 4)) {
        const host = createHost({ manner, bad: new Set(['likes']), silent: new Set(['shares']) });
        const merged = createMergedCalls();
        for (let time = 0; time < 2; time += 1) {
          const answer = await merged.ask(callFor(['shares', 'likes']), shape, host.send);
          assert.deepEqual(saidOf(answer, ['shares', 'likes']), ['nothing', 'not-offered'], manner);
        }
        assert.ok(!merged.isApart('shares', shape));
      }
    });

    it('all, and later one of them not: it is answered', async () => {
      const host = createHost({ manner: 'names those to blame', bad: new Set(['reach', 'likes']) });
      const merged = createMergedCalls();
      await merged.ask(callFor(['reach', 'likes']), shape, host.send);
      host.bad.clear();
      const answer = await merged.ask(callFor(['reach', 'likes']), shape, host.send);
      assert.deepEqual(saidOf(answer, ['reach', 'likes']), ['answered', 'answered']);
      // And the call is one to search again.
      host.bad.add('likes');
      const later = await merged.ask(callFor(['reach', 'likes']), shape, host.send);
      assert.deepEqual(saidOf(later, ['reach', 'likes']), ['answered', 'not-offered']);
    });
  });

  describe('a host that answers nothing', () => {
    const metrics = metricNames.slice(0, 8);
    const all = new Set<string>(metrics);

    it('and means it: each metric is asked once, later the call alone, and no metric is set apart', async () => {
      const host = createHost({ silent: all });
      const merged = createMergedCalls();
      for (const calls of [1 + 2 + metrics.length, 1, 1]) {
        const before = host.count();
        const answer = await merged.ask(callFor(metrics), shape, host.send);
        assert.deepEqual([answer.outcomes.size, host.count() - before], [0, calls]);
      }
      assert.ok(metrics.every((metric) => !merged.isApart(metric, shape)));
    });

    it('about other days is asked anew', async () => {
      const host = createHost({ silent: all });
      const merged = createMergedCalls();
      await merged.ask(callFor(metrics, { since: '1' }), shape, host.send);
      await merged.ask(callFor(metrics, { since: '2' }), shape, host.send);
      assert.equal(host.count(), 2 * (1 + 2 + metrics.length));
    });

    it('of two metrics: the halves are the metrics, and are asked once', async () => {
      const host = createHost({ silent: all });
      const merged = createMergedCalls();
      for (const calls of [3, 1]) {
        const before = host.count();
        await merged.ask(callFor(['reach', 'likes']), shape, host.send);
        assert.equal(host.count() - before, calls);
      }
    });

    it('is asked metric by metric again after a quarter of an hour', async (t) => {
      t.mock.timers.enable({ apis: ['Date'], now: 1_000 });
      const host = createHost({ silent: all });
      const merged = createMergedCalls();
      for (const [wait, calls] of [
        [0, 11],
        [899_999, 1],
        [1, 11],
      ] as const) {
        t.mock.timers.tick(wait);
        const before = host.count();
        await merged.ask(callFor(metrics), shape, host.send);
        assert.equal(host.count() - before, calls);
      }
    });

    it('where one in each half silences it: the others are answered', async () => {
      const few = ['reach', 'likes', 'comments', 'shares', 'views'];
      for (const bad of [
        ['reach', 'shares'],
        ['likes', 'views'],
        ['comments', 'views'],
      ]) {
        const host = createHost({ manner: 'answers nothing', bad: new Set(bad) });
        const merged = createMergedCalls();
        const expected = few.map((metric) => (bad.includes(metric) ? 'nothing' : 'answered'));
        const answer = await merged.ask(callFor(few), shape, host.send);
        assert.deepEqual([saidOf(answer, few), host.count()], [expected, 1 + 2 + 5]);
        assert.deepEqual(
          few.filter((metric) => merged.isApart(metric, shape)),
          bad,
        );
        // Of the same days it is known, of others it is found out again.
        for (const [since, calls] of [
          ['', 2],
          ['1', 8],
        ] as const) {
          const before = host.count();
          const later = await merged.ask(callFor(few, since ? { since } : {}), shape, host.send);
          assert.deepEqual([saidOf(later, few), host.count() - before], [expected, calls]);
        }
      }
    });

    it('of one metric is one call', async () => {
      const host = createHost({ silent: all });
      const answer = await createMergedCalls().ask(callFor(['reach']), shape, host.send);
      assert.deepEqual([answer.outcomes.size, host.count()], [0, 1]);
    });

    it('of some metrics only is not searched', async () => {
      const host = createHost({ silent: new Set(metrics.slice(1)) });
      const answer = await createMergedCalls().ask(callFor(metrics), shape, host.send);
      assert.deepEqual([answer.outcomes.size, host.count()], [1, 1]);
    });

    it('a metric that has nothing to say is not to blame for the one that is', async () => {
      const host = createHost({ manner: 'answers nothing', bad: new Set(['likes']), silent: new Set(['shares']) });
      const merged = createMergedCalls();
      const few = ['reach', 'shares', 'comments', 'likes'];
      const answer = await merged.ask(callFor(few), shape, host.send);
      assert.deepEqual(saidOf(answer, few), ['answered', 'nothing', 'answered', 'nothing']);
      assert.deepEqual(
        few.filter((metric) => merged.isApart(metric, shape)),
        ['likes'],
      );
    });

    it('where one half has been answered, one of the other half is to blame: it is searched to the end', async () => {
      const few = ['reach', 'comments', 'saves', 'views', 'shares', 'replies', 'likes', 'reposts'];
      const host = createHost({
        manner: 'answers nothing',
        bad: new Set(['likes']),
        silent: new Set(['shares', 'replies']),
      });
      const answer = await createMergedCalls().ask(callFor(few), shape, host.send);
      assert.deepEqual(saidOf(answer, few), [
        ...['answered', 'answered', 'answered', 'answered'],
        ...['nothing', 'nothing', 'nothing', 'answered'],
      ]);
    });

    it('refused in its halves, it is searched as any refused call', async () => {
      const host = createHost({ manner: 'names none', bad: new Set(['likes', 'shares']) });
      const few = ['reach', 'likes', 'shares', 'views'];
      const send: Send = async (call) =>
        metricsOf(call).length === 4 ? { outcomes: new Map(), source: 'api', fetchedAt: 0 } : host.send(call);
      const answer = await createMergedCalls().ask(callFor(few), shape, send);
      assert.deepEqual(saidOf(answer, few), ['answered', 'not-offered', 'not-offered', 'answered']);
    });
  });

  it('given up during the search, it asks no further and remembers nothing', async () => {
    for (const manner of ['names none', 'answers nothing'] as const) {
      const host = createHost({ manner, bad: new Set(['likes']) });
      const controller = new AbortController();
      const gone = new InsightsError('unknown');
      const send: Send = async (call) => {
        if (controller.signal.aborted) {
          return { outcomes: new Map(metricsOf(call).map((metric) => [metric, gone])), source: 'api', fetchedAt: 0 };
        }
        const answer = await host.send(call);
        if (host.count() === 1) controller.abort();
        return answer;
      };
      const merged = createMergedCalls();
      const metrics = metricNames.slice(0, 8);
      const answer = await merged.ask(callFor([...metrics, 'likes']), shape, send);
      assert.equal(host.count(), 1);
      assert.deepEqual(new Set(saidOf(answer, metrics)), new Set(['unknown']));
      assert.ok(!merged.isApart('likes', shape));
    }
  });
});

describe('createMergedCalls, of calls that differ in their days', () => {
  const dayCall = (metrics: readonly string[], day: number): GraphCall => {
    const call = callFor(metrics);
    return { ...call, params: { ...call.params, since: `${day}`, until: `${day}` } };
  };

  for (const manner of ['names those to blame', 'names none'] as const) {
    it(`are searched once, whether they come together or later: a host that ${manner}`, async () => {
      const host = createHost({ manner, bad: new Set(['likes']) });
      const merged = createMergedCalls();
      const days = Array.from({ length: 28 }, (_, day) => dayCall(['reach', 'likes'], day));
      const answers = await Promise.all(days.map((call) => merged.ask(call, shape, host.send)));
      for (const answer of answers) assert.deepEqual(saidOf(answer, ['reach', 'likes'])[0], 'answered');
      for (const answer of answers) assert.notEqual(saidOf(answer, ['reach', 'likes'])[1], 'answered');
      // Each day's call, its answer without the one that spoils it, and the search.
      assert.ok(host.count() <= 28 + 28 + 1, `${host.count()} calls`);
    });
  }

  it('where it is another metric that spoils the later one, it is found', async () => {
    const host = createHost({ bad: new Set(['likes']) });
    const merged = createMergedCalls();
    const metrics = ['reach', 'likes', 'shares', 'comments'];
    await merged.ask(dayCall(metrics, 1), shape, host.send);
    host.bad.clear();
    host.bad.add('shares');
    const answer = await merged.ask(dayCall(metrics, 2), shape, host.send);
    assert.deepEqual(saidOf(answer, metrics), ['answered', 'answered', 'not-offered', 'answered']);
  });

  it('days on which the good ones have no numbers are not searched again', async () => {
    const host = createHost({
      manner: 'names those to blame',
      bad: new Set(['likes']),
      silent: new Set(['reach', 'views']),
    });
    const merged = createMergedCalls();
    for (let day = 0; day < 5; day += 1) await merged.ask(dayCall(['reach', 'likes', 'views'], day), shape, host.send);
    assert.equal(host.count(), 2 * 5);
  });

  it('a metric that is refused beside others only is answered each time', async () => {
    const merged = createMergedCalls();
    const send: Send = async (call) => {
      const metrics = (call.params.metric ?? '').split(',');
      const refusal = new InsightsError('rejected', { metrics: ['likes'] });
      return {
        source: 'api',
        fetchedAt: 0,
        outcomes: new Map(metrics.map((metric) => [metric, metrics.length > 1 ? refusal : resultOf(metric)])),
      };
    };
    for (let round = 0; round < 4; round += 1) {
      const answer = await merged.ask(callFor(['reach', 'likes']), shape, send);
      assert.deepEqual(saidOf(answer, ['reach', 'likes']), ['answered', 'answered']);
    }
  });
});
