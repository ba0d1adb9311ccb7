import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { GraphCall, Transport } from '../../src/client/index.js';
import { loadLate } from '../../src/client/load-late.js';
import { withTurns } from '../../src/client/turns.js';
import { InsightsError, type InsightsErrorCode } from '../../src/spec/index.js';

const callOf = (name: string): GraphCall => ({ edge: 'insights', params: { metric: name } });
const tick = (): Promise<void> => new Promise(setImmediate);

// What judges failures is there by then: no test waits for a disk.
before(loadLate);

/** A transport whose calls end when they are told to. */
function createStage() {
  const ends = new Map<string, { resolve: (json: unknown) => void; reject: (reason: unknown) => void }>();
  const sent: string[] = [];
  let most = 0;
  const transport: Transport = (call) =>
    new Promise((resolve, reject) => {
      const name = call.params.metric ?? '';
      sent.push(name);
      const leave =
        <T>(end: (value: T) => void) =>
        (value: T) => {
          ends.delete(name);
          end(value);
        };
      ends.set(name, { resolve: leave(resolve), reject: leave(reject) });
      most = Math.max(most, ends.size);
    });
  const finish = async (name: string): Promise<void> => {
    (ends.get(name) ?? assert.fail(`${name} is not under way`)).resolve(`the answer to ${name}`);
    await tick();
  };
  return { transport, sent, ends, finish, most: () => most };
}

describe('withTurns', () => {
  it('lets six calls be under way; the others go in the order in which they came', async () => {
    const { transport, sent, finish, most } = createStage();
    const turns = withTurns(transport);
    const names = Array.from({ length: 10 }, (_, index) => `${index}`);
    const answers = names.map((name) => turns(callOf(name)));
    await tick();
    assert.deepEqual(sent, names.slice(0, 6));
    // In whatever order they end.
    for (const [end, next] of [
      ['3', '6'],
      ['5', '7'],
      ['6', '8'],
      ['0', '9'],
    ] as const) {
      await finish(end);
      assert.equal(sent.at(-1), next);
    }
    for (const name of ['1', '2', '4', '7', '8', '9']) await finish(name);
    assert.deepEqual(
      await Promise.all(answers),
      names.map((name) => `the answer to ${name}`),
    );
    assert.deepEqual([sent, most()], [names, 6]);
  });

  it('nobody who comes later goes before those that wait', async () => {
    const { transport, sent, finish } = createStage();
    const turns = withTurns(transport, 1);
    for (const name of ['a', 'b']) void turns(callOf(name));
    await tick();
    const ending = finish('a');
    void turns(callOf('c'));
    await ending;
    await finish('b');
    await finish('c');
    assert.deepEqual(sent, ['a', 'b', 'c']);
  });

  it('passes on the call and its options, and hands back what comes', async () => {
    const controller = new AbortController();
    const options = { signal: controller.signal, onUsage: () => {} };
    const call = callOf('reach');
    const turns = withTurns(async (...given) => given);
    assert.deepEqual(await turns(call, options), [call, options]);
    assert.deepEqual(await turns(call), [call, undefined]);
  });

  const failures: readonly [string, Transport][] = [
    ['rejects', () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ];
  for (const [what, failing] of failures) {
    it(`a transport that ${what} frees its turn, and says why`, async () => {
      let count = 0;
      const turns = withTurns((call) => {
        count += 1;
        return count <= 3 ? failing(call) : Promise.resolve('answered');
      }, 1);
      const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => turns(callOf(name))));
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ['rejected', 'rejected', 'rejected', 'fulfilled'],
      );
      await assert.rejects(withTurns(failing)(callOf('a')), /^Error: no$/);
    });
  }

  it('a call that is given up while it waits is never sent, and its turn is the next one’s', async () => {
    const { transport, sent, finish } = createStage();
    const turns = withTurns(transport, 1);
    const controller = new AbortController();
    const reason = new Error('the page went away');
    void turns(callOf('first'));
    const given = Array.from({ length: 3 }, (_, index) =>
      turns(callOf(`given up ${index}`), { signal: controller.signal }),
    );
    const outcomes = Promise.allSettled(given);
    const last = turns(callOf('last'));
    controller.abort(reason);
    await finish('first');
    assert.deepEqual(sent, ['first', 'last']);
    for (const outcome of await outcomes) assert.deepEqual(outcome, { status: 'rejected', reason });
    await finish('last');
    assert.equal(await last, 'the answer to last');
  });

  it('a call that was given up before is not sent, and costs no turn', async () => {
    const { transport, sent } = createStage();
    const turns = withTurns(transport, 1);
    await assert.rejects(turns(callOf('gone'), { signal: AbortSignal.abort('gone') }), (reason) => reason === 'gone');
    void turns(callOf('next'));
    await tick();
    assert.deepEqual(sent, ['next']);
  });

  it('each client has its own turns', async () => {
    const { transport, sent } = createStage();
    const [one, other] = [withTurns(transport, 1), withTurns(transport, 1)];
    for (const name of ['a', 'b']) void one(callOf(name));
    void other(callOf('c'));
    await tick();
    assert.deepEqual(sent, ['a', 'c']);
  });

  it('never more than the limit, all in order, none forgotten, whatever ends how and when', async () => {
    type Step = 'ask' | 'ask, given up' | 'end' | 'fail';
    const steps = fc.array(fc.constantFrom<Step>('ask', 'ask', 'ask, given up', 'end', 'fail'), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (script, most) => {
        const stage = createStage();
        const turns = withTurns(stage.transport, most);
        const asked: string[] = [];
        const outcomes: Promise<unknown>[] = [];
        for (const step of script) {
          const name = `${outcomes.length}`;
          const [first] = stage.ends.values();
          if (step === 'end') first?.resolve('');
          else if (step === 'fail') first?.reject(new Error('no'));
          else {
            const controller = new AbortController();
            outcomes.push(turns(callOf(name), { signal: controller.signal }).catch(() => {}));
            if (step === 'ask') asked.push(name);
            // It may have had its turn at once.
            else if (stage.sent.at(-1) === name) asked.push(name);
            else controller.abort();
          }
          await tick();
          assert.ok(stage.ends.size <= most);
        }
        while (stage.ends.size > 0) {
          for (const { resolve } of [...stage.ends.values()]) resolve('');
          await tick();
        }
        await Promise.all(outcomes);
        assert.deepEqual(stage.sent, asked);
      }),
    );
  });
});

describe('withTurns: calls that would fail as the one before them', () => {
  /** Asks 40 days of each metric, of a transport that fails as told. @returns the metrics sent, and the codes of all */
  async function askDays(
    metrics: readonly string[],
    failureOf: (metric: string, sent: number) => InsightsErrorCode | undefined,
  ) {
    const sent: string[] = [];
    const turns = withTurns(async ({ params: { metric = '' } }) => {
      sent.push(metric);
      const count = sent.length;
      await tick();
      const code = failureOf(metric, count);
      if (code) throw new InsightsError(code);
      return {};
    });
    const calls = metrics.flatMap((metric) =>
      Array.from(
        { length: 40 },
        (_, day): GraphCall => ({ edge: 'insights', params: { metric, since: `${day}`, until: `${day}` } }),
      ),
    );
    const codes = await Promise.all(
      calls.map((call) =>
        turns(call).then(
          () => 'ok',
          ({ code }: InsightsError) => code,
        ),
      ),
    );
    return { sent, codes };
  }

  const ofAll: readonly InsightsErrorCode[] = [
    'rate-limited',
    'token-expired',
    'no-permission',
    'not-found',
    'blocked',
    'unauthorized',
    'closed',
    'misconfigured',
  ];
  for (const code of ofAll) {
    it(`${code}: none of those that wait is sent, and each fails with it`, async () => {
      const { sent, codes } = await askDays(['likes', 'views'], () => code);
      assert.equal(sent.length, 6);
      assert.deepEqual(codes, Array(80).fill(code));
    });
  }

  for (const code of ['server-error', 'network'] as const) {
    it(`${code}: after six in a row, and not before`, async () => {
      const broken = await askDays(['likes'], () => code);
      // Each that fails makes way for one more, until six have.
      assert.deepEqual([broken.sent.length, new Set(broken.codes)], [11, new Set([code])]);
      const shaky = await askDays(['likes'], (_, count) => (count % 3 === 0 ? code : undefined));
      assert.deepEqual([shaky.sent.length, shaky.codes.filter((found) => found === code).length], [40, 13]);
    });
  }

  it('not-offered: the other days of that metric, and no other metric', async () => {
    const { sent, codes } = await askDays(['likes', 'views'], (metric) =>
      metric === 'likes' ? 'not-offered' : undefined,
    );
    assert.equal(sent.filter((metric) => metric === 'likes').length, 6);
    assert.deepEqual(codes, [...Array(40).fill('not-offered'), ...Array(40).fill('ok')]);
  });

  it('rejected: may be about one day', async () => {
    const { sent, codes } = await askDays(['likes'], (_, count) => (count === 2 ? 'rejected' : undefined));
    assert.deepEqual([sent.length, codes.filter((code) => code === 'rejected').length], [40, 1]);
  });
});
