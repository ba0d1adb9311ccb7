// What a breakdown chart asks, what it draws of the answer, and what it says of it.
import { expect, fixture, fixtureSync, waitUntil } from '@open-wc/testing';
import { Chart } from 'chart.js';
import type { InsightsClient } from '../../src/client/index.js';
import '../../src/elements/breakdown-chart/define.js';
import '../../src/elements/provider/define.js';
import type { InsightsBreakdownChart } from '../../src/elements/breakdown-chart/breakdown-chart.js';
import { ChartController } from '../../src/elements/chart-controller.js';
import type { InsightsResult } from '../../src/spec/index.js';
import {
  afterTest,
  backendUrl,
  clientAt,
  clientOf,
  days,
  guard,
  listen,
  make,
  nextFrame,
  nextTask,
  settled,
  shown,
  textOf,
  totals,
} from './harness.js';

type Rows = Readonly<Record<string, number>>;
type Properties = Partial<InsightsBreakdownChart>;

const chart = (properties: Properties): InsightsBreakdownChart => make('insights-breakdown-chart', properties);
const note = (element: Element): string => textOf(element, '.note');
const title = (element: Element): string => textOf(element, '#label');
/** Without the marks around names, which nobody sees. */
const sentence = (element: Element): string => textOf(element, '#sentence').replaceAll(/[\u2068\u2069]/g, '');
const legend = (element: Element): string => textOf(element, '.legend');
const tableRows = (element: Element): string[][] =>
  [...(element.shadowRoot?.querySelectorAll('tr') ?? [])].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').trim()),
  );

/** A result by dimensions, which the page could set: `a|b` are the values of two. */
function by(
  metric: string,
  dimensions: string,
  rows: Rows,
  more: Partial<InsightsResult> = {},
  incomplete?: true,
): InsightsResult {
  return {
    metric,
    period: 'day',
    breakdowns: [
      {
        dimensions: dimensions.split(','),
        rows: Object.entries(rows).map(([values, value]) => ({ values: values.split('|'), value })),
        ...(incomplete && { incomplete }),
      },
    ],
    ...more,
  };
}

const media = { REEL: 60, POST: 30, STORY: 10 };
const both = { 'REEL|FOLLOWER': 5, 'REEL|NON_FOLLOWER': 40, 'POST|FOLLOWER': 10, 'POST|NON_FOLLOWER': 20 };

/** A client that answers each breakdown with rows of its first day's month: others in the window before. */
function account(
  now: Rows,
  before: Rows | undefined = now,
): { client: InsightsClient; asked: Record<string, string>[] } {
  const asked: Record<string, string>[] = [];
  const client = clientOf((params) => {
    asked.push({ ...params });
    const rows = Number(params.since) < Date.parse('2024-02-14T00:00:00Z') / 1000 ? before : now;
    if (!rows) throw new Error('down');
    const total = Object.values(rows).reduce((sum, value) => sum + value, 0);
    return totals(params.metric, total, {
      dimensions: (params.breakdown ?? '').split(','),
      rows: Object.entries(rows),
    });
  });
  return { client, asked };
}

/** The chart that an element has drawn. */
async function drawingOf(element: InsightsBreakdownChart): Promise<Chart> {
  const canvas = (): HTMLCanvasElement | null => element.shadowRoot?.querySelector('canvas') ?? null;
  await waitUntil(() => Chart.getChart(canvas() ?? ''), 'nothing was drawn', { interval: 5, timeout: 5000 });
  await nextFrame();
  return Chart.getChart(canvas() as HTMLCanvasElement) as Chart;
}

const key = (element: Element, name: string): void =>
  void element.shadowRoot
    ?.querySelector('.plot')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

describe('InsightsBreakdownChart: its question', () => {
  guard();

  for (const [metric, breakdown, asked, words] of [
    ['likes', undefined, 'media_product_type', 'Likes by kind of post'],
    ['likes', '', 'media_product_type', 'Likes by kind of post'],
    ['reach', 'follow_type', 'follow_type', 'Reach by follower or not'],
    ['profile_links_taps', undefined, 'contact_button_type', 'Contact button taps by button'],
    ['saves', undefined, 'media_product_type', 'Saves by kind of post'],
    ['follows_and_unfollows', undefined, 'follow_type', 'Followers gained and lost'],
    [
      'views',
      ' media_product_type, follow_type',
      'media_product_type,follow_type',
      'Views by kind of post and follower or not',
    ],
  ] as const) {
    it(`${metric} by ${breakdown ?? 'nothing'}: one call, by ${asked}; its title stands before the answer`, async () => {
      const source = account(breakdown?.includes(',') ? both : { FOLLOWER: 2 });
      const element = await fixture<InsightsBreakdownChart>(
        chart({ metric, client: source.client, ...days, ...(breakdown !== undefined && { breakdown }) }),
      );
      expect([element.state, title(element)]).to.deep.equal(['loading', words]);
      await settled(element);
      expect([element.state, title(element)]).to.deep.equal(['ready', words]);
      expect(source.asked.map((params) => params.breakdown)).to.deep.equal([asked]);
    });
  }

  it('`heading` wins over the title', async () => {
    const element = await shown(chart({ heading: 'Ours', result: by('likes', 'media_product_type', media) }));
    expect(title(element)).to.equal('Ours');
  });

  for (const metric of ['accounts_engaged', 'follower_demographics', 'online_followers', 'replies']) {
    it(`${metric} has no rows to draw: refused, with the metrics that have, and nothing asked`, async () => {
      const { client, asked } = account({});
      const element = await shown(chart({ metric, client }));
      expect([element.state, element.reason]).to.deep.equal(['error', 'invalid-query']);
      const [issue] = element.issues;
      expect(issue?.attribute).to.equal('metric');
      expect(issue?.allowed).to.include.members([
        'likes',
        'reach',
        'views',
        'profile_links_taps',
        'follows_and_unfollows',
      ]);
      expect(issue?.allowed).to.not.include(metric);
      expect(asked).to.deep.equal([]);
    });
  }

  it('a breakdown that the metric does not have: refused', async () => {
    const { client, asked } = account({});
    const element = await shown(chart({ metric: 'likes', breakdown: 'follow_type', client }));
    expect([element.state, element.issues[0]?.attribute, asked]).to.deep.equal(['error', 'breakdown', []]);
  });

  for (const [display, suggestion] of [
    ['donut', undefined],
    ['Doughnut', 'doughnut'],
    ['map', undefined],
  ] as const) {
    it(`a display that is none, ${display}: refused, with what is allowed and what was meant, and nothing asked`, async () => {
      const { client, asked } = account(media);
      const element = await shown(chart({ metric: 'likes', display, client }));
      expect([element.state, element.reason, asked]).to.deep.equal(['error', 'invalid-query', []]);
      expect(element.issues).to.have.length(1);
      expect(element.issues[0]).to.deep.include({
        attribute: 'display',
        code: 'unknown',
        value: display,
        allowed: ['bars', 'doughnut'],
      });
      expect(element.issues[0]?.suggestion).to.equal(suggestion);
      expect(textOf(element, '[part=message]')).to.contain(`"${display}" is not a display.`);
      element.display = 'doughnut';
      await element.updateComplete;
      await settled(element);
      expect([element.state, element.issues, asked.length]).to.deep.equal(['ready', [], 1]);
    });
  }

  for (const display of [undefined, null, '', ' bars '])
    it(`a display of ${JSON.stringify(display)} is no mistake`, async () => {
      const { client } = account(media);
      const element = await shown(Object.assign(chart({ metric: 'likes', client }), { display }));
      expect([element.state, element.issues]).to.deep.equal(['ready', []]);
    });

  it('a display that is none stands beside what else is wrong', async () => {
    const element = await shown(chart({ metric: 'likes', breakdown: 'follow_type', display: 'pie' }));
    expect(element.error?.issues?.map(({ attribute }) => attribute)).to.deep.equal(['breakdown', 'display']);
    expect(element.issues).to.deep.equal(element.error?.issues);
  });
});

describe('InsightsBreakdownChart: bars', () => {
  guard();

  it('the largest first, with shares of a total that the rows are parts of', async () => {
    const element = await shown(chart({ result: by('likes', 'media_product_type', media, { total: 125 }) }));
    const drawing = await drawingOf(element);
    expect(drawing.data.labels).to.deep.equal(['Reels', 'Posts', 'Stories']);
    expect(Object.keys(drawing.scales)).to.include('shares');
    expect(sentence(element)).to.equal('Largest: Reels, 60, 48% of all.');
    expect(note(element)).to.equal('20% not listed');
    expect(tableRows(element)).to.deep.equal([
      ['Kind of post', 'Likes', 'Share'],
      ['Reels', '60', '48%'],
      ['Posts', '30', '24%'],
      ['Stories', '10', '8%'],
    ]);
  });

  it('of unique accounts: no share anywhere, and why', async () => {
    const element = await shown(chart({ result: by('reach', 'media_product_type', media, { total: 80 }) }));
    const drawing = await drawingOf(element);
    expect(Object.keys(drawing.scales)).to.not.include('shares');
    expect(sentence(element)).to.equal('Largest: Reels, 60.');
    expect(note(element)).to.equal('one account can be in several rows estimated');
    expect(textOf(element)).to.not.contain('%');
  });

  for (const [name, result, words, facts] of [
    [
      'more than half',
      by('likes', 'media_product_type', { REEL: 51, POST: 49 }, { total: 100 }),
      'Most likes came from Reels: 51, 51% of all.',
      '',
    ],
    [
      'half',
      by('likes', 'media_product_type', { REEL: 50, POST: 40 }, { total: 100 }),
      'Largest: Reels, 50, 50% of all.',
      '10% not listed',
    ],
    [
      'as many',
      by('likes', 'media_product_type', { REEL: 5, POST: 5 }, { total: 10 }),
      'Largest: Reels and Posts, 5 each.',
      '',
    ],
    [
      'buttons',
      by('profile_links_taps', 'contact_button_type', { CALL: 9, EMAIL: 1 }, { total: 10 }),
      'Largest: Call, 9, 90% of all.',
      '',
    ],
    ['no total', by('likes', 'media_product_type', media), 'Largest: Reels, 60.', 'no shares: Instagram gave no total'],
    [
      'too much',
      by('likes', 'media_product_type', media, { total: 9 }),
      'Largest: Reels, 60.',
      'no shares: the rows are more than the total',
    ],
    [
      'a row without its number',
      by('likes', 'media_product_type', media, { total: 100 }, true),
      'Most likes came from Reels: 60, 60% of all.',
      'a row came without a number',
    ],
    [
      'rows of zero',
      by('likes', 'media_product_type', { REEL: 0, POST: 0 }, { total: 0 }),
      'Nothing was counted in these days.',
      '',
    ],
    ['a metric that nobody knows', by('claps', 'media_product_type', media, { total: 100 }), 'Largest: Reels, 60.', ''],
  ] as const) {
    it(`${name}: ${words}`, async () => {
      const element = await shown(chart({ result }));
      expect([sentence(element), note(element)]).to.deep.equal([words, facts]);
    });
  }

  for (const [name, result, words, rows] of [
    ['no row', by('likes', 'media_product_type', {}), 'Nothing was counted in these days.', []],
    [
      'no row, and none counted',
      by('likes', 'media_product_type', {}, { total: 0 }),
      'Nothing was counted in these days.',
      [['Total', '0']],
    ],
    [
      'no row of a total',
      by('likes', 'media_product_type', {}, { total: 7 }),
      'Instagram gave no rows.',
      [['Total', '7']],
    ],
    ['only a row without its number', by('likes', 'media_product_type', {}, {}, true), 'Instagram gave no rows.', []],
    ['no breakdown', { metric: 'likes', period: 'day', total: 7 }, 'Instagram gave no rows.', [['Total', '7']]],
  ] as const) {
    it(`${name}: no empty plot, but words and what is known`, async () => {
      const element = await shown(chart({ metric: 'likes', result }));
      expect([sentence(element), tableRows(element).slice(1)]).to.deep.equal([words, rows]);
      expect(element.shadowRoot?.querySelector('canvas')).to.equal(null);
      expect(title(element)).to.equal('Likes by kind of post');
    });
  }

  it('twelve rows: eight are drawn and can be pointed at, the table has all', async () => {
    const rows = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`KIND_${at}`, 50 - at]));
    const element = await shown(chart({ result: by('profile_links_taps', 'contact_button_type', rows) }));
    const drawing = await drawingOf(element);
    expect(drawing.data.labels).to.have.length(8);
    expect(tableRows(element)).to.have.length(13);
    expect(note(element)).to.contain('8 of 12 shown; the table has all');
    key(element, 'End');
    expect(textOf(element, '.tip-title')).to.equal('KIND_7');
  });

  it('a row of zero keeps its name and its number', async () => {
    const element = await shown(
      chart({ result: by('likes', 'media_product_type', { REEL: 4, STORY: 0 }, { total: 4 }) }),
    );
    const drawing = await drawingOf(element);
    expect(drawing.data.datasets[0]?.data).to.deep.equal([4, null]);
    expect(drawing.scales.numbers?.getLabels()).to.deep.equal(['4', '0']);
  });

  it('names from the API are text, cut and isolated', async () => {
    const wild = { '<img src=x onerror=alert(1)>': 5, ['אב'.repeat(100)]: 3 };
    const element = await shown(chart({ result: by('likes', 'media_product_type', wild, { total: 8 }) }));
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    const names = [...(element.shadowRoot?.querySelectorAll('tbody th bdi') ?? [])].map(
      ({ textContent }) => textContent,
    );
    expect(names[0]).to.equal('<img src=x onerror=alert(1)>');
    expect(names[1]).to.have.length(120).and.match(/…$/);
  });

  it('names in a sentence turn nothing around them; those of the canvas and of CSV are as they came', async () => {
    const wild = { '\u202Eevil': 5, '\u2069\u202Eout': 5 };
    const result = by('likes', 'media_product_type', wild, { total: 10, range: days });
    const element = await shown(chart({ result }));
    expect(textOf(element, '#sentence')).to.equal('Largest: \u2068\u202Eevil\u2069 and \u2068\u202Eout\u2069, 5 each.');
    expect((await drawingOf(element)).data.labels).to.deep.equal(['\u202Eevil', '\u2069\u202Eout']);
    expect(tableRows(element)[1]?.[0]).to.equal('\u202Eevil');
    expect(element.toCSV()).to.contain('\u202Eevil').and.not.contain('\u2068');
    element.result = by('likes', '\u202Edimension', { a: 1 });
    await element.updateComplete;
    expect(title(element)).to.equal('Likes by \u2068\u202Edimension\u2069');
    expect(tableRows(element)[0]?.[0]).to.equal('\u202Edimension');
  });

  it('a name before its days in a tip does not turn them around', async () => {
    const rows = { '\u202Eevil|FOLLOWER': 5 };
    const result = by('views', 'media_product_type,follow_type', rows, { total: 5, range: days });
    const element = await shown(chart({ result }));
    await drawingOf(element);
    key(element, 'Home');
    expect(textOf(element, '.tip-title')).to.match(/^\u2068\u202Eevil\u2069 · Feb 14/);
  });

  it('a row can be chosen, by its key for other charts of the provider too', async () => {
    const provider = make('insights-provider');
    const elements = [media, { POST: 3, REEL: 1 }].map((rows) =>
      chart({
        result: by('likes', 'media_product_type', rows, {
          total: 100,
          range: { since: '2024-02-14', until: '2024-03-12' },
        }),
      }),
    );
    provider.append(...elements);
    await fixture(provider);
    const [first, second] = (await Promise.all(elements.map(settled))) as [
      InsightsBreakdownChart,
      InsightsBreakdownChart,
    ];
    await Promise.all(elements.map(drawingOf));
    key(first, 'Home');
    key(first, 'ArrowDown');
    expect(textOf(first, '.tip')).to.match(/^Posts .*Feb 14 – Mar 12, 2024 30 · 30%$/);
    expect(textOf(second, '.tip')).to.match(/^Posts .* 3 · 3%$/);
    const chosen = listen('insights-select');
    key(first, 'Enter');
    expect(chosen.map(({ points }) => points)).to.deep.equal([
      [{ metric: 'likes', dimensions: ['media_product_type'], values: ['POST'], value: 30 }],
    ]);
  });

  it('without the chart library the table is open', async () => {
    const real = ChartController.load;
    ChartController.load = () => Promise.reject(new Error('offline'));
    afterTest(() => {
      ChartController.load = real;
    });
    const element = await shown(chart({ result: by('likes', 'media_product_type', media, { total: 100 }) }));
    await waitUntil(() => element.shadowRoot?.querySelector('canvas') === null);
    expect(element.shadowRoot?.querySelector('details')?.open).to.equal(true);
    expect(sentence(element)).to.contain('Reels');
  });
});

describe('InsightsBreakdownChart: the window before', () => {
  guard();

  const compared = { metric: 'likes', compare: 'previous_period', ...days } as const;
  const ready = async (properties: Properties): Promise<InsightsBreakdownChart> => {
    const element = await shown(chart(properties));
    await waitUntil(() => !element.shadowRoot?.querySelector('[aria-busy=true]'));
    await nextTask(30);
    await element.updateComplete;
    return element;
  };

  it('is a thin mark on each row, a line in the tip and a column, with both dates', async () => {
    const { client, asked } = account({ REEL: 60, POST: 40 }, { REEL: 80 });
    const element = await ready({ ...compared, client });
    expect(asked.map(({ breakdown }) => breakdown)).to.deep.equal(['media_product_type', 'media_product_type']);
    const drawing = await drawingOf(element);
    expect(drawing.options.plugins).to.have.nested.property('insights-earlier.values').that.deep.equals([80, 0]);
    expect(note(element)).to.match(/^Feb 14 – Mar 12 thin mark: Jan 17 – Feb 13/);
    key(element, 'Home');
    expect(textOf(element, '.tip')).to.equal('Reels Feb 14 – Mar 12 60 · 60% Jan 17 – Feb 13 80');
    expect(tableRows(element)[0]).to.deep.equal(['Kind of post', 'Feb 14 – Mar 12', 'Share', 'Jan 17 – Feb 13']);
    expect(tableRows(element)[2]).to.deep.equal(['Posts', '40', '40%', '0']);
    expect(element.results).to.have.length(2);
  });

  it('that could not be had leaves the numbers standing, and is told', async () => {
    const client = clientOf((params) => {
      if (Number(params.since) < Date.parse('2024-02-14T00:00:00Z') / 1000) throw new Error('down');
      return totals(params.metric, 100, { dimensions: ['media_product_type'], rows: Object.entries(media) });
    });
    const failures = listen('insights-error');
    const element = await ready({ ...compared, client });
    expect(element.state).to.equal('ready');
    expect(note(element)).to.contain('the days before could not be had');
    expect(tableRows(element)[0]).to.deep.equal(['Kind of post', 'Likes', 'Share']);
    expect(failures.length).to.be.greaterThan(0);
  });

  it('is not asked for where Instagram does not remember it, nor where rows are gained and lost', async () => {
    const failures = listen('insights-error');
    const old = account(media);
    const element = await ready({
      metric: 'likes',
      compare: 'previous_period',
      since: '2022-04-01',
      until: '2022-04-20',
      client: old.client,
    });
    expect(note(element)).to.contain('Instagram does not remember the days before');
    const follows = account({ FOLLOWER: 5, NON_FOLLOWER: 2 });
    await ready({ ...compared, metric: 'follows_and_unfollows', client: follows.client });
    expect([old.asked.length, follows.asked.length, failures.length]).to.deep.equal([1, 1, 0]);
  });

  for (const [name, properties] of [
    ['a ring', { display: 'doughnut' }],
    ['columns side by side', { metric: 'reach', breakdown: 'media_product_type,follow_type' }],
  ] as const) {
    it(`beside ${name} is in the tip, without a mark to speak of`, async () => {
      const { client } = account('breakdown' in properties ? both : { REEL: 60, POST: 40 });
      const element = await ready({ ...compared, client, ...properties });
      expect(note(element)).to.contain('vs Jan 17 – Feb 13').and.not.contain('thin mark');
      await drawingOf(element);
      key(element, 'Home');
      expect(textOf(element, '.tip')).to.contain('Jan 17 – Feb 13');
    });
  }

  it('without a row of its own is nothing to compare with', async () => {
    const client = clientOf((params) =>
      Number(params.since) < Date.parse('2024-02-14T00:00:00Z') / 1000
        ? totals(params.metric, 5)
        : totals(params.metric, 100, { dimensions: ['media_product_type'], rows: Object.entries(media) }),
    );
    const element = await ready({ ...compared, client });
    expect(note(element)).to.contain('vs Jan 17 – Feb 13: nothing to compare with');
    await drawingOf(element);
    key(element, 'Home');
    expect(textOf(element, '.tip')).to.contain('Jan 17 – Feb 13 not reported');
  });

  it('of a result that the page set is none', async () => {
    const { client, asked } = account(media);
    const element = await ready({
      ...compared,
      client,
      result: by('likes', 'media_product_type', media, { total: 100 }),
    });
    expect([note(element), asked]).to.deep.equal(['', []]);
  });
});

describe('InsightsBreakdownChart: a doughnut', () => {
  guard();

  const ringOf = (element: Element): boolean => Boolean(element.shadowRoot?.querySelector('.body.ring'));
  const typeOf = async (element: InsightsBreakdownChart): Promise<unknown> =>
    ((await drawingOf(element)).config as unknown as { type: string }).type;

  for (const [name, result, type, words] of [
    ['parts of a total', by('likes', 'media_product_type', media, { total: 100 }), 'doughnut', ''],
    [
      'parts, and what is not listed',
      by('likes', 'media_product_type', media, { total: 200 }),
      'doughnut',
      '50% not listed',
    ],
    ['one part', by('likes', 'media_product_type', { REEL: 4 }, { total: 4 }), 'doughnut', ''],
    [
      'unique accounts',
      by('reach', 'media_product_type', media, { total: 100 }),
      'bar',
      'one account can be in several rows',
    ],
    ['no total', by('likes', 'media_product_type', media), 'bar', 'Instagram gave no total'],
    ['rows more than the total', by('likes', 'media_product_type', media, { total: 99 }), 'bar', 'more than the total'],
    ['nothing', by('likes', 'media_product_type', { REEL: 0 }, { total: 0 }), 'bar', ''],
    ['two dimensions', by('views', 'media_product_type,follow_type', both, { total: 75 }), 'bar', ''],
    ['gained and lost', by('follows_and_unfollows', 'follow_type', { FOLLOWER: 2 }), 'bar', ''],
  ] as const) {
    it(`of ${name}: ${type}`, async () => {
      const element = await shown(chart({ result, display: 'doughnut' }));
      expect(await typeOf(element)).to.equal(type);
      expect(ringOf(element)).to.equal(type === 'doughnut');
      expect(note(element)).to.contain(words);
    });
  }

  it('by its attribute, and back; of a result that the page set any other word is bars', async () => {
    const element = await shown(chart({ result: by('likes', 'media_product_type', media, { total: 100 }) }));
    for (const [display, type] of [
      ['doughnut', 'doughnut'],
      ['pie', 'bar'],
      ['doughnut', 'doughnut'],
      ['bars', 'bar'],
    ] as const) {
      element.setAttribute('display', display);
      await element.updateComplete;
      expect([await typeOf(element), ringOf(element)]).to.deep.equal([type, type === 'doughnut']);
    }
    expect(Object.keys(Chart.instances)).to.have.length(1);
  });

  it('has a legend with numbers and shares that hides nothing; the many small ones are one part', async () => {
    const rows = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`KIND_${at}`, 90 - 10 * at]));
    const element = await shown(
      chart({ result: by('profile_links_taps', 'contact_button_type', rows, { total: 450 }), display: 'doughnut' }),
    );
    expect(legend(element)).to.match(/^KIND_0 90 · 20% .* KIND_5 40 · 8.9% Others \(3\) 60 · 13%$/);
    expect(element.shadowRoot?.querySelector('.legend button')).to.equal(null);
    await drawingOf(element);
    const chosen = listen('insights-select');
    key(element, 'End');
    expect(textOf(element, '.tip')).to.contain('Others (3)').and.contain('60 · 13%');
    key(element, 'Enter');
    expect(chosen[0]?.points.map(({ values, value }) => [values?.[0], value])).to.deep.equal([
      ['KIND_6', 30],
      ['KIND_7', 20],
      ['KIND_8', 10],
    ]);
  });

  it('the others are no row of another chart', async () => {
    const rows = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`KIND_${at}`, 80 - 10 * at]));
    const result = by('profile_links_taps', 'contact_button_type', rows, { total: 360 });
    const provider = make('insights-provider');
    const [ring, bars] = [chart({ result, display: 'doughnut' }), chart({ result })] as const;
    provider.append(ring, bars);
    await fixture(provider);
    await Promise.all([ring, bars].map(settled));
    await Promise.all([ring, bars].map(drawingOf));
    key(ring, 'Home');
    expect(textOf(bars, '.tip-title')).to.equal('KIND_0');
    key(ring, 'End');
    expect(textOf(ring, '.tip-title')).to.equal('Others (2)');
    expect(textOf(bars, '.tip-title')).to.equal('');
  });

  it('seven parts are seven, and each value keeps its colour whatever its size', async () => {
    const swatches = (element: Element): string[] =>
      [...(element.shadowRoot?.querySelectorAll('.legend li') ?? [])].map(
        (entry) =>
          `${entry.querySelector('bdi')?.textContent?.trim()} ${entry.querySelector('.swatch')?.className.split(' ').at(-1)}`,
      );
    const seven = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`KIND_${at}`, 7 - at]));
    const element = await shown(
      chart({ result: by('profile_links_taps', 'contact_button_type', seven, { total: 28 }), display: 'doughnut' }),
    );
    expect(swatches(element)).to.have.length(7);
    for (const rows of [media, { REEL: 1, POST: 2, STORY: 97 }]) {
      element.result = by('likes', 'media_product_type', rows, { total: 100 });
      await element.updateComplete;
      expect(swatches(element).sort()).to.deep.equal(['Posts s2', 'Reels s1', 'Stories s3']);
    }
  });
});

describe('InsightsBreakdownChart: two dimensions', () => {
  guard();

  const views = by('views', 'media_product_type,follow_type', both, { total: 100 });
  const reach = by('reach', 'media_product_type,follow_type', both, { total: 60 });
  const columnsOf = (drawing: Chart): (string | undefined)[] => drawing.data.datasets.map(({ label }) => label);
  const toggles = (element: Element): HTMLButtonElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('.legend button') ?? []),
  ];

  it('of a partition are stacked, and a pair is said with its share', async () => {
    const element = await shown(chart({ result: views }));
    const drawing = await drawingOf(element);
    expect(drawing.scales.x?.options).to.have.property('stacked', true);
    expect(legend(element)).to.equal('Followers Not followers');
    expect([sentence(element), note(element)]).to.deep.equal([
      'Largest: Reels · Not followers, 40, 40% of all.',
      '25% not listed totals of rows are derived',
    ]);
    key(element, 'Home');
    expect(textOf(element, '.tip')).to.equal('Reels Followers 5 · 5% Not followers 40 · 40% Total 45 · 45%');
    expect(tableRows(element)[1]).to.deep.equal(['Reels · Not followers', '40', '40%']);
  });

  it('of unique accounts stand side by side, without a sum', async () => {
    const element = await shown(chart({ result: reach }));
    const drawing = await drawingOf(element);
    expect(drawing.scales.x?.options).to.have.property('stacked', false);
    expect(note(element)).to.contain('one account can be in several rows');
    key(element, 'Home');
    expect(textOf(element, '.tip')).to.equal('Reels Followers 5 Not followers 40');
    expect(textOf(element)).to.not.contain('45').and.not.contain('%');
  });

  for (const result of [views, reach]) {
    it(`${result.metric}: a column can be hidden and shown alone; none changes its colour`, async () => {
      const element = await shown(chart({ result }));
      const drawing = await drawingOf(element);
      const colors = drawing.data.datasets.map(({ backgroundColor }) => backgroundColor);
      toggles(element)[0]?.click();
      await element.updateComplete;
      expect(columnsOf(drawing)).to.deep.equal(['Not followers']);
      expect(drawing.data.datasets[0]?.backgroundColor).to.equal(colors[1]);
      key(element, 'Home');
      expect(textOf(element, '.tip')).to.match(/^Reels Not followers 40( · 40%)?$/);
      toggles(element)[0]?.click();
      await element.updateComplete;
      toggles(element)[1]?.dispatchEvent(new MouseEvent('click', { shiftKey: true }));
      await element.updateComplete;
      expect(toggles(element).map((button) => button.getAttribute('aria-pressed'))).to.deep.equal(['false', 'true']);
      toggles(element)[1]?.dispatchEvent(new MouseEvent('click', { shiftKey: true }));
      await element.updateComplete;
      expect(columnsOf(drawing)).to.deep.equal(['Followers', 'Not followers']);
    });
  }

  it('a spot is a row of the first dimension, with a point for each column drawn', async () => {
    const element = await shown(chart({ result: views }));
    await drawingOf(element);
    const chosen = listen('insights-select');
    key(element, 'End');
    key(element, ' ');
    expect(chosen[0]?.points).to.deep.equal([
      { metric: 'views', dimensions: ['media_product_type', 'follow_type'], values: ['POST', 'FOLLOWER'], value: 10 },
      {
        metric: 'views',
        dimensions: ['media_product_type', 'follow_type'],
        values: ['POST', 'NON_FOLLOWER'],
        value: 20,
      },
    ]);
  });

  it('of ten rows draw eight, the table has all pairs', async () => {
    const rows = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`KIND_${at}|FOLLOWER`, 50 - at]));
    const element = await shown(chart({ result: by('views', 'media_product_type,follow_type', rows, { total: 500 }) }));
    expect((await drawingOf(element)).data.labels).to.have.length(8);
    expect(note(element)).to.contain('8 of 10 shown; the table has all');
    expect(tableRows(element)).to.have.length(11);
  });

  it('a pair without its number is not reported', async () => {
    const rows = { 'REEL|FOLLOWER': 5, 'POST|NON_FOLLOWER': 4 };
    const element = await shown(
      chart({ result: by('views', 'media_product_type,follow_type', rows, { total: 9 }, true) }),
    );
    await drawingOf(element);
    key(element, 'Home');
    expect(textOf(element, '.tip')).to.contain('Not followers not reported');
  });

  /** Two rows of which the first has lost a number. */
  const gappy = { 'REEL|FOLLOWER': 5, 'POST|FOLLOWER': 2, 'POST|NON_FOLLOWER': 1 };

  it('a row without one of its numbers has no total, no share of one, and no number at its end', async () => {
    const result = by('views', 'media_product_type,follow_type', gappy, { total: 100 }, true);
    const element = await shown(chart({ result }));
    const drawing = await drawingOf(element);
    expect(drawing.scales.numbers?.getLabels()).to.deep.equal(['', '3']);
    key(element, 'Home');
    expect(textOf(element, '.tip')).to.equal('Reels Followers 5 · 5% Not followers not reported');
    key(element, 'ArrowDown');
    expect(textOf(element, '.tip')).to.equal('Posts Followers 2 · 2% Not followers 1 · 1% Total 3 · 3%');
  });

  it('that totals are derived is said where there are any, and once', async () => {
    const element = await shown(chart({ result: views }));
    const derived = (): string[] => note(element).match(/derived/g) ?? [];
    expect(derived()).to.have.length(1);
    toggles(element)[0]?.click();
    await element.updateComplete;
    // What is left of a row is a number of the API's.
    expect(derived()).to.have.length(0);
    toggles(element)[0]?.click();
    for (const [rows, count] of [
      [gappy, 1],
      [{ 'REEL|FOLLOWER': 5, 'POST|NON_FOLLOWER': 4 }, 0],
    ] as const) {
      element.result = by('views', 'media_product_type,follow_type', rows, { total: 100 }, true);
      await element.updateComplete;
      expect(derived()).to.have.length(count);
    }
    for (const result of [reach, by('likes', 'media_product_type', media, { total: 100 })]) {
      element.result = result;
      await element.updateComplete;
      expect(derived()).to.have.length(0);
    }
  });
});

describe('InsightsBreakdownChart: gained and lost', () => {
  guard();

  const follows = (rows: Rows, incomplete?: true): InsightsResult =>
    by('follows_and_unfollows', 'follow_type', rows, {}, incomplete);

  for (const [rows, incomplete, words, table] of [
    [
      { FOLLOWER: 612, NON_FOLLOWER: 287 },
      undefined,
      '612 gained, 287 lost: net +325, derived.',
      [
        ['Gained', '+612'],
        ['Lost', '−287'],
        ['Net, derived', '+325'],
      ],
    ],
    [
      { FOLLOWER: 3, NON_FOLLOWER: 5 },
      undefined,
      '3 gained, 5 lost: net −2, derived.',
      [
        ['Gained', '+3'],
        ['Lost', '−5'],
        ['Net, derived', '−2'],
      ],
    ],
    [
      { FOLLOWER: 6 },
      undefined,
      '6 gained, 0 lost: net +6, derived.',
      [
        ['Gained', '+6'],
        ['Lost', '0'],
        ['Net, derived', '+6'],
      ],
    ],
    [
      { FOLLOWER: 6 },
      true,
      'Gained: +6. Lost: not reported.',
      [
        ['Gained', '+6'],
        ['Lost', 'not reported'],
      ],
    ],
    [
      { NON_FOLLOWER: 6 },
      true,
      'Lost: −6. Gained: not reported.',
      [
        ['Gained', 'not reported'],
        ['Lost', '−6'],
      ],
    ],
    [
      { FOLLOWER: 6, UNKNOWN: 2 },
      undefined,
      '6 gained, 0 lost: net +6, derived.',
      [
        ['Gained', '+6'],
        ['Lost', '0'],
        ['Net, derived', '+6'],
        ['Unknown', '2'],
      ],
    ],
  ] as const) {
    it(`${JSON.stringify(rows)}${incomplete ? ', a row without its number' : ''}: ${words}`, async () => {
      const element = await shown(chart({ result: follows(rows, incomplete) }));
      expect(sentence(element)).to.equal(words);
      expect(tableRows(element).slice(1)).to.deep.equal(table);
      expect([title(element), legend(element)]).to.deep.equal(['Followers gained and lost', '']);
    });
  }

  it('is drawn in opposite directions, and each side can be chosen', async () => {
    const element = await shown(chart({ result: follows({ FOLLOWER: 612, NON_FOLLOWER: 287 }) }));
    const drawing = await drawingOf(element);
    expect(drawing.data.datasets[0]?.data).to.deep.equal([612, -287]);
    const chosen = listen('insights-select');
    key(element, 'End');
    expect(textOf(element, '.tip')).to.contain('Lost').and.contain('−287');
    key(element, 'Enter');
    expect(chosen[0]?.points).to.deep.equal([
      { metric: 'follows_and_unfollows', dimensions: ['follow_type'], values: ['NON_FOLLOWER'], value: 287 },
    ]);
  });

  it('a side that was not reported is chosen without a number', async () => {
    const element = await shown(chart({ result: follows({ FOLLOWER: 6 }, true) }));
    await drawingOf(element);
    const chosen = listen('insights-select');
    key(element, 'End');
    key(element, 'Enter');
    expect(chosen[0]?.points[0]?.value).to.equal(null);
  });
});

describe('InsightsBreakdownChart: its box', () => {
  guard();

  const hanging = (): InsightsClient => clientOf(() => new Promise(() => {}));
  for (const width of [240, 320, 480, 800]) {
    for (const [name, properties] of [
      ['likes', { metric: 'likes' }],
      ['likes, compared', { metric: 'likes', compare: 'previous_period', range: 'last_28_days' }],
      ['a ring', { metric: 'likes', display: 'doughnut' }],
      ['a ring of buttons', { metric: 'profile_links_taps', display: 'doughnut' }],
      ['reach, compared', { metric: 'reach', compare: 'previous_period', range: 'last_28_days' }],
      [
        'two of views, compared',
        { metric: 'views', breakdown: 'media_product_type,follow_type', compare: 'previous_period' },
      ],
      [
        'two of reach, compared',
        { metric: 'reach', breakdown: 'media_product_type,follow_type', compare: 'previous_period' },
      ],
      ['gained and lost', { metric: 'follows_and_unfollows' }],
    ] as const satisfies readonly (readonly [string, Properties])[]) {
      it(`${name}, ${width} px wide: nothing moves between loading and ready, nothing leaves the box`, async () => {
        const host = fixtureSync<HTMLElement>('<div></div>');
        host.style.width = `${width}px`;
        const element = chart({ ...('range' in properties ? {} : days), ...properties, client: hanging() });
        host.append(element);
        await element.updateComplete;
        const { height } = element.getBoundingClientRect();
        expect(element.state).to.equal('loading');
        const heights = new Set<number>();
        const observer = new ResizeObserver(() => heights.add(element.getBoundingClientRect().height));
        observer.observe(element);
        element.client = clientAt(backendUrl({ version: 'v22.0', followers: 184_200 }));
        await settled(element);
        await waitUntil(() => !element.shadowRoot?.querySelector('[aria-busy=true]'));
        await drawingOf(element);
        await nextFrame();
        observer.disconnect();
        expect([...heights]).to.deep.equal([height]);
        const outer = element.getBoundingClientRect();
        const outside = [
          ...(element.shadowRoot?.querySelectorAll('.label, .stage, .sentence, .note, .legend li, summary') ?? []),
        ]
          .filter((part) => {
            const { left, right, bottom } = part.getBoundingClientRect();
            return left < outer.left - 0.5 || right > outer.right + 0.5 || bottom > outer.bottom + 0.5;
          })
          .map(({ className }) => className);
        expect(outside).to.deep.equal([]);
        const { clientWidth = 0, clientHeight = 0 } = element.shadowRoot?.querySelector('.plot') ?? {};
        const drawing = await drawingOf(element);
        expect([drawing.width, drawing.height]).to.deep.equal([clientWidth, clientHeight]);
        expect(clientHeight).to.be.at.least(80);
      });
    }
  }

  it('few rows stay together, and the words come right after them', async () => {
    const element = await shown(chart({ result: by('likes', 'media_product_type', { REEL: 4 }, { total: 4 }) }));
    await drawingOf(element);
    const stage = element.shadowRoot?.querySelector('.stage')?.getBoundingClientRect();
    const text = element.shadowRoot?.querySelector('.sentence')?.getBoundingClientRect();
    expect(stage?.height).to.equal(44);
    expect((text?.top ?? 0) - (stage?.bottom ?? 0)).to.be.at.most(8);
  });
});
