import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createBudget } from '../../src/server/answers/budget.js';
import { createMovingBackend, createMovingGraph, failure, hour, minute, settle } from './moving-graph.js';

const app = (percent: number): Record<string, string> => ({
  'X-App-Usage': JSON.stringify({ call_count: percent, total_time: 1, total_cputime: 2 }),
});
const business = (percent: number, minutes = 0, type = 'instagram'): Record<string, string> => ({
  'X-Business-Use-Case-Usage': JSON.stringify({
    '104857610203': [
      { type, call_count: 3, total_cputime: percent, total_time: 0, estimated_time_to_regain_access: minutes },
    ],
  }),
});

describe('createBudget', () => {
  const states: readonly [
    name: string,
    headers: Record<string, string>,
    allowance: string,
    percent: number | undefined,
  ][] = [
    ['nothing', {}, 'free', undefined],
    ['an app that has used little', app(28), 'free', 28],
    ['three quarters', app(75), 'free', 75],
    ['more than that', app(76), 'sparing', 76],
    ['nearly all', app(96), 'reserve', 96],
    ['all', app(100), 'none', 100],
    ['an account that has used little', business(28), 'free', 28],
    ['an account that has used nearly all', business(97), 'reserve', 97],
    ['an account that is shut out', business(100, 17), 'none', 100],
    ['the limit of another product', business(100, 17, 'ads_insights'), 'free', undefined],
    ['both: the higher one counts', { ...app(30), ...business(80) }, 'sparing', 80],
    ['no JSON', { 'X-App-Usage': '{"call_count":100' }, 'free', undefined],
    ['words for numbers', { 'X-App-Usage': '{"call_count":"100"}' }, 'free', undefined],
    ['a list', { 'X-App-Usage': '[100]' }, 'free', undefined],
  ];
  for (const [name, headers, allowance, percent] of states) {
    it(`${name}: ${allowance}`, () => {
      const budget = createBudget({ now: () => 0 });
      budget.hear('a', 'app', new Headers(headers));
      const state = budget.stateOf('a', 'app');
      assert.deepEqual([state.allowance, state.percent], [allowance, percent]);
    });
  }

  it('is of an account, and of the app for all of them', () => {
    const budget = createBudget({ now: () => 0 });
    budget.hear('a', 'app', new Headers(business(100, 17)));
    assert.equal(budget.stateOf('b', 'app').allowance, 'free');
    assert.equal(budget.stateOf('a', 'app').until, 17 * minute);
    budget.hear('a', 'app', new Headers(app(100)));
    assert.equal(budget.stateOf('b', 'app').allowance, 'none');
    assert.equal(budget.stateOf('b', 'another').allowance, 'free');
  });

  it('forgets after a quarter of an hour, and never shuts out for more than a day', () => {
    let now = 0;
    const budget = createBudget({ now: () => now });
    budget.hear('a', 'app', new Headers(app(96)));
    now = 16 * minute;
    assert.deepEqual(budget.stateOf('a', 'app'), { allowance: 'free', until: 0, percent: undefined });
    budget.hear('a', 'app', new Headers(business(100, 9_999)));
    assert.equal(budget.stateOf('a', 'app').until, now + 24 * hour);
  });

  it('takes any headers', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), fc.double({ noNaN: true }), (one, two, seconds) => {
        const budget = createBudget({ now: () => 0 });
        const safe = (text: string): string => text.replaceAll(/[^\x20-\x7e]/g, '?');
        budget.hear('a', 'app', new Headers({ 'X-App-Usage': safe(one), 'X-Business-Use-Case-Usage': safe(two) }));
        budget.refuse('a', 'app', false, seconds);
        const { until, percent = 0 } = budget.stateOf('a', 'app');
        return until <= 24 * hour && percent >= 0;
      }),
    );
  });
});

describe('the backend keeps to its budget', () => {
  const query = (metric: string): string =>
    `metric=${metric}&metric_type=total_value&since=2026-03-13&until=2026-03-19`;

  it('above three quarters it renews less often', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    graph.headers = app(80);
    await insights(query('reach'));
    graph.now += 14 * minute;
    await insights(query('likes'));
    graph.now += 2 * minute;
    await insights(query('reach'));
    await settle();
    assert.equal(graph.calls.length, 2);
    graph.headers = {};
  });

  it('above 95 % it gives what it has, marked, and asks for what nobody has asked yet', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    await insights(query('reach'));
    graph.now += 3 * hour;
    graph.headers = app(97);
    assert.equal((await insights(query('likes'))).status, 200);
    const kept = await insights(query('reach'));
    await settle();
    assert.deepEqual([kept.status, kept.headers.get('X-Insights-Stale')], [200, 'rate-limited']);
    assert.equal(kept.headers.get('X-App-Usage'), '{"call_count":97,"total_time":97,"total_cputime":97}');
    assert.equal(graph.calls.length, 2);
    assert.equal((await insights(query('comments'))).status, 200);
    assert.equal(graph.calls.length, 3);
  });

  it('with nothing left it answers what it has, or 429 and when to come again', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    await insights(query('reach'));
    graph.now += 3 * hour;
    graph.headers = business(100, 17);
    await insights(query('likes'));
    graph.now += 10 * minute;
    assert.equal((await insights(query('reach'))).headers.get('X-Insights-Stale'), 'rate-limited');
    const refused = await insights(query('comments'));
    assert.deepEqual([refused.status, refused.headers.get('Retry-After')], [429, String(7 * 60)]);
    assert.equal(graph.calls.length, 2);
    graph.now += 8 * minute;
    graph.headers = {};
    assert.equal((await insights(query('comments'))).status, 200);
  });

  for (const [code, other] of [
    [4, 429],
    [17, 200],
    [32, 200],
    [341, 429],
    [613, 200],
    [80002, 200],
  ] as const) {
    it(`refused by code ${code}, ${other === 429 ? 'asks for no account' : 'goes on asking for others'}`, async () => {
      const graph = createMovingGraph();
      const { insights } = createMovingBackend(graph);
      graph.trouble = failure(code);
      assert.equal((await insights(query('reach'))).status, 429);
      graph.trouble = undefined;
      assert.equal((await insights(query('likes'))).status, 429);
      assert.equal((await insights(query('reach'), { account: 'other' })).status, other);
      assert.equal(graph.calls.length, other === 429 ? 1 : 2);
    });
  }
});

describe('the backend bounds who asks', () => {
  const query = 'metric=reach&metric_type=total_value';
  const from = (address: string) => ({ headers: { 'X-Forwarded-For': address } });

  it('by the address that its nearest proxy vouches for', async () => {
    const { addressFromHeader } = await import('../../src/server/index.js');
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph, {
      clientAddress: addressFromHeader('X-Forwarded-For'),
      perClient: 2,
    });
    const statuses = [];
    for (const address of [
      '1.2.3.4',
      'a lie, 1.2.3.4',
      '1.2.3.4',
      '1.2.3.4:50000',
      '[2001:db8:0:1::9]:50000',
      '5.6.7.8',
      '2001:db8:0:1::1',
      '2001:db8:0:1:ffff::2',
      '2001:db8:0:1::3',
      '2001:db8:0:2::1',
    ]) {
      statuses.push((await insights(query, from(address))).status);
    }
    assert.deepEqual(statuses, [200, 200, 429, 429, 200, 200, 200, 429, 429, 200]);
    graph.now += 30_000;
    assert.equal((await insights(query, from('1.2.3.4'))).status, 200);
  });

  it('not where nobody says whose request it is', async () => {
    const { insights } = createMovingBackend(createMovingGraph(), { clientAddress: () => undefined, perClient: 1 });
    for (let count = 0; count < 5; count += 1) assert.equal((await insights(query)).status, 200);
  });

  it('at most 40 metrics in a question', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    const many = await insights(`metric=${Array(41).fill('reach').join()}`);
    assert.equal(many.status, 400);
    assert.match(many.json.error?.message ?? '', /more than 40 metrics/);
    assert.equal(graph.calls.length, 0);
  });

  it('windows are whole days, from midnight to midnight in Los Angeles', async () => {
    const graph = createMovingGraph();
    const { insights } = createMovingBackend(graph);
    await insights(`${query}&since=1772400001&until=1772500000`);
    const [call] = graph.calls;
    assert.deepEqual([call?.get('since'), call?.get('until')], ['1772352000', '1772524799']);
  });
});
