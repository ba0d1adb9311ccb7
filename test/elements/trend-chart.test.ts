import { expect, fixture, fixtureSync, waitUntil } from '@open-wc/testing';
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import '../../src/elements/provider/define.js';
import '../../src/elements/trend-chart/define.js';
import type { InsightsTrendChart } from '../../src/elements/trend-chart/trend-chart.js';
import { totalsOf } from '../../src/elements/trend-chart/trend-facts.js';
import { trendQuestions } from '../../src/elements/trend-chart/trend-questions.js';
import { trendOf } from '../../src/format/index.js';
import { addDays, type InsightsResult } from '../../src/spec/index.js';
import { needing } from './engine.js';
import {
  type Answer,
  afterTest,
  backendUrl,
  clientAt,
  clientOf,
  daily,
  days,
  guard,
  listen,
  make,
  nextFrame,
  now,
  settled,
  textOf,
  totals,
  watchFetch,
} from './harness.js';

/** A page with charts of its own. */
Chart.register(BarController, BarElement, LineController, LineElement, PointElement, CategoryScale, LinearScale);

const week = { since: '2024-03-04', until: '2024-03-10' } as const;

/** The API's day that a call begins with. */
const dayOfCall = (since = ''): string => new Date(Number(since) * 1000 - 8 * 3_600_000).toISOString().slice(0, 10);

const count = (first: string, values: readonly number[]): Readonly<Record<string, number>> =>
  Object.fromEntries(values.map((value, at) => [addDays(first, at), value]));

/** Totals of 700 and 500, days that rise from 100, days before that rise from 50; of a flow 9 gained, 4 lost. */
const ordinary: Answer = ({ metric = '', metric_type, since }, edge) => {
  if (edge === 'account') return { followers_count: 1000 };
  const first = dayOfCall(since);
  const isBefore = first < week.since;
  if (metric === 'follows_and_unfollows')
    return totals(metric, undefined, {
      dimensions: ['follow_type'],
      rows: [
        ['FOLLOWER', 9],
        ['NON_FOLLOWER', 4],
      ],
    });
  if (metric_type === 'time_series')
    return daily(metric, count(first, isBefore ? [50, 51, 52, 53, 54, 55, 56] : [100, 101, 102, 109, 104, 105, 106]));
  return totals(metric, isBefore ? 500 : 700);
};

const create = (properties: Partial<InsightsTrendChart> = {}): InsightsTrendChart =>
  make('insights-trend-chart', {
    metric: 'reach',
    ...week,
    client: clientOf(ordinary),
    locale: 'en-GB',
    ...properties,
  });

const chartOf = (element: Element): Chart | undefined => {
  const canvas = element.shadowRoot?.querySelector('canvas');
  return canvas ? Chart.getChart(canvas) : undefined;
};

type Asking = { readonly insights: { readonly snapshots: ReadonlyMap<string, { readonly fetching: boolean }> } };
const isAsking = (element: InsightsTrendChart): boolean =>
  [...(element as unknown as Asking).insights.snapshots.values()].some(({ fetching }) => fetching);

/** Waits until all answers are there and the chart is drawn. */
async function drawn(element: InsightsTrendChart): Promise<InsightsTrendChart> {
  await settled(element);
  await waitUntil(() => !isAsking(element), 'still asking', { interval: 5, timeout: 8000 });
  await element.updateComplete;
  // A sentence that became longer takes its line from the plot.
  const plot = element.shadowRoot?.querySelector('.plot');
  const fits = (): boolean => plot !== null && chartOf(element)?.height === plot?.clientHeight;
  await waitUntil(fits, 'no chart is drawn', { interval: 5, timeout: 5000 });
  await nextFrame();
  return element;
}

const show = async (properties: Partial<InsightsTrendChart> = {}): Promise<InsightsTrendChart> =>
  drawn(await fixture<InsightsTrendChart>(create(properties)));

const typeOf = (element: Element): string | undefined =>
  (chartOf(element)?.config as { type?: string } | undefined)?.type;
const dataOf = (element: Element): unknown[] => chartOf(element)?.data.datasets.map(({ data }) => data) ?? [];
const legendOf = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('.legend li') ?? [])].map((item) =>
    (item.textContent ?? '').replaceAll(/\s+/g, ' ').trim(),
  );
const press = (element: Element, key: string): void =>
  void element.shadowRoot?.querySelector('.plot')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
const tableOf = (element: Element): string[][] =>
  [...(element.shadowRoot?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
  );

needing('dates of today').describe('InsightsTrendChart', () => {
  guard();

  it('draws a metric by day, and says its total, its best day and to when there is data', async () => {
    const element = await show();
    expect(element.state).to.equal('ready');
    expect(textOf(element, '#label')).to.equal('Reach by day');
    expect(dataOf(element)).to.deep.equal([[100, 101, 102, 109, 104, 105, 106]]);
    expect(textOf(element, '#sentence')).to.equal(
      'Reach was 700 in the 7 days to 10 Mar. Best day: Thursday 7 Mar (109).',
    );
    expect(legendOf(element)).to.deep.equal(['4 – 10 Mar']);
    expect(textOf(element, '.note')).to.contain('data to 10 Mar');
    expect(textOf(element, '.note')).to.contain(
      'one account can count on several days: days do not add up to the total',
    );
  });

  it('compares: the days before as a second line, their dates in the legend, the change in the sentence', async () => {
    const element = await show({ compare: 'previous_period' });
    expect(dataOf(element)).to.deep.equal([
      [100, 101, 102, 109, 104, 105, 106],
      [50, 51, 52, 53, 54, 55, 56],
    ]);
    expect(legendOf(element)).to.deep.equal(['4 – 10 Mar', '26 Feb – 3 Mar']);
    expect(textOf(element, '#sentence')).to.contain(
      'Reach was 700 in the 7 days to 10 Mar, 40% above the 7 days before.',
    );
    expect(tableOf(element)[0]).to.deep.equal(['Day', 'Reach', 'Day before', 'Reach before']);
    expect(tableOf(element)[1]).to.deep.equal(['4 Mar 2024', '100', '26 Feb 2024', '50']);
  });

  it('shows a missing day as a gap and never as zero', async () => {
    const client = clientOf((params, edge) =>
      params.metric_type === 'time_series'
        ? daily(params.metric, { '2024-03-04': 5, '2024-03-06': 0, '2024-03-08': 7 })
        : ordinary(params, edge),
    );
    const element = await show({ client });
    expect(dataOf(element)).to.deep.equal([[5, null, 0, null, 7, null, null]]);
    expect(tableOf(element).slice(1, 4)).to.deep.equal([
      ['4 Mar 2024', '5'],
      ['5 Mar 2024', 'no number'],
      ['6 Mar 2024', '0'],
    ]);
    expect(textOf(element, '.note')).to.contain('data to 8 Mar');
  });

  it('marks the days that still move, in the legend and for whoever points at them', async () => {
    const element = await show({ since: '2024-03-08', until: '2024-03-14' });
    expect(legendOf(element)).to.deep.equal(['8 – 14 Mar', 'provisional']);
    press(element, 'End');
    expect(textOf(element, '.tip-title')).to.equal('Thursday 14 Mar · provisional');
    press(element, 'Home');
    expect(textOf(element, '.tip-title')).to.equal('Friday 8 Mar');
  });

  it('tells both dates and both numbers of a day, and the day that is chosen', async () => {
    const element = await show({ compare: 'previous_period' });
    const chosen = listen('insights-select');
    press(element, 'Home');
    press(element, 'ArrowRight');
    expect(textOf(element, '.tip')).to.equal('Tuesday 5 Mar Reach 101 Tuesday 27 Feb 51');
    press(element, 'Enter');
    expect(chosen.map(({ points }) => points)).to.deep.equal([[{ metric: 'reach', day: '2024-03-05', value: 101 }]]);
  });

  it('asks a question for each day where there is no series, and says so', async () => {
    const client = clientOf(({ metric, since }, edge) =>
      edge === 'account' ? {} : totals(metric, dayOfCall(since) === '2024-03-04' ? 70 : 10),
    );
    const element = await show({ metric: 'likes', client });
    expect(dataOf(element)[0]).to.deep.equal([70, 10, 10, 10, 10, 10, 10]);
    expect(textOf(element, '.note')).to.contain('one question per day; days need not add up to the total');
    expect(textOf(element, '#sentence')).to.equal(
      'Likes were 70 in the 7 days to 10 Mar. Best day: Monday 4 Mar (70).',
    );
  });

  it('adds up no unique accounts: over more days than are counted together there is no total', async () => {
    const element = await show({ since: '2023-12-01', until: '2024-03-10', client: clientAt(backendUrl()) });
    expect(dataOf(element)[0]).to.have.length(101);
    expect(textOf(element, '#sentence')).to.match(/^Sample data\. Best days?: /);
    expect(element.reason).to.equal(undefined);
  });

  it('names a sum of days where Instagram gives no total of events', async () => {
    const element = await show({ metric: 'follower_count', client: clientOf(ordinary) });
    expect(textOf(element, '#sentence')).to.contain('New followers were 727 in the 7 days to 10 Mar');
    expect(textOf(element, '.note')).to.contain('the total is the sum of 7 days, derived');
  });

  it('one day is a dot with its number', async () => {
    const element = await show({ since: '2024-03-05', until: '2024-03-05', client: clientAt(backendUrl()) });
    expect(chartOf(element)?.data.labels).to.deep.equal(['2024-03-05']);
    expect(textOf(element, '#sentence')).to.match(/^Sample data\. Reach was [\d,]+ on 5 Mar\.$/);
    // There is nothing that could be added up.
    expect(textOf(element, '.note')).to.not.contain('several days');
  });

  it('shows a result that the page sets, and asks nothing', async () => {
    const asked = watchFetch();
    const element = create({ client: clientAt(backendUrl()), metric: undefined as never });
    element.result = {
      metric: 'likes',
      period: 'day',
      total: 9,
      series: [
        { day: '2024-05-06', value: 4 },
        { day: '2024-05-08', value: 5 },
      ],
    };
    await drawn(await fixture<InsightsTrendChart>(element));
    expect(asked).to.deep.equal([]);
    expect(dataOf(element)).to.deep.equal([[4, null, 5]]);
    expect(textOf(element, '#label')).to.equal('Likes by day');
    expect(textOf(element, '#sentence')).to.equal(
      'Likes were 9 in the 3 days to 8 May. Best day: Wednesday 8 May (5).',
    );
    expect(element.results).to.have.length(1);
  });

  it('follows its provider, live: days, comparison and locale', async () => {
    const provider = await fixture<HTMLElement>('<insights-provider range="last_7_days"></insights-provider>');
    const element = make('insights-trend-chart', { metric: 'reach' });
    Object.assign(provider, { client: clientAt(backendUrl()), locale: 'en' });
    provider.append(element);
    await drawn(element);
    expect(chartOf(element)?.data.labels).to.have.length(7);
    expect(textOf(element, '.note')).to.contain('data to Mar');
    provider.setAttribute('range', 'last_14_days');
    await waitUntil(() => chartOf(element)?.data.labels?.length === 14);
    provider.setAttribute('compare', 'previous_period');
    await waitUntil(() => dataOf(element).length === 2 && (dataOf(element)[1] as unknown[])[0] !== null);
    provider.setAttribute('locale', 'de');
    await waitUntil(() => textOf(element, '.note').includes('März'));
  });
});

needing('dates of today').describe('InsightsTrendChart: several metrics', () => {
  guard();

  it('has a line and a legend for each, in the order of the list', async () => {
    const element = await show({ metric: 'reach, likes,shares' });
    expect(textOf(element, '#label')).to.equal('Reach, likes and shares by day');
    expect(legendOf(element)).to.deep.equal(['Reach', 'Likes', 'Shares']);
    expect(dataOf(element)).to.have.length(3);
    expect(textOf(element, '.note')).to.contain('4 – 10 Mar');
    expect(textOf(element, '.note')).to.contain('Reach: one account can count on several days');
    expect(tableOf(element)[0]).to.deep.equal(['Day', 'Reach', 'Likes', 'Shares']);
    expect(element.results.map(({ metric }) => metric)).to.deep.equal(['reach', 'likes', 'shares']);
  });

  it('hides and isolates by its legend, and tells of what is shown', async () => {
    const element = await show({ metric: 'reach,likes' });
    const [first] = element.shadowRoot?.querySelectorAll<HTMLButtonElement>('.legend button') ?? [];
    first?.click();
    await element.updateComplete;
    await waitUntil(() => dataOf(element).length === 1);
    expect(first?.getAttribute('aria-pressed')).to.equal('false');
    press(element, 'Home');
    expect(textOf(element, '.tip')).to.equal('Monday 4 Mar Likes 700');
    expect(tableOf(element)[0]).to.deep.equal(['Day', 'Reach', 'Likes']);
  });

  it('one that fails leaves the others standing: it is named, and an event tells of it', async () => {
    const errors = listen('insights-error');
    const client = clientOf((params, edge) =>
      params.metric === 'reach' ? { error: { message: 'x', type: 'OAuthException', code: 1 } } : ordinary(params, edge),
    );
    const element = await show({ metric: 'reach,likes,shares', client });
    expect(element.state).to.equal('ready');
    expect(element.result?.metric).to.equal('likes');
    expect(dataOf(element)).to.have.length(2);
    expect(legendOf(element)).to.deep.equal(['Likes', 'Shares']);
    expect(chartOf(element)?.data.datasets[0]?.borderColor).to.equal('rgb(217, 98, 15)');
    expect(textOf(element, '.note')).to.contain('Reach could not be had');
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['server-error']);
  });

  it('one without any number is named, and is no line', async () => {
    const client = clientOf((params, edge) =>
      params.metric === 'shares' ? totals('shares', undefined) : ordinary(params, edge),
    );
    const element = await show({ metric: 'shares,reach', client });
    expect(legendOf(element)).to.deep.equal(['Reach']);
    expect(textOf(element, '.note')).to.contain('Shares: not reported');
  });

  it('is an error only when none can be had', async () => {
    const client = clientOf(() => ({ error: { message: 'x', type: 'OAuthException', code: 1 } }));
    const element = await settled(await fixture<InsightsTrendChart>(create({ metric: 'reach,likes', client })));
    await waitUntil(() => element.state === 'error');
    expect(element.reason).to.equal('server-error');
  });

  it('compares each with its own days before', async () => {
    const element = await show({ metric: 'reach,likes', compare: 'previous_period' });
    await waitUntil(() => dataOf(element).length === 4);
    expect(legendOf(element)).to.deep.equal(['Reach', 'Likes', '26 Feb – 3 Mar']);
    press(element, 'Home');
    expect(textOf(element, '.tip')).to.equal('Monday 4 Mar Reach 100 Likes 700 Monday 26 Feb Reach 50 Likes 500');
  });

  it('days that a provider hands down are cut for a metric with a shorter memory', async () => {
    const provider = await fixture<HTMLElement>('<insights-provider range="last_90_days"></insights-provider>');
    Object.assign(provider, { client: clientAt(backendUrl({ version: 'v25.0' })) });
    const element = make('insights-trend-chart', { metric: 'reach,follower_count' });
    provider.append(element);
    await drawn(element);
    await waitUntil(() => dataOf(element).length === 2);
    const [reach, followers] = dataOf(element) as (number | null)[][];
    expect([reach?.length, followers?.length]).to.deep.equal([90, 90]);
    expect(followers?.filter((value) => value !== null).length).to.be.within(20, 30);
    expect(followers?.[0]).to.equal(null);
  });
});

needing('dates of today').describe('InsightsTrendChart: gained and lost', () => {
  guard();

  it('are columns to both sides of zero, with what they come to', async () => {
    const element = await show({ metric: 'follows_and_unfollows' });
    expect(typeOf(element)).to.equal('bar');
    expect(dataOf(element)).to.deep.equal([Array(7).fill(9), Array(7).fill(-4)]);
    expect(legendOf(element)).to.deep.equal(['Gained +63', 'Lost −28']);
    expect(textOf(element, '#sentence')).to.equal('63 gained, 28 lost in the 7 days to 10 Mar: net +35, derived.');
    expect(tableOf(element)[1]).to.deep.equal(['4 Mar 2024', '9', '4', '+5']);
    const chosen = listen('insights-select');
    press(element, 'Home');
    expect(textOf(element, '.tip')).to.equal('Monday 4 Mar Gained +9 Lost −4 Net +5');
    press(element, 'Enter');
    expect(chosen[0]?.points).to.deep.equal([
      {
        metric: 'follows_and_unfollows',
        dimensions: ['follow_type'],
        values: ['FOLLOWER'],
        day: '2024-03-04',
        value: 9,
      },
      {
        metric: 'follows_and_unfollows',
        dimensions: ['follow_type'],
        values: ['NON_FOLLOWER'],
        day: '2024-03-04',
        value: 4,
      },
    ]);
  });

  it('is drawn as lines again when the metric changes', async () => {
    const element = await show({ metric: 'follows_and_unfollows' });
    element.metric = 'reach';
    await waitUntil(() => typeOf(element) === 'line');
    expect(Object.keys(Chart.instances)).to.have.length(1);
  });
});

needing('dates of today').describe('InsightsTrendChart: what is not there', () => {
  guard();

  const given = async (result: Omit<InsightsResult, 'period'>): Promise<InsightsTrendChart> => {
    const element = make('insights-trend-chart', { locale: 'en-GB' });
    element.result = { period: 'day', ...result };
    return settled(await fixture<InsightsTrendChart>(element));
  };
  const flowDay = (day: string, rows: readonly (readonly [string, number])[], incomplete = false) => ({
    day,
    dimensions: ['follow_type'],
    rows: rows.map(([value, people]) => ({ values: [value], value: people })),
    ...(incomplete && { incomplete: true as const }),
  });
  const flow = { metric: 'follows_and_unfollows', range: { since: '2024-03-04', until: '2024-03-05' } };

  const without: readonly (readonly [string, Omit<InsightsResult, 'period'>])[] = [
    ['a total without days', { metric: 'likes', total: 9 }],
    ['gained and lost without rows', { ...flow, breakdowns: [flowDay('2024-03-04', [])] }],
    ['gained and lost with rows that mean neither', { ...flow, breakdowns: [flowDay('2024-03-04', [['UNKNOWN', 3]])] }],
    [
      'days of no range',
      {
        metric: 'likes',
        range: { since: '2024-03-05', until: '2024-03-04' },
        series: [{ day: '2024-03-04', value: 1 }],
      },
    ],
  ];
  for (const [name, result] of without) {
    it(`${name}: empty, not an exception`, async () => {
      const element = await given(result);
      await element.updateComplete;
      expect([element.state, element.reason]).to.deep.equal(['empty', 'not-returned']);
      expect(element.shadowRoot?.querySelector('.plot, canvas, table')).to.equal(null);
      expect(textOf(element, '[part=message]')).to.not.equal('');
    });
  }

  it('a server that answers days with a total: empty, and drawn when days come', async () => {
    const client = clientOf(({ metric }, edge) => (edge === 'account' ? { followers_count: 1000 } : totals(metric, 9)));
    const element = await settled(await fixture<InsightsTrendChart>(create({ client })));
    await waitUntil(() => !isAsking(element));
    await element.updateComplete;
    expect([element.state, element.reason]).to.deep.equal(['empty', 'not-returned']);
    element.client = clientOf(ordinary);
    await waitUntil(() => element.state === 'ready');
    await drawn(element);
    expect(dataOf(element)).to.have.length(1);
  });

  const sides: readonly (readonly [string, NonNullable<InsightsResult['breakdowns']>, readonly string[], string])[] = [
    [
      'of some days',
      [
        flowDay('2024-03-04', [
          ['FOLLOWER', 9],
          ['NON_FOLLOWER', 4],
        ]),
        flowDay('2024-03-05', [['FOLLOWER', 5]], true),
      ],
      ['Gained +9 (1 of 2 days)', 'Lost −4 (1 of 2 days)'],
      '9 gained, 4 lost in the 2 days to 5 Mar 2024: net +5, derived, known of 1 of 2 days.',
    ],
    [
      'of no day',
      [flowDay('2024-03-04', [['FOLLOWER', 5]], true), flowDay('2024-03-05', [['FOLLOWER', 5]], true)],
      ['Gained', 'Lost'],
      '',
    ],
  ];
  for (const [name, breakdowns, legend, sentence] of sides) {
    it(`both sides known ${name}: legend and sentence say the same, and no zero for nothing`, async () => {
      const element = await drawn(await given({ ...flow, breakdowns }));
      expect(legendOf(element)).to.deep.equal(legend);
      expect(textOf(element, '#sentence')).to.equal(sentence);
    });
  }

  const twoDays = [
    { day: '2024-03-04', value: 4 },
    { day: '2024-03-05', value: 5 },
  ];
  const sums: readonly (readonly [string, Partial<InsightsResult>, boolean])[] = [
    ['2 of 28 days', { range: { since: '2024-02-12', until: '2024-03-10' } }, false],
    ['2 of 3 days, without a range', { series: [...twoDays.slice(0, 1), { day: '2024-03-06', value: 5 }] }, false],
    ['2 of 2 days', {}, true],
  ];
  for (const [name, more, isTold] of sums) {
    it(`a sum of ${name} is ${isTold ? '' : 'not '}told`, async () => {
      const element = await drawn(await given({ metric: 'follower_count', series: twoDays, ...more }));
      expect(textOf(element, '#sentence').includes('New followers were 9')).to.equal(isTold);
      expect(textOf(element, '.note').includes('the total is the sum of 2 days')).to.equal(isTold);
      expect(textOf(element, '.note').includes('the total is the sum')).to.equal(isTold);
    });
  }

  it('a sum is compared with no days of which some are missing', async () => {
    const client = clientOf(({ metric, since }, edge) => {
      if (edge === 'account') return { followers_count: 1000 };
      const first = dayOfCall(since);
      return daily(metric, first < week.since ? { [first]: 3 } : count(first, [9, 9, 9, 9, 9, 9, 9]));
    });
    const element = await show({ metric: 'follower_count', compare: 'previous_period', client });
    expect(textOf(element, '#sentence')).to.equal('New followers were 63 in the 7 days to 10 Mar.');
  });

  it('a base that names only some of its days is none, and one that names all is one', () => {
    const series = (first: string, values: readonly number[]) =>
      values.map((value, at) => ({ day: addDays(first, at), value }));
    const metric = 'follower_count';
    const result = { metric, period: 'day', series: series('2024-03-04', [9, 9]) };
    const baseOf = (before: InsightsResult): unknown => {
      const answer = { metric, label: '', color: 1, result, isMissing: false, before };
      const trend = trendOf([answer], { gained: '', lost: '' });
      return totalsOf({ answer, trend, isGiven: false, current: undefined, before: undefined })?.before;
    };
    const [some, all] = [[3], [3, 3]].map((values) => ({ ...result, series: series('2024-03-02', values) }));
    expect(baseOf(some as InsightsResult)).to.equal(undefined);
    expect(baseOf(all as InsightsResult)).to.equal(all);
  });

  it('nothing before: no line, no dates, no column, and why', async () => {
    const client = clientOf((params, edge) => {
      const isBefore = edge === 'insights' && dayOfCall(params.since) < week.since;
      if (!isBefore) return ordinary(params, edge);
      return params.metric_type === 'time_series' ? daily(params.metric, {}) : totals(params.metric, undefined);
    });
    const element = await show({ compare: 'previous_period', client });
    expect(dataOf(element)).to.have.length(1);
    expect(legendOf(element)).to.deep.equal(['4 – 10 Mar']);
    expect(tableOf(element)[0]).to.deep.equal(['Day', 'Reach']);
    expect(textOf(element, '.note')).to.contain('nothing to compare with');
    expect(textOf(element, '.note')).to.not.contain('Reach: nothing');
  });

  it('nothing before but a total: it is compared with that, and the days are said to be missing', async () => {
    const client = clientOf((params, edge) =>
      params.metric_type === 'time_series' && dayOfCall(params.since) < week.since
        ? daily(params.metric, {})
        : ordinary(params, edge),
    );
    const element = await show({ compare: 'previous_period', client });
    expect(textOf(element, '#sentence')).to.contain('40% above the 7 days before');
    expect(textOf(element, '.note')).to.contain('days before: not reported');
    expect(textOf(element, '.note')).to.not.contain('nothing to compare with');
  });

  it('nothing before for one of several: it is named', async () => {
    const client = clientOf((params, edge) =>
      params.metric === 'reach' && dayOfCall(params.since) < week.since
        ? daily(params.metric, {})
        : ordinary(params, edge),
    );
    const element = await show({ metric: 'reach,likes', compare: 'previous_period', client });
    expect(dataOf(element)).to.have.length(3);
    expect(tableOf(element)[0]).to.deep.equal(['Day', 'Reach', 'Likes', 'Day before', 'Likes before']);
    expect(textOf(element, '.note')).to.contain('Reach: nothing to compare with');
  });

  it('something before: nothing is said of it', async () => {
    const element = await show({ compare: 'previous_period' });
    expect(textOf(element, '.note')).to.not.contain('nothing to compare with');
  });

  it('a first metric that fails leaves the days of the others whole', async () => {
    const provider = await fixture<HTMLElement>('<insights-provider range="last_90_days"></insights-provider>');
    const client = clientOf(({ metric, metric_type, since, until }, edge) => {
      if (edge === 'account') return { followers_count: 1000 };
      if (metric === 'reach') return { error: { message: 'x', type: 'OAuthException', code: 1 } };
      if (metric_type !== 'time_series') return totals(metric, 50);
      const [first, last] = [dayOfCall(since), dayOfCall(until)];
      const all = Array.from({ length: 40 }, (_, at) => addDays(first, at)).filter((day) => day <= last);
      // Both are asked for together, where their days are the same.
      return daily('follower_count', Object.fromEntries(all.map((day) => [day, 3])));
    });
    Object.assign(provider, { client, compare: 'previous_period' });
    const element = make('insights-trend-chart', { metric: 'reach,follower_count,likes', locale: 'en-GB' });
    provider.append(element);
    await drawn(element);
    await waitUntil(() => dataOf(element).length === 3);
    const [followers, likes, before] = dataOf(element) as (number | null)[][];
    expect(likes).to.deep.equal(Array(90).fill(50));
    expect(before).to.deep.equal(Array(90).fill(50));
    expect(followers).to.have.length(90);
    expect(followers?.filter((value) => value !== null).length).to.be.within(20, 30);
  }).timeout(20_000);

  const still: readonly (readonly [string, number | null, readonly string[]])[] = [
    ['has a number', 5, ['4 – 5 Mar 2024', 'provisional']],
    ['has none', null, ['4 – 5 Mar 2024']],
  ];
  for (const [name, value, expected] of still) {
    it(`a day that still moves and ${name}: the legend`, async () => {
      const element = await drawn(
        await given({
          metric: 'likes',
          range: { since: '2024-03-04', until: '2024-03-05' },
          series: [
            { day: '2024-03-04', value: 4 },
            { day: '2024-03-05', value },
          ],
          provisional: ['2024-03-05'],
        }),
      );
      expect(legendOf(element)).to.deep.equal(expected);
    });
  }

  const asked: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['one that is remembered', ['reach'], ['main', 'before 0', 'total', 'total before']],
    ['one that is not', ['follower_count'], ['main']],
    ['one of each', ['reach', 'follower_count'], ['main', 'before 0', 'days 1']],
    ['the other way round', ['follower_count', 'reach'], ['main', 'days 1', 'before 1']],
  ];
  for (const [name, metrics, expected] of asked) {
    it(`asks for the days before of ${name}`, () => {
      const query = { metric: metrics[0], since: '2024-02-22', until: '2024-03-12', compare: 'previous_period' };
      const questions = trendQuestions({ metrics, query, now: now(), maxWindowSeconds: undefined });
      expect(Object.keys(questions)).to.deep.equal(expected);
    });
  }
});

describe('InsightsTrendChart: attributes', () => {
  guard();

  const wrong: readonly (readonly [
    string,
    Partial<InsightsTrendChart>,
    readonly (readonly [string, string, string])[],
  ])[] = [
    ['no metric', { metric: '' }, [['metric', 'missing', '']]],
    ['a slip in a list', { metric: 'likes,reech' }, [['metric', 'unknown', 'reech']]],
    ['people', { metric: 'likes,follower_demographics' }, [['metric', 'not-allowed', 'follower_demographics']]],
    ['hours', { metric: 'online_followers' }, [['metric', 'not-allowed', 'online_followers']]],
    ['one twice', { metric: 'likes,reach,likes' }, [['metric', 'duplicate', 'likes']]],
    [
      'a flow among others',
      { metric: 'likes,follows_and_unfollows' },
      [['metric', 'conflict', 'likes,follows_and_unfollows']],
    ],
    ['a breakdown', { breakdown: 'follow_type' }, [['breakdown', 'not-allowed', 'follow_type']]],
    [
      'a type that one has not',
      { metric: 'reach,likes', metricType: 'time_series' },
      [['metric-type', 'not-allowed', 'time_series']],
    ],
    ['days that are none, said once', { metric: 'reach,likes', since: 'monday' }, [['since', 'malformed', 'monday']]],
    [
      'more than eight',
      { metric: 'reach,likes,comments,shares,saved,replies,website_clicks,profile_views,accounts_engaged' },
      [['metric', 'not-allowed', 'reach,likes,comments,shares,saved,replies,website_clicks,profile_views,accounts…']],
    ],
  ];
  for (const [name, properties, expected] of wrong) {
    it(`${name}: an issue, and nothing is asked`, async () => {
      const asked = watchFetch();
      const element = create({ client: clientAt(backendUrl()), ...properties });
      await settled(await fixture<InsightsTrendChart>(element));
      expect([element.state, element.reason]).to.deep.equal(['error', 'invalid-query']);
      const errors = element.issues.filter(({ severity }) => severity === 'error');
      expect(errors.map(({ attribute, code, value }) => [attribute, code, value])).to.deep.equal(expected);
      expect(element.error?.issues).to.deep.equal(element.issues);
      expect(asked).to.deep.equal([]);
    });
  }

  it('tells a wrong attribute once, and is right again when it is', async () => {
    const errors = listen('insights-error');
    const element = create({ metric: 'reach,reech' });
    await settled(await fixture<InsightsTrendChart>(element));
    element.requestUpdate();
    await element.updateComplete;
    expect(errors).to.have.length(1);
    element.metric = 'reach,likes';
    await drawn(element);
    expect([element.state, element.issues]).to.deep.equal(['ready', []]);
  });

  it('a token in the list is refused and not shown', async () => {
    const token = `EAA${'b1C'.repeat(30)}`;
    const element = create();
    element.setAttribute('metric', `likes,${token}`);
    await settled(await fixture<InsightsTrendChart>(element));
    expect(element.reason).to.equal('secret');
    expect(element.shadowRoot?.innerHTML).to.not.contain(token);
    expect(JSON.stringify([element.error, element.issues])).to.not.contain(token);
  });

  it('with metric-type="total_value" the days of reach are totals', async () => {
    const element = await show({ metricType: 'total_value' });
    expect(dataOf(element)).to.deep.equal([Array(7).fill(700)]);
  });

  it('days before that Instagram does not remember are not asked for, and it says so', async () => {
    const since = addDays('2024-03-15', -725);
    const until = addDays(since, 9);
    const element = await show({ since, until, compare: 'previous_period', client: clientAt(backendUrl()) });
    expect(dataOf(element)).to.have.length(1);
    expect(textOf(element, '.note')).to.contain('Instagram does not remember the days before');
  });
});

describe('InsightsTrendChart: layout', () => {
  guard();

  const overflowing = (element: Element): string[] => {
    const outer = element.getBoundingClientRect();
    return [
      ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part], .sentence, .note, .fact, .legend, li, .plot') ??
        []),
    ]
      .filter((part) => {
        const { left, right, bottom } = part.getBoundingClientRect();
        return left < outer.left - 0.5 || right > outer.right + 0.5 || bottom > outer.bottom + 0.5;
      })
      .map((part) => part.getAttribute('part') ?? part.className);
  };

  for (const width of [240, 320, 480, 800, 1200]) {
    for (const [name, properties] of [
      ['a metric, compared', { metric: 'reach', compare: 'previous_period' }],
      ['two metrics, compared', { metric: 'reach,likes', compare: 'previous_period' }],
      ['gained and lost', { metric: 'follows_and_unfollows' }],
    ] as const) {
      it(`${name}, ${width} px wide: nothing moves between loading and ready`, async () => {
        const host = fixtureSync<HTMLElement>('<div></div>');
        host.style.width = `${width}px`;
        const element = make('insights-trend-chart', { range: 'last_28_days', ...properties });
        element.client = clientOf(() => new Promise(() => {}));
        host.append(element);
        await element.updateComplete;
        const loading = element.getBoundingClientRect().height;
        const heights = new Set<number>();
        const observer = new ResizeObserver(() => heights.add(element.getBoundingClientRect().height));
        afterTest(() => observer.disconnect());
        observer.observe(element);
        element.client = clientAt(backendUrl());
        await drawn(element);
        await nextFrame();
        expect([...heights]).to.deep.equal([loading]);
        expect(element.shadowRoot?.querySelector('.plot')?.clientHeight).to.be.at.least(108);
        expect(overflowing(element)).to.deep.equal([]);
        expect(element.scrollWidth).to.be.at.most(width);
      });
    }
  }

  needing('dates of today').it('dates keep their order on a page that runs from right to left', async () => {
    const host = fixtureSync<HTMLElement>('<div dir="rtl"></div>');
    const element = create({ metric: 'reach,likes' });
    host.append(element);
    await drawn(element);
    const fact = [...(element.shadowRoot?.querySelectorAll('.fact') ?? [])].find(({ textContent }) =>
      textContent?.includes('4 – 10 Mar'),
    );
    const text = [...(fact?.childNodes ?? [])].find(({ nodeType, textContent }) => nodeType === 3 && textContent);
    const place = (at: number): number => {
      const range = document.createRange();
      range.setStart(text as Node, at);
      range.setEnd(text as Node, at + 1);
      return range.getBoundingClientRect().left;
    };
    const start = (text?.textContent ?? '').indexOf('4 – 10');
    expect(place(start)).to.be.below(place(start + 7));
  });
});

const { border, grid, ticks, title } = Chart.defaults.scale as unknown as Record<
  'border' | 'grid' | 'ticks' | 'title',
  object
>;
const hostDefaults: readonly (readonly [string, object, object])[] = [
  [
    'line',
    Chart.defaults.elements.line,
    { tension: 0.8, borderDash: [9, 9], stepped: true, fill: true, borderJoinStyle: 'bevel', spanGaps: true },
  ],
  [
    'line colours',
    Chart.defaults.elements.line,
    { borderColor: 'red', backgroundColor: 'red', borderWidth: 9, borderCapStyle: 'square', borderDashOffset: 3 },
  ],
  [
    'points',
    Chart.defaults.elements.point,
    {
      radius: 9,
      hitRadius: 9,
      hoverRadius: 20,
      pointStyle: 'star',
      backgroundColor: 'red',
      borderWidth: 5,
      rotation: 45,
    },
  ],
  [
    'line data sets',
    Chart.defaults.datasets.line,
    { showLine: false, hidden: true, clip: 20, tension: 0.9, spanGaps: true, pointRadius: 7, stack: 'x' },
  ],
  [
    'bars',
    Chart.defaults.elements.bar,
    {
      backgroundColor: 'red',
      borderWidth: 9,
      borderColor: 'lime',
      borderRadius: 9,
      inflateAmount: 20,
      borderSkipped: false,
      pointStyle: 'star',
    },
  ],
  [
    'bar data sets',
    Chart.defaults.datasets.bar,
    {
      barThickness: 3,
      maxBarThickness: 4,
      categoryPercentage: 0.1,
      barPercentage: 0.1,
      minBarLength: 50,
      base: 40,
      grouped: false,
      skipNull: true,
      clip: 0,
      hidden: true,
    },
  ],
  [
    'scales',
    Chart.defaults.scale,
    { grace: '50%', bounds: 'data', clip: false, offset: true, reverse: true, weight: 5, stacked: true },
  ],
  [
    'scale ends',
    Chart.defaults.scale,
    { backgroundColor: 'red', min: 20, max: 50, suggestedMax: 4000, suggestedMin: -500, display: false },
  ],
  [
    'grid',
    grid,
    {
      display: true,
      lineWidth: 9,
      drawTicks: true,
      tickLength: 30,
      color: 'red',
      offset: true,
      z: 4,
      tickWidth: 9,
      tickColor: 'red',
      circular: true,
      drawOnChartArea: false,
    },
  ],
  ['axis lines', border, { display: true, width: 9, color: 'red', dash: [5, 5] }],
  ['titles', title, { display: true, text: 'Host' }],
  [
    'ticks',
    ticks,
    { color: 'red', padding: 40, display: false, textStrokeWidth: 4, textStrokeColor: 'red', major: { enabled: true } },
  ],
  [
    'tick places',
    ticks,
    { labelOffset: 20, maxRotation: 90, minRotation: 40, mirror: true, align: 'end', crossAlign: 'far', z: 3 },
  ],
  [
    'tick counts',
    ticks,
    {
      autoSkip: true,
      autoSkipPadding: 90,
      maxTicksLimit: 2,
      sampleSize: 1,
      includeBounds: false,
      stepSize: 7,
      count: 3,
      precision: 2,
    },
  ],
  ['tick grounds', ticks, { showLabelBackdrop: true, backdropPadding: 30, backdropColor: 'red' }],
  ['font', Chart.defaults.font, { family: 'monospace', size: 30, weight: 'bold', style: 'italic', lineHeight: 3 }],
  [
    'chart',
    Chart.defaults,
    {
      color: 'red',
      borderColor: 'red',
      spanGaps: true,
      showLine: false,
      layout: { padding: 40 },
      locale: 'ar',
      indexAxis: 'y',
      devicePixelRatio: 3,
    },
  ],
];

describe('InsightsTrendChart: a good guest', () => {
  guard();

  for (const metric of ['reach', 'follows_and_unfollows']) {
    for (const [name, target, change] of hostDefaults) {
      it(`the host's ${name} do not reach it: ${metric}`, async () => {
        const properties = { metric, since: '2024-03-06', until: '2024-03-14', compare: 'previous_period' } as const;
        const picture = (element: Element): string | undefined =>
          element.shadowRoot?.querySelector('canvas')?.toDataURL();
        const plain = await show(properties);
        const expected = picture(plain);
        plain.remove();
        const before = Object.keys(change).map(
          (key) => [key, Object.hasOwn(target, key), Reflect.get(target, key)] as const,
        );
        afterTest(() => {
          for (const [key, had, value] of before) {
            if (had) Reflect.set(target, key, value);
            else Reflect.deleteProperty(target, key);
          }
        });
        Object.assign(target, change);
        expect(picture(await show(properties)) === expected, 'another picture').to.equal(true);
      });
    }
  }

  it('changes nothing in Chart.defaults, and leaves no chart behind', async () => {
    await show();
    const before = JSON.stringify(Chart.defaults);
    const element = await show({ metric: 'follows_and_unfollows' });
    const other = await show({ metric: 'reach,likes', ...days });
    expect(JSON.stringify(Chart.defaults)).to.equal(before);
    element.remove();
    other.remove();
    expect(Object.keys(Chart.instances)).to.have.length(1);
  });
});
