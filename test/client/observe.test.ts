import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { focusManager, onlineManager } from '@tanstack/query-core';
import { InsightsError, type InsightsQuery } from '../../src/spec/index.js';
import {
  answering,
  client,
  failing,
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

useFakeTime();

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

  it('refresh judges an illegal query anew: the time may have come for it', async () => {
    const { transport, asked } = answering();
    const { last, stop } = watch(live(transport), { metric: 'likes', since: '2026-11-24', until: '2026-11-24' });
    assert.equal(last().error?.code, 'invalid-query');
    last().refresh();
    assert.equal(last().error?.code, 'invalid-query');
    mock.timers.tick(minutes(24 * 60));
    const { refresh } = last();
    refresh();
    refresh();
    await pass(100);
    assert.deepEqual([last().result?.total, last().error, asked()], [7, undefined, ['likes']]);
    stop();
    refresh();
    await pass(100);
    assert.equal(asked().length, 1);
  });

  it('a callback that stops it hears no more, whatever it was told', async () => {
    const { transport, sent } = answering();
    const heard: boolean[] = [];
    const stop = client(transport).observe(
      likes,
      ({ fetching }) => {
        heard.push(fetching);
        if (fetching && sent.length > 0) stop();
      },
      { refreshInterval: minutes(5) },
    );
    await pass(minutes(20));
    assert.deepEqual(heard.slice(-2), [false, true]);
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
