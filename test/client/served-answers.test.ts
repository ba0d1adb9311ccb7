import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { InsightsClient, InsightsSnapshot } from '../../src/client/index.js';
import { dueIn, readServed, servedKey, withServed, writeServed } from '../../src/client/served-answers.js';
import { InsightsError, type InsightsQuery } from '../../src/spec/index.js';

const now = Date.parse('2026-11-20T20:00:00Z');
const minute = 60_000;
const query: InsightsQuery = { metric: 'likes', range: 'last_7_days' };
const likes = { metric: 'likes', period: 'day', total: 12, fetchedAt: now - 5 * minute } as const;
const account = { username: 'studio', followersCount: 12, source: 'api', fetchedAt: now - 5 * minute } as const;
const answers = new Map([[servedKey(query, now), likes]]);

describe('readServed', () => {
  it('reads what was written', () => {
    const served = { result: likes, profile: account, answers, account };
    assert.deepEqual(readServed(writeServed(served)), served);
  });

  const others: readonly [string, string][] = [
    ['no JSON', '{'],
    ['no object', '[]'],
    ['a result without a metric', '{"result":{"period":"day"}}'],
    ['a metric of nobody', '{"result":{"metric":"constructor","period":"day"}}'],
    ['a number that is a text', '{"result":{"metric":"likes","period":"day","total":"<img>"}}'],
    ['what looks like a token', `{"profile":{"name":"EAAG${'a'.repeat(60)}"}}`],
    ['a text without end', `{"profile":{"name":"${'a'.repeat(1000)}"}}`],
    ['an answer without its question', '{"answers":[[]]}'],
    ['answers that are no list', '{"answers":{"a":1}}'],
  ];
  for (const [what, text] of others) {
    it(`refuses ${what}`, () =>
      assert.throws(() => readServed(text), { name: 'InsightsError', code: 'malformed-response' }));
  }

  it('leaves out what no answer has', () => {
    const text = JSON.stringify({ result: { ...likes, html: '<b>', __proto__: { a: 1 } }, token: 'x' });
    assert.deepEqual(readServed(text), { result: likes, answers: new Map() });
  });
});

describe('withServed', () => {
  let time = now;
  let asked: unknown[] = [];
  let tell: ((snapshot: InsightsSnapshot) => void) | undefined;
  const client: InsightsClient = {
    version: 1,
    apiVersion: 'v25.0',
    now: () => time,
    maxWindowSeconds: 2_592_000,
    get: async () => likes,
    observe: (each, callback, options) => {
      asked.push([each, options?.refreshInterval]);
      tell = callback;
      callback({ fetching: true, refresh: () => {} });
      return () => asked.push('stopped');
    },
    account: async () => ({ username: 'newer' }),
    clear: () => {},
  };
  const watch = (options = {}): { readonly heard: InsightsSnapshot[]; readonly stop: () => void } => {
    const heard: InsightsSnapshot[] = [];
    return {
      heard,
      stop: withServed(client, { answers, account }).observe(query, (each) => heard.push(each), options),
    };
  };

  beforeEach(() => {
    time = now;
    asked = [];
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  it('shows an answer at once, and asks when it is 15 minutes old', () => {
    const { heard, stop } = watch();
    assert.deepEqual(
      heard.map(({ result, fetching }) => [result, fetching]),
      [[likes, false]],
    );
    mock.timers.tick(10 * minute - 1);
    assert.deepEqual(asked, []);
    mock.timers.tick(1);
    assert.deepEqual(asked, [[query, undefined]]);
    stop();
    assert.deepEqual(asked.slice(1), ['stopped']);
  });

  it('keeps it on screen while a newer one is asked for, and says how old it is where that fails', () => {
    const { heard } = watch();
    mock.timers.tick(10 * minute);
    assert.deepEqual(heard.at(-1)?.result, likes);
    assert.equal(heard.at(-1)?.fetching, true);
    const error = new InsightsError('network');
    tell?.({ error, fetching: false, refresh: () => {} });
    assert.deepEqual(heard.at(-1)?.result, { ...likes, stale: true });
    assert.equal(heard.at(-1)?.error, error);
    const newer = { ...likes, total: 13 };
    tell?.({ result: newer, fetching: false, refresh: () => {} });
    assert.equal(heard.at(-1)?.result, newer);
  });

  it('asks sooner where the element does, or somebody wants it now', () => {
    watch({ refreshInterval: 6 * minute });
    mock.timers.tick(minute);
    assert.deepEqual(asked, [[query, 6 * minute]]);
    const { heard } = watch();
    heard[0]?.refresh();
    assert.equal(asked.length, 2);
    heard[0]?.refresh();
    assert.equal(asked.length, 2);
  });

  it('asks nothing more once nobody watches', () => {
    watch().stop();
    mock.timers.tick(60 * minute);
    assert.deepEqual(asked, []);
  });

  it('hands on every other question', () => {
    withServed(client, { answers }).observe({ metric: 'reach' }, () => {});
    assert.equal(asked.length, 1);
  });

  it('knows the account as long', async () => {
    const served = withServed(client, { answers, account });
    assert.equal(await served.account(), account);
    time += 11 * minute;
    assert.deepEqual(await served.account(), { username: 'newer' });
  });

  /** What a client has for who wants to hear of its clear(), and who does. */
  function clearable(): {
    readonly clearing: Set<() => void>;
    readonly onClear: NonNullable<InsightsClient['onClear']>;
  } {
    const clearing = new Set<() => void>();
    return {
      clearing,
      onClear: (callback) => {
        clearing.add(callback);
        return () => clearing.delete(callback);
      },
    };
  }

  it('forgets with its client: what is on screen goes, and is asked for', async () => {
    const { clearing, onClear } = clearable();
    const served = withServed({ ...client, onClear }, { answers, account });
    const [waiting, asking, over]: InsightsSnapshot[][] = [[], [], []];
    served.observe(query, (each) => waiting?.push(each));
    served.observe(query, (each) => asking?.push(each));
    served.observe(query, (each) => over?.push(each))();
    asking?.[0]?.refresh();
    assert.equal(asking?.at(-1)?.result, likes);
    for (const hear of clearing) hear();
    assert.deepEqual(
      [waiting, asking, over].map((heard) => heard?.at(-1)?.result),
      [undefined, undefined, likes],
    );
    assert.equal(asked.length, 2);
    assert.deepEqual(await served.account(), { username: 'newer' });
    served.observe(query, () => {});
    assert.equal(asked.length, 3);
    mock.timers.tick(60 * minute);
    assert.equal(asked.length, 3);
    assert.equal(clearing.size, 1);
  });

  it('stays with its client no longer than somebody watches', async () => {
    const { clearing, onClear } = clearable();
    const cleared = { ...client, onClear };
    const fronts = Array.from({ length: 20 }, () => withServed(cleared, { answers, account }));
    const stops = fronts.map((front) => front.observe(query, () => {}));
    assert.ok(clearing.size >= 20);
    for (const stop of stops) stop();
    // One for the client, to know of the clear by: what nobody watches has to forget too.
    assert.ok(clearing.size <= 1, String(clearing.size));
    for (const hear of clearing) hear();
    assert.deepEqual(await fronts[0]?.account(), { username: 'newer' });
    const heard: InsightsSnapshot[] = [];
    fronts[0]?.observe(query, (each) => heard.push(each));
    assert.equal(heard[0]?.result, undefined);
    // What comes from a server after that is of who is there now.
    assert.equal(await withServed(cleared, { answers, account }).account(), account);
  });

  it('can be cleared by who hears it', () => {
    const { clearing, onClear } = clearable();
    const heard: unknown[] = [];
    withServed({ ...client, onClear }, { answers }).observe(query, ({ result }) => {
      heard.push(result);
      if (heard.length === 1) for (const hear of [...clearing]) hear();
    });
    mock.timers.tick(60 * minute);
    assert.deepEqual(heard, [likes, undefined]);
    assert.equal(asked.length, 1);
  });

  it('does not believe a time that has not come: by that it would never be asked again', async () => {
    const fetchedAt = Number.MAX_SAFE_INTEGER;
    const served = withServed(client, {
      answers: new Map([[servedKey(query, now), { ...likes, fetchedAt }]]),
      account: { ...account, fetchedAt },
    });
    served.observe(query, () => {});
    mock.timers.tick(0);
    assert.equal(asked.length, 1);
    assert.deepEqual(await served.account(), { username: 'newer' });
    // A clock may be slow.
    assert.equal(dueIn({ fetchedAt: now + minute }, now), 15 * minute);
  });

  it('has only what it was served, where the page names nobody to ask', async () => {
    const served = withServed(undefined, { answers: new Map([[servedKey(query, Date.now()), likes]]), account });
    const heard: InsightsSnapshot[] = [];
    served.observe(query, (each) => heard.push(each));
    served.observe({ metric: 'reach' }, (each) => heard.push(each));
    mock.timers.tick(60 * minute);
    assert.deepEqual(
      heard.map(({ result, error }) => result ?? error?.code),
      [likes, 'no-client'],
    );
    assert.equal(await served.account(), account);
    await assert.rejects(served.get({ metric: 'reach' }), { code: 'no-client' });
  });
});
