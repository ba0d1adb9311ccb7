import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Batch } from '../../src/client/batch.js';
import { type Transport } from '../../src/client/index.js';
import { partsOf } from '../../src/client/plan.js';
import { canonicalQuery, InsightsError, type InsightsQuery, type InsightsResult } from '../../src/spec/index.js';
import { type Asking, asking, createHost, listed, old, recent, useComplaints, windowOf } from './batch-host.js';
import { legalQueries } from './legal-queries.js';
import { noon } from './transports.contract.js';

useComplaints();

describe('createBatch, of days that have settled', () => {
  const minute = 60_000;

  it('they are not asked again, by whichever question', async () => {
    const { transport, asked } = createHost();
    const { ask } = asking(transport);
    const [first] = await ask({ metric: 'likes', ...old });
    assert.deepEqual(asked(), ['likes']);
    const [second, third] = await ask({ metric: 'likes', ...old }, { metric: 'likes', ...old });
    assert.deepEqual([second, third, asked()], [first, first, []]);
    await ask({ metric: 'likes', ...old }, { metric: 'shares', ...old });
    assert.deepEqual(asked(), ['shares']);
  });

  it('days that still move are', async () => {
    const { transport, asked } = createHost();
    const { ask } = asking(transport);
    for (let time = 0; time < 2; time += 1) {
      await ask({ metric: 'likes', ...recent });
      assert.deepEqual(asked(), ['likes']);
    }
  });

  it('of 90 days only the newest part is', async () => {
    let now = noon;
    const { transport, sent } = createHost();
    const { ask } = asking(transport, () => now);
    const query: InsightsQuery = { metric: 'likes', since: '2026-08-24', until: '2026-11-21' };
    const [first] = await ask(query);
    assert.equal(sent.splice(0).length, 4);
    now += minute;
    const [second] = await ask(query);
    assert.deepEqual(sent.map(windowOf), [{ since: '2026-11-21', until: '2026-11-21' }]);
    assert.deepEqual([second?.total, second?.fetchedAt], [first?.total, now]);
  });

  it('they keep the time at which they were answered', async () => {
    let now = noon;
    const { transport } = createHost();
    const { ask } = asking(transport, () => now);
    await ask({ metric: 'likes', ...old });
    now += 60 * minute;
    const [later] = await ask({ metric: 'likes', ...old });
    assert.equal(later?.fetchedAt, noon);
  });

  it('a part that failed is asked again at once, one that was left out after six hours, or where it is forgotten', async (t) => {
    let time = noon;
    t.mock.method(Date, 'now', () => time);
    let isUp = false;
    const { transport, sent } = createHost({
      instead: (call) => {
        const { since } = windowOf(call);
        if (isUp || since === '2026-09-01') return undefined;
        if (since === '2026-10-01') throw new InsightsError('server-error');
        return { data: [] };
      },
    });
    const { ask, batch } = asking(transport);
    const query: InsightsQuery = { metric: 'likes', since: '2026-09-01', until: '2026-10-31' };
    const [first] = await ask(query);
    assert.deepEqual([first?.total, first?.parts?.length, first?.gaps?.length], [undefined, 1, 1]);
    isUp = true;
    sent.splice(0);
    const [second] = await ask(query);
    const asked = (): string[] => sent.splice(0).map((call) => windowOf(call).since);
    assert.deepEqual(asked(), ['2026-10-01']);
    assert.deepEqual([second?.gaps, second?.total], [undefined, undefined]);
    time += 360 * minute - 1;
    await ask(query);
    assert.deepEqual(asked(), []);
    time += 1;
    const [third] = await ask(query);
    assert.deepEqual(asked(), ['2026-10-31']);
    assert.equal(third?.derivation, 'sum of 3 totals by Instagram');
    batch.forget(canonicalQuery(query, noon));
    await ask(query);
    assert.deepEqual(asked(), ['2026-09-01', '2026-10-01', '2026-10-31']);
  });

  it('of which nothing came, they are asked at once where they are forgotten', async () => {
    const { transport, asked } = createHost({ instead: () => ({ data: [] }) });
    const { ask, batch } = asking(transport);
    for (const calls of [['likes'], []]) {
      await ask({ metric: 'likes', ...old });
      assert.deepEqual(asked(), calls);
    }
    batch.forget(canonicalQuery({ metric: 'likes', ...old }, noon));
    await ask({ metric: 'likes', ...old });
    assert.deepEqual(asked(), ['likes']);
  });

  it('a day of a daily question is the plain question of that day, and the other way round', async () => {
    const { transport, sent } = createHost();
    const { ask } = asking(transport);
    const day = { since: '2026-10-05', until: '2026-10-05' };
    const [plain] = await ask({ metric: 'likes', ...day });
    const [daily] = await ask({ metric: 'likes', daily: true, since: '2026-10-04', until: '2026-10-06' });
    assert.deepEqual(
      sent.splice(0).map((call) => windowOf(call).since),
      ['2026-10-05', '2026-10-04', '2026-10-06'],
    );
    assert.equal(daily?.series?.[1]?.value, plain?.total);
    await ask({ metric: 'likes', since: '2026-10-06', until: '2026-10-06' });
    assert.equal(sent.length, 0);
  });

  it('clear forgets them', async () => {
    const { transport, asked } = createHost();
    const { ask, batch } = asking(transport);
    await ask({ metric: 'likes', ...old });
    batch.clear();
    await ask({ metric: 'likes', ...old });
    assert.deepEqual(asked(), ['likes', 'likes']);
  });

  it('an answer that comes after clear, to a call from before, is not kept', async () => {
    const { transport, asked } = createHost();
    let go = (): void => assert.fail('nothing was sent');
    const held: Transport = async (call, options) => {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
      return transport(call, options);
    };
    let isHeld = true;
    const { ask, batch } = asking((call, options) => (isHeld ? held : transport)(call, options));
    const asker = ask({ metric: 'likes', ...old });
    await new Promise((resolve) => setTimeout(resolve, 5));
    batch.clear();
    isHeld = false;
    go();
    await asker;
    await ask({ metric: 'likes', ...old });
    assert.deepEqual(asked(), ['likes', 'likes']);
  });
});

describe('createBatch, of a metric that is refused', () => {
  const page: readonly InsightsQuery[] = [{ metric: 'likes' }, { metric: 'views' }, { metric: 'shares' }];
  const outcomesOf = async ({ batch }: Asking, queries: readonly InsightsQuery[]): Promise<string[]> => {
    const asked = queries.map((query) => batch.ask(canonicalQuery(query, noon), new AbortController().signal));
    return (await Promise.allSettled(asked)).map((outcome) =>
      outcome.status === 'fulfilled' ? 'answered' : (outcome.reason as InsightsError).code,
    );
  };

  for (const isNaming of [true, false]) {
    it(`it alone fails, and is asked alone from then on: a host that ${isNaming ? 'names it' : 'does not'}`, async () => {
      const { transport, asked, bad } = createHost({ bad: new Set(['views']), isNaming });
      const asker = asking(transport);
      assert.deepEqual(await outcomesOf(asker, page), ['answered', 'not-offered', 'answered']);
      assert.equal(asked().length, isNaming ? 2 : 3);
      assert.deepEqual(await outcomesOf(asker, page), ['answered', 'not-offered', 'answered']);
      assert.deepEqual(asked(), ['likes,shares', 'views']);
      // Also over other days, and when it is what the page asks first.
      const reversed = page.toReversed().map((query) => ({ ...query, range: 'last_7_days' }) as InsightsQuery);
      await outcomesOf(asker, reversed);
      assert.deepEqual(asked(), ['likes,shares', 'views']);
      bad.clear();
      assert.deepEqual(await outcomesOf(asker, page), ['answered', 'answered', 'answered']);
      assert.deepEqual(asked(), ['likes,shares', 'views']);
      await outcomesOf(asker, page);
      assert.deepEqual(asked(), ['likes,shares,views']);
    });
  }

  it('is known by the name that it has in a call', async () => {
    const { transport, asked } = createHost({ bad: new Set(['saves']), isNaming: true });
    const asker = asking(transport);
    const queries: readonly InsightsQuery[] = [{ metric: 'likes' }, { metric: 'saved' }];
    for (const calls of [
      ['likes,saves', 'likes'],
      ['likes', 'saves'],
    ]) {
      assert.deepEqual(await outcomesOf(asker, queries), ['answered', 'not-offered']);
      assert.deepEqual(asked(), calls);
    }
  });

  it('broken down it is apart too; by day it is asked with the others', async () => {
    const { transport, asked } = createHost({ bad: new Set(['reach']), isNaming: true });
    const asker = asking(transport);
    const few: readonly InsightsQuery[] = [{ metric: 'likes' }, { metric: 'reach' }, { metric: 'shares' }];
    await outcomesOf(asker, few);
    asked();
    const byMedia = few.map((query) => ({ ...query, breakdown: 'media_product_type' }) as InsightsQuery);
    await outcomesOf(asker, byMedia);
    assert.deepEqual(asked(), ['likes,shares', 'reach']);
    await outcomesOf(asker, [
      { metric: 'reach', metricType: 'time_series' },
      { metric: 'follower_count', metricType: 'time_series' },
    ]);
    assert.deepEqual(asked().slice(0, 1), ['reach,follower_count']);
  });

  it('clear forgets it', async () => {
    const { transport, asked } = createHost({ bad: new Set(['views']), isNaming: true });
    const asker = asking(transport);
    await outcomesOf(asker, page);
    asker.batch.clear();
    asked();
    await outcomesOf(asker, page);
    assert.equal(asked()[0], 'likes,shares,views');
  });

  it('a row that cannot be read fails its metric, and no other', async () => {
    const { transport } = createHost({
      instead: (call) =>
        listed(call).includes('views')
          ? {
              data: listed(call).map((name) => ({
                name,
                period: 'day',
                total_value: { value: name === 'views' ? 'many' : 7 },
              })),
            }
          : undefined,
    });
    assert.deepEqual(await outcomesOf(asking(transport), page), ['answered', 'malformed-response', 'answered']);
  });

  it('together, alone, or a second time: the same answers', async () => {
    const plain = (outcome: PromiseSettledResult<InsightsResult>): unknown =>
      outcome.status === 'fulfilled'
        ? { ...outcome.value, gaps: outcome.value.gaps?.map((gap) => ({ ...gap, error: gap.error.code })) }
        : (outcome.reason as InsightsError).code;
    const settle = async (batch: Batch, queries: readonly InsightsQuery[]): Promise<unknown[]> => {
      const asked = queries.map((query) => batch.ask(canonicalQuery(query, noon), new AbortController().signal));
      return (await Promise.allSettled(asked)).map(plain);
    };
    const few = fc.subarray(['likes', 'reach', 'views', 'saves', 'follower_count', 'follower_demographics']);
    await fc.assert(
      fc.asyncProperty(legalQueries, few, fc.boolean(), async (given, bad, isNaming) => {
        // What has no part is not for a batch to ask.
        const queries = given.filter((query) => partsOf(canonicalQuery(query, noon)).length > 0);
        const create = (): Batch => asking(createHost({ bad: new Set(bad), isNaming }).transport).batch;
        const alone = await Promise.all(queries.map(async (query) => (await settle(create(), [query]))[0]));
        const shared = create();
        assert.deepEqual(await settle(shared, queries), alone);
        assert.deepEqual(await settle(shared, queries), alone);
      }),
      { numRuns: 100 },
    );
  });
});
