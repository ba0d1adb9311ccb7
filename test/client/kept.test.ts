import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InsightsClient, InsightsClientOptions, Transport } from '../../src/client/index.js';
import { InsightsError, type InsightsQuery } from '../../src/spec/index.js';
import {
  answering,
  likes,
  live,
  minutes,
  outcome,
  pass,
  reach,
  recorder,
  shares,
  totals,
  useFakeTime,
  watch,
} from './recorder.js';
import { errorOf } from './transports.contract.js';

useFakeTime();

type Persist = NonNullable<InsightsClientOptions['persist']>;
type Stored = NonNullable<Persist['storage']>;

/** What a browser keeps between visits. */
function createStorage() {
  const entries = new Map<string, string>();
  const storage: Stored = {
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, text) => void entries.set(name, text),
    removeItem: (name) => void entries.delete(name),
  };
  return { storage, entries, text: () => [...entries].flat().join() };
}

const owner = ['https://backend.example/insights', 'my-account', 'v25.0'];

/** A visit to a page that keeps answers. */
const visit = (transport: Transport, storage: Stored | undefined, persist: Partial<Persist> = {}): InsightsClient =>
  live(transport, { persist: { in: 'local', owner, storage, ...persist } });

/** A storage in which an earlier visit has left its answers: sevens. */
async function afterVisit(queries: readonly InsightsQuery[] = [likes]): Promise<ReturnType<typeof createStorage>> {
  const kept = createStorage();
  const made = visit(answering().transport, kept.storage);
  await outcome(Promise.all(queries.map((query) => made.get(query))));
  await pass(0);
  assert.equal(kept.entries.size, 1);
  return kept;
}

describe('persist: an answer of an earlier visit', () => {
  it('is shown at once, said to be from there, and not asked for while it is fresh', async () => {
    const { storage } = await afterVisit([likes, shares]);
    await pass(minutes(14));
    const { transport, sent } = answering();
    const made = visit(transport, storage);
    const watches = [watch(made, likes), watch(made, shares)];
    await pass(0);
    for (const { snapshots, last, stop } of watches) {
      assert.deepEqual([last().result?.total, last().result?.stored, last().fetching], [7, true, false]);
      assert.ok(snapshots.every(({ result, fetching }) => result || fetching));
      stop();
    }
    assert.equal((await outcome(made.get(likes))).stored, true);
    assert.equal(sent.length, 0);
  });

  it('is shown at once, and refreshed behind it when it is no longer fresh', async () => {
    const { storage } = await afterVisit();
    await pass(minutes(16));
    const { transport, sent } = recorder((call) => totals(call, 8));
    const { snapshots, last, stop } = watch(visit(transport, storage), likes);
    await pass(0);
    const [first] = snapshots.filter(({ result }) => result);
    assert.deepEqual([first?.result?.total, first?.result?.stored, first?.fetching], [7, true, true]);
    await pass(100);
    assert.deepEqual([last().result?.total, last().result?.stored, last().fetching], [8, undefined, false]);
    assert.equal(sent.length, 1);
    stop();
  });

  it('is not what get gives, once it is no longer fresh', async () => {
    const { storage } = await afterVisit();
    await pass(minutes(16));
    const { transport } = recorder((call) => totals(call, 8));
    const { total, stored } = await outcome(visit(transport, storage).get(likes));
    assert.deepEqual([total, stored], [8, undefined]);
  });

  it('stays through a failure, as stale', async () => {
    const { storage } = await afterVisit();
    await pass(minutes(16));
    const { transport } = recorder(() => new InsightsError('token-expired', { status: 502 }));
    const made = visit(transport, storage);
    const { last, stop } = watch(made, likes);
    await pass(100);
    assert.deepEqual(
      [last().result?.total, last().result?.stored, last().result?.stale, last().error?.code],
      [7, true, true, 'token-expired'],
    );
    assert.equal((await errorOf(outcome(made.get(likes)))).code, 'token-expired');
    stop();
  });

  it('is shared with another client of the same page', async () => {
    const { storage } = createStorage();
    const [one, two] = [answering(), answering()];
    await outcome(visit(one.transport, storage).get(likes));
    await pass(0);
    assert.equal((await outcome(visit(two.transport, storage).get(likes))).total, 7);
    assert.deepEqual([one.sent.length, two.sent.length], [1, 0]);
  });

  const strangers: readonly [string, Partial<Persist>][] = [
    ['of another owner', { owner: [...owner.slice(0, 1), 'another-account', 'v25.0'] }],
    ['of nobody', { owner: [] }],
    ['that may no longer be shown', { maxAge: minutes(10) }],
  ];
  for (const [what, persist] of strangers) {
    it(`${what} is not shown`, async () => {
      const { storage } = await afterVisit();
      await pass(minutes(11));
      const { transport, sent } = recorder();
      const { snapshots, stop } = watch(visit(transport, storage, persist), likes);
      await pass(100);
      assert.ok(snapshots.every(({ result }) => result === undefined));
      assert.equal(sent.length, 1);
      stop();
    });
  }

  it('is not there to another question', async () => {
    const { storage } = await afterVisit();
    const { transport, asked } = answering();
    const made = visit(transport, storage);
    await outcome(Promise.all([made.get(likes), made.get({ metric: 'likes', range: 'last_7_days' }), made.get(reach)]));
    assert.deepEqual(asked().toSorted(), ['likes', 'reach']);
  });

  it('with a gap was not kept, nor is who the account is', async () => {
    const kept = createStorage();
    const { transport } = recorder((call, count) => {
      if (call.edge === 'account') return { username: 'studio', name: 'Studio' };
      return count === 2 ? new InsightsError('no-permission') : totals(call);
    });
    const made = visit(transport, kept.storage);
    const { gaps } = await outcome(made.get({ metric: 'likes', since: '2026-08-01', until: '2026-10-29' }));
    assert.equal(gaps?.length, 1);
    assert.equal((await outcome(made.account())).username, 'studio');
    await pass(100);
    assert.equal(kept.text(), '');
  });

  it('nobody asked for is not looked for: without persist no storage is touched', async (test) => {
    const kept = await afterVisit();
    const page = globalThis as { localStorage?: unknown };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    test.after(() =>
      Object.defineProperty(globalThis, 'localStorage', before ?? { value: undefined, configurable: true }),
    );
    Object.defineProperty(globalThis, 'localStorage', { value: kept.storage, configurable: true });
    assert.equal(page.localStorage, kept.storage);
    const text = kept.text();
    const { transport, sent } = recorder((call) => totals(call, 8));
    assert.equal((await outcome(live(transport).get(likes))).total, 8);
    await pass(100);
    assert.deepEqual([kept.text(), sent.length], [text, 1]);
    // With persist, and no storage named, it is the page's own.
    assert.equal((await outcome(visit(transport, undefined).get(likes))).total, 7);
  });

  it('is of no use to who has stopped meanwhile', async () => {
    const { storage } = await afterVisit();
    await pass(minutes(16));
    const { transport, sent } = answering();
    const { snapshots, stop } = watch(visit(transport, storage), likes);
    stop();
    const said = snapshots.length;
    await pass(100);
    assert.deepEqual([snapshots.length, sent.length], [said, 0]);
  });
});

describe('persist: what is forgotten', () => {
  it('clear forgets what is kept, and what is under way', async () => {
    const kept = await afterVisit();
    await pass(minutes(16));
    const { transport, sent } = recorder();
    const made = visit(transport, kept.storage);
    const answer = made.get(likes);
    await pass(0);
    made.clear();
    assert.equal(kept.text(), '');
    sent[0]?.answer(totals(sent[0].call));
    await pass(100);
    assert.equal(kept.text(), '');
    // Who waits is asked for again, and that answer is kept.
    sent[1]?.answer(totals(sent[1].call));
    await outcome(answer);
    await pass(100);
    assert.equal(kept.entries.size, 1);
  });

  it('clear forgets also before the storage was looked into', async () => {
    const kept = await afterVisit();
    const { transport, sent } = recorder((call) => totals(call, 8));
    const made = visit(transport, kept.storage);
    const { snapshots, last, stop } = watch(made, likes);
    made.clear();
    await pass(100);
    assert.deepEqual([last().result?.total, sent.length], [8, 1]);
    assert.ok(snapshots.every(({ result }) => result?.total !== 7));
    stop();
  });

  for (const status of [401, 403]) {
    it(`${status} forgets everything that is kept; what is on the screen stays, as stale`, async () => {
      const kept = await afterVisit([likes, shares]);
      await pass(minutes(16));
      const { transport } = recorder(() => new InsightsError('closed', { status }));
      const { last, stop } = watch(visit(transport, kept.storage), likes);
      await pass(100);
      assert.equal(kept.text(), '');
      assert.deepEqual([last().result?.stale, last().error?.status], [true, status]);
      stop();
    });

    it(`${status} to the question who the account is, before the storage was looked into: too`, async () => {
      const kept = await afterVisit();
      const { transport } = recorder(() => new InsightsError('closed', { status }));
      await errorOf(outcome(visit(transport, kept.storage).account()));
      await pass(100);
      assert.equal(kept.text(), '');
    });
  }

  for (const [code, status] of [
    ['token-expired', 502],
    ['no-permission', 400],
    ['rate-limited', 429],
    ['server-error', 500],
    ['network', undefined],
  ] as const) {
    it(`${code} forgets nothing`, async () => {
      const kept = await afterVisit();
      await pass(minutes(16));
      const { transport } = recorder(() => new InsightsError(code, { status }));
      await errorOf(outcome(visit(transport, kept.storage).get(likes)));
      await pass(100);
      assert.equal(kept.entries.size, 1);
    });
  }

  it('an answer to what was asked before a 403 is given, and not kept; one to what is asked later is', async () => {
    const kept = createStorage();
    const { transport, sent } = recorder();
    const made = visit(transport, kept.storage);
    const answer = made.get(likes);
    const refused = errorOf(made.get({ metric: 'likes', range: 'last_7_days' }));
    await pass(0);
    sent[1]?.fail(new InsightsError('closed', { status: 403 }));
    assert.equal((await outcome(refused)).code, 'closed');
    sent[0]?.answer(totals(sent[0].call));
    assert.equal((await outcome(answer)).total, 7);
    await pass(100);
    assert.equal(kept.text(), '');
    const later = made.get(shares);
    await pass(0);
    sent[2]?.answer(totals(sent[2].call));
    await outcome(later);
    await pass(100);
    assert.match(kept.text(), /shares/);
    assert.doesNotMatch(kept.text(), /likes/);
  });
});

describe('persist: where nothing can be kept', () => {
  const fail = (): never => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  };
  const { storage } = createStorage();
  const broken: readonly [string, Stored | undefined, Partial<Persist>?][] = [
    ['a storage that cannot be read', { ...storage, getItem: fail }],
    ['a storage that is full', { ...storage, setItem: fail }],
    ['a storage that does nothing right', { getItem: fail, setItem: fail, removeItem: fail }],
    ['no storage at all', undefined],
    // As where the part that keeps answers cannot be loaded: what comes of it is a rejection.
    ['no part that keeps answers', storage, { owner: null as unknown as readonly string[] }],
  ];
  for (const [what, store, persist] of broken) {
    it(`${what}: all is as without persist`, async () => {
      const { transport, sent } = answering();
      const made = visit(transport, store, persist);
      const { last, stop } = watch(made, likes);
      await pass(100);
      assert.deepEqual([last().result?.total, last().error, sent.length], [7, undefined, 1]);
      assert.equal((await outcome(made.get(shares))).total, 7);
      const again = watch(made, likes);
      assert.equal(again.snapshots[0]?.result?.total, 7, 'a known answer is there with the first call');
      made.clear();
      await pass(100);
      assert.deepEqual([last().result?.total, sent.length], [7, 3]);
      const illegal = watch(made, { metric: 'reech' } as unknown as InsightsQuery);
      assert.equal(illegal.last().error?.code, 'invalid-query');
      for (const end of [stop, again.stop, illegal.stop]) end();
    });
  }
});
