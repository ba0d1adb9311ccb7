import { expect, waitUntil } from '@open-wc/testing';
import '../../src/elements/metric-card/define.js';
import type { InsightsMetricCard } from '../../src/elements/metric-card/metric-card.js';
import { sparklineOf } from '../../src/elements/metric-card/sparkline.js';
import { InsightsError } from '../../src/spec/index.js';
import { type Answer, clientOf, daily, days, guard, listen, make, seconds, shown, textOf, totals } from './harness.js';

const card = (answer: Answer, properties: Partial<InsightsMetricCard> = {}): InsightsMetricCard =>
  make('insights-metric-card', { metric: 'likes', ...days, client: clientOf(answer), ...properties });

describe('InsightsMetricCard: metric', () => {
  guard();

  it('may have space around it, as every attribute', async () => {
    const element = await shown(card(({ metric }) => totals(metric, 7), { metric: ' likes ' }));
    expect([element.state, textOf(element, '[part=value]'), textOf(element, '#label')]).to.deep.equal([
      'ready',
      '7',
      'Likes',
    ]);
  });
});

describe('InsightsMetricCard: picture', () => {
  guard();

  it('loads what draws it, and no chart library', async () => {
    const element = await shown(card(({ metric }) => totals(metric, 7)));
    performance.clearResourceTimings();
    expect((await element.toPNG()).type).to.equal('image/png');
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    expect(loaded).to.include('/src/chart/picture.ts');
    expect(loaded.filter((path) => /chart\.js|chart\/(index|surface)|chart-controller/.test(path))).to.deep.equal([]);
  });
});

describe('InsightsMetricCard: dates', () => {
  guard();

  it('have their year where it is not the one in which they are read, however old the answer is', async () => {
    const old = {
      metric: 'likes',
      period: 'day',
      total: 7,
      range: days,
      fetchedAt: Date.parse('2024-03-15T20:00:00Z'),
    };
    const element = await shown(make('insights-metric-card', { metric: 'likes', result: old }));
    expect(textOf(element, '.note')).to.contain('2024');
  });
});

describe('InsightsMetricCard: gained and lost', () => {
  guard();
  const follows =
    (rows: readonly (readonly [string, number])[]): Answer =>
    ({ metric }) =>
      totals(metric, undefined, { dimensions: ['follow_type'], rows });

  it('both, and the net named as derived; a breakdown that stands for them is no table', async () => {
    const asked: (string | undefined)[] = [];
    const element = await shown(
      card(
        (params, edge) => {
          asked.push(params.since);
          return follows([
            ['FOLLOWER', 612],
            ['NON_FOLLOWER', 287],
          ])(params, edge);
        },
        { metric: 'follows_and_unfollows', compare: 'previous_period' },
      ),
    );
    expect(textOf(element, '[part=value] .hidden')).to.equal('612 gained, 287 lost');
    expect(textOf(element, '[part=delta]')).to.equal('net +325, derived');
    expect(element.shadowRoot?.querySelector('[part=table]')).to.equal(null);
    // Nothing is compared with what nobody sees.
    expect(asked).to.deep.equal([String(seconds.since)]);
  });

  it('a missing row is none', async () => {
    const element = await shown(card(follows([['NON_FOLLOWER', 3]]), { metric: 'follows_and_unfollows' }));
    expect(textOf(element, '[part=value] .hidden')).to.equal('0 gained, 3 lost');
    expect(textOf(element, '[part=delta]')).to.equal('net −3, derived');
  });

  it('a row without a number is not reported, and there is no net', async () => {
    const rows = (values: readonly (readonly [string, number | null])[]): Answer =>
      follows(values as readonly (readonly [string, number])[]);
    const half = rows([
      ['FOLLOWER', 12],
      ['NON_FOLLOWER', null],
    ]);
    const element = await shown(card(half, { metric: 'follows_and_unfollows' }));
    expect(textOf(element, '[part=value] .hidden')).to.equal('12 gained, not reported lost');
    expect(element.shadowRoot?.querySelector('[part=delta]')).to.equal(null);
  });
});

describe('InsightsMetricCard: sparkline', () => {
  guard();
  const series = Object.fromEntries(
    Array.from({ length: 28 }, (_, at) => [
      new Date(Date.UTC(2024, 1, 14 + at)).toISOString().slice(0, 10),
      100 + ((at * 37) % 50),
    ]),
  );
  const reach =
    (values: Readonly<Record<string, number>>): Answer =>
    ({ metric, metric_type: type }) =>
      type === 'time_series' ? daily(metric, values) : totals(metric, 1234);
  const line = (element: Element): SVGElement | null => element.shadowRoot?.querySelector('svg[part=chart]') ?? null;

  it('only where Instagram gives daily numbers', async () => {
    const withDays = await shown(card(reach(series), { metric: 'reach' }));
    await waitUntil(() => line(withDays));
    expect(line(withDays)?.querySelector('path')?.getAttribute('d')?.match(/[ML]/g)?.length).to.equal(28);
    const without = await shown(card(({ metric }) => totals(metric, 5)));
    expect(line(without)).to.equal(null);
  });

  it('is asked for the same days as the number', async () => {
    const asked: Record<string, string>[] = [];
    const answer: Answer = (params, edge) => {
      asked.push({ ...params });
      return reach(series)(params, edge);
    };
    await shown(card(answer, { metric: 'reach', breakdown: 'follow_type' }));
    await waitUntil(() => asked.length === 2);
    expect(
      asked.map(({ metric_type: type, breakdown, since, until }) => [type, breakdown, since, until]),
    ).to.deep.equal([
      ['total_value', 'follow_type', String(seconds.since), String(seconds.until)],
      ['time_series', undefined, String(seconds.since), String(seconds.until)],
    ]);
  });

  it('a gap is a gap, and provisional days are dashed', async () => {
    const { '2024-02-20': _gap, ...gappy } = series;
    const element = await shown(
      card(reach({ ...gappy, '2024-03-13': 90, '2024-03-14': 110 }), { metric: 'reach', until: '2024-03-14' }),
    );
    await waitUntil(() => line(element));
    const [settledPath, moving] = [...(line(element)?.querySelectorAll('path') ?? [])].map(
      (path) => path.getAttribute('d') ?? '',
    );
    expect(settledPath?.match(/M/g)?.length).to.equal(2);
    expect(moving?.match(/[ML]/g)?.length).to.equal(3);
    expect(getComputedStyle(line(element)?.querySelector('.moving') as Element).strokeDasharray).to.not.equal('none');
  });

  it('asked for as a series, the card shows the last day and says which', async () => {
    const element = await shown(card(reach(series), { metric: 'reach', metricType: 'time_series' }));
    expect(textOf(element, '[part=value]')).to.equal(String(series['2024-03-12']));
    expect(textOf(element, '.note')).to.contain('on Mar 12, 2024');
    expect(line(element)).to.not.equal(null);
  });

  it('a series that could not be had is told, and the number stays', async () => {
    const errors = listen('insights-error');
    const element = await shown(
      card(
        ({ metric, metric_type: type }) => {
          if (type === 'time_series') throw new InsightsError('server-error');
          return totals(metric, 8);
        },
        { metric: 'reach' },
      ),
    );
    await waitUntil(() => element.error);
    expect([element.state, textOf(element, '[part=value]'), line(element)]).to.deep.equal(['ready', '8', null]);
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['server-error']);
  });
});

describe('InsightsMetricCard: breakdown', () => {
  guard();

  it('names the rows, largest first, and says where one account can be in several', async () => {
    const answer: Answer = ({ metric, metric_type: type }) =>
      type === 'time_series'
        ? { data: [] }
        : totals(metric, 100, {
            dimensions: ['media_product_type', 'follow_type'],
            rows: [
              ['REELS|FOLLOWER', 30],
              ['AD|NON_FOLLOWER', 90],
              ['HOLOGRAM|UNKNOWN', 1],
            ],
          });
    const element = await shown(card(answer, { metric: 'reach', breakdown: 'media_product_type,follow_type' }));
    const rows = [...(element.shadowRoot?.querySelectorAll('li') ?? [])].map((row) =>
      row.textContent?.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(rows).to.deep.equal(['Ads, Not followers 90', 'Reels, Followers 30', 'HOLOGRAM, Unknown 1']);
    const details = element.shadowRoot?.querySelector<HTMLDetailsElement>('details[part=table]');
    expect([details?.open, textOf(element, 'summary')]).to.deep.equal([false, 'By kind of post and follower or not']);
    expect(textOf(element, 'details .note')).to.equal('one account can be in several rows');
    expect(textOf(element, '.body .note')).to.not.contain('one account');

    const parts = await shown(
      card(({ metric }) => totals(metric, 3, { dimensions: ['media_product_type'], rows: [['AD', 3]] }), {
        breakdown: 'media_product_type',
      }),
    );
    expect(textOf(parts, 'summary')).to.equal('By kind of post');
    expect(textOf(parts)).to.not.contain('one account');
  });

  it('texts from the API are texts, isolated, and cut when they are long', async () => {
    const evil = '<img src=x onerror="globalThis.pwned = true">';
    const answer: Answer = ({ metric }) =>
      totals(metric, 3, {
        dimensions: ['contact_button_type'],
        rows: [
          [evil, 2],
          ['constructor', 1],
          ['x'.repeat(500), 1],
        ],
      });
    const element = await shown(card(answer, { metric: 'profile_links_taps', breakdown: 'contact_button_type' }));
    for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    const names = [...(element.shadowRoot?.querySelectorAll('li bdi') ?? [])].map((name) => name.textContent ?? '');
    expect(names.slice(0, 2)).to.deep.equal([evil, 'constructor']);
    expect(names[2]?.length).to.equal(120);
    expect(Reflect.has(globalThis, 'pwned')).to.equal(false);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });
});

describe('InsightsMetricCard: sample data', () => {
  guard();

  it('says so, and no part, slot or property of the page removes it', async () => {
    const style = document.createElement('style');
    style.textContent = `
      insights-metric-card::part(base), insights-metric-card::part(note), insights-metric-card::part(sample) { color: blue }
      insights-metric-card { --insights-muted: transparent; visibility: visible }`;
    document.head.append(style);
    const element = make('insights-metric-card', { metric: 'likes', demo: true });
    element.innerHTML = '<p slot="note">Real numbers</p><p>Real numbers</p>';
    await shown(element);
    style.remove();
    const mark = element.shadowRoot?.querySelector('.sample') as HTMLElement;
    expect(mark.textContent).to.equal('sample data');
    for (let node: Element | null = mark; node; node = node.parentElement) {
      expect(node.getAttribute('part') ?? '').to.match(/^(base)?$/);
    }
    expect([...(element.shadowRoot?.querySelectorAll('slot') ?? [])].some((slot) => slot.contains(mark))).to.equal(
      false,
    );
    expect(mark.getBoundingClientRect().height).to.be.greaterThan(12);
    expect(getComputedStyle(mark).color).to.not.match(/, 0\)$/);
  });

  it('says so whatever a page puts into the slots', async () => {
    const element = make('insights-metric-card', { metric: 'likes', demo: true });
    element.innerHTML = ['header', 'footer', 'empty', 'error'].map((name) => `<p slot="${name}">Real</p>`).join('');
    await shown(element);
    expect(element.shadowRoot?.querySelector('.sample')?.checkVisibility()).to.equal(true);
  });

  it('does not say so of real data', async () => {
    const element = await shown(card(({ metric }) => totals(metric, 5)));
    expect(element.shadowRoot?.querySelector('.sample')).to.equal(null);
  });
});

describe('sparklineOf', () => {
  const series = (...values: (number | null)[]) =>
    values.map((value, at) => ({ day: `2024-03-${String(at + 1).padStart(2, '0')}`, value }));
  const cases: readonly (readonly [string, ReturnType<typeof series>, readonly string[], object | undefined])[] = [
    ['no day', series(), [], undefined],
    ['one day', series(1), [], undefined],
    ['one known day', series(null, 1, null), [], undefined],
    ['two days', series(0, 10), [], { settled: 'M3 29L117 3', provisional: '', last: { x: 117, y: 3 } }],
    [
      'a flat line, in the middle',
      series(5, 5),
      [],
      { settled: 'M3 16L117 16', provisional: '', last: { x: 117, y: 16 } },
    ],
    ['a gap', series(0, null, 10), [], { settled: 'M3 29M117 3', provisional: '', last: { x: 117, y: 3 } }],
    [
      'a last day without a number',
      series(0, 10, null),
      [],
      { settled: 'M3 29L60 3', provisional: '', last: { x: 60, y: 3 } },
    ],
    [
      'a provisional day meets the settled ones',
      series(0, 10, 5),
      ['2024-03-03'],
      { settled: 'M3 29L60 3', provisional: 'M60 3L117 16', last: { x: 117, y: 16 } },
    ],
    [
      'only provisional days',
      series(0, 10),
      ['2024-03-01', '2024-03-02'],
      { settled: '', provisional: 'M3 29L117 3', last: { x: 117, y: 3 } },
    ],
  ];
  for (const [name, points, provisional, line] of cases) {
    it(name, () => {
      const found = sparklineOf(points, provisional);
      expect(found && { ...found, points: undefined }).to.deep.equal(line && { ...line, points: undefined });
      expect(found?.points.map(({ y }) => y === null) ?? []).to.deep.equal(
        line ? points.map(({ value }) => value === null) : [],
      );
    });
  }
});
