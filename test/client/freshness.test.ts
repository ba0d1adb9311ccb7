import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { focusManager } from '@tanstack/query-core';
import { InsightsError } from '../../src/spec/index.js';
import {
  answering,
  likes,
  live,
  lookAgain,
  minutes,
  onPage,
  outcome,
  pass,
  reach,
  reconnect,
  recorder,
  shares,
  times,
  totals,
  useFakeTime,
  watch,
} from './recorder.js';

useFakeTime();

const hour = minutes(60);

describe('refreshInterval', () => {
  it('asks again, and again, also what is fresh', async () => {
    const { transport, sent } = answering();
    const { stop } = watch(live(transport), likes, minutes(5));
    await pass(minutes(16));
    assert.deepEqual(times(sent), [0, 5, 10, 15]);
    stop();
  });

  it('without one, nothing is asked again by itself, however old it is', async () => {
    const { transport, sent } = answering();
    const { stop } = watch(live(transport), likes);
    await pass(hour);
    assert.equal(sent.length, 1);
    stop();
  });

  for (const interval of [0, -minutes(1), Number.NaN, Number.POSITIVE_INFINITY]) {
    it(`${interval} is none`, async () => {
      const { transport, sent } = answering();
      const { stop } = watch(live(transport), likes, interval);
      await pass(minutes(20));
      assert.equal(sent.length, 1);
      stop();
    });
  }

  it('the answer stays while a newer one is asked for', async () => {
    const values = [7, 8];
    const { transport } = recorder((call) => totals(call, values.shift()));
    const { snapshots, last, stop } = watch(live(transport), likes, minutes(5));
    await pass(minutes(6));
    assert.equal(last().result?.total, 8);
    const first = snapshots.findIndex(({ result }) => result);
    assert.ok(snapshots.slice(first).every(({ result }) => result));
    stop();
  });

  it('a fresh answer that somebody else asked for is not asked for at once', async () => {
    const { transport, sent } = answering();
    const made = live(transport);
    await outcome(made.get(likes));
    const { stop } = watch(made, likes, minutes(5));
    await pass(minutes(6));
    assert.deepEqual(times(sent), [0, 5]);
    stop();
  });

  for (const [what, away, minutesToNext] of [
    ['for a while: what is fresh is asked with the next turn', minutes(7), 5],
    ['for long: what is no longer fresh is asked when the page is seen', minutes(20), 0],
  ] as const) {
    it(`a hidden page asks nothing. Hidden ${what}`, () =>
      onPage(async () => {
        const { transport, sent } = answering();
        const { stop } = watch(live(transport), likes, minutes(5));
        await pass(minutes(1));
        focusManager.setFocused(false);
        await pass(away);
        assert.equal(sent.length, 1);
        focusManager.setFocused(true);
        await pass(100);
        assert.equal(sent.length, minutesToNext === 0 ? 2 : 1);
        await pass(minutes(minutesToNext));
        assert.equal(sent.length, 2);
        stop();
      }));
  }

  it('ends with the last observer', async () => {
    const { transport, sent } = answering();
    const made = live(transport);
    const [one, two] = [watch(made, likes, minutes(5)), watch(made, likes, minutes(5))];
    await pass(minutes(1));
    one.stop();
    await pass(minutes(5));
    assert.equal(sent.length, 2);
    two.stop();
    await pass(hour);
    assert.equal(sent.length, 2);
  });

  it('ends also when it stops in the second in which it would ask', async () => {
    const { transport, sent } = answering();
    const { stop } = watch(live(transport), likes, minutes(5));
    await pass(minutes(5) - 500);
    stop();
    await pass(minutes(1));
    assert.equal(sent.length, 1);
  });

  it('a call that was under way is given up with the last observer', async () => {
    const { transport, sent } = recorder();
    const { stop } = watch(live(transport), likes, minutes(5));
    await pass(0);
    sent[0]?.answer(totals(sent[0].call));
    await pass(minutes(5));
    stop();
    assert.deepEqual(
      sent.map(({ signal }) => signal.aborted),
      [false, true],
    );
  });

  it('two observers of a question ask no more often than one', async () => {
    const { transport, sent } = answering();
    const made = live(transport);
    const watches = [watch(made, likes, minutes(5)), watch(made, likes, minutes(5)), watch(made, likes)];
    await pass(minutes(16));
    assert.deepEqual(times(sent), [0, 5, 10, 15]);
    for (const { stop } of watches) stop();
  });

  it('questions that fall due together share their calls, however they drifted apart', async () => {
    const { transport, asked } = answering();
    const made = live(transport);
    const watches = [watch(made, likes, minutes(5))];
    await pass(200);
    watches.push(watch(made, shares, minutes(5)));
    await pass(300);
    watches.push(watch(made, reach, minutes(5)));
    await pass(minutes(11));
    assert.deepEqual(asked(), ['likes', 'shares', 'reach', 'reach,likes,shares', 'reach,likes,shares']);
    for (const { stop } of watches) stop();
  });

  it('a listener that throws stops neither the others nor the timers, and the page is told', async () => {
    const thrown: unknown[] = [];
    process.setUncaughtExceptionCaptureCallback((error) => thrown.push(error));
    try {
      const { transport, sent } = answering();
      const made = live(transport);
      const broken = new Error('broken listener');
      const stopBroken = made.observe(
        likes,
        () => {
          throw broken;
        },
        { refreshInterval: minutes(5) },
      );
      const { last, stop } = watch(made, likes);
      await pass(minutes(11));
      assert.deepEqual([times(sent), last().result?.total], [[0, 5, 10], 7]);
      // At first, and before and after each call.
      assert.ok(thrown.length >= 4, `${thrown.length}`);
      assert.ok(thrown.every((error) => error === broken));
      stopBroken();
      stop();
    } finally {
      process.setUncaughtExceptionCaptureCallback(null);
    }
  });

  it('however short, it asks no more than about once a second', async () => {
    const { transport, sent } = answering();
    const { stop } = watch(live(transport), likes, 1);
    await pass(10_000);
    assert.ok(sent.length >= 5 && sent.length <= 12, `${sent.length}`);
    stop();
  });
});

describe('a page that is seen again, or a network that is back', () => {
  const returns: readonly [string, () => void][] = [
    ['seen again', lookAgain],
    ['back', reconnect],
  ];
  for (const [what, happens] of returns) {
    it(`${what}: what is no longer fresh is asked, in shared calls; what is fresh is not`, () =>
      onPage(async () => {
        const { transport, asked } = answering();
        const made = live(transport);
        const watches = [watch(made, likes), watch(made, shares)];
        await pass(minutes(10));
        watches.push(watch(made, reach));
        await pass(minutes(6));
        happens();
        await pass(100);
        assert.deepEqual(asked(), ['likes,shares', 'reach', 'likes,shares']);
        for (const { stop } of watches) stop();
      }));
  }

  it('a retry waits until the page is seen, and an old answer is not passed off as the new one', () =>
    onPage(async () => {
      const { transport } = recorder((call, count) =>
        count === 2 ? new InsightsError('network') : totals(call, count),
      );
      const made = live(transport);
      const watched = watch(made, likes);
      await pass(minutes(15));
      focusManager.setFocused(false);
      const answer = made.get(likes);
      await pass(minutes(1));
      assert.deepEqual([watched.last().fetching, watched.last().result?.total], [true, 1]);
      focusManager.setFocused(true);
      assert.equal((await outcome(answer)).total, 3);
      watched.stop();
    }));
});
