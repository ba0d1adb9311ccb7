import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GraphCall } from '../../src/client/index.js';
import type { InsightsQuery } from '../../src/spec/index.js';
import {
  answering,
  client,
  likes,
  live,
  minutes,
  outcome,
  pass,
  past,
  recorder,
  totals,
  useFakeTime,
  watch,
} from './recorder.js';
import { noon } from './transports.contract.js';

useFakeTime();

const hour = minutes(60);
const day = 24 * hour;
const seconds = (ms: number): number => Math.floor(ms / 1000);

/** Answers by a backend that keeps them: given so long ago, and why they are not newer. */
const kept = (age: number, stale?: string) => (call: GraphCall) => ({
  ...(totals(call) as object),
  fetched_at: String(seconds(noon - age)),
  ...(stale && { stale }),
});

describe('an answer that a backend has kept', () => {
  it('is dated by when Instagram gave it, and what moved then is marked', async () => {
    const { transport } = recorder(kept(day));
    const week: InsightsQuery = { metric: 'likes', range: 'last_7_days' };
    const old = await outcome(client(transport).get(week));
    const fresh = await outcome(client(answering().transport).get(week));
    assert.equal(old.fetchedAt, noon - day);
    assert.equal(fresh.fetchedAt, noon);
    // A day ago one more of them was younger than 48 hours.
    assert.equal(old.provisional?.length, (fresh.provisional?.length ?? 0) + 1);
  });

  it('of days that no longer move is as good as new, and is not asked for again', async () => {
    const { transport, sent } = recorder(kept(day));
    const source = live(transport, { staleTime: 0 });
    const { fetchedAt, provisional } = await outcome(source.get({ metric: 'likes', ...past }));
    assert.ok(fetchedAt !== undefined && fetchedAt >= noon);
    assert.deepEqual(provisional, []);
    await outcome(source.get({ metric: 'likes', ...past }));
    assert.equal(sent.length, 1);
  });

  it('given before its days had settled still moves, whatever the calendar says today', async () => {
    const { transport, sent } = recorder(kept(30 * day));
    const source = live(transport, { staleTime: 0 });
    const { fetchedAt, provisional } = await outcome(source.get({ metric: 'likes', ...past }));
    assert.equal(fetchedAt, noon - 30 * day);
    assert.ok(provisional?.length);
    await outcome(source.get({ metric: 'likes', ...past }));
    assert.equal(sent.length, 2, 'it is asked for again');
  });

  it('in parts is dated by the oldest part that moves', async () => {
    const ages = new Map<string | undefined, number>();
    const { transport } = recorder((call) => {
      const { since } = call.params;
      const age = ages.get(since) ?? (ages.size + 1) * minutes(1);
      ages.set(since, age);
      return kept(age)(call);
    });
    const { fetchedAt, series } = await outcome(
      client(transport, { dailyTotals: true }).get({ metric: 'likes', daily: true, range: 'last_7_days' }),
    );
    assert.equal(series?.length, 7);
    const moving = [...ages].filter(([since]) => Number(since) * 1000 > noon - 3 * day);
    assert.ok(moving.length > 1 && moving.length < ages.size);
    assert.equal(fetchedAt, noon - Math.max(...moving.map(([, age]) => age)));
  });

  for (const [what, told] of [
    ['of a clock that is ahead', String(seconds(noon + hour))],
    ['that is no number', 'yesterday'],
    ['of nothing', ''],
    ['of no time', 'NaN'],
    ['of null', null],
  ] as const) {
    it(`a date ${what} is that of the arrival`, async () => {
      const { transport } = recorder((call) => ({ ...(totals(call) as object), fetched_at: told }));
      const { fetchedAt } = await outcome(client(transport).get(likes));
      assert.equal(fetchedAt, noon);
    });
  }

  it('dates the account too', async () => {
    const { transport } = recorder(() => ({
      username: 'studio',
      fetched_at: seconds(noon - hour),
      stale: 'rate-limited',
    }));
    const { fetchedAt, staleError } = await outcome(client(transport).account());
    assert.deepEqual([fetchedAt, staleError?.code], [noon - hour, 'rate-limited']);
  });
});

describe('an answer of which the backend could not have a newer one', () => {
  it('is stale, with the failure beside it, until the next success', async () => {
    let stale: string | undefined = 'token-expired';
    const { transport } = recorder((call) => kept(stale ? hour : 0, stale)(call));
    const { last, stop } = watch(live(transport), likes);
    await pass(minutes(1));
    assert.deepEqual([last().result?.stale, last().error?.code, last().result?.total], [true, 'token-expired', 7]);
    assert.equal(last().result?.fetchedAt, noon - hour);
    stale = undefined;
    last().refresh();
    await pass(minutes(1));
    assert.deepEqual(
      [last().result?.stale, last().error, last().result?.staleError],
      [undefined, undefined, undefined],
    );
    stop();
  });

  it('answers who asks once, and says why it is old', async () => {
    const { transport } = recorder(kept(hour, 'rate-limited'));
    const { stale, staleError, total } = await outcome(client(transport).get(likes));
    assert.deepEqual([stale, staleError?.code, total], [true, 'rate-limited', 7]);
  });

  it('stays as it is where even that cannot be had any more', async () => {
    const { transport } = recorder((call, count) => {
      if (count > 1) throw new TypeError('dropped');
      return kept(hour, 'rate-limited')(call);
    });
    const { last, stop } = watch(live(transport, { retries: 0 }), likes);
    await pass(minutes(1));
    const { result } = last();
    last().refresh();
    await pass(minutes(1));
    assert.equal(last().result, result, 'the same answer is not told anew');
    assert.equal(last().error?.code, 'unknown');
    stop();
  });

  for (const [code, said] of [
    // To a page `network` says that the backend was not reached. It was.
    ['network', 'server-error'],
    ['constructor', 'unknown'],
    ['EAAsecret', 'unknown'],
    ['no-permission', 'no-permission'],
  ] as const) {
    it(`"${code}" is ${said}`, async () => {
      const { transport } = recorder(kept(hour, code));
      const { staleError } = await outcome(client(transport).get(likes));
      assert.equal(staleError?.code, said);
      assert.ok(!staleError?.message.includes('EAA'));
    });
  }

  it('in parts: one stale part makes the whole stale', async () => {
    const { transport } = recorder((call, count) => kept(0, count === 2 ? 'server-error' : undefined)(call));
    const { stale, staleError } = await outcome(
      client(transport, { dailyTotals: true }).get({ metric: 'likes', daily: true, ...past }),
    );
    assert.deepEqual([stale, staleError?.code], [true, 'server-error']);
  });

  it('is not kept between visits', async () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
    const persist = { in: 'session', owner: ['https://site.test'], storage } as const;
    await outcome(live(recorder(kept(hour, 'server-error')).transport, { persist }).get(likes));
    await pass(100);
    assert.equal(items.size, 0);
    await outcome(live(recorder(kept(hour)).transport, { persist }).get(likes));
    await pass(100);
    assert.equal(items.size, 1, 'the same answer, not stale, is kept');
  });
});
