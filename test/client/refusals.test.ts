import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InsightsClientOptions } from '../../src/client/index.js';
import { InsightsError, type InsightsErrorCode, type InsightsQuery, readGraphError } from '../../src/spec/index.js';
import {
  answering,
  client,
  failing,
  likes,
  metricsOf,
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

const impressions: InsightsQuery = { metric: 'impressions' };

describe('a question that is none', () => {
  const illegal: readonly [string, unknown, Partial<InsightsClientOptions>?][] = [
    ['an unknown metric', { metric: 'reached' }],
    ['no metric', {}],
    ['several metrics', { metric: 'likes,shares' }],
    ['a breakdown that it has not', { metric: 'likes', breakdown: 'age' }],
    ['a metric that the version refuses', impressions, { apiVersion: 'v22.0' }],
    ['nothing at all', undefined],
  ];
  for (const [what, query, options] of illegal) {
    it(`${what}: invalid-query, and nothing is sent`, async () => {
      const { transport, sent } = answering();
      const error = await errorOf(outcome(client(transport, options).get(query as InsightsQuery)));
      assert.equal(error.code, 'invalid-query');
      await pass(minutes(1));
      assert.equal(sent.length, 0);
    });
  }

  it('names the issues', async () => {
    const error = await errorOf(
      outcome(client(answering().transport).get({ metric: 'reech' } as unknown as InsightsQuery)),
    );
    assert.deepEqual(
      error.issues.map(({ attribute, suggestion }) => [attribute, suggestion]),
      [['metric', 'reach']],
    );
  });
});

describe('a failure', () => {
  const healing: readonly [InsightsErrorCode, calls: number][] = [
    ['network', 3],
    ['server-error', 3],
    ['rate-limited', 1],
    ['token-expired', 1],
    ['no-permission', 1],
    ['malformed-response', 1],
    ['not-found', 1],
    ['blocked', 1],
    ['closed', 1],
    ['unauthorized', 1],
    ['misconfigured', 1],
    ['unknown', 1],
  ];
  for (const [code, calls] of healing) {
    it(`${code}: asked ${calls === 1 ? 'once' : `${calls} times`}`, async () => {
      const { transport, sent } = failing(code, code, code, code);
      assert.equal((await errorOf(outcome(client(transport).get(likes)))).code, code);
      await pass(minutes(1));
      assert.equal(sent.length, calls);
    });
  }

  it('what heals is answered after all, asked with growing pauses', async () => {
    const { transport, sent } = failing('network', 'server-error');
    assert.equal((await outcome(client(transport).get(likes))).total, 7);
    const [first = 0, second = 0, third = 0] = sent.map(({ at }) => at);
    assert.ok(second - first >= 375 && second - first <= 700, `${second - first}`);
    assert.ok(third - second >= 750 && third - second <= 1_350, `${third - second}`);
    assert.equal(sent.length, 3);
  });

  it('those who shared the call that failed share the next ones too', async () => {
    const { transport, asked } = failing('server-error', 'network');
    const made = client(transport);
    const answers = await outcome(Promise.all([likes, shares, reach].map((query) => made.get(query))));
    assert.deepEqual(
      answers.map(({ total }) => total),
      [7, 7, 7],
    );
    assert.deepEqual(asked(), ['reach,likes,shares', 'reach,likes,shares', 'reach,likes,shares']);
  });

  it('one that says when to ask again is not asked in seconds', async () => {
    const busy = new InsightsError('server-error', { status: 503, retryAt: noon + minutes(2) });
    const { transport, sent } = recorder(() => busy);
    assert.equal(await errorOf(outcome(client(transport).get(likes))), busy);
    await pass(minutes(1));
    assert.equal(sent.length, 1);
  });

  it('retries: 0 asks once', async () => {
    const { transport, sent } = failing('network');
    assert.equal((await errorOf(outcome(client(transport, { retries: 0 }).get(likes)))).code, 'network');
    assert.equal(sent.length, 1);
  });
});

describe('a limit', () => {
  const limit = new InsightsError('rate-limited', { retryAt: noon + minutes(17) });

  it('nothing is sent until it is lifted, by any question; then it is', async () => {
    const { transport, sent } = recorder((call, count) => (count === 1 ? limit : totals(call)));
    const made = client(transport);
    await errorOf(outcome(made.get(likes)));
    for (const ask of [() => made.get(likes), () => made.get(reach), () => made.account()]) {
      const { code, retryAt } = await errorOf(outcome<unknown>(ask()));
      assert.deepEqual([code, retryAt], ['rate-limited', limit.retryAt]);
    }
    assert.equal(sent.length, 1);
    await pass(minutes(17));
    assert.equal((await outcome(made.get(likes))).total, 7);
  });

  it('one that does not say for how long is taken to hold for five minutes', async () => {
    const { transport, sent } = failing('rate-limited');
    const made = client(transport);
    assert.equal((await errorOf(outcome(made.get(likes)))).retryAt, undefined);
    const since = Date.now();
    for (const query of [likes, reach]) {
      const { code, retryAt } = await errorOf(outcome(made.get(query)));
      assert.equal(code, 'rate-limited');
      assert.ok(Math.abs((retryAt ?? 0) - since - minutes(5)) <= 500, `${retryAt}`);
    }
    await pass(minutes(5) - 1_000);
    assert.equal((await errorOf(outcome(made.get(shares)))).code, 'rate-limited');
    assert.equal(sent.length, 1);
    await pass(1_000);
    assert.equal((await outcome(made.get(likes))).total, 7);
    assert.equal(sent.length, 2);
  });

  it('one that does not say for how long does not lift one that did', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const both = [made.get(likes), made.get({ metric: 'likes', range: 'last_7_days' })].map(errorOf);
    await pass(0);
    sent[0]?.fail(limit);
    sent[1]?.fail(new InsightsError('rate-limited'));
    await outcome(Promise.all(both));
    assert.equal((await errorOf(outcome(made.get(shares)))).retryAt, limit.retryAt);
    assert.equal(sent.length, 2);
  });

  it('calls that wait for their turn are not sent any more', async () => {
    const { transport, sent } = recorder();
    const made = client(transport);
    const days = Array.from({ length: 9 }, (_, index) => `2026-10-1${index}`);
    const asked = days.map((day) => errorOf(made.get({ metric: 'likes', since: day, until: day })));
    await pass(0);
    const before = sent.length;
    assert.ok(before < 9);
    for (const { fail } of sent) fail(limit);
    const errors = await outcome(Promise.all(asked));
    assert.ok(errors.every(({ code, retryAt }) => code === 'rate-limited' && retryAt === limit.retryAt));
    assert.equal(sent.length, before);
  });
});

describe('a metric that poisons a merged call', () => {
  const refused = (code: InsightsErrorCode) =>
    recorder((call) => (metricsOf(call).includes('profile_views') ? new InsightsError(code) : totals(call)));
  const visits: InsightsQuery = { metric: 'profile_views' };

  // A backend refuses with issues of its own, the Graph API with a text.
  for (const code of ['rejected', 'not-offered', 'invalid-query'] as const) {
    it(`${code}: it fails alone, and is asked alone from then on`, async () => {
      const { transport, asked } = refused(code);
      const made = client(transport, { staleTime: 0 });
      const ask = async (): Promise<unknown> => {
        const answers = [likes, visits, shares].map((query) =>
          made.get(query).then(
            ({ total }) => total,
            (error: InsightsError) => error.code,
          ),
        );
        return outcome(Promise.all(answers));
      };
      assert.deepEqual(await ask(), [7, code, 7]);
      assert.deepEqual(asked().toSorted(), ['likes,shares', 'likes,shares,profile_views', 'profile_views']);
      assert.deepEqual(await ask(), [7, code, 7]);
      assert.deepEqual(asked().slice(3).toSorted(), ['likes,shares', 'profile_views']);
    });
  }

  it('over the sandbox: what a version refuses does not take the others along', async () => {
    const made = over({ apiVersion: 'v25.0' });
    const answers = await outcome(
      Promise.all([made.get(likes), made.get(impressions).catch((error: InsightsError) => error)]),
    );
    assert.ok((answers[0].total ?? 0) > 0);
    assert.equal(answers[0].source, 'demo');
    assert.equal((answers[1] as InsightsError).code, 'not-offered');
  });

  for (const code of ['token-expired', 'server-error', 'rate-limited'] as const) {
    it(`${code} is about no single metric: nothing is asked one by one`, async () => {
      const { transport, asked } = refused(code);
      const made = client(transport, { retries: 0 });
      await outcome(Promise.all([likes, visits].map((query) => errorOf(made.get(query)))));
      assert.equal(asked().length, 1);
    });
  }
});

/** An error of the Graph API, as a transport gives it. */
const graphError = (code: number, message: string, subcode?: number): InsightsError =>
  readGraphError({ error: { code, message, error_subcode: subcode } }, { status: 400 }) ?? assert.fail();
const retiredText =
  'Starting from version 22 and above, the impressions metric is no longer supported. Use the views metric instead.';
const unsaid = graphError(100, '(#100) An unknown error has occurred.');
const engaged = (timeframe: 'last_30_days' | 'this_month'): InsightsQuery => ({
  metric: 'engaged_audience_demographics',
  breakdown: 'age',
  timeframe,
});

describe('a refusal of what was retired, where the version is not known', () => {
  const explained: readonly [
    string,
    InsightsQuery,
    InsightsError,
    issue: readonly string[],
    dates: readonly string[],
  ][] = [
    [
      'the text of v22',
      impressions,
      graphError(100, retiredText),
      ['metric', 'impressions', 'views'],
      ['2025-01-21', '2025-04-21'],
    ],
    [
      'a text that names it and no more',
      impressions,
      new InsightsError('rejected', { metrics: ['impressions'], graph: { code: 100 } }),
      ['metric', 'impressions', 'views'],
      ['2025-01-21'],
    ],
    [
      'one that names none, and says that it is not offered',
      impressions,
      new InsightsError('not-offered', { graph: { code: 100 } }),
      ['metric', 'impressions', 'views'],
      ['2025-01-21'],
    ],
    [
      'the list of what is taken',
      impressions,
      graphError(100, '(#100) metric[0] must be one of the following values: reach, likes, views'),
      ['metric', 'impressions', 'views'],
      ['2025-01-21'],
    ],
    [
      'a timeframe',
      engaged('last_30_days'),
      unsaid,
      ['timeframe', 'last_30_days', 'this_month'],
      ['2024-05-21', '2024-08-19'],
    ],
  ];
  for (const [what, query, refusal, issue, dates] of explained) {
    it(`${query.metric}, ${what}: not-offered, with the dates and what to ask instead`, async () => {
      const { transport, sent } = recorder(() => refusal);
      const error = await errorOf(outcome(client(transport).get(query)));
      assert.deepEqual([error.code, error.cause, error.graph?.code], ['not-offered', refusal, 100]);
      assert.deepEqual(
        error.issues.map(({ severity, attribute, value, suggestion }) => [severity, attribute, value, suggestion]),
        [['error', ...issue]],
      );
      for (const date of dates) assert.ok(error.issues[0]?.message.includes(date), error.issues[0]?.message);
      assert.equal(sent.length, 1);
    });
  }

  const unexplained: readonly [string, InsightsQuery, InsightsError][] = [
    ['a metric that nobody retired', likes, unsaid],
    ['a refusal that says nothing', impressions, unsaid],
    ['a refusal that names another metric', impressions, new InsightsError('rejected', { metrics: ['reach'] })],
    ['a timeframe that is still taken', engaged('this_month'), unsaid],
    [
      'a timeframe of another metric',
      { metric: 'follower_demographics', breakdown: 'age', timeframe: 'last_30_days' },
      unsaid,
    ],
    ['a dead token', impressions, graphError(190, 'Error validating access token', 463)],
    ['a missing permission', impressions, graphError(10, 'Application does not have permission for this action')],
    ['an account that is not there', impressions, graphError(100, 'Unsupported get request.', 33)],
  ];
  for (const [what, query, refusal] of unexplained) {
    it(`${what}: the refusal stays as it is`, async () => {
      assert.equal(await errorOf(outcome(client(recorder(() => refusal).transport).get(query))), refusal);
    });
  }

  it('what was asked with it is answered', async () => {
    const { transport } = recorder((call) =>
      metricsOf(call).includes('impressions') ? graphError(100, retiredText) : totals(call),
    );
    const made = client(transport);
    const [answer, error] = await outcome(Promise.all([made.get(likes), errorOf(made.get(impressions))]));
    assert.deepEqual([answer.total, error.code, error.issues[0]?.suggestion], [7, 'not-offered', 'views']);
  });

  it('an observer is told the same', async () => {
    const { last, stop } = watch(client(recorder(() => graphError(100, retiredText)).transport), impressions);
    await pass(200);
    assert.deepEqual([last().error?.code, last().error?.issues[0]?.code], ['not-offered', 'retired']);
    stop();
  });

  it('over the sandbox, in its own words: both', async () => {
    const made = over({ apiVersion: 'v25.0' });
    for (const query of [impressions, engaged('last_30_days')]) {
      const error = await errorOf(outcome(made.get(query)));
      assert.deepEqual([error.code, error.issues[0]?.code], ['not-offered', 'retired'], query.metric);
    }
    assert.equal((await outcome(made.get(engaged('this_month')))).reason, undefined);
  });
});
