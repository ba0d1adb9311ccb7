import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { metricsOf } from '../../src/client/call.js';
import { createMergedCalls, type Send } from '../../src/client/merged-calls.js';
import { InsightsError, metricNames } from '../../src/spec/index.js';
import { callFor, createHost, type HostOptions, manners, said, saidOf, shape } from './spoilt-host.js';

describe('createMergedCalls', () => {
  describe('what is apart', () => {
    const bad = new Set(['likes']);
    const spoil = async (host = createHost({ bad: new Set(bad) })) => {
      const merged = createMergedCalls();
      await merged.ask(callFor(['reach', 'likes']), shape, host.send);
      assert.ok(merged.isApart('likes', shape));
      return { merged, host };
    };

    it('is so in its shape, whatever the days, and in no other', async () => {
      const { merged } = await spoil();
      assert.ok(!merged.isApart('likes', 'day|total_value||media_product_type'));
      assert.ok(!merged.isApart('reach', shape));
    });

    it('stays so while it is refused alone, or has nothing to say', async () => {
      const { merged, host } = await spoil();
      await merged.ask(callFor(['likes']), shape, host.send);
      assert.ok(merged.isApart('likes', shape));
      await merged.ask(callFor(['likes']), shape, createHost({ silent: bad }).send);
      assert.ok(merged.isApart('likes', shape));
    });

    it('stays so through failures that say nothing of it', async () => {
      const { merged } = await spoil();
      for (const code of ['network', 'server-error', 'rate-limited', 'unknown'] as const) {
        await merged.ask(callFor(['likes']), shape, async () => ({
          outcomes: new Map([['likes', new InsightsError(code)]]),
          source: 'api',
          fetchedAt: 0,
        }));
        assert.ok(merged.isApart('likes', shape), code);
      }
    });

    it('is so no more once it answers alone', async () => {
      const { merged, host } = await spoil();
      host.bad.clear();
      await merged.ask(callFor(['likes']), shape, host.send);
      assert.ok(!merged.isApart('likes', shape));
    });

    it('is not changed by an answer in another shape, or of another metric', async () => {
      const { merged, host } = await spoil();
      host.bad.clear();
      await merged.ask(callFor(['likes']), 'another shape', host.send);
      await merged.ask(callFor(['reach']), shape, host.send);
      await merged.ask(callFor(['reach', 'shares']), shape, host.send);
      assert.ok(merged.isApart('likes', shape));
    });

    it('stays so when the calls that are hopeless are forgotten: those are searched again', async () => {
      const { merged } = await spoil();
      const silent = createHost({ silent: new Set(['reach', 'shares']) });
      await merged.ask(callFor(['reach', 'shares']), shape, silent.send);
      merged.forget();
      assert.ok(merged.isApart('likes', shape));
      await merged.ask(callFor(['reach', 'shares']), shape, silent.send);
      assert.equal(silent.count(), 6);
    });
  });

  it('a failure leaves what is known to be hopeless', async () => {
    const host = createHost({ silent: new Set(['reach', 'likes']) });
    const merged = createMergedCalls();
    const call = callFor(['reach', 'likes']);
    await merged.ask(call, shape, host.send);
    const network = new InsightsError('network');
    await merged.ask(call, shape, async () => ({
      outcomes: new Map(metricsOf(call).map((metric) => [metric, network])),
      source: 'api',
      fetchedAt: 0,
    }));
    const before = host.count();
    await merged.ask(call, shape, host.send);
    assert.equal(host.count() - before, 1);
  });

  it('a failure during the search is that of the metrics it met, and sets none of them apart', async () => {
    const host = createHost({ bad: new Set(['likes']) });
    const network = new InsightsError('network');
    const send: Send = async (call) => {
      const metrics = metricsOf(call);
      return metrics.join() === 'shares,comments'
        ? { outcomes: new Map(metrics.map((metric) => [metric, network])), source: 'api', fetchedAt: 0 }
        : host.send(call);
    };
    const merged = createMergedCalls();
    const metrics = ['reach', 'likes', 'shares', 'comments'];
    const answer = await merged.ask(callFor(metrics), shape, send);
    assert.deepEqual(saidOf(answer, metrics), ['answered', 'not-offered', 'network', 'network']);
    assert.deepEqual(
      metrics.filter((metric) => merged.isApart(metric, shape)),
      ['likes'],
    );
  });

  it('each metric gets what it gets alone', async () => {
    const names = metricNames.slice(0, 12);
    const outcome = async (host: HostOptions, metric: string): Promise<string> =>
      said(await createMergedCalls().ask(callFor([metric]), shape, createHost(host).send), metric);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...manners),
        fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
        fc.subarray(names),
        fc.subarray(names),
        async (manner, metrics, bad, silent) => {
          const quiet = silent.filter((metric) => !bad.includes(metric));
          const options = { manner, bad: new Set<string>(bad), silent: new Set<string>(quiet) };
          const host = createHost(options);
          const merged = createMergedCalls();
          const alone = await Promise.all(metrics.map((metric) => outcome(options, metric)));
          // The second time it knows more, and says the same.
          for (let time = 0; time < 2; time += 1) {
            const together = metrics.filter((metric) => !merged.isApart(metric, shape));
            const groups = [
              together,
              ...metrics.filter((metric) => !together.includes(metric)).map((metric) => [metric]),
            ];
            const answers = await Promise.all(
              groups.filter((group) => group.length > 0).map((group) => merged.ask(callFor(group), shape, host.send)),
            );
            const outcomes = new Map(answers.flatMap((answer) => [...answer.outcomes]));
            assert.deepEqual(saidOf({ outcomes, source: 'api', fetchedAt: 0 }, metrics), alone);
            // Of a host that answers nothing nobody can tell those that empty a call from those that have nothing to say.
            const mayBeApart = manner === 'answers nothing' ? [...bad, ...quiet] : bad;
            for (const metric of metrics) {
              if (merged.isApart(metric, shape)) assert.ok(mayBeApart.includes(metric), metric);
            }
          }
          // And what was found is not searched for again.
          const isFound = metrics.some((metric) => !host.bad.has(metric)) && manner !== 'answers nothing';
          if (isFound) {
            assert.deepEqual(
              metrics.filter((metric) => merged.isApart(metric, shape)),
              metrics.length > 1 ? metrics.filter((metric) => host.bad.has(metric)) : [],
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
