import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { focusManager } from '@tanstack/query-core';
import { InsightsError, type InsightsErrorCode, type InsightsQuery } from '../../src/spec/index.js';
import {
  failing,
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
import { errorOf, noon } from './transports.contract.js';

useFakeTime();

const series: InsightsQuery = { metric: 'reach', metricType: 'time_series' };
const hour = minutes(60);

describe('a limit that says when to ask again', () => {
  const retryAt = noon + minutes(17);
  const limit = new InsightsError('rate-limited', { retryAt });
  /** Refuses everything until the limit is lifted. */
  const limited = () => recorder((call) => (Date.now() < retryAt ? limit : totals(call)));

  it('what is watched is asked then, once, in shared calls, and not before', async () => {
    const { transport, sent, asked } = limited();
    const made = live(transport);
    const watches = [likes, shares, likes, series].map((query) => watch(made, query));
    await pass(minutes(17) - 100);
    assert.deepEqual(asked(), ['likes,shares', 'reach']);
    for (const { last } of watches) assert.equal(last().error?.retryAt, retryAt);
    await pass(5_200);
    assert.deepEqual(asked().slice(2), ['likes,shares', 'reach']);
    for (const { at } of sent.slice(2)) assert.ok(at >= minutes(17) && at <= minutes(17) + 5_000, `${at}`);
    assert.equal(watches[0]?.last().result?.total, 7);
    await pass(hour);
    assert.equal(sent.length, 4);
    for (const { stop } of watches) stop();
  });

  it('what nobody watches any more is not', async () => {
    const { transport, sent } = limited();
    const made = live(transport);
    const watches = [watch(made, likes), watch(made, shares)];
    await pass(minutes(1));
    for (const { stop } of watches) stop();
    await errorOf(outcome(made.get(reach)));
    await pass(hour);
    assert.equal(sent.length, 1);
  });

  it('refused again, it waits for the next time that it is told; told none, for somebody to ask', async () => {
    const again = new InsightsError('rate-limited', { retryAt: noon + minutes(30) });
    const answers = [limit, again, new InsightsError('rate-limited')];
    const { transport, sent } = recorder((call) => answers.shift() ?? totals(call));
    const { last, stop } = watch(live(transport), likes);
    await pass(3 * hour);
    assert.deepEqual(
      sent.map(({ at }) => Math.floor(at / 60_000)),
      [0, 17, 30],
    );
    last().refresh();
    await pass(100);
    assert.equal(last().result?.total, 7);
    stop();
  });

  it('one that is always over "now" makes no storm', async () => {
    const { transport, sent } = recorder(() => new InsightsError('rate-limited', { retryAt: Date.now() }));
    const made = live(transport);
    const watches = [likes, shares].map((query) => watch(made, query));
    await pass(minutes(10));
    const pauses = sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
    assert.ok(pauses.length >= 9, `${pauses}`);
    for (const pause of pauses) assert.ok(pause >= minutes(1) && pause <= minutes(1) + 5_200, `${pauses}`);
    for (const { stop } of watches) stop();
  });

  it('a server that is busy is asked when it says, and not in the seconds of a retry', async () => {
    const busy = new InsightsError('server-error', { status: 503, retryAt: noon + minutes(2) });
    const { transport, sent } = recorder((call, count) => (count === 1 ? busy : totals(call)));
    const { last, stop } = watch(live(transport), likes);
    await pass(minutes(2) - 100);
    assert.deepEqual([sent.length, last().error?.code, last().fetching], [1, 'server-error', false]);
    await pass(5_200);
    assert.deepEqual([sent.length, last().result?.total], [2, 7]);
    stop();
  });

  it('how much of the limit is used does not delay it: that was a guess, this was said', async () => {
    const calls = recorder((call) => {
      calls.sent.at(-1)?.tellUsage(Date.now() < retryAt ? 100 : 10);
      return Date.now() < retryAt ? limit : totals(call);
    });
    const { last, stop } = watch(live(calls.transport), likes);
    await pass(minutes(1));
    assert.deepEqual([last().error?.retryAt, last().pausedUntil], [retryAt, undefined]);
    await pass(minutes(17));
    assert.deepEqual([last().result?.total, calls.sent.length], [7, 2]);
    stop();
  });

  it('an interval does not make it earlier, and goes on afterwards', async () => {
    const { transport, sent } = limited();
    const { stop } = watch(live(transport), likes, minutes(1));
    await pass(minutes(19));
    assert.deepEqual(
      sent.map(({ at }) => Math.floor(at / 60_000)),
      [0, 17, 18],
    );
    stop();
  });

  it('a hidden page asks when it is seen again, not before the limit ends', () =>
    onPage(async () => {
      const { transport, sent } = limited();
      const { snapshots, last, stop } = watch(live(transport), likes);
      await pass(minutes(1));
      const said = snapshots.length;
      lookAgain();
      await pass(100);
      assert.deepEqual([sent.length, snapshots.length], [1, said]);
      focusManager.setFocused(false);
      await pass(minutes(30));
      assert.equal(sent.length, 1);
      focusManager.setFocused(true);
      await pass(100);
      assert.deepEqual([sent.length, last().result?.total], [2, 7]);
      stop();
    }));

  it('a part of an answer that fell under it is asked again then', async () => {
    const long: InsightsQuery = { metric: 'likes', since: '2026-08-01', until: '2026-10-29' };
    const { transport, sent } = recorder((call, count) => (count === 2 ? limit : totals(call)));
    const { last, stop } = watch(live(transport), long);
    await pass(minutes(16));
    assert.deepEqual([last().result?.gaps?.[0]?.error.code, sent.length], ['rate-limited', 3]);
    await pass(minutes(1) + 5_000);
    assert.deepEqual([last().result?.total, sent.length], [21, 4]);
    await pass(hour);
    assert.equal(sent.length, 4);
    stop();
  });
});

describe('a failure that is for good', () => {
  const cases: readonly [InsightsErrorCode, isAskedAgain: boolean][] = [
    ['token-expired', false],
    ['no-permission', false],
    ['blocked', false],
    ['rejected', false],
    ['not-offered', false],
    ['not-found', false],
    ['network', true],
    ['server-error', true],
    // A proxy between that says something else for a moment.
    ['malformed-response', true],
  ];
  for (const [code, isAskedAgain] of cases) {
    it(`${code}: ${isAskedAgain ? 'asked' : 'not asked'} again by an interval, a page that is seen, a network`, () =>
      onPage(async () => {
        const { transport, sent } = failing(...Array.from({ length: 99 }, () => code));
        const { last, stop } = watch(live(transport, { retries: 0 }), likes, minutes(5));
        await pass(minutes(6));
        assert.equal(sent.length, isAskedAgain ? 2 : 1);
        lookAgain();
        reconnect();
        await pass(100);
        assert.equal(sent.length, isAskedAgain ? 3 : 1);
        assert.equal(last().error?.code, code);
        stop();
      }));
  }

  it('somebody who asks heals it, and the interval goes on', async () => {
    const { transport, sent } = failing('token-expired');
    const { last, stop } = watch(live(transport), likes, minutes(5));
    await pass(hour);
    assert.equal(sent.length, 1);
    last().refresh();
    await pass(minutes(6));
    assert.deepEqual([last().result?.total, last().error, sent.length], [7, undefined, 3]);
    stop();
  });
});

describe('usage of the limit on calls', () => {
  /** Tells the same usage with each answer. */
  const using = (percent: () => number) => {
    const calls = recorder((call) => {
      calls.sent.at(-1)?.tellUsage(percent());
      return totals(call);
    });
    return calls;
  };
  const cases: readonly [percent: number, expected: readonly number[]][] = [
    [75, [0, 5, 10, 15, 20]],
    [76, [0, 20]],
    [95, [0, 20]],
    [96, [0]],
    [400, [0]],
  ];
  for (const [percent, expected] of cases) {
    it(`${percent} %: an interval of 5 minutes asks at ${expected.join(', ')}`, async () => {
      const { transport, sent } = using(() => percent);
      const { stop } = watch(live(transport), likes, minutes(5));
      await pass(minutes(21));
      assert.deepEqual(times(sent), expected);
      stop();
    });
  }

  it('as it falls, the interval is what it was', async () => {
    const told = [80, 20];
    const { transport, sent } = using(() => told.shift() ?? 20);
    const { stop } = watch(live(transport), likes, minutes(5));
    await pass(minutes(31));
    assert.deepEqual(times(sent), [0, 20, 25, 30]);
    stop();
  });

  it('above 95 % nothing is asked unasked for an hour, and that is said; then it goes on', () =>
    onPage(async () => {
      const told = [97];
      const { transport, sent } = using(() => told.shift() ?? 20);
      const { last, stop } = watch(live(transport), likes, minutes(10));
      await pass(100);
      assert.equal(last().pausedUntil, noon + hour + 50);
      await pass(minutes(30));
      lookAgain();
      reconnect();
      await pass(minutes(29));
      assert.deepEqual([sent.length, last().pausedUntil, last().fetching], [1, noon + hour + 50, false]);
      await pass(minutes(50));
      assert.ok(sent.length > 1 && (sent[1]?.at ?? 0) >= hour);
      assert.equal(last().pausedUntil, undefined);
      stop();
    }));

  it('a person who asks is answered, and so is a new question', async () => {
    const { transport, asked } = using(() => 97);
    const made = live(transport);
    const { last, stop } = watch(made, likes, minutes(10));
    await pass(minutes(1));
    last().refresh();
    await pass(100);
    await outcome(made.get(reach));
    assert.deepEqual(asked(), ['likes', 'likes', 'reach']);
    stop();
  });

  it('what is not asked for again has no pause to tell of, fresh or old; what is, has', async () => {
    const { transport } = using(() => 97);
    const made = live(transport);
    const watched = watch(made, likes);
    await pass(100);
    assert.equal(watched.last().pausedUntil, undefined);
    watched.stop();
    await pass(minutes(15));
    for (const interval of [undefined, minutes(5)]) {
      const { snapshots, stop } = watch(made, likes, interval);
      assert.equal(snapshots[0]?.pausedUntil, interval && noon + hour + 50);
      stop();
    }
  });

  it('is a matter of one client', async () => {
    const { transport } = using(() => 97);
    const other = using(() => 10);
    const watches = [watch(live(transport), likes, minutes(5)), watch(live(other.transport), likes, minutes(5))];
    await pass(minutes(6));
    assert.equal(other.sent.length, 2);
    for (const { stop } of watches) stop();
  });
});
