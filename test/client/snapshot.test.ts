import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { createInsightsClient, createSnapshotTransport } from '../../src/client/index.js';
import { planCalls } from '../../src/client/plan.js';
import { lineFor } from '../../src/client/transports/snapshot-line.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createInsightsHandler } from '../../src/server/index.js';
import { type InsightsQuery, isInsightsError, windowSeconds } from '../../src/spec/index.js';
import { snapshotOf } from './snapshot-file.js';
import {
  describeTransport,
  errorOf,
  followersByAge,
  insightsCall,
  noon,
  type Opened,
  reachOfWeek,
  week,
} from './transports.contract.js';

const url = 'https://page.example/insights/acme.json';

const handlerOf = (scenario?: Parameters<typeof createSandbox>[0]) => {
  const { fetch, id, accessToken } = createSandbox({ now: noon, ...scenario });
  return createInsightsHandler({
    accounts: { default: { id, accessToken } },
    access: 'public',
    graph: { fetch },
    now: () => noon,
    log: () => {},
  });
};

describeTransport(
  'createSnapshotTransport',
  async (scenario): Promise<Opened> => {
    const calls = [
      reachOfWeek,
      followersByAge,
      insightsCall({ ...week, metric_type: 'time_series' }),
      insightsCall({ ...week, metric: 'reach,accounts_engaged' }),
    ];
    const isSlow = scenario === 'slow';
    const file = await snapshotOf(handlerOf({ scenario: isSlow ? undefined : scenario }), calls, noon);
    const fetch = async (): Promise<Response> => {
      if (isSlow) await new Promise((resolve) => setTimeout(resolve, 200));
      return Response.json(file);
    };
    return { transport: createSnapshotTransport({ url, fetch }), secrets: [url], close: async () => {} };
  },
  { hearsLimits: false },
);

/** A client over a file of these questions, taken at noon and looked at two days later. */
async function openPage(
  queries: readonly InsightsQuery[],
  change: (file: Record<string, unknown>) => unknown = (file) => file,
) {
  const calls = planCalls(queries, { now: noon }).map(({ call }) => call);
  const file = change((await snapshotOf(handlerOf(), calls, noon)) as Record<string, unknown>);
  const loads: string[] = [];
  const fetch = async (address: string): Promise<Response> => {
    loads.push(address);
    if (file instanceof Error) throw file;
    return file instanceof Response ? file.clone() : Response.json(file);
  };
  const later = () => noon + 2 * 86_400_000;
  return {
    client: createInsightsClient({ transport: createSnapshotTransport({ url, fetch }), now: later, retries: 0 }),
    loads,
  };
}

describe('a client over a snapshot', () => {
  it('understands days by the clock of the file, and says when its numbers came', async () => {
    const { client, loads } = await openPage([
      { metric: 'reach' },
      { metric: 'likes', daily: true, range: 'last_7_days' },
    ]);
    assert.equal((await client.get({ metric: 'reach' })).range?.until, '2026-11-22');
    const result = await client.get({ metric: 'likes', daily: true, range: 'last_7_days' });
    assert.equal(result.series?.length, 7);
    assert.equal(client.now(), noon);
    assert.equal(loads.length, 1);
  });

  it('says what is not there, and the line to add; what is there is answered', async () => {
    const { client } = await openPage([{ metric: 'likes' }]);
    const [likes, comments] = await Promise.allSettled([
      client.get({ metric: 'likes' }),
      client.get({ metric: 'comments' }),
    ]);
    assert.equal(likes.status, 'fulfilled');
    assert.ok(comments.status === 'rejected' && isInsightsError(comments.reason));
    assert.deepEqual(
      [comments.reason.code, comments.reason.metrics, comments.reason.line],
      ['not-in-snapshot', ['comments'], '{ "metric": "comments", "range": "last_28_days" }'],
    );
  });

  it('is asked about long windows in their parts', async () => {
    const { client } = await openPage([{ metric: 'likes', range: 'last_90_days' }]);
    assert.ok((await client.get({ metric: 'likes', range: 'last_90_days' })).total);
  });

  for (const [name, file, code] of [
    ['a page', new Response('<html>', { status: 200 }), 'malformed-response'],
    ['nothing', new Response('', { status: 404 }), 'malformed-response'],
    ['another JSON', { insights_snapshot: 2 }, 'malformed-response'],
    ['no network', new Error('down'), 'network'],
  ] as const) {
    it(`${name}: ${code}, and asked again with the next question`, async () => {
      const { client, loads } = await openPage([{ metric: 'likes' }], () => file);
      const error = await errorOf(client.get({ metric: 'likes' }));
      assert.equal(error.code, code);
      assert.match(error.message, /`src`|Nothing was heard/);
      const before = loads.length;
      await errorOf(client.get({ metric: 'likes' }));
      assert.ok(loads.length > before);
    });
  }

  it('one failure in the file is one metric’s', async () => {
    const { client } = await openPage([{ metric: 'likes' }, { metric: 'comments' }], (file) => {
      const answers = file.answers as Record<string, unknown>;
      const key = Object.keys(answers).find((one) => one.startsWith('comments~')) ?? '';
      answers[key] = { error: { code: 4, message: 'x', error_data: { code: 'rate-limited' } } };
      return file;
    });
    const both = await Promise.allSettled([client.get({ metric: 'likes' }), client.get({ metric: 'comments' })]);
    assert.deepEqual(
      both.map(({ status }) => status),
      ['fulfilled', 'rejected'],
    );
    assert.ok((await client.get({ metric: 'likes' })).total);
  });
});

describe('createSnapshotTransport: the file', () => {
  it('is loaded once for all, and looked at again after a minute', async () => {
    mock.timers.enable({ apis: ['Date'], now: noon });
    let loads = 0;
    const file = await snapshotOf(handlerOf(), [reachOfWeek], noon);
    const transport = createSnapshotTransport({
      url,
      fetch: async () => {
        loads += 1;
        return Response.json(file);
      },
    });
    await Promise.all([transport(reachOfWeek), transport(reachOfWeek)]);
    assert.equal(loads, 1);
    mock.timers.setTime(noon + 61_000);
    await transport(reachOfWeek);
    assert.equal(loads, 2);
    mock.timers.reset();
  });

  it('of another day does not take the place of the first', async () => {
    mock.timers.enable({ apis: ['Date'], now: noon });
    const first = await snapshotOf(handlerOf(), [reachOfWeek], noon);
    let file: object = first;
    const transport = createSnapshotTransport({ url, fetch: async () => Response.json(file) });
    await transport(reachOfWeek);
    file = { ...first, taken_at: noon / 1000 + 86_400, answers: {} };
    mock.timers.setTime(noon + 61_000);
    await transport(reachOfWeek);
    assert.deepEqual(await transport.opened?.(), { now: noon });
    mock.timers.reset();
  });
});

describe('lineFor', () => {
  const of = (since: string, until: string, more: Record<string, string> = {}, metric = 'reach'): string => {
    const seconds = windowSeconds({ since, until });
    return lineFor(insightsCall({ since: String(seconds.since), until: String(seconds.until), ...more }), metric, noon);
  };
  const cases: readonly [string, string][] = [
    [of('2026-10-26', '2026-11-22'), '{ "metric": "reach", "range": "last_28_days" }'],
    [of('2026-09-28', '2026-10-25'), '{ "metric": "reach", "range": "last_28_days", "compare": "previous_period" }'],
    [of('2026-08-25', '2026-09-23'), '{ "metric": "reach", "range": "last_90_days" }'],
    [of('2026-11-20', '2026-11-20'), '{ "metric": "reach", "range": "last_7_days", "daily": true }'],
    [of('2026-10-31', '2026-10-31'), '{ "metric": "reach", "range": "last_28_days", "daily": true }'],
    [of('2026-03-02', '2026-03-09'), '{ "metric": "reach", "since": "2026-03-02", "until": "2026-03-09" }'],
    [
      of('2026-11-16', '2026-11-22', { breakdown: 'follow_type' }),
      '{ "metric": "reach", "breakdown": "follow_type", "range": "last_7_days" }',
    ],
    [
      of('2026-11-16', '2026-11-22', { breakdown: 'follow_type' }, 'follows_and_unfollows'),
      '{ "metric": "follows_and_unfollows", "range": "last_7_days" }',
    ],
    [
      lineFor(followersByAge, 'follower_demographics', noon),
      '{ "metric": "follower_demographics", "breakdown": "age" }',
    ],
  ];
  for (const [line, expected] of cases) it(expected, () => assert.equal(line, expected));
});

it('an address that cannot be read is said to be that of src, in a page that is a file too', async (test) => {
  const messageOf = async (): Promise<string> =>
    (await errorOf(createSnapshotTransport({ url: 'insights.json' })(reachOfWeek, {}))).message;
  assert.match(await messageOf(), /^src is not an http address\./);
  Object.defineProperty(globalThis, 'location', { configurable: true, value: { protocol: 'file:' } });
  test.after(() => Reflect.deleteProperty(globalThis, 'location'));
  // By its first word an element knows which attribute that is.
  assert.match(await messageOf(), /^src .*opened as a file.*`demo`/);
});
