// What a visitor does with a chart: points at it, hides a series, chooses a value. By keys alone: keyboard.test.ts.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import type { InsightsDemographicsChart } from '../../src/elements/demographics-chart/demographics-chart.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { needing } from './engine.js';
import { type Answer, clientOf, guard, listen, make, nextFrame, settled, textOf, totals } from './harness.js';

const people: Answer = ({ metric, breakdown = '' }, edge) => {
  if (edge === 'account') return { followers_count: 1000 };
  const dimensions = breakdown.split(',');
  const rows: Record<string, [string, number][]> = {
    'age,gender': [
      ['18-24|F', 120],
      ['18-24|M', 80],
      ['18-24|U', 40],
      ['25-34|F', 200],
      ['25-34|M', 60],
    ],
    country: [
      ['DE', 300],
      ['AT', 150],
      ['CH', 50],
    ],
  };
  return totals(metric, undefined, { dimensions, rows: rows[breakdown] ?? [] });
};

const create = (breakdown: string, properties: Partial<InsightsDemographicsChart> = {}): InsightsDemographicsChart =>
  make('insights-demographics-chart', { metric: 'follower_demographics', breakdown, ...properties });

const chartOf = (element: Element): Chart | undefined => {
  const canvas = element.shadowRoot?.querySelector('canvas');
  return canvas ? Chart.getChart(canvas) : undefined;
};

async function drawn<T extends InsightsElement>(element: T): Promise<T> {
  await settled(element);
  await waitUntil(() => chartOf(element) !== undefined, 'no chart is drawn', { interval: 5, timeout: 5000 });
  return element;
}

async function show(breakdown = 'country'): Promise<InsightsDemographicsChart> {
  const element = await drawn(
    await fixture<InsightsDemographicsChart>(create(breakdown, { client: clientOf(people) })),
  );
  await waitUntil(() => textOf(element, '.note').includes('of followers'));
  return element;
}

const plotOf = (element: Element): HTMLElement => element.shadowRoot?.querySelector('.plot') as HTMLElement;
const tip = (element: Element): string => {
  const node = element.shadowRoot?.querySelector('.tip');
  return node && getComputedStyle(node).visibility === 'visible' ? textOf(element, '.tip') : '';
};
const marked = (element: Element): number[] =>
  chartOf(element)
    ?.getActiveElements()
    .map(({ index }) => index) ?? [];

/** Moves the pointer to the middle of a row. */
async function pointAt(element: Element, index: number): Promise<void> {
  const chart = chartOf(element) as Chart;
  const { left, top } = plotOf(element).getBoundingClientRect();
  const y = chart.scales.y?.getPixelForValue(index) ?? 0;
  await sendMouse({ type: 'move', position: [Math.round(left + 40), Math.round(top + y)] });
  await nextFrame();
}
const pointAway = async (): Promise<void> => sendMouse({ type: 'move', position: [0, 0] });

describe('a chart: pointing', () => {
  guard();
  afterEach(pointAway);

  it('at a row, also beside its bar: its number and share, and its bar is marked; away from it: nothing', async () => {
    const element = await show();
    await pointAt(element, 1);
    expect([tip(element), marked(element)]).to.deep.equal(['Austria People 150 · 30%', [1]]);
    await pointAt(element, 2);
    expect([tip(element), marked(element)]).to.deep.equal(['Switzerland People 50 · 10%', [2]]);
    await pointAway();
    expect([tip(element), marked(element)]).to.deep.equal(['', []]);
  });

  it('at an age of a pyramid: each gender, also the one that is not specified', async () => {
    const element = await show('age,gender');
    await pointAt(element, 0);
    expect(tip(element)).to.equal('18–24 Women 120 · 24% Men 80 · 16% Not specified 40 · 8%');
  });

  it('draws no chart anew, and asks the element for no update', async () => {
    const element = await show();
    const chart = chartOf(element) as Chart;
    let updates = 0;
    const { update } = chart;
    chart.update = (mode) => {
      updates += 1;
      update.call(chart, mode);
    };
    await pointAt(element, 0);
    await pointAt(element, 1);
    expect([updates, element.isUpdatePending, tip(element)]).to.deep.equal([0, false, 'Austria People 150 · 30%']);
  });

  it('stays marked when the chart is drawn again', async () => {
    const element = await show();
    await pointAt(element, 1);
    element.style.setProperty('--insights-series-1', 'rgb(1, 2, 3)');
    await waitUntil(() => chartOf(element)?.data.datasets[0]?.backgroundColor === 'rgb(1, 2, 3)');
    expect([tip(element), marked(element)]).to.deep.equal(['Austria People 150 · 30%', [1]]);
  });

  it('a touch shows the tip and chooses what it is on; one elsewhere takes the tip away', async () => {
    const element = await show();
    const heard = listen('insights-select');
    const plot = plotOf(element);
    const { left, top } = plot.getBoundingClientRect();
    const y = chartOf(element)?.scales.y?.getPixelForValue(1) ?? 0;
    const tap = (target: Element, clientX: number, clientY: number): void => {
      const at = { clientX, clientY, bubbles: true, composed: true, pointerType: 'touch', detail: 1 };
      for (const type of ['pointerdown', 'pointerup', 'pointerleave'] as const)
        target.dispatchEvent(new PointerEvent(type, { ...at, bubbles: type !== 'pointerleave' }));
      target.dispatchEvent(new MouseEvent('click', at));
    };
    tap(plot, left + 60, top + y);
    expect([tip(element), heard.map(({ points }) => points[0]?.values)]).to.deep.equal([
      'Austria People 150 · 30%',
      [['AT']],
    ]);
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    expect(tip(element)).to.equal('');
  });

  it('a click chooses what it is on, not what another chart points at', async () => {
    const element = await show();
    const heard = listen('insights-select');
    const plot = plotOf(element);
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    const { left, top } = plot.getBoundingClientRect();
    const y = chartOf(element)?.scales.y?.getPixelForValue(2) ?? 0;
    plot.dispatchEvent(new MouseEvent('click', { clientX: left + 60, clientY: top + y, detail: 1 }));
    expect(heard.map(({ points }) => points[0]?.values)).to.deep.equal([['CH']]);
  });

  it('what keys have reached is pointed at again when the pointer goes', async () => {
    const element = await show();
    plotOf(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
    await pointAt(element, 2);
    expect(tip(element)).to.contain('Switzerland');
    await pointAway();
    expect(tip(element)).to.contain('Germany');
    plotOf(element).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    expect(tip(element)).to.equal('');
  });

  it('the focus of a click is no key: nothing but the pointer says where', async () => {
    const element = await show();
    const plot = plotOf(element);
    Object.assign(plot, {
      matches: (selector: string) => selector !== ':focus-visible' && Element.prototype.matches.call(plot, selector),
    });
    plot.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    expect(tip(element)).to.equal('');
  });

  for (const [how, go] of [
    ['is removed', (element: InsightsElement) => element.remove()],
    ['has no plot any more', (element: InsightsElement) => Object.assign(element, { metric: 'reech' })],
  ] as const) {
    it(`a chart that ${how} while it is pointed at leaves no other one marked`, async () => {
      const provider = make('insights-provider', { client: clientOf(people) });
      const [first, second] = [create('country'), create('country')];
      provider.append(first, second);
      const page = await fixture<HTMLElement>('<div></div>');
      page.append(provider);
      provider.style.display = 'flex';
      await Promise.all([first, second].map(drawn));
      plotOf(first).dispatchEvent(new KeyboardEvent('keydown', { key: 'Home' }));
      expect(tip(second)).to.contain('Germany');
      go(first);
      await waitUntil(() => tip(second) === '', 'it is still marked');
    });
  }

  needing('zoom in style sheets').it(
    'zoomed, on the element or the page: the pointer is where it is seen, and the canvas is sharp',
    async () => {
      for (const zoomed of ['element', 'page'] as const) {
        const element = await show();
        const target = zoomed === 'element' ? element : document.documentElement;
        target.style.setProperty('zoom', '1.5');
        await nextFrame();
        await nextFrame();
        const { left, top, height } = plotOf(element).getBoundingClientRect();
        const plot = plotOf(element);
        const y = top + ((chartOf(element)?.scales.y?.getPixelForValue(1) ?? 0) * height) / plot.clientHeight;
        plot.dispatchEvent(new PointerEvent('pointermove', { clientX: left + 60, clientY: y }));
        expect(tip(element), zoomed).to.contain('Austria');
        expect(chartOf(element)?.currentDevicePixelRatio, zoomed).to.equal(devicePixelRatio * 1.5);
        target.style.removeProperty('zoom');
        element.remove();
      }
    },
  );

  it('the tip stays inside the element, at each row', async () => {
    const element = await show('age,gender');
    for (const index of [0, 1]) {
      await pointAt(element, index);
      const box = element.getBoundingClientRect();
      const shown = element.shadowRoot?.querySelector('.tip')?.getBoundingClientRect() as DOMRect;
      expect(shown.left).to.be.at.least(box.left);
      expect(shown.right).to.be.at.most(box.right);
      expect(shown.top).to.be.at.least(box.top);
      expect(shown.bottom).to.be.at.most(box.bottom);
    }
  });

  it('is in step in all charts of one provider, by what is pointed at, and in no other', async () => {
    const provider = make('insights-provider', { client: clientOf(people) });
    const other = make('insights-provider', { client: clientOf(people) });
    const [first, second, ages, stranger] = ['country', 'country', 'age,gender', 'country'].map((name) => create(name));
    provider.append(...([first, second, ages] as Element[]));
    other.append(stranger as Element);
    const page = await fixture<HTMLElement>('<div></div>');
    page.append(provider, other);
    // Side by side: what is far below is not drawn.
    for (const box of [page, provider, other]) box.style.display = 'flex';
    const all = [first, second, ages, stranger] as InsightsDemographicsChart[];
    await Promise.all(all.map(drawn));
    await pointAt(all[0] as Element, 1);
    expect(all.map(tip)).to.deep.equal(['Austria People 150 · 30%', 'Austria People 150 · 30%', '', '']);
    all[1]?.remove();
    await pointAt(all[0] as Element, 2);
    expect(tip(all[0] as Element)).to.contain('Switzerland');
    other.append(all[1] as Element);
    await drawn(all[1] as InsightsDemographicsChart);
    await pointAt(all[0] as Element, 1);
    expect(tip(all[1] as Element)).to.equal('');
  });
});

describe('a chart: choosing', () => {
  guard();
  afterEach(pointAway);

  it('a click, or Enter: insights-select with the numbers and the API’s own values', async () => {
    const element = await show('age,gender');
    const heard = listen('insights-select');
    await pointAt(element, 0);
    plotOf(element).click();
    plotOf(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    plotOf(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    const point = (age: string, gender: string, value: number) => ({
      metric: 'follower_demographics',
      dimensions: ['age', 'gender'],
      values: [age, gender],
      value,
    });
    expect(heard.map(({ points }) => points)).to.deep.equal([
      [point('18-24', 'F', 120), point('18-24', 'M', 80), point('18-24', 'U', 40)],
      [point('25-34', 'F', 200), point('25-34', 'M', 60), point('25-34', 'U', 0)],
    ]);
    expect(heard.map(({ bubbles, composed, target }) => [bubbles, composed, target])).to.deep.equal(
      [1, 2].map(() => [true, true, element]),
    );
  });

  it('a click where nothing is: no event', async () => {
    const element = await show();
    const heard = listen('insights-select');
    plotOf(element).click();
    expect(heard).to.deep.equal([]);
  });
});

describe('a chart: its legend', () => {
  guard();

  const buttons = (element: Element): HTMLButtonElement[] => [
    ...(element.shadowRoot?.querySelectorAll<HTMLButtonElement>('.legend button') ?? []),
  ];
  const shownIn = (element: Element): string[] =>
    buttons(element)
      .filter((button) => button.getAttribute('aria-pressed') === 'true')
      .map(({ textContent }) => textContent?.trim().split(/\s/)[0] ?? '');
  const bars = (element: Element): number[] =>
    chartOf(element)?.data.datasets.map(({ data }) => data.filter((value) => value !== null).length) ?? [];
  const press = async (element: InsightsElement, at: number, init: MouseEventInit = {}): Promise<void> => {
    buttons(element)[at]?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...init }));
    await element.updateComplete;
    await nextFrame();
  };

  it('in a narrow box its buttons stand apart, each 24 pixels high', async () => {
    const element = await show('age,gender');
    element.style.width = '240px';
    await nextFrame();
    const boxes = buttons(element).map((button) => button.getBoundingClientRect());
    const rows = [...new Set(boxes.map(({ top }) => top))];
    expect(rows.length, 'rows').to.be.greaterThan(1);
    for (const { height } of boxes) expect(height).to.be.at.least(24);
    for (const [at, top] of rows.slice(1).entries()) expect(top - (rows[at] ?? 0)).to.be.at.least(24);
  });

  it('a click hides a series and shows it again; shares and colours stay', async () => {
    const element = await show('age,gender');
    const before = textOf(element, '.legend');
    await press(element, 0);
    expect([shownIn(element), bars(element)]).to.deep.equal([
      ['Men', 'Not'],
      [0, 2],
    ]);
    expect(textOf(element, '.legend')).to.equal(before);
    await press(element, 0);
    expect([shownIn(element), bars(element)]).to.deep.equal([
      ['Women', 'Men', 'Not'],
      [2, 2],
    ]);
  });

  it('a double click, or one with Shift, shows one alone, and once more all of them', async () => {
    const element = await show('age,gender');
    const twice = async (at: number): Promise<void> => {
      // As a browser tells it.
      await press(element, at, { detail: 1 });
      await press(element, at, { detail: 2 });
      buttons(element)[at]?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, detail: 2 }));
      await element.updateComplete;
    };
    await twice(1);
    expect(shownIn(element)).to.deep.equal(['Men']);
    await twice(1);
    expect(shownIn(element)).to.deep.equal(['Women', 'Men', 'Not']);
    await press(element, 1, { shiftKey: true });
    expect(shownIn(element)).to.deep.equal(['Men']);
    await press(element, 1, { shiftKey: true });
    expect(shownIn(element)).to.deep.equal(['Women', 'Men', 'Not']);
    buttons(element)[0]?.focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await element.updateComplete;
    expect(shownIn(element)).to.deep.equal(['Women']);
  });

  it('the last one that is shown cannot be hidden: all are shown instead', async () => {
    const element = await show('age,gender');
    for (const at of [0, 1, 2]) await press(element, at);
    expect(shownIn(element)).to.deep.equal(['Women', 'Men', 'Not']);
  });
});

describe('slots', () => {
  guard();

  it('header and footer stand in the box of each element, beside its own words', async () => {
    for (const tag of ['insights-metric-card', 'insights-demographics-chart'] as const) {
      const metric = tag === 'insights-metric-card' ? 'likes' : 'follower_demographics';
      const answer: Answer = (params, edge) => (metric === 'likes' ? totals('likes', 7) : people(params, edge));
      const element = make(tag, { metric, client: clientOf(answer) });
      element.innerHTML = '<b slot="header">top</b><i slot="footer">bottom</i>';
      await settled(await fixture<InsightsElement>(element));
      const box = element.getBoundingClientRect();
      for (const slotted of element.children) {
        const { top, bottom, width } = slotted.getBoundingClientRect();
        expect(width, slotted.outerHTML).to.be.greaterThan(0);
        expect([top >= box.top, bottom <= box.bottom]).to.deep.equal([true, true]);
      }
    }
  });

  it('empty and error take the place of our words, each in its own state only', async () => {
    const slotted = '<p slot="empty">Nothing yet.</p><p slot="error">Call us.</p>';
    const visible = (element: Element): string[] =>
      [...element.children]
        .filter((child) => child.getClientRects().length > 0)
        .map(({ textContent }) => textContent ?? '');
    const silent = make('insights-metric-card', { metric: 'likes', client: clientOf(() => ({ data: [] })) });
    const wrong = make('insights-metric-card', { metric: 'reech', client: clientOf(() => ({ data: [] })) });
    const fine = make('insights-metric-card', { metric: 'likes', client: clientOf(() => totals('likes', 7)) });
    const seen: unknown[] = [];
    for (const element of [silent, wrong, fine]) {
      element.innerHTML = slotted;
      await settled(await fixture<InsightsElement>(element));
      seen.push([element.state, visible(element)]);
    }
    expect(seen).to.deep.equal([
      ['empty', ['Nothing yet.']],
      ['error', ['Call us.']],
      ['ready', []],
    ]);
  });
});
