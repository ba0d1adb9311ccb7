import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { onlineManager } from '@tanstack/query-core';
import { getDefaultClient, setDefaultClient } from '../../src/client/index.js';
import type { InsightsQuery, InsightsResult } from '../../src/spec/index.js';
import {
  answering,
  client,
  failing,
  likes,
  minutes,
  outcome,
  over,
  pass,
  reach,
  recorder,
  shares,
  totals,
  useFakeTime,
  watch,
} from './recorder.js';
import { errorOf, noon } from './transports.contract.js';

useFakeTime();

describe('createInsightsClient', () => {
  it('gives a frozen interface, by which two copies of the library agree', () => {
    const { transport } = answering();
    const made = client(transport, { apiVersion: 'v25.0' });
    assert.deepEqual([made.version, made.apiVersion, made.now()], [1, 'v25.0', noon]);
    assert.ok(Object.isFrozen(made));
  });

  it('keeps no process waiting, once it has answered', async () => {
    mock.timers.reset();
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const usual = timers();
    const { transport } = answering();
    const made = client(transport);
    await made.get(likes);
    await made.account();
    assert.equal(timers(), usual);
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: noon });
  });
});

describe('get', () => {
  it('answers under the name that was asked, for the days that were asked', async () => {
    const { transport } = answering();
    const { provisional, ...result } = await outcome(client(transport).get({ metric: 'saved', range: 'last_7_days' }));
    assert.deepEqual(result, {
      metric: 'saved',
      period: 'day',
      total: 7,
      range: { since: '2026-11-16', until: '2026-11-22' },
      fetchedAt: noon,
      source: 'api',
    });
    assert.deepEqual(provisional, ['2026-11-21', '2026-11-22']);
  });

  it('says that samples are samples', async () => {
    assert.equal((await outcome(over({}).get(reach))).source, 'demo');
  });

  it('questions of the same moment share a call', async () => {
    const { transport, asked } = answering();
    const made = client(transport);
    const results = await outcome(Promise.all([made.get(likes), made.get(reach), made.get(shares), made.get(likes)]));
    assert.deepEqual(asked(), ['reach,likes,shares']);
    assert.deepEqual(
      results.map(({ metric }) => metric),
      ['likes', 'reach', 'shares', 'likes'],
    );
  });

  it('those of microtasks later still do; those of another task do not', async () => {
    const { transport, asked } = recorder();
    const made = client(transport);
    void made.get(likes);
    await Promise.resolve();
    await Promise.resolve();
    void made.get(shares);
    await pass(0);
    void made.get(reach);
    await pass(0);
    assert.deepEqual(asked(), ['likes,shares', 'reach']);
  });

  it('an equal question, however it is written, is asked once', async () => {
    const { transport, asked } = answering();
    const made = client(transport);
    const equal: InsightsQuery[] = [
      likes,
      { metric: 'likes', period: 'day', range: 'last_28_days' },
      { metric: 'likes', since: '2026-10-26', until: '2026-11-22' },
    ];
    await outcome(Promise.all(equal.map((query) => made.get(query))));
    for (const query of equal) await outcome(made.get(query));
    assert.deepEqual(asked(), ['likes']);
  });

  it('nothing is asked twice while it is fresh, and again when it is not', async () => {
    const { transport, sent } = answering();
    const made = client(transport);
    await outcome(made.get(likes));
    await pass(minutes(14));
    await outcome(made.get(likes));
    assert.equal(sent.length, 1);
    await pass(minutes(1));
    await outcome(made.get(likes));
    assert.equal(sent.length, 2);
  });

  it('staleTime: 0 asks each time', async () => {
    const { transport, sent } = answering();
    const made = client(transport, { staleTime: 0 });
    await outcome(made.get(likes));
    await outcome(made.get(likes));
    assert.equal(sent.length, 2);
  });

  it('asks also where a browser believes to be offline: an error with words is better than to wait', async (test) => {
    onlineManager.setOnline(false);
    test.after(() => onlineManager.setOnline(true));
    assert.equal((await outcome(client(answering().transport).get(likes))).total, 7);
    assert.equal(
      (await errorOf(outcome(client(failing('network').transport, { retries: 0 }).get(likes)))).code,
      'network',
    );
  });

  it('whatever a transport throws becomes an InsightsError', async () => {
    const odd = new RangeError('odd');
    const error = await errorOf(outcome(client(recorder(() => odd).transport).get(likes)));
    assert.deepEqual([error.code, error.cause], ['unknown', odd]);
    assert.equal((await errorOf(outcome(client(recorder(() => odd).transport).account()))).code, 'unknown');
  });

  it('what is no answer is malformed', async () => {
    const error = await errorOf(outcome(client(recorder(() => ({ rows: [] })).transport).get(likes)));
    assert.deepEqual([error.code, error.path], ['malformed-response', 'data']);
  });
});

describe('abort', () => {
  it('rejects at once with the reason, also before anything is sent', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    await assert.rejects(made.get(likes, { signal: AbortSignal.abort('early') }), (reason) => reason === 'early');
    const controller = new AbortController();
    const asked = made.get(likes, { signal: controller.signal });
    controller.abort('gone');
    await assert.rejects(asked, (reason) => reason === 'gone');
    await pass(100);
    assert.equal(sent.length, 0);
  });

  it('the last asker of an equal question ends it, not the first', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const [a, b] = [new AbortController(), new AbortController()];
    const both = [made.get(likes, { signal: a.signal }), made.get(likes, { signal: b.signal })];
    await pass(0);
    a.abort('a');
    await assert.rejects(both[0] as Promise<unknown>, (reason) => reason === 'a');
    assert.equal(sent[0]?.signal.aborted, false);
    b.abort('b');
    await assert.rejects(both[1] as Promise<unknown>, (reason) => reason === 'b');
    assert.equal(sent[0]?.signal.aborted, true);
  });

  it('the last asker of a merged call ends it; who stays is answered', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const controllers = [likes, shares, reach].map(() => new AbortController());
    const asked = [likes, shares, reach].map((query, at) => made.get(query, { signal: controllers[at]?.signal }));
    const reasons = asked.map((one) => one.catch((reason: unknown) => reason));
    await pass(0);
    assert.equal(sent.length, 1);
    controllers[0]?.abort('likes');
    controllers[1]?.abort('shares');
    assert.equal(sent[0]?.signal.aborted, false);
    sent[0]?.answer(totals(sent[0].call));
    const [first, second, third] = await outcome(Promise.all(reasons));
    assert.deepEqual([first, second, (third as InsightsResult).total], ['likes', 'shares', 7]);
  });

  it('all askers of a merged call gone: the call is given up', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const controller = new AbortController();
    const asked = [likes, shares].map((query) => made.get(query, { signal: controller.signal }).catch(() => 'gone'));
    await pass(0);
    controller.abort();
    assert.deepEqual(await outcome(Promise.all(asked)), ['gone', 'gone']);
    assert.deepEqual(
      sent.map(({ signal }) => signal.aborted),
      [true],
    );
  });

  it('an abort leaves nothing behind: the question can be asked again', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const controller = new AbortController();
    const given = made.get(likes, { signal: controller.signal }).catch(() => {});
    await pass(0);
    controller.abort();
    await given;
    const again = made.get(likes);
    await pass(0);
    sent[1]?.answer(totals(sent[1].call));
    assert.equal((await outcome(again)).total, 7);
  });

  it('account: too', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const controller = new AbortController();
    const asked = made.account({ signal: controller.signal });
    await pass(0);
    controller.abort('gone');
    await assert.rejects(asked, (reason) => reason === 'gone');
    assert.equal(sent[0]?.signal.aborted, true);
  });
});

describe('account', () => {
  const studio = { username: 'studio', followers_count: 18_420 };

  it('reads the account, once while it is fresh', async () => {
    const { transport, asked } = recorder(() => studio);
    const made = client(transport);
    const account = { username: 'studio', followersCount: 18_420, source: 'api', fetchedAt: noon };
    assert.deepEqual(await outcome(Promise.all([made.account(), made.account()])), [account, account]);
    assert.deepEqual(await outcome(made.account()), account);
    assert.deepEqual(asked(), ['account']);
  });

  it('rejects with an InsightsError', async () => {
    assert.equal((await errorOf(outcome(over({ scenario: 'expired-token' }).account()))).code, 'token-expired');
    assert.equal((await errorOf(outcome(client(recorder(() => 3).transport).account()))).code, 'malformed-response');
  });
});

describe('clear', () => {
  it('forgets every answer', async () => {
    const { transport, sent } = answering();
    const made = client(transport);
    await outcome(made.get(likes));
    made.clear();
    await outcome(made.get(likes));
    assert.equal(sent.length, 2);
  });

  it('asks again for what is observed: the old answer is gone', async () => {
    const values = [7, 8];
    const { transport } = recorder((call) => totals(call, values.shift()));
    const made = client(transport);
    const { snapshots, last, stop } = watch(made, likes);
    await pass(100);
    const said = snapshots.length;
    made.clear();
    assert.ok(snapshots.slice(said).every(({ result }) => result === undefined));
    await pass(100);
    assert.equal(last().result?.total, 8);
    stop();
  });

  it('tells who wants to know, until that one stops', () => {
    const made = client(answering().transport);
    const heard: string[] = [];
    const stop = made.onClear?.(() => heard.push('one'));
    made.onClear?.(() => heard.push('other'));
    made.clear();
    stop?.();
    made.clear();
    assert.deepEqual(heard, ['one', 'other', 'other']);
  });

  it('tells each once, also who listens anew meanwhile, and who gave the same function twice', () => {
    const made = client(answering().transport);
    let told = 0;
    let stop: (() => void) | undefined;
    const listen = (): void => {
      stop = made.onClear?.(() => {
        told += 1;
        assert.ok(told < 5, 'without an end');
        stop?.();
        listen();
      });
    };
    listen();
    made.clear();
    assert.equal(told, 1);
    stop?.();
    const tell = (): void => void (told += 1);
    made.onClear?.(tell);
    made.onClear?.(tell)();
    made.clear();
    assert.equal(told, 2);
  });

  it('who waits is still answered', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const asked = made.get(likes);
    await pass(0);
    made.clear();
    await pass(0);
    for (const { call, answer } of sent) answer(totals(call));
    assert.equal((await outcome(asked)).total, 7);
    assert.deepEqual(
      sent.map(({ signal }) => signal.aborted),
      [true, false],
    );
  });
});

describe('setDefaultClient', () => {
  it('sets it, and takes it back', () => {
    const made = client(answering().transport);
    setDefaultClient(made);
    assert.equal(getDefaultClient(), made);
    setDefaultClient(undefined);
    assert.equal(getDefaultClient(), undefined);
  });
});
