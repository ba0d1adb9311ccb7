import { expect, fixtureSync, waitUntil } from '@open-wc/testing';
import '../../src/elements/breakdown-chart/define.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/trend-chart/define.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { backendUrl, clientAt, clientOf, days, faultUrl, guard, make, nextFrame, settled, textOf } from './harness.js';

/** The height that a page is told to reserve: the demo's rule, and the README. */
const reserved = async (tag: string): Promise<readonly [CSSStyleRule | undefined, string]> => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch('/demo/boxes.css')).text());
  const rule = [...sheet.cssRules].find(
    (found): found is CSSStyleRule => found instanceof CSSStyleRule && found.selectorText === `${tag}:not(:defined)`,
  );
  return [rule, await (await fetch('/README.md')).text()];
};

const hanging = (): ReturnType<typeof clientOf> => clientOf(() => new Promise(() => {}));

const elements: readonly (readonly [string, () => InsightsElement])[] = [
  ['a card', () => make('insights-metric-card', { metric: 'likes', ...days })],
  [
    'a card with a sparkline, compared',
    () => make('insights-metric-card', { metric: 'reach', ...days, compare: 'previous_period' }),
  ],
  [
    'a card that is compared over days that still move',
    () => make('insights-metric-card', { metric: 'impressions', range: 'last_28_days', compare: 'previous_period' }),
  ],
  [
    'a card of gained and lost',
    () =>
      make('insights-metric-card', {
        metric: 'follows_and_unfollows',
        range: 'last_28_days',
        compare: 'previous_period',
      }),
  ],
  ...(
    [
      ['reach', 'media_product_type,follow_type'],
      ['profile_links_taps', 'contact_button_type'],
      ['likes', 'media_product_type'],
    ] as const
  ).flatMap(([metric, breakdown]) =>
    [{}, { range: 'last_28_days', compare: 'previous_period' }].map(
      (more) =>
        [
          `a card of ${metric} by ${breakdown}${'compare' in more ? ', compared' : ''}`,
          () => make('insights-metric-card', { metric, breakdown, ...more }),
        ] as const,
    ),
  ),
  [
    'a map',
    () =>
      make('insights-demographics-chart', { metric: 'follower_demographics', breakdown: 'country', display: 'map' }),
  ],
  ...['age,gender', 'city', 'country', 'age', 'gender'].map(
    (breakdown) =>
      [
        `a chart by ${breakdown}`,
        () => make('insights-demographics-chart', { metric: 'follower_demographics', breakdown }),
      ] as const,
  ),
];

/** Sizes of what overlaps or leaves its box. */
const overflowing = (element: Element): string[] => {
  const outer = element.getBoundingClientRect();
  return [
    ...(element.shadowRoot?.querySelectorAll<HTMLElement>('[part], .sentence, .note, .legend, li, button, code') ?? []),
  ]
    .filter((part) => {
      if (!part.checkVisibility()) return false;
      const { left, right, bottom } = part.getBoundingClientRect();
      return left < outer.left - 0.5 || right > outer.right + 0.5 || bottom > outer.bottom + 0.5;
    })
    .map((part) => part.getAttribute('part') ?? part.className);
};

describe('layout', () => {
  guard();

  for (const width of [240, 300, 320, 360, 600]) {
    for (const [name, create] of elements) {
      it(`${name}, ${width} px wide: nothing moves between loading and ready`, async () => {
        const host = fixtureSync<HTMLElement>(`<div><p id="below">Below</p></div>`);
        host.style.width = `${width}px`;
        const element = create();
        element.client = hanging();
        host.prepend(element);
        await element.updateComplete;
        expect(element.state).to.equal('loading');
        const loading = element.getBoundingClientRect().height;
        const below = host.querySelector('#below')?.getBoundingClientRect().top;
        const heights = new Set<number>();
        const observer = new ResizeObserver(() => heights.add(element.getBoundingClientRect().height));
        observer.observe(element);
        element.client = clientAt(backendUrl({ followers: 184_200 }));
        await settled(element);
        await waitUntil(() => !element.shadowRoot?.querySelector('[aria-busy=true]'));
        if (element.compare) await waitUntil(() => textOf(element, '[part=delta]') !== '');
        if (element.localName.includes('chart'))
          await waitUntil(() => textOf(element, '.note').includes('of followers'));
        if (name === 'a map') await waitUntil(() => textOf(element, '.legend').includes('not listed'));
        await nextFrame();
        await nextFrame();
        observer.disconnect();
        expect(element.state).to.equal('ready');
        expect([...heights]).to.deep.equal([loading]);
        expect(host.querySelector('#below')?.getBoundingClientRect().top).to.equal(below);
        expect(overflowing(element)).to.deep.equal([]);
        expect(element.scrollWidth).to.be.at.most(width);
      });
    }
  }

  for (const [tag, metric] of [
    ['insights-metric-card', 'likes'],
    ['insights-trend-chart', 'reach'],
    ['insights-breakdown-chart', 'likes'],
    ['insights-demographics-chart', 'follower_demographics'],
  ] as const) {
    it(`<${tag}>: the documented rule for the time before the script reserves the same height`, async () => {
      const [rule, readme] = await reserved(tag);
      const element = make(tag, { metric, client: hanging() });
      fixtureSync(element);
      await element.updateComplete;
      expect([rule?.style.display, rule?.style.minHeight]).to.deep.equal([
        'block',
        getComputedStyle(element).minHeight,
      ]);
      expect(`${element.getBoundingClientRect().height}px`).to.equal(rule?.style.minHeight);
      expect(readme).to.contain(`${tag}:not(:defined) { display: block; min-height: ${rule?.style.minHeight}; }`);
    });

    it(`<${tag}> is as high as its place in a grid`, async () => {
      const host = fixtureSync<HTMLElement>(
        '<div style="display: grid; grid-template-columns: 1fr 1fr; width: 800px"></div>',
      );
      const element = make(tag, { metric, client: hanging() });
      const tall = document.createElement('div');
      tall.style.height = '700px';
      host.append(element, tall);
      await element.updateComplete;
      expect(element.shadowRoot?.querySelector('[part=base]')?.getBoundingClientRect().height).to.equal(700);
    });

    it(`<${tag}> in every failing state stays inside its box at 240 px`, async () => {
      for (const wrong of [{ metric: 'reech' }, { metric, client: clientAt(faultUrl(500, 'html')) }, { metric }]) {
        const host = fixtureSync<HTMLElement>('<div style="width: 240px"></div>');
        const element = make(tag, wrong);
        host.append(element);
        await settled(element);
        expect(overflowing(element)).to.deep.equal([]);
        expect(element.scrollWidth).to.be.at.most(240);
      }
    });
  }

  it('in a flex row it has a width of its own, and shrinks where there is less', () => {
    const row = fixtureSync<HTMLElement>('<div></div>');
    row.style.display = 'flex';
    const cards = ['likes', 'shares'].map((metric) =>
      make('insights-metric-card', { metric, client: clientAt(backendUrl()) }),
    );
    row.append(...cards);
    const widths = (): number[] => cards.map((card) => card.getBoundingClientRect().width);
    expect(widths()).to.deep.equal([240, 240]);
    row.style.width = '300px';
    expect(widths()).to.deep.equal([150, 150]);
  });

  it('a table that is opened moves nothing above it', async () => {
    const element = make('insights-demographics-chart', {
      metric: 'follower_demographics',
      breakdown: 'city',
      client: clientAt(backendUrl()),
    });
    fixtureSync(element);
    await settled(element);
    await waitUntil(() => textOf(element, '.note').includes('of followers'));
    const plot = element.shadowRoot?.querySelector('.plot') as HTMLElement;
    const before = plot.getBoundingClientRect().height;
    const details = element.shadowRoot?.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    await nextFrame();
    expect(plot.getBoundingClientRect().height).to.equal(before);
    expect(element.getBoundingClientRect().height).to.be.greaterThan(500);
    expect(details.querySelectorAll('tbody tr').length).to.equal(45);
  });

  it('a long number is short where it would not fit, in full for a pointer and a screen reader', async () => {
    const host = fixtureSync<HTMLElement>('<div style="width: 500px"></div>');
    const result = { metric: 'likes', period: 'day', total: 1_234_567_890 };
    const element = make('insights-metric-card', { metric: 'likes', result });
    host.append(element);
    await settled(element);
    await waitUntil(() => element.shadowRoot?.querySelector('.short'));
    const seen = (): string | undefined =>
      element.shadowRoot?.querySelector<HTMLElement>('[part=value]')?.innerText.trim();
    const isSeen = (name: string): boolean =>
      ((element.shadowRoot?.querySelector(name) as HTMLElement)?.getBoundingClientRect().width ?? 0) > 1;
    expect([isSeen('.full'), isSeen('.short'), seen()]).to.deep.equal([true, false, '1,234,567,890']);
    host.style.width = '240px';
    await nextFrame();
    expect([isSeen('.full'), isSeen('.short')]).to.deep.equal([false, true]);
    const short = element.shadowRoot?.querySelector('.short');
    expect([short?.textContent, short?.getAttribute('title'), short?.getAttribute('aria-hidden')]).to.deep.equal([
      '1.23B',
      '1,234,567,890',
      'true',
    ]);
    expect(overflowing(element)).to.deep.equal([]);
    element.result = { ...result, total: 123_456 };
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.short')).to.equal(null);
  });

  it('a long number keeps its sparkline beside it', async () => {
    const host = fixtureSync<HTMLElement>('<div style="width: 240px"></div>');
    const element = make('insights-metric-card', {
      result: {
        metric: 'reach',
        period: 'day',
        total: 14_516_883,
        series: [
          { day: '2024-03-01', value: 1 },
          { day: '2024-03-02', value: 2 },
        ],
      },
    });
    host.append(element);
    await settled(element);
    const [value, line] = ['[part=value]', 'svg'].map((part) =>
      element.shadowRoot?.querySelector(part)?.getBoundingClientRect(),
    );
    expect(value?.height).to.equal(36);
    expect(line?.left).to.be.at.least(value?.right ?? Number.NaN);
    expect(overflowing(element)).to.deep.equal([]);
  });
});
