import assert from 'node:assert/strict';
import { register } from 'node:module';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createBatch } from '../../src/client/batch.js';
import type { Transport } from '../../src/client/index.js';
import { canonicalQuery, InsightsError, type InsightsQuery, type InsightsResult } from '../../src/spec/index.js';
import { noon } from './transports.contract.js';

// In this process, late.js is what a page cannot load: it is offline by now, or a new release has taken the file away.
register(
  `data:text/javascript,${encodeURIComponent(`
    export const resolve = (specifier, context, next) => {
      if (specifier.endsWith('/late.js')) throw new Error('Failed to fetch dynamically imported module');
      return next(specifier, context);
    };
  `)}`,
);

const unhandled: unknown[] = [];
const keep = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => void process.on('unhandledRejection', keep));
afterEach(async () => {
  await new Promise(setImmediate);
  process.off('unhandledRejection', keep);
  assert.deepEqual(unhandled.splice(0), []);
});

/** Answers, but for `views`. */
const transport: Transport = async ({ params }) => {
  const metrics = params.metric?.split(',') ?? [];
  if (metrics.includes('views')) throw new InsightsError('not-offered');
  return { data: metrics.map((name) => ({ name, period: 'day', total_value: { value: 7 } })) };
};

async function outcomesOf(...queries: readonly InsightsQuery[]): Promise<PromiseSettledResult<InsightsResult>[]> {
  return outcomesOver(transport, ...queries);
}

async function outcomesOver(
  over: Transport,
  ...queries: readonly InsightsQuery[]
): Promise<PromiseSettledResult<InsightsResult>[]> {
  const batch = createBatch({ transport: over, maxWindowSeconds: undefined, now: () => noon });
  return Promise.allSettled(
    queries.map((query) => batch.ask(canonicalQuery(query, noon), new AbortController().signal)),
  );
}

const assertNetwork = (outcome: PromiseSettledResult<unknown> | undefined): void => {
  assert.ok(outcome?.status === 'rejected');
  const error = outcome.reason as InsightsError;
  assert.deepEqual([error.code, error.recoverable], ['network', true]);
  assert.match(error.message, /^A part of insights-elements could not be loaded\./);
};

describe('createBatch, where the parts that are loaded later cannot be', () => {
  it('answers what most pages ask', async () => {
    const [likes, shares] = await outcomesOf({ metric: 'likes' }, { metric: 'shares' });
    for (const outcome of [likes, shares]) {
      assert.deepEqual(
        [outcome?.status, (outcome as PromiseFulfilledResult<InsightsResult>).value.total],
        ['fulfilled', 7],
      );
    }
  });

  it('says so where a bad metric would have to be found, and that asking again can help', async () => {
    for (const outcome of await outcomesOf({ metric: 'likes' }, { metric: 'views' })) assertNetwork(outcome);
  });

  it('says so where parts would have to be put together, and answers the others', async () => {
    const [long, daily, plain] = await outcomesOf(
      { metric: 'likes', range: 'last_90_days' },
      { metric: 'likes', daily: true, range: 'last_7_days' },
      { metric: 'likes', range: 'last_7_days' },
    );
    assertNetwork(long);
    assertNetwork(daily);
    assert.equal(plain?.status, 'fulfilled');
  });

  it('says so where an answer is of a shape that pages seldom meet', async () => {
    const unusual: Transport = async () => ({ data: [{ name: 'likes', period: 'day', total_value: { value: '7' } }] });
    const [likes] = await outcomesOver(unusual, { metric: 'likes' });
    assertNetwork(likes);
  });

  it('a refusal of one metric is what it is', async () => {
    const [views] = await outcomesOf({ metric: 'views' });
    assert.equal(((views as PromiseRejectedResult).reason as InsightsError).code, 'not-offered');
  });
});
