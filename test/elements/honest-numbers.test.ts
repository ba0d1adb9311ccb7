// What an element says of numbers that are not what they seem: no total, parts, gaps, days that nobody asked for.
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/elements/metric-card/define.js';
import type { InsightsMetricCard } from '../../src/elements/metric-card/metric-card.js';
import { dayOf, daysOf, InsightsError } from '../../src/spec/index.js';
import { type Answer, clientOf, daily, days, guard, listen, make, settled, shown, textOf, totals } from './harness.js';

const quarter = { since: '2023-12-01', until: '2024-02-28' } as const;

const card = (answer: Answer, properties: Partial<InsightsMetricCard> = {}): InsightsMetricCard =>
  make('insights-metric-card', { metric: 'reach', ...quarter, client: clientOf(answer), ...properties });

type Params = Parameters<Answer>[0];

/** The days that a call asks for. */
const daysOfCall = ({ since, until }: Params): string[] =>
  daysOf({ since: dayOf(Number(since) * 1000), until: dayOf(Number(until) * 1000) });

/** Seven for each day, and for each total what the days of its call add up to. */
const seven: Answer = (params) => {
  const asked = daysOfCall(params);
  return params.metric_type === 'time_series'
    ? daily(params.metric, Object.fromEntries(asked.map((day) => [day, 7])))
    : totals(params.metric, 7 * asked.length);
};

const findings = (element: Element): string => textOf(element, '.findings');
const press = (element: Element, label: string): void => {
  const button = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find(
    ({ textContent }) => textContent === label,
  );
  if (!button) throw new Error(`No button says ${label}.`);
  button.click();
};

describe('unique accounts over more days than Instagram counts', () => {
  guard();

  it('the card draws the days, gives no total, and says why', async () => {
    const element = await shown(card(seven));
    expect([element.state, element.reason]).to.deep.equal(['ready', 'window-too-long']);
    expect(textOf(element, '[part=value]')).to.equal('no total');
    expect(element.result?.total).to.equal(undefined);
    expect(element.result?.series?.length).to.equal(90);
    expect(element.shadowRoot?.querySelector('[part=chart] path')?.getAttribute('d')).to.contain('L');
    expect(findings(element)).to.contain('Instagram does not count unique accounts over more than 30 days.');
    expect(textOf(element)).to.not.contain('630');
  });

  it('asks for each day once, and writes it once', async () => {
    const asked: string[] = [];
    const answer: Answer = (params) => {
      asked.push(params.since ?? '');
      return seven(params, 'insights');
    };
    const element = await shown(card(answer));
    expect([asked.length, new Set(asked).size]).to.deep.equal([3, 3]);
    expect(element.toCSV().match(/2024-01-05/g)?.length).to.equal(1);
  });

  it('the button takes the last 28 days, and whoever pressed it stays in the element', async () => {
    const element = await shown(card(seven));
    press(element, 'Show the last 28 days');
    await waitUntil(() => element.result?.total !== undefined, 'no total came');
    await element.updateComplete;
    expect(element.result?.range).to.deep.equal({ since: '2024-02-16', until: '2024-03-14' });
    expect(textOf(element, '[part=value]')).to.equal('196');
    expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('base');
    expect([element.since, element.getAttribute('since'), element.reason]).to.deep.equal([
      '2023-12-01',
      null,
      undefined,
    ]);
  });

  it('other days of the author, or of a provider, take over from the button', async () => {
    const element = await shown(card(seven));
    press(element, 'Show the last 28 days');
    await waitUntil(() => element.result?.total !== undefined, 'no total came');
    element.until = '2024-02-27';
    await waitUntil(() => element.reason === 'window-too-long', 'the button still holds');
    Object.assign(element, { since: '2024-03-01', until: '2024-03-07' });
    await waitUntil(() => element.result?.range?.until === '2024-03-07', 'the author is not obeyed');
    expect(textOf(element, '[part=value]')).to.equal('49');
  });

  it('a metric without days asks nothing, and offers the same', async () => {
    const asked: string[] = [];
    const answer: Answer = (params) => {
      asked.push(params.since ?? '');
      return seven(params, 'insights');
    };
    const element = await shown(card(answer, { metric: 'accounts_engaged' }));
    expect([element.state, element.reason, asked.length]).to.deep.equal(['empty', 'window-too-long', 0]);
    press(element, 'Show the last 28 days');
    await waitUntil(() => element.state === 'ready', 'nothing came');
    expect(textOf(element, '[part=value]')).to.equal('196');
  });

  it('a month of 31 days, and 30 days over the November change, are such windows', async () => {
    for (const long of [
      { since: '2024-01-01', until: '2024-01-31' },
      { since: '2023-10-20', until: '2023-11-18' },
    ]) {
      const element = await shown(card(seven, long));
      expect([element.reason, textOf(element, '[part=value]')]).to.deep.equal(['window-too-long', 'no total']);
    }
    const hour = await shown(card(seven, { since: '2023-10-20', until: '2023-11-18' }));
    expect(findings(hour)).to.contain('more than 30 days. The clocks change in these: they are an hour too long.');
    const element = await shown(card(seven, { since: '2024-01-01', until: '2024-01-30' }));
    expect([element.reason, textOf(element, '[part=value]')]).to.deep.equal([undefined, '210']);
  });

  it('of a result that the page sets there is nothing to take', async () => {
    const element = await shown(
      make('insights-metric-card', { result: { metric: 'reach', period: 'day', reason: 'window-too-long' } }),
    );
    expect(element.state).to.equal('empty');
    expect(element.shadowRoot?.querySelector('button')).to.equal(null);
  });
});

describe('numbers in parts', () => {
  guard();

  const isFirst = (params: Params): boolean => daysOfCall(params)[0] === '2023-12-01';

  it('events are added up, and the card says so', async () => {
    const element = await shown(card(seven, { metric: 'likes' }));
    expect(textOf(element, '[part=value]')).to.equal('630');
    expect(textOf(element, '.note')).to.contain('sum of 3 totals by Instagram');
    expect(element.shadowRoot?.querySelector('.findings')).to.equal(null);
  });

  for (const [name, own, words] of [
    ['a client: by words of the locale', { derivedFrom: { kind: 'totals', known: 2, of: 3 } }, 'sum of 2 of 3 totals'],
    ['a page: in its own words', {}, 'Summe aus zwei Monaten'],
  ] as const) {
    it(`how a number came about, said by ${name}`, async () => {
      const result = { metric: 'likes', period: 'day', total: 7, derivation: 'Summe aus zwei Monaten', ...own };
      const element = await shown(make('insights-metric-card', { result }));
      expect(textOf(element, '.note')).to.contain(words);
    });
  }

  it('a part that fails leaves a gap that can be tried again, not a failed element', async () => {
    let isBroken = true;
    let asked = 0;
    const errors = listen('insights-error');
    const answer: Answer = (params) => {
      asked += 1;
      if (isBroken && isFirst(params)) throw new InsightsError('server-error');
      return seven(params, 'insights');
    };
    const element = await shown(card(answer, { metric: 'likes' }));
    expect([element.state, element.result?.total]).to.deep.equal(['ready', undefined]);
    expect(textOf(element, '[part=value]')).to.equal('≥ 420');
    expect(textOf(element, '.note')).to.contain('sum of 2 totals by Instagram, not of all days');
    expect(findings(element)).to.contain('Dec 1 – 30, 2023: could not be had.');
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['server-error']);
    isBroken = false;
    asked = 0;
    press(element, 'Try again');
    await waitUntil(() => element.result?.total !== undefined, 'it was not tried again');
    await element.updateComplete;
    expect(asked).to.equal(1);
    expect(textOf(element, '[part=value]')).to.equal('630');
    expect(element.shadowRoot?.querySelector('.findings')).to.equal(null);
    expect(element.error).to.equal(undefined);
  });

  it('a part without a number is told, and is no zero', async () => {
    const answer: Answer = (params) => (isFirst(params) ? { data: [] } : seven(params, 'insights'));
    const element = await shown(card(answer, { metric: 'likes' }));
    expect(textOf(element, '[part=value]')).to.equal('≥ 420');
    expect(findings(element)).to.equal('Dec 1 – 30, 2023: Instagram gave no total.');
  });

  it('a gap in the days of a sparkline is a gap, told and retryable', async () => {
    const answer: Answer = (params) => {
      if (isFirst(params)) throw new InsightsError('server-error');
      return seven(params, 'insights');
    };
    const element = await shown(card(answer));
    expect(element.result?.series?.slice(0, 30).every(({ value }) => value === null)).to.equal(true);
    expect(findings(element)).to.contain('Dec 1 – 30, 2023: could not be had.');
  });

  it('a day that is missing from a sum of days makes it a least', async () => {
    const answer: Answer = ({ metric }) => daily(metric, { '2024-03-08': 4, '2024-03-10': 6 });
    const recent = { metric: 'follower_count', since: '2024-03-08', until: '2024-03-10' };
    const element = await shown(card(answer, recent));
    expect(textOf(element, '[part=value]')).to.equal('≥ 10');
    expect(textOf(element, '.note')).to.contain('sum of 2 days, derived');
  });

  it('gained and lost without a row: no zero', async () => {
    const answer: Answer = ({ metric }) => totals(metric, undefined, { dimensions: ['follow_type'], rows: [] });
    const element = await shown(card(answer, { ...days, metric: 'follows_and_unfollows' }));
    expect([element.state, element.reason]).to.deep.equal(['empty', 'not-returned']);
  });

  it('gained and lost without a part: of how many totals, and no net', async () => {
    const rows = { dimensions: ['follow_type'], rows: [['FOLLOWER', 10] as const, ['NON_FOLLOWER', 4] as const] };
    const answer: Answer = (params) => {
      if (isFirst(params)) throw new InsightsError('server-error');
      return totals(params.metric, undefined, rows);
    };
    const element = await shown(card(answer, { metric: 'follows_and_unfollows' }));
    expect(textOf(element, '[part=value] .hidden')).to.equal('20 gained, 8 lost');
    expect(textOf(element, '.note')).to.contain('sum of 2 of 3 totals by Instagram');
    expect(element.shadowRoot?.querySelector('[part=delta]')).to.equal(null);
  });

  it('all parts failed: that is a failed element', async () => {
    const element = await shown(
      card(
        () => {
          throw new InsightsError('server-error');
        },
        { metric: 'likes' },
      ),
    );
    expect([element.state, element.reason]).to.deep.equal(['error', 'server-error']);
  });
});

describe('the total and the days', () => {
  guard();

  const answerOf =
    (total: number): Answer =>
    (params) =>
      params.metric_type === 'time_series' ? seven(params, 'insights') : totals(params.metric, total);

  it('differ: the card shows the total that Instagram gave, and nothing that was added up', async () => {
    const element = await shown(card(answerOf(131), days));
    await waitUntil(() => element.shadowRoot?.querySelector('[part=chart]'), 'no days came');
    expect(textOf(element, '[part=value]')).to.equal('131');
    // 28 days of 7.
    expect(textOf(element)).to.not.contain('196');
    expect(element.shadowRoot?.querySelector('.findings')).to.equal(null);
  });

  it('are equal: a footnote, for unique accounts only', async () => {
    const element = await shown(card(answerOf(196), days));
    await waitUntil(() => findings(element) !== '', 'no footnote');
    expect(findings(element)).to.equal('This total is the sum of its days: it may count an account once per day.');
    const events = await shown(card(answerOf(196), { ...days, metric: 'impressions', metricType: 'total_value' }));
    await waitUntil(() => events.shadowRoot?.querySelector('[part=chart]'), 'no days came');
    expect(events.shadowRoot?.querySelector('.findings')).to.equal(null);
  });

  it('of one day, or of nothing, say nothing', async () => {
    const day = { since: '2024-03-01', until: '2024-03-01' };
    for (const [total, properties] of [
      [7, day],
      [0, days],
    ] as const) {
      const element = await shown(card(answerOf(total), properties));
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('.findings')).to.equal(null);
    }
  });

  it('a label outside the days that were asked is left out, and told', async () => {
    const answer: Answer = (params) =>
      params.metric_type === 'time_series'
        ? daily(params.metric, { '2024-02-13': 500, '2024-02-14': 7, '2024-02-15': 7, '2024-03-13': 900 })
        : totals(params.metric, 9);
    const element = await shown(card(answer, days));
    await waitUntil(() => findings(element) !== '', 'nothing is told');
    expect(findings(element)).to.equal(
      'Instagram also answered for Feb 13, 2024 and Mar 13, 2024, which nobody asked for: left out.',
    );
    const [, series] = element.results;
    expect(series?.strays).to.deep.equal(['2024-02-13', '2024-03-13']);
    expect(series?.series?.map(({ day }) => day)).to.deep.equal(daysOf(days));
    expect(element.toCSV()).to.not.contain('900');
  });
});

describe('daily', () => {
  guard();

  it('draws the days of a metric without a series: one question for each, named', async () => {
    const asked: (string | undefined)[] = [];
    const answer: Answer = (params) => {
      asked.push(params.metric_type);
      const [day = '', ...more] = daysOfCall(params);
      return totals(params.metric, more.length > 0 ? 1000 : Number(day.slice(-2)));
    };
    const element = await shown(card(answer, { ...days, metric: 'likes', daily: true }));
    await waitUntil(() => element.shadowRoot?.querySelector('[part=chart]'), 'no days came');
    expect(asked).to.deep.equal(Array(29).fill('total_value'));
    expect(textOf(element, '[part=value]')).to.equal('1,000');
    expect(element.results[1]?.series?.map(({ value }) => value).slice(0, 3)).to.deep.equal([14, 15, 16]);
    expect(findings(element)).to.equal('One question per day; days need not add up to the total.');
  });

  it('of a metric with a series asks that, and needs no name', async () => {
    const asked: (string | undefined)[] = [];
    const answer: Answer = (params) => {
      asked.push(params.metric_type);
      return params.metric_type === 'time_series' ? seven(params, 'insights') : totals(params.metric, 100);
    };
    const element = await shown(card(answer, { ...days, daily: true }));
    await waitUntil(() => element.shadowRoot?.querySelector('[part=chart]'), 'no days came');
    expect(asked).to.have.members(['total_value', 'time_series']);
    expect(element.shadowRoot?.querySelector('.findings')).to.equal(null);
  });

  it('of a metric that is nothing but rows there is no line, and nothing is asked for one', async () => {
    const asked: unknown[] = [];
    const rows = { dimensions: ['follow_type'], rows: [['FOLLOWER', 10] as const] };
    const answer: Answer = (params) => {
      asked.push(params);
      return totals(params.metric, undefined, rows);
    };
    const element = await shown(card(answer, { ...days, metric: 'follows_and_unfollows', daily: true }));
    expect([asked.length, element.shadowRoot?.querySelector('.findings')]).to.deep.equal([1, null]);
  });

  it('without the attribute nothing is asked day by day', async () => {
    const asked: unknown[] = [];
    const answer: Answer = (params) => {
      asked.push(params);
      return seven(params, 'insights');
    };
    const element = await settled(await shown(card(answer, { ...days, metric: 'likes' })));
    expect([asked.length, element.shadowRoot?.querySelector('[part=chart]')]).to.deep.equal([1, null]);
  });
});
