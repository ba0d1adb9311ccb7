import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createBackendTransport, createInsightsClient } from '../../src/client/index.js';
import { isInsightsError, type QueryInput } from '../../src/spec/index.js';
import { createMovingBackend, createMovingGraph, day } from './moving-graph.js';

const questions: readonly QueryInput[] = [
  { metric: 'reach', range: 'last_28_days', compare: 'previous_period' },
  { metric: 'reach', range: 'last_90_days' },
  { metric: 'likes', range: 'last_7_days', daily: true },
  { metric: 'follower_demographics', breakdown: 'age,gender' },
];

function openPage(named = questions) {
  const graph = createMovingGraph();
  const { handler, insights, ask } = createMovingBackend(graph, { questions: named });
  const client = createInsightsClient({
    transport: createBackendTransport({
      url: 'http://backend.test/',
      fetch: (url, init) => handler(new Request(url, init)),
    }),
    now: () => graph.now,
    retries: 0,
  });
  return { graph, insights, ask, client };
}

describe('named questions', () => {
  it('are answered with all that elements ask for them', async () => {
    const { client } = openPage();
    const asked = [
      { metric: 'reach' },
      { metric: 'reach', metricType: 'time_series' },
      { metric: 'reach', since: '2026-01-23', until: '2026-02-19' },
      { metric: 'reach', metricType: 'time_series', range: 'last_90_days' },
      { metric: 'likes', range: 'last_7_days' },
      { metric: 'likes', range: 'last_7_days', daily: true },
    ] as const;
    for (const query of asked) assert.equal((await client.get(query)).metric, query.metric, JSON.stringify(query));
    assert.equal((await client.account()).followersCount, 1000);
  });

  it('others are refused, and nothing goes up', async () => {
    const { insights, graph } = openPage();
    for (const query of [
      'metric=reach&metric_type=total_value&range=last_7_days',
      'metric=comments&metric_type=total_value&range=last_28_days',
      'metric=reach&metric_type=total_value&since=2025-01-01&until=2025-01-02',
      'metric=reach&metric_type=total_value&breakdown=follow_type&range=last_28_days',
    ]) {
      const { status, json } = await insights(query);
      assert.deepEqual([status, json.error?.error_data.code], [403, 'closed'], query);
    }
    assert.equal(graph.calls.length, 0);
  });

  it('a metric that is not named does not blank those that are', async () => {
    const { client } = openPage();
    const [named, other] = await Promise.allSettled([
      client.get({ metric: 'likes', range: 'last_7_days' }),
      client.get({ metric: 'comments', range: 'last_7_days' }),
    ]);
    assert.equal(named.status === 'fulfilled' && named.value.total, 500);
    assert.ok(other.status === 'rejected' && isInsightsError(other.reason) && other.reason.code === 'closed');
  });

  it('move with the days, and a page from before midnight is still answered', async () => {
    const { client, graph, insights } = openPage();
    await client.get({ metric: 'likes', range: 'last_7_days' });
    graph.now += day;
    await client.get({ metric: 'likes', range: 'last_7_days' });
    const old = 'metric=likes&period=day&metric_type=total_value&since=2026-03-13&until=2026-03-19';
    assert.equal((await insights(old)).status, 200);
    graph.now += day;
    assert.equal((await insights(old)).status, 403);
  });

  it('can be named for each account', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph, { questions: { default: [{ metric: 'likes' }] } });
    const query = 'metric=likes&metric_type=total_value&range=last_28_days';
    assert.equal((await insights(query)).status, 200);
    assert.equal((await insights(query, { account: 'other' })).status, 403);
  });

  it('a line that is no question is said at once', () => {
    assert.throws(() => openPage([{ metric: 'reech' }]), /Question 1 is none that Instagram answers/);
  });
});
