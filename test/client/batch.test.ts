import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { createInsightsClient, type GraphCall, type Transport } from '../../src/client/index.js';
import { canonicalQuery, InsightsError, type InsightsQuery } from '../../src/spec/index.js';
import {
  asking,
  createHost,
  type HostOptions,
  listed,
  numberOf,
  old,
  recent,
  tick,
  useComplaints,
  windowOf,
} from './batch-host.js';
import { errorOf, noon } from './transports.contract.js';

useComplaints();

describe('createBatch', () => {
  it('questions of one moment share their calls, and each gets its own answer', async () => {
    const { transport, sent } = createHost();
    const { ask } = asking(transport);
    const [likes, saved, byMedia] = await ask(
      { metric: 'likes', ...recent },
      { metric: 'saved', ...recent },
      { metric: 'likes', breakdown: 'media_product_type', ...recent },
    );
    const [plain, cut] = sent as [GraphCall, GraphCall];
    assert.deepEqual([plain.params.metric, cut.params.metric, sent.length], ['likes,saves', 'likes', 2]);
    assert.deepEqual([likes?.metric, likes?.total], ['likes', numberOf('likes', plain)]);
    assert.deepEqual([saved?.metric, saved?.total], ['saved', numberOf('saves', plain)]);
    assert.deepEqual([byMedia?.metric, byMedia?.total], ['likes', numberOf('likes', cut)]);
  });

  it('equal questions are one call, and equal answers', async () => {
    const { transport, asked } = createHost();
    const [one, other] = await asking(transport).ask({ metric: 'likes' }, { metric: 'likes' });
    assert.deepEqual([one, asked()], [other, ['likes']]);
  });

  it('a question of later is a call of its own', async () => {
    const { transport, asked } = createHost();
    const { ask } = asking(transport);
    await ask({ metric: 'likes' });
    await ask({ metric: 'shares' });
    assert.deepEqual(asked(), ['likes', 'shares']);
  });

  it('unique accounts over more than one count: their series, no total', async () => {
    const { transport, sent } = createHost();
    const [reach, series] = await asking(transport).ask(
      { metric: 'reach', range: 'last_90_days' },
      { metric: 'reach', metricType: 'time_series', range: 'last_90_days' },
    );
    assert.deepEqual(new Set(sent.map(({ params }) => params.metric_type)), new Set(['time_series']));
    assert.deepEqual([sent.length, reach?.total, reach?.series?.length], [4, undefined, 90]);
    assert.deepEqual(reach, series);
  });

  it('a question of many calls listens once to whether it is still wanted', async () => {
    const { transport } = createHost();
    const { signal } = new AbortController();
    const { batch } = asking(transport);
    const days = { since: '2026-10-01', until: '2026-10-28' };
    // A leak of listeners is what a process would warn of.
    const result = await batch.ask(canonicalQuery({ metric: 'likes', daily: true, ...days }, noon), signal);
    assert.equal(result.series?.length, 28);
    assert.ok(getEventListeners(signal, 'abort').length <= 2);
  });

  it('a part that fails is a gap, and the others are there', async () => {
    const failed = new InsightsError('server-error');
    const { transport } = createHost({
      instead: (call) => {
        if (windowOf(call).since === '2026-10-01') throw failed;
      },
    });
    const days = { since: '2026-09-01', until: '2026-10-31' };
    const [series] = await asking(transport).ask({ metric: 'reach', metricType: 'time_series', ...days });
    assert.deepEqual(series?.gaps, [{ since: '2026-10-01', until: '2026-10-30', error: failed }]);
    assert.equal(series?.series?.filter(({ value }) => value !== null).length, 31);
  });

  const answers: readonly [string, unknown, string][] = [
    ['the JSON of an error', { error: { code: 190, message: 'x' } }, 'token-expired'],
    ['an error beside data', { data: [], error: { code: 4 } }, 'rate-limited'],
    ['no object', null, 'malformed-response'],
    ['another object', { ok: true }, 'malformed-response'],
    ['a text', 'Not found', 'malformed-response'],
  ];
  for (const [what, json, code] of answers) {
    it(`${what} from a transport is an error, ${code}`, async () => {
      const { ask } = asking(async () => json);
      assert.equal((await errorOf(ask({ metric: 'likes' }))).code, code);
    });
  }

  it('an error of null is none', async () => {
    const host = createHost();
    const { ask } = asking(async (call) => ({ ...((await host.transport(call)) as object), error: null }));
    assert.equal((await ask({ metric: 'likes' }))[0]?.metric, 'likes');
  });

  it('whatever a transport throws is an error of ours', async () => {
    for (const thrown of [new Error('x'), 'x', undefined]) {
      const { ask } = asking(() => Promise.reject(thrown));
      assert.equal((await errorOf(ask({ metric: 'likes' }))).code, 'unknown');
      const sync = asking(() => {
        throw thrown;
      });
      assert.equal((await errorOf(sync.ask({ metric: 'likes' }))).code, 'unknown');
    }
  });

  it('one sample makes the answer a sample', async () => {
    const host = createHost();
    const { ask } = asking(async (call) => ({
      ...((await host.transport(call)) as object),
      ...(windowOf(call).since === '2026-10-01' && { source: 'demo' }),
    }));
    const [likes, shares] = await ask(
      { metric: 'likes', since: '2026-09-01', until: '2026-10-31' },
      { metric: 'shares', since: '2026-09-01', until: '2026-09-30' },
    );
    assert.deepEqual([likes?.source, shares?.source], ['demo', 'api']);
  });
});

describe('createBatch, of askers that leave', () => {
  const start = (transport: Transport, ...queries: readonly InsightsQuery[]) => {
    const { batch } = asking(transport);
    return queries.map((query) => {
      const controller = new AbortController();
      const answer = batch.ask(canonicalQuery(query, noon), controller.signal);
      const reason = answer.then(
        () => 'answered',
        (thrown: unknown) => thrown,
      );
      return { leave: () => controller.abort('left'), reason };
    });
  };
  const endless = () => createHost({ instead: () => new Promise(() => {}) });
  const flushed = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

  it('before anything is sent: nothing is', async () => {
    const { transport, sent } = createHost();
    const [asker] = start(transport, { metric: 'likes' });
    asker?.leave();
    await flushed();
    assert.deepEqual([await asker?.reason, sent], ['left', []]);
  });

  it('one of two: the call stays, for the other', async () => {
    const { transport, signals } = endless();
    const [one, other] = start(transport, { metric: 'likes' }, { metric: 'shares' });
    await flushed();
    one?.leave();
    assert.equal(await one?.reason, 'left');
    assert.deepEqual(
      signals.map((signal) => signal?.aborted),
      [false],
    );
    other?.leave();
    assert.deepEqual([await other?.reason, signals.map((signal) => signal?.aborted)], ['left', [true]]);
  });

  it('only the calls that nobody else waits for are given up', async () => {
    const { transport, sent, signals } = endless();
    const [long, short] = start(
      transport,
      { metric: 'likes', since: '2026-09-01', until: '2026-10-31' },
      { metric: 'likes', since: '2026-10-01', until: '2026-10-30' },
    );
    await flushed();
    long?.leave();
    const given = sent.map((call, index) => [windowOf(call).since, signals[index]?.aborted]);
    assert.deepEqual(given, [
      ['2026-09-01', true],
      ['2026-10-01', false],
      ['2026-10-31', true],
    ]);
    short?.leave();
    await short?.reason;
  });

  it('already gone: rejected at once, and not asked', async () => {
    const { transport, sent } = createHost();
    const { batch } = asking(transport);
    const asked = batch.ask(canonicalQuery({ metric: 'likes' }, noon), AbortSignal.abort('gone'));
    await assert.rejects(asked, (reason) => reason === 'gone');
    await flushed();
    assert.deepEqual(sent, []);
  });

  it('what an asker has left is not kept as an answer, nor held against a metric', async () => {
    const host = createHost();
    let isUp = false;
    const { batch, ask } = asking((call, options) =>
      isUp
        ? host.transport(call)
        : new Promise((_, reject) => options?.signal?.addEventListener('abort', () => reject(options.signal?.reason))),
    );
    const controller = new AbortController();
    const left = (['likes', 'shares'] as const).map((metric) =>
      batch.ask(canonicalQuery({ metric, ...old }, noon), controller.signal),
    );
    await flushed();
    controller.abort();
    await Promise.allSettled(left);
    isUp = true;
    await ask({ metric: 'likes', ...old }, { metric: 'shares', ...old });
    assert.deepEqual(host.asked(), ['likes,shares']);
  });
});

describe('a year, day by day', () => {
  const year = { since: '2025-11-20', until: '2026-11-19' };

  /** A client over a host whose calls take a moment. */
  const slow = (options: HostOptions = {}) => {
    const host = createHost(options);
    let under = 0;
    let most = 0;
    const transport: Transport = async (call, more) => {
      under += 1;
      most = Math.max(most, under);
      try {
        await tick();
        return await host.transport(call, more);
      } finally {
        under -= 1;
      }
    };
    const client = createInsightsClient({ transport, now: () => noon, dailyTotals: true, retries: 0, staleTime: 0 });
    return { client, host, most: () => most };
  };

  it('is 365 calls, never more than six of them under way, and later none', async () => {
    const { client, host, most } = slow();
    const result = await client.get({ metric: 'likes', daily: true, ...year });
    assert.deepEqual([host.sent.length, most()], [365, 6]);
    assert.equal(result.series?.filter(({ value }) => value !== null).length, 365);
    assert.deepEqual([result.total, result.gaps, result.source], [undefined, undefined, 'api']);
    host.asked();
    assert.deepEqual((await client.get({ metric: 'likes', daily: true, ...year })).series, result.series);
    assert.deepEqual(host.asked(), []);
  });

  it('whoever leaves stops what has not been sent', async () => {
    const { client, host } = slow();
    const controller = new AbortController();
    const asked = client.get({ metric: 'likes', daily: true, ...year }, { signal: controller.signal });
    const rejected = assert.rejects(asked, (reason) => reason === 'left');
    while (host.sent.length < 12) await tick();
    controller.abort('left');
    await rejected;
    const sent = host.sent.length;
    assert.ok(sent < 30);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.ok(host.sent.length <= sent + 6, 'those under way may end');
  });

  it('a card beside it is answered, and shares the day that it asks for too', async () => {
    const { client, host } = slow();
    const day = { since: '2026-11-01', until: '2026-11-01' };
    const [daily, shares, likes] = await Promise.all([
      client.get({ metric: 'likes', daily: true, ...year }),
      client.get({ metric: 'shares', ...day }),
      client.get({ metric: 'likes', ...day }),
    ]);
    assert.equal(host.sent.length, 365);
    assert.equal(likes.total, daily.series?.find(({ day: label }) => label === '2026-11-01')?.value);
    assert.equal(
      shares.total,
      numberOf('shares', host.sent.find((call) => listed(call).length === 2) ?? assert.fail()),
    );
  });
});
