// Clocks: one that was wrong and is set right while the backend runs, and two machines' over one store.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStorage } from 'unstorage';
import { createBudget } from '../../src/server/answers/budget.js';
import { createMovingBackend, createMovingGraph, day, failure, minute, noon, settle } from './moving-graph.js';

const week = 'metric=reach&metric_type=total_value&range=last_7_days';

describe('a clock that was two days ahead, and is set right', () => {
  it('gives no answer again that is of the days to come', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    graph.now = noon + 2 * day;
    await insights(week);
    graph.now = noon;
    const { status, headers } = await insights(week);
    assert.equal(status, 200);
    assert.equal(Number(headers.get('X-Insights-Fetched-At')), noon / 1000);
    const [wrong, right] = graph.calls.map((call) => Number(call.get('until')) * 1000);
    assert.equal(Number(wrong) - Number(right), 2 * day);
    assert.ok(Number(right) < noon);
  });

  it('and asks again of the same days, as an answer from the future is none', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    const days = 'metric=reach&metric_type=total_value&since=2026-03-10&until=2026-03-19';
    graph.now = noon + 2 * day;
    await insights(days);
    graph.now = noon;
    graph.seed = 7;
    assert.equal((await insights(days)).json.data?.[0]?.total_value?.value, 507);
    graph.now += minute;
    await insights(days);
    assert.equal(graph.calls.length, 2, 'and that one is kept');
  });

  it('holds no refusal against a question for as long', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    graph.now = noon + 2 * day;
    graph.trouble = failure(190);
    assert.equal((await insights(week)).status, 502);
    [graph.trouble, graph.now] = [undefined, noon];
    assert.equal((await insights(week)).status, 200);
  });

  it('nor a limit, nor what was heard of its use', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    graph.now = noon + 2 * day;
    graph.trouble = failure(4, 400, {}, { 'Retry-After': '60' });
    assert.equal((await insights(week)).status, 429);
    [graph.trouble, graph.now] = [undefined, noon];
    assert.equal((await insights(week)).status, 200);

    let now = noon + 2 * day;
    const budget = createBudget({ now: () => now });
    budget.hear('a', 'app', new Headers({ 'X-App-Usage': '{"call_count":97}' }));
    now = noon;
    assert.deepEqual([budget.stateOf('a', 'app').allowance, budget.stateOf('a', 'app').percent], ['free', undefined]);
  });

  it('nor a failure against the store', async () => {
    const storage = createStorage();
    const { getItems } = storage;
    let isDown = true;
    let reads = 0;
    storage.getItems = ((...given: Parameters<typeof getItems>) => {
      reads += 1;
      return isDown ? Promise.reject(new Error('down')) : getItems.apply(storage, given);
    }) as typeof getItems;
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph, { storage });
    graph.now = noon + 2 * day;
    await insights(week);
    [isDown, graph.now] = [false, noon];
    await insights(week.replace('reach', 'views'));
    assert.equal(reads, 2);
  });

  it('answers the questions that are named, of the days that it is now', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph, { questions: [{ metric: 'reach', range: 'last_7_days' }] });
    graph.now = noon + 5 * day;
    assert.equal((await insights(week)).status, 200);
    graph.now = noon;
    assert.equal((await insights(week)).status, 200);
  });

  it('renews a token when it is due', async () => {
    const graph = createMovingGraph();
    const { log, insights } = createMovingBackend(graph, {
      accounts: {
        default: {
          id: '178414001',
          accessToken: 'IGQ-a-token',
          expiresAt: noon + 5 * day,
          host: 'graph.instagram.com',
        },
      },
    });
    const renewals = (): number => log.filter(({ event }) => event === 'renewal').length;
    graph.trouble = failure(2, 500);
    graph.now = noon + 2 * day;
    await insights(week);
    await settle();
    assert.equal(renewals(), 1);
    graph.now = noon;
    await insights(week);
    await settle();
    assert.equal(renewals(), 2);
  });
});

describe('two machines over one store', () => {
  const over = (apartMs: number) => {
    const graph = createMovingGraph();
    const storage = createStorage();
    const one = createMovingBackend(graph, { storage });
    const ahead = createMovingBackend(graph, { storage, now: () => graph.now + apartMs });
    const days = 'metric=likes&metric_type=total_value&since=2026-03-10&until=2026-03-19';
    return { graph, ask: async (who: 'one' | 'ahead') => ({ one, ahead })[who].insights(days) };
  };

  it('half a minute apart: what one has fetched the other does not, and no answer is of the future', async () => {
    const { graph, ask } = over(30_000);
    await ask('ahead');
    const { headers } = await ask('one');
    assert.equal(graph.calls.length, 1);
    assert.ok(Number(headers.get('X-Insights-Fetched-At')) <= graph.now / 1000);
  });

  it('ten minutes apart: one call more, and not one for each question', async () => {
    const { graph, ask } = over(10 * minute);
    for (let round = 0; round < 6; round += 1) {
      for (const who of ['ahead', 'one'] as const) assert.equal((await ask(who)).status, 200);
      // Past what each remembers by itself.
      graph.now += 31_000;
    }
    assert.equal(graph.calls.length, 2);
  });
});
