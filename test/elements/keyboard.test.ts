// By keys alone: every chart, the sparkline of a card, the table behind a chart, and a whole dashboard. What is reached
// is seen in the tip, and heard from the live region.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import '../../src/elements/breakdown-chart/define.js';
import '../../src/elements/dashboard/define.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import '../../src/elements/trend-chart/define.js';
import type { ChartElement } from '../../src/elements/chart-element.js';
import { firstPlace, type KeyWalk, type Place, placeAfter } from '../../src/elements/chart-keys.js';
import type { ChartSpot } from '../../src/elements/chart-parts.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { lateSparkline } from '../../src/elements/metric-card/sparkline.js';
import type { InsightsResult } from '../../src/spec/index.js';
import {
  afterTest,
  clientOf,
  demoClient,
  guard,
  listen,
  make,
  nextFrame,
  nextTask,
  settled,
  textOf,
  totals,
} from './harness.js';

const client = demoClient();

const trend = (properties: object) => make('insights-trend-chart', { client, locale: 'en-US', ...properties });
const breakdown = (properties: object) => make('insights-breakdown-chart', { client, locale: 'en-US', ...properties });
const demographics = (properties: object) =>
  make('insights-demographics-chart', { client, locale: 'en-US', metric: 'follower_demographics', ...properties });

interface Kind {
  readonly create: () => ChartElement;
  /** The key to the next spot, and to the next series of it. */
  readonly on: string;
  readonly across: string;
  /** How many series keys can reach one by one. */
  readonly series: number;
}
const [byDay, byRow, byPart] = [
  { on: 'ArrowRight', across: 'ArrowDown' },
  { on: 'ArrowDown', across: 'ArrowRight' },
  { on: 'ArrowRight', across: 'ArrowDown' },
];

/** Every chart that there is: see every-chart.test.ts. */
const kinds: Readonly<Record<string, Kind>> = {
  'a trend': { create: () => trend({ metric: 'reach', range: 'last_14_days' }), ...byDay, series: 0 },
  'a trend with the window before': {
    create: () => trend({ metric: 'reach', range: 'last_7_days', compare: 'previous_period' }),
    ...byDay,
    series: 2,
  },
  'several trends': {
    create: () => trend({ metric: 'likes,comments,shares', range: 'last_7_days' }),
    ...byDay,
    series: 3,
  },
  'gained and lost by day': {
    create: () => trend({ metric: 'follows_and_unfollows', range: 'last_7_days' }),
    ...byDay,
    series: 2,
  },
  bars: { create: () => breakdown({ metric: 'likes', breakdown: 'media_product_type' }), ...byRow, series: 0 },
  'a ring': {
    create: () => breakdown({ metric: 'views', breakdown: 'media_product_type', display: 'doughnut' }),
    ...byPart,
    series: 0,
  },
  stacks: {
    create: () => breakdown({ metric: 'views', breakdown: 'media_product_type,follow_type' }),
    ...byRow,
    series: 3,
  },
  groups: {
    create: () => breakdown({ metric: 'reach', breakdown: 'media_product_type,follow_type' }),
    ...byRow,
    series: 3,
  },
  'gained and lost': { create: () => breakdown({ metric: 'follows_and_unfollows' }), ...byRow, series: 0 },
  'bars of people': { create: () => demographics({ breakdown: 'city' }), ...byRow, series: 0 },
  'a pyramid': { create: () => demographics({ breakdown: 'age,gender' }), ...byRow, series: 3 },
  'a map': { create: () => demographics({ breakdown: 'country', display: 'map' }), ...byPart, series: 0 },
};

const plotOf = (element: Element): HTMLElement => element.shadowRoot?.querySelector('.plot') as HTMLElement;
const heard = (element: Element): string => textOf(element, '[role=status]');
const tip = (element: Element): string => {
  const node = element.shadowRoot?.querySelector('.tip');
  return node && getComputedStyle(node).visibility === 'visible' ? textOf(element, '.tip') : '';
};
const emphasised = (element: Element): string[] =>
  [...(element.shadowRoot?.querySelectorAll('.tip .reached') ?? [])].map((line) => line.textContent?.trim() ?? '');
const press = (key: string): Promise<void> => sendKeys({ press: key });
const textById = (element: Element, ids: string | null): string =>
  (ids ?? '')
    .split(' ')
    .map((id) => textOf(element, `#${id}`))
    .join(' ');

async function drawn<T extends InsightsElement>(element: T): Promise<T> {
  await settled(element);
  const chart = (): unknown => {
    const canvas = element.shadowRoot?.querySelector('canvas');
    return canvas && Chart.getChart(canvas);
  };
  await waitUntil(chart, 'no chart is drawn', { interval: 5, timeout: 8000 });
  await waitUntil(() => element.shadowRoot?.querySelector('[aria-busy=false]'), 'it is still busy', { timeout: 8000 });
  await nextFrame();
  return element;
}

/** The element that has the focus, through all shadow roots. */
function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** Presses Tab until something is reached. @returns how often that took */
async function tabTo(isThere: () => boolean, most = 60): Promise<number> {
  for (let count = 1; count <= most; count += 1) {
    await press('Tab');
    if (isThere()) return count;
  }
  throw new Error(`Not reached by ${most} presses of Tab; the focus is on ${focused()?.outerHTML.slice(0, 200)}`);
}
const tabToPlot = (element: Element): Promise<number> => tabTo(() => focused() === plotOf(element), 12);

/** Shows an element behind a button, from which Tab leads into it; out of it, to another one: not out of the page. */
async function show<T extends InsightsElement>(element: T): Promise<T> {
  const page = await fixture<HTMLElement>('<div><button>before</button><button>after</button></div>');
  page.lastElementChild?.before(element);
  await drawn(element);
  page.querySelector('button')?.focus();
  return element;
}

/** Presses a key until nothing new is heard. @returns all that was heard, from where it begins */
async function walk(element: Element, key: string): Promise<string[]> {
  const said = [heard(element)];
  for (;;) {
    await press(key);
    if (heard(element) === said.at(-1)) return said;
    said.push(heard(element));
  }
}

/** Each text that the live region comes to have, from now on. */
function listenToRegion(element: Element): string[] {
  const region = element.shadowRoot?.querySelector('[role=status]') as Element;
  const said: string[] = [];
  const observer = new MutationObserver((records) => said.push(...records.map(() => region.textContent ?? '')));
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  afterTest(() => observer.disconnect());
  return said;
}

for (const [kind, { create, on, across, series }] of Object.entries(kinds)) {
  describe(`keys: ${kind}`, () => {
    guard();

    it('is one stop of the tab key, which says what it is and what keys do; Tab leaves', async () => {
      const element = await show(create());
      const region = element.shadowRoot?.querySelector('[role=status]');
      await tabToPlot(element);
      const plot = plotOf(element);
      expect([plot.getAttribute('role'), plot.getAttribute('aria-roledescription')]).to.deep.equal([
        'application',
        'chart',
      ]);
      expect(textById(element, plot.getAttribute('aria-labelledby'))).to.equal(textOf(element, '#label'));
      const description = textById(element, plot.getAttribute('aria-describedby'));
      expect(description).to.contain(textOf(element, '#sentence')).and.contain('Escape leaves');
      expect(description.includes('series'), 'what leads to a series').to.equal(series > 0);
      expect(plot.querySelectorAll('[tabindex], a, button, input').length).to.equal(0);
      expect(element.shadowRoot?.querySelector('[role=status]')).to.equal(region);
      await press('Tab');
      expect(focused()?.localName).to.equal('summary');
      expect([tip(element), heard(element)]).to.deep.equal(['', '']);
    });

    it('every point is reached, and read with its place', async () => {
      const element = await show(create());
      await tabToPlot(element);
      expect(heard(element)).to.match(/\d+ of \d+\.$/);
      await press('Home');
      const said = await walk(element, on);
      const places = said.map((text) => /(\d+) of (\d+)\.$/.exec(text)?.slice(1).map(Number));
      const count = said.length;
      expect(count).to.be.greaterThan(1);
      expect(places).to.deep.equal(said.map((_, at) => [at + 1, count]));
      const title = textOf(element, '.tip-title');
      expect(said.at(-1))
        .to.match(/^.+: .+\. \d+ of \d+\.$/)
        .and.contain(title);
      await press('End');
      expect(heard(element)).to.equal(said.at(-1));
      await press('PageUp');
      expect(heard(element)).to.equal(said[Math.max(0, count - 8)]);
      await press('Home');
      await press('PageDown');
      expect(heard(element)).to.equal(said[Math.min(count - 1, 7)]);
      await press('PageUp');
      expect(heard(element)).to.equal(said[0]);
    });

    it(series > 0 ? 'every series is reached at a point, and back' : 'all arrows go from point to point', async () => {
      const element = await show(create());
      await tabToPlot(element);
      await press('Home');
      if (series === 0) {
        const first = heard(element);
        await press(across);
        expect(heard(element)).to.not.equal(first);
        await press(across === 'ArrowDown' ? 'ArrowUp' : 'ArrowLeft');
        expect(heard(element)).to.equal(first);
        return;
      }
      expect(emphasised(element)).to.deep.equal([]);
      const [all = '', ...each] = await walk(element, across);
      expect(each.length).to.equal(series);
      for (const text of each) {
        const [title = '', number = ''] = text.replace(/\. 1 of \d+\.$/, '').split(': ');
        expect(all.startsWith(`${title}: `), text).to.equal(true);
        expect(all).to.contain(number);
      }
      expect(emphasised(element).length).to.be.greaterThan(0);
      expect(tip(element)).to.contain(textOf(element, '.tip .reached'));
      // The series stays from point to point.
      await press(on);
      expect(heard(element)).to.match(/ 2 of \d+\.$/);
      expect(emphasised(element).length).to.be.greaterThan(0);
      const back = await walk(element, across === 'ArrowDown' ? 'ArrowUp' : 'ArrowLeft');
      expect(back.length).to.equal(series + 1);
      expect(emphasised(element)).to.deep.equal([]);
    });

    it('Enter chooses what is reached: all of a point, or the one series', async () => {
      const element = await show(create());
      const chosen = listen('insights-select');
      await tabToPlot(element);
      await press('Home');
      await press('Enter');
      if (series > 0) {
        await press(across);
        await press(' ');
        const [all, one] = chosen.map(({ points }) => points);
        expect(one?.length).to.equal(1);
        expect(all?.[0]).to.deep.equal(one?.[0]);
      }
      expect(chosen.length).to.equal(series > 0 ? 2 : 1);
      expect(chosen[0]?.points.length).to.be.greaterThan(0);
    });
  });
}

const week = [10, 20, 30, 40, 50, 60, 70];
const result = (values: readonly (number | null)[] = week, more: Partial<InsightsResult> = {}): InsightsResult => ({
  metric: 'reach',
  period: 'day',
  series: values.map((value, at) => ({ day: `2024-03-${String(at + 1).padStart(2, '0')}`, value })),
  range: { since: '2024-03-01', until: `2024-03-${String(values.length).padStart(2, '0')}` },
  ...more,
});
const lineChart = (given = result()) => make('insights-trend-chart', { result: given, locale: 'en-US' });

describe('keys: what is heard', () => {
  guard();
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('once for each key, never for the pointer; what is left is silent', async () => {
    const element = await show(lineChart());
    const said = listenToRegion(element);
    await tabToPlot(element);
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Home', 'ArrowLeft']) await press(key);
    const expected = [
      'Thursday, Mar 7: Reach 70. 7 of 7.',
      'Wednesday, Mar 6: Reach 60. 6 of 7.',
      'Tuesday, Mar 5: Reach 50. 5 of 7.',
      'Friday, Mar 1: Reach 10. 1 of 7.',
    ];
    expect(said).to.deep.equal(expected);
    const { left, top, width, height } = plotOf(element).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await nextFrame();
    expect(tip(element)).to.contain('Monday, Mar 4');
    await sendMouse({ type: 'move', position: [0, 0] });
    await nextFrame();
    expect(tip(element)).to.contain('Friday, Mar 1');
    expect(said).to.deep.equal(expected);
    await press('Escape');
    expect([said.slice(expected.length), tip(element)]).to.deep.equal([[''], '']);
  });

  it('a share below one percent in words: a sign may be passed over', async () => {
    const rows = [
      { values: ['REELS'], value: 9990 },
      { values: ['AD'], value: 10 },
    ];
    const element = await show(
      make('insights-breakdown-chart', {
        breakdown: 'media_product_type',
        locale: 'en-US',
        result: result(undefined, {
          metric: 'likes',
          series: [],
          total: 10_000,
          breakdowns: [{ dimensions: ['media_product_type'], rows }],
        }),
      }),
    );
    await tabToPlot(element);
    await press('End');
    expect(heard(element)).to.match(/^Ads: .*10 · less than 1%\. 2 of 2\.$/);
  });

  it('of quick keys only the last one: one text in place of the other', async () => {
    const element = await show(lineChart());
    await tabToPlot(element);
    for (const key of ['Home', 'ArrowRight', 'ArrowRight'])
      plotOf(element).dispatchEvent(new KeyboardEvent('keydown', { key }));
    expect(heard(element)).to.equal('Sunday, Mar 3: Reach 30. 3 of 7.');
    expect(
      element.shadowRoot?.querySelectorAll('[aria-live], [role=status], [role=alert], [role=log]').length,
    ).to.equal(1);
    expect(element.shadowRoot?.querySelector('.tip')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('in step with the other charts of a provider: they show the same day, also of one series, and say nothing', async () => {
    const provider = make('insights-provider', { client, range: 'last_7_days' });
    const [one, other] = [trend({ metric: 'likes,comments' }), trend({ metric: 'reach' })];
    provider.append(one, other);
    const page = await fixture<HTMLElement>('<div><button>before</button></div>');
    page.append(provider);
    await Promise.all([one, other].map(drawn));
    const said = listenToRegion(other);
    page.querySelector('button')?.focus();
    await tabToPlot(one);
    await press('Home');
    await press('ArrowDown');
    const title = textOf(one, '.tip-title');
    expect([emphasised(one).length, heard(one).startsWith(`${title}: Likes `)]).to.deep.equal([1, true]);
    expect(tip(other)).to.contain(title);
    expect([emphasised(other), said]).to.deep.equal([[], []]);
    await press('Escape');
    expect([tip(other), said]).to.deep.equal(['', []]);
  });

  it('what another chart points at takes the tip, not the place: keys go on from there', async () => {
    const provider = make('insights-provider', { client, range: 'last_7_days' });
    const [one, other] = [trend({ metric: 'likes' }), demographics({ breakdown: 'city' })];
    provider.append(one, other);
    const page = await fixture<HTMLElement>('<div style="display: flex"><button>before</button></div>');
    page.append(provider);
    await Promise.all([one, other].map(drawn));
    page.querySelector('button')?.focus();
    await tabToPlot(one);
    await press('ArrowLeft');
    const said = heard(one);
    expect(said).to.match(/6 of 7\.$/);
    const at = {
      clientX: plotOf(other).getBoundingClientRect().left + 60,
      clientY: plotOf(other).getBoundingClientRect().top + 20,
    };
    plotOf(other).dispatchEvent(new PointerEvent('pointermove', at));
    expect([tip(other) !== '', tip(one), heard(one)]).to.deep.equal([true, '', said]);
    plotOf(other).dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    expect([tip(other), tip(one) !== '']).to.deep.equal(['', true]);
    plotOf(other).dispatchEvent(new PointerEvent('pointermove', at));
    await press('ArrowLeft');
    expect(heard(one)).to.match(/5 of 7\.$/);
  });

  it('an update keeps the point, and reads it again only where it says something else', async () => {
    const element = await show(lineChart());
    await tabToPlot(element);
    await press('Home');
    await press('ArrowRight');
    const said = listenToRegion(element);
    element.result = result([10, 20, 30, 41, 50, 60, 70]);
    await element.updateComplete;
    await nextFrame();
    expect([said, tip(element)]).to.deep.equal([[], 'Saturday, Mar 2 Reach 20']);
    element.result = result([10, 21, 30, 41, 50, 60, 70]);
    await element.updateComplete;
    await nextFrame();
    expect([said, tip(element)]).to.deep.equal([['Saturday, Mar 2: Reach 21. 2 of 7.'], 'Saturday, Mar 2 Reach 21']);
    // A point that is there no more is left; keys begin anew.
    element.result = result([1], {
      range: undefined as never,
      series: [
        { day: '2024-04-01', value: 3 },
        { day: '2024-04-02', value: 4 },
      ],
    });
    await element.updateComplete;
    expect([heard(element), tip(element), focused() === plotOf(element)]).to.deep.equal(['', '', true]);
    await press('ArrowLeft');
    expect(heard(element)).to.equal('Tuesday, Apr 2: Reach 4. 2 of 2.');
  });

  it('an update while the pointer is elsewhere leaves the tip with the pointer', async () => {
    const element = await show(lineChart());
    await tabToPlot(element);
    await press('Home');
    const { left, top, width, height } = plotOf(element).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await nextFrame();
    element.requestUpdate();
    await element.updateComplete;
    await nextFrame();
    expect(tip(element)).to.contain('Monday, Mar 4');
  });

  it('a series that is hidden while it is reached: all that is left is read', async () => {
    const element = await show(trend({ metric: 'likes,comments', range: 'last_7_days' }));
    await tabToPlot(element);
    await press('ArrowDown');
    expect(heard(element)).to.contain('Likes').and.not.contain('Comments');
    element.shadowRoot?.querySelector<HTMLElement>('.legend button')?.click();
    await element.updateComplete;
    expect(heard(element)).to.contain('Comments').and.not.contain('Likes');
  });

  it('a missing number is none, and the days before are told by their date', async () => {
    const silent = clientOf(({ metric, since, metric_type: type }, edge) => {
      if (edge === 'account') return {};
      if (type !== 'time_series') return totals(metric, 5);
      const first = Date.parse('2024-03-04T08:00:00Z') / 1000;
      const isBefore = Number(since) < first;
      const values = isBefore ? { '2024-03-02': 7, '2024-03-03': 8 } : { '2024-03-04': 9 };
      return {
        data: [
          {
            name: metric,
            period: 'day',
            values: Object.entries(values).map(([day, value]) => ({ value, end_time: `${day}T12:00:00+0000` })),
          },
        ],
      };
    });
    const element = await show(
      trend({ metric: 'reach', since: '2024-03-04', until: '2024-03-05', compare: 'previous_period', client: silent }),
    );
    await waitUntil(() => element.shadowRoot?.querySelectorAll('thead th').length === 4);
    await tabToPlot(element);
    expect(heard(element)).to.equal('Tuesday, Mar 5: Reach no number, Reach on Sunday, Mar 3: 8. 2 of 2.');
    await press('ArrowDown');
    await press('ArrowDown');
    await press('ArrowLeft');
    expect(heard(element)).to.equal('Monday, Mar 4: Reach on Saturday, Mar 2: 7. 1 of 2.');
    const chosen = listen('insights-select');
    await press('Enter');
    expect(chosen.map(({ points }) => points)).to.deep.equal([[{ metric: 'reach', day: '2024-03-02', value: 7 }]]);
  });
});

describe('keys: no trap', () => {
  guard();

  it('the first Escape leaves the point, the second one closes the dialog around', async () => {
    const dialog = await fixture<HTMLDialogElement>('<dialog><button>before</button></dialog>');
    const element = lineChart();
    dialog.append(element);
    dialog.showModal();
    afterTest(() => dialog.close());
    await drawn(element);
    dialog.querySelector('button')?.focus();
    await tabToPlot(element);
    await press('Escape');
    expect([tip(element), heard(element), dialog.open]).to.deep.equal(['', '', true]);
    await press('Escape');
    expect(dialog.open).to.equal(false);
  });

  it('what is no key of ours stays the browser’s: with a modifier, and of other names', async () => {
    const element = await show(lineChart());
    await tabToPlot(element);
    const isTaken = (key: string, init: KeyboardEventInit = {}): boolean => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
      plotOf(element).dispatchEvent(event);
      return event.defaultPrevented;
    };
    const before = heard(element);
    for (const key of ['a', 'Tab', 'F5', 'constructor']) expect(isTaken(key), key).to.equal(false);
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey', 'shiftKey'])
      for (const key of ['ArrowLeft', 'Home', 'PageUp', 'Enter', 'Escape'])
        expect(isTaken(key, { [modifier]: true }), `${modifier} ${key}`).to.equal(false);
    expect(heard(element)).to.equal(before);
    for (const key of ['ArrowLeft', 'ArrowUp', 'Home', 'End', 'PageUp', 'PageDown', 'Enter', ' ', 'Escape'])
      expect(isTaken(key), key).to.equal(true);
    expect(['Escape', 'Enter', ' '].map((key) => isTaken(key))).to.deep.equal([false, false, false]);
  });

  it('the focus of a click is no key: nothing is reached, and nothing said', async () => {
    const element = await show(lineChart());
    const { left, top, width, height } = plotOf(element).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    expect([focused() === plotOf(element), heard(element)]).to.deep.equal([true, '']);
    await press('ArrowRight');
    expect(heard(element)).to.equal('Tuesday, Mar 5: Reach 50. 5 of 7.');
    await sendMouse({ type: 'move', position: [0, 0] });
  });
});

describe('keys: on a page that runs from right to left', () => {
  guard();

  const reads = async (create: () => ChartElement, keys: readonly string[]): Promise<string[]> => {
    const element = await show(Object.assign(create(), { dir: 'rtl' }));
    await tabToPlot(element);
    await press('Home');
    const said: string[] = [];
    for (const key of keys) {
      await press(key);
      said.push(heard(element).replace(/^.*?: /, ''));
    }
    return said;
  };

  it('rows: left and right are mirrored, and up and down are not', async () => {
    const create = kinds.stacks?.create as () => ChartElement;
    const [first, all, second] = await reads(create, ['ArrowLeft', 'ArrowRight', 'ArrowDown']);
    expect(first).to.match(/^Followers [\d,]+ · \d+%\. 1 of \d\.$/);
    expect(all).to.contain('Total');
    expect(second).to.match(/ 2 of \d\.$/);
  });

  it('days run from left to right on any page', async () => {
    const said = await reads(kinds['a trend']?.create as () => ChartElement, ['ArrowRight', 'ArrowRight', 'ArrowLeft']);
    expect(said.map((text) => /(\d+) of/.exec(text)?.[1])).to.deep.equal(['2', '3', '2']);
  });
});

describe('placeAfter', () => {
  const spot = (key: string, series: readonly string[] = []): ChartSpot => ({
    key,
    title: key,
    lines: [],
    points: [],
    series: series.map((name) => ({ key: name, points: [] })),
  });
  const three = ['a', 'b', 'c'].map((key) => spot(key, ['x', 'y']));
  const walkOf = (order: KeyWalk['order'], spots = three, isRightToLeft = false): KeyWalk => ({
    order,
    spots,
    isRightToLeft,
  });
  const say = (place: Place | undefined): string => (place ? [place.key, place.series].filter(Boolean).join('/') : '-');
  const cases: readonly (readonly [string, KeyWalk, string | undefined, string])[] = [
    ['ArrowRight', walkOf('days'), 'a', 'b'],
    ['ArrowRight', walkOf('days'), 'c', 'c'],
    ['ArrowDown', walkOf('days'), 'a', 'a/x'],
    ['ArrowDown', walkOf('days'), 'a/x', 'a/y'],
    ['ArrowDown', walkOf('days'), 'a/y', 'a/y'],
    ['ArrowUp', walkOf('days'), 'a/x', 'a'],
    ['ArrowUp', walkOf('days'), 'a', 'a'],
    ['ArrowLeft', walkOf('days'), 'b/y', 'a/y'],
    ['ArrowRight', walkOf('days', [spot('a', ['x', 'y']), spot('b', ['x', 'z'])]), 'a/y', 'b'],
    ['End', walkOf('days'), 'a/y', 'c/y'],
    ['ArrowLeft', walkOf('days'), undefined, 'c'],
    ['Home', walkOf('days'), undefined, 'a'],
    ['ArrowDown', walkOf('rows'), 'a', 'b'],
    ['ArrowRight', walkOf('rows'), 'a', 'a/x'],
    ['ArrowLeft', walkOf('rows', three, true), 'a', 'a/x'],
    ['ArrowRight', walkOf('rows', three, true), 'a/x', 'a'],
    ['ArrowLeft', walkOf('days', three, true), 'b', 'a'],
    ['ArrowUp', walkOf('rows'), undefined, 'a'],
    ['ArrowDown', walkOf('parts'), 'a', 'b'],
    ['ArrowLeft', walkOf('parts', three, true), 'b', 'a'],
    ['ArrowDown', walkOf('days', [spot('a', ['x']), spot('b', ['x'])]), 'a', 'b'],
    ['ArrowLeft', walkOf('rows', [spot('a'), spot('b')], true), 'a', 'b'],
    ['ArrowRight', walkOf('days', []), undefined, '-'],
    ['End', walkOf('days', []), undefined, '-'],
    ['x', walkOf('days'), 'a', '-'],
  ];
  for (const [key, given, from, to] of cases) {
    const { order, isRightToLeft, spots } = given;
    it(`${order} of ${spots.length}${isRightToLeft ? ', rtl' : ''}: ${key} from ${from ?? 'nowhere'} to ${to}`, () => {
      const [at = '', series] = from?.split('/') ?? [];
      expect(say(placeAfter(key, from === undefined ? undefined : { key: at, series }, given))).to.equal(to);
    });
  }

  it('whoever comes begins at the newest day, or at the first row or part', () => {
    const begin = (['days', 'rows', 'parts'] as const).map((order) => say(firstPlace(walkOf(order))));
    expect(begin).to.deep.equal(['c', 'a', 'a']);
    expect(firstPlace(walkOf('days', []))).to.equal(undefined);
  });
});

describe('the table behind a chart', () => {
  guard();

  it('opens by keyboard, says how large it is, and closes silently; it has headers and a name', async () => {
    const element = await show(lineChart());
    await tabTo(() => focused()?.localName === 'summary');
    const said = listenToRegion(element);
    await press('Enter');
    const details = element.shadowRoot?.querySelector('details') as HTMLDetailsElement;
    expect([details.open, said]).to.deep.equal([true, ['The table has 7 rows and 2 columns.']]);
    await press('Enter');
    expect([details.open, heard(element)]).to.deep.equal([false, '']);
    await press(' ');
    const scopes = [...details.querySelectorAll('th')].map(({ scope }) => scope);
    expect(scopes).to.deep.equal(['col', 'col', ...week.map(() => 'row')]);
    expect(textOf(element, 'caption')).to.equal('Reach by day');
    expect(details.querySelector('caption')?.getBoundingClientRect().height).to.be.at.most(1);
    await press('Tab');
    const box = focused() as HTMLElement;
    expect([
      box.className,
      box.getAttribute('role'),
      textById(element, box.getAttribute('aria-labelledby')),
    ]).to.deep.equal(['scroll', 'group', 'Reach by day']);
    await expect(element).to.be.accessible();
  });

  it('scrolls by keyboard where it is long', async () => {
    await show(trend({ metric: 'reach', range: 'last_28_days' }));
    await tabTo(() => focused()?.localName === 'summary');
    await press('Enter');
    await press('Tab');
    const box = focused() as HTMLElement;
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight);
    await press('End');
    await waitUntil(() => box.scrollTop > 0);
  });

  it('of one row, a visible caption keeps the name of the chart before it; opened by a script it is silent', async () => {
    const rows = Array.from({ length: 45 }, (_, at) => ({ values: [`City ${at}`], value: 100 - at }));
    const breakdowns = [{ dimensions: ['city'], rows }];
    const element = make('insights-demographics-chart', {
      breakdown: 'city',
      result: { metric: 'follower_demographics', period: 'lifetime', breakdowns },
    });
    await show(element);
    const details = element.shadowRoot?.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    await nextTask(20);
    expect(heard(element)).to.equal('');
    const caption = details.querySelector('caption') as HTMLElement;
    expect(textOf(element, 'caption')).to.match(new RegExp(`^${textOf(element, '#label')} .*45`));
    expect(caption.getBoundingClientRect().height).to.be.greaterThan(10);
  });
});

describe('keys: the sparkline of a card', () => {
  guard();
  const { load } = lateSparkline;
  afterEach(() => Object.assign(lateSparkline, { load }));

  const card = (given: InsightsResult, more: object = {}) =>
    make('insights-metric-card', { result: given, client, locale: 'en-US', ...more });
  const line = (element: Element): SVGSVGElement => element.shadowRoot?.querySelector('svg') as SVGSVGElement;
  const isReady = (element: Element): boolean => line(element)?.getAttribute('role') === 'application';
  const marked = (element: Element): (string | null | undefined)[] => {
    const point = element.shadowRoot?.querySelector('.at');
    return [element.shadowRoot?.querySelector('.day')?.getAttribute('d'), point?.getAttribute('r')];
  };

  const tabToLine = (element: Element): Promise<number> => tabTo(() => focused() === line(element), 3);

  async function showCard(element: InsightsElement): Promise<InsightsElement> {
    const page = await fixture<HTMLElement>(
      '<div style="width: 260px"><button>before</button><button>after</button></div>',
    );
    page.lastElementChild?.before(element);
    await settled(element);
    page.querySelector('button')?.focus();
    return element;
  }
  async function ready(element: InsightsElement): Promise<InsightsElement> {
    await showCard(element);
    await waitUntil(() => isReady(element), 'the keys do not come', { timeout: 5000 });
    return element;
  }

  it('is a stop with role and name at once, and with keys and a sentence when there was time', async () => {
    let arrive = (): void => {};
    const isTime = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    lateSparkline.load = async () => {
      await isTime;
      return load();
    };
    const element = await showCard(card(result(week, { total: 280 })));
    await tabToLine(element);
    const name = (): string => textById(element, line(element).getAttribute('aria-labelledby'));
    expect([line(element).getAttribute('role'), name()]).to.deep.equal(['img', 'Reach']);
    await expect(element).to.be.accessible();
    arrive();
    await waitUntil(() => isReady(element));
    expect([line(element).getAttribute('aria-roledescription'), name()]).to.deep.equal(['chart', 'Reach']);
    expect(textById(element, line(element).getAttribute('aria-describedby'))).to.equal(
      'Reach was 280 in the 7 days to Mar 7. Best day: Thursday, Mar 7 (70). Arrow keys go from day to day, Escape leaves.',
    );
    // Whoever waited there is where the keys begin.
    expect([heard(element), tip(element)]).to.deep.equal([
      'Thursday, Mar 7: Reach 70. 7 of 7.',
      'Thursday, Mar 7 Reach 70',
    ]);
    await expect(element).to.be.accessible();
  });

  it('keys go from day to day, with a mark, a tip and a text for each; Escape and Tab leave', async () => {
    const given = result([10, null, 30, 40, 50, 60, 70, 80, 90], { provisional: ['2024-03-09'] });
    const element = await ready(card(given));
    const said = listenToRegion(element);
    await tabToLine(element);
    for (const key of ['ArrowLeft', 'PageUp', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown']) await press(key);
    expect(said).to.deep.equal([
      'Saturday, Mar 9 · provisional: Reach 90. 9 of 9.',
      'Friday, Mar 8: Reach 80. 8 of 9.',
      'Friday, Mar 1: Reach 10. 1 of 9.',
      'Saturday, Mar 2: Reach no number. 2 of 9.',
      'Friday, Mar 1: Reach 10. 1 of 9.',
      'Saturday, Mar 9 · provisional: Reach 90. 9 of 9.',
      'Saturday, Mar 2: Reach no number. 2 of 9.',
      'Saturday, Mar 9 · provisional: Reach 90. 9 of 9.',
    ]);
    expect(marked(element)).to.deep.equal(['M117 0V32', '3.5']);
    await press('PageUp');
    expect([tip(element), marked(element)]).to.deep.equal(['Saturday, Mar 2 Reach no number', ['M17.3 0V32', '0']]);
    await press('Escape');
    expect([tip(element), heard(element), marked(element)]).to.deep.equal(['', '', ['', '0']]);
    const escape = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    line(element).dispatchEvent(escape);
    const enter = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
    line(element).dispatchEvent(enter);
    expect([escape.defaultPrevented, enter.defaultPrevented]).to.deep.equal([false, false]);
    await press('Home');
    await press('Tab');
    expect([focused()?.textContent, tip(element), heard(element)]).to.deep.equal(['after', '', '']);
  });

  it('the tip stays inside the card, and looks like one also where other late words came after it', async () => {
    for (const dir of ['ltr', 'rtl']) {
      const element = await ready(card(result(), { dir }));
      // What was out of the ordinary: its sheet takes the place of all others.
      element.result = result(week, {
        gaps: [{ since: '2024-03-01', until: '2024-03-01', error: new Error('x') as never }],
      });
      await waitUntil(() => element.shadowRoot?.querySelector('.findings'), 'no finding', { timeout: 5000 });
      await element.updateComplete;
      await tabToLine(element);
      for (const key of ['Home', 'End']) {
        await press(key);
        const box = element.getBoundingClientRect();
        const shown = element.shadowRoot?.querySelector('.tip') as HTMLElement;
        const { left, right } = shown.getBoundingClientRect();
        expect(left, `${dir} ${key}`).to.be.at.least(box.left);
        expect(right, `${dir} ${key}`).to.be.at.most(box.right);
        expect(getComputedStyle(shown).position).to.equal('absolute');
      }
      element.remove();
    }
  });

  it('an update keeps the day; without a line there is no stop; a line that is back is one again', async () => {
    const element = await ready(card(result()));
    await tabToLine(element);
    await press('Home');
    const said = listenToRegion(element);
    element.result = result([10, 20, 30]);
    await element.updateComplete;
    expect([said, marked(element)]).to.deep.equal([['Friday, Mar 1: Reach 10. 1 of 3.'], ['M3 0V32', '3.5']]);
    element.result = result([10]);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelectorAll('svg, [role=status], .tip').length).to.equal(0);
    element.result = result([5, 6]);
    await element.updateComplete;
    expect(isReady(element)).to.equal(true);
    expect(heard(element)).to.equal('');
    document.querySelector('button')?.focus();
    await tabToLine(element);
    expect(heard(element)).to.equal('Saturday, Mar 2: Reach 6. 2 of 2.');
  });

  it('the pointer marks the nearest day, and nothing is said', async () => {
    const element = await ready(card(result()));
    const { left, top, width } = line(element).getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + 16)] });
    await nextFrame();
    expect([tip(element), heard(element)]).to.deep.equal(['Monday, Mar 4 Reach 40', '']);
    await sendMouse({ type: 'move', position: [0, 0] });
    await nextFrame();
    expect([tip(element), marked(element)]).to.deep.equal(['', ['', '0']]);
  });

  it('its sentence says what the days say, and no more', async () => {
    const sentence = async (given: InsightsResult): Promise<string> => textOf(await ready(card(given)), '#sentence');
    const late = result([10, 20, null, null], { provisional: ['2024-03-03', '2024-03-04'] });
    expect(await sentence(late)).to.equal('Best day: Saturday, Mar 2 (20). Two days are not reported yet.');
    expect(await sentence(result([5, 5], { source: 'demo', total: 9 }))).to.equal(
      'Sample data. Reach was 9 in the 2 days to Mar 2.',
    );
    expect(await sentence(result([5, 5]))).to.equal('Highest: 5, on 2 of 2 days.');
  });

  it('tells the total too, where it is of the same days', async () => {
    const answering = clientOf(({ metric, metric_type: type }) =>
      type === 'time_series'
        ? {
            data: [
              {
                name: metric,
                period: 'day',
                values: [3, 4].map((value, at) => ({ value, end_time: `2024-03-0${at + 4}T12:00:00+0000` })),
              },
            ],
          }
        : totals(metric, 1234),
    );
    const properties = {
      client: answering,
      metric: 'reach',
      since: '2024-03-04',
      until: '2024-03-05',
      locale: 'en-US',
    };
    const element = make('insights-metric-card', properties);
    await showCard(element);
    await waitUntil(() => isReady(element));
    expect(textOf(element, '#sentence')).to.equal(
      'Reach was 1,234 in the 2 days to Mar 5. Best day: Tuesday, Mar 5 (4).',
    );
  });

  it('what could not be loaded is tried again with the next answer; until then it is a picture', async () => {
    lateSparkline.load = () => Promise.reject(new Error('offline'));
    const element = await showCard(card(result()));
    await nextTask(60);
    expect(line(element).getAttribute('role')).to.equal('img');
    lateSparkline.load = load;
    element.result = result([1, 2, 3]);
    await waitUntil(() => isReady(element));
  });
});

describe('a dashboard by keyboard alone', () => {
  guard();

  it('days, a card, charts, a table, a choice, and out', async () => {
    const page = await fixture<HTMLElement>('<div><button>before</button></div>');
    const dashboard = make('insights-dashboard', {
      client,
      locale: 'en-US',
      metrics: 'reach,likes,views,follower_demographics',
    });
    const after = Object.assign(document.createElement('button'), { textContent: 'after' });
    page.append(dashboard, after);
    await dashboard.updateComplete;
    const inside = <T extends Element>(selector: string): T => dashboard.shadowRoot?.querySelector(selector) as T;
    const card = inside<InsightsElement>('insights-metric-card[metric=reach]');
    const trendChart = inside<ChartElement>('insights-trend-chart');
    const ring = inside<ChartElement>('insights-breakdown-chart[metric=views]');
    const pyramid = inside<ChartElement>('insights-demographics-chart[breakdown="age,gender"]');
    await Promise.all([trendChart, ring].map(drawn));
    await Promise.all([card, pyramid].map(settled));
    await waitUntil(() => card.shadowRoot?.querySelector('[role=application]'));
    const chosen = listen('insights-select');
    page.querySelector('button')?.focus();
    const isIn = (host: Element): boolean =>
      host.shadowRoot?.activeElement !== null && dashboard.shadowRoot?.activeElement === host;

    // The days first: a week instead of four.
    await tabTo(() => isIn(inside('insights-range-picker')));
    await press('Home');
    await waitUntil(() => dashboard.range === 'last_7_days');
    await Promise.all([trendChart, ring].map(drawn));
    await settled(card);

    // The line of a card: its best day and its last one.
    await tabTo(() => isIn(card) && focused()?.getAttribute('role') === 'application');
    expect(heard(card)).to.match(/^Thursday, Mar 14 · provisional: Reach [\d,]+\. 7 of 7\.$/);
    await press('Home');
    expect(heard(card)).to.match(/^Friday, Mar 8: Reach [\d,]+\. 1 of 7\.$/);

    // The chart of the same days.
    await tabTo(() => focused() === plotOf(trendChart));
    expect([heard(card), tip(card)]).to.deep.equal(['', '']);
    await press('ArrowLeft');
    expect(heard(trendChart)).to.match(/^Wednesday, Mar 13.*: Reach [\d,]+\. 6 of 7\.$/);
    await press('Enter');
    expect(chosen.at(-1)?.points.map(({ metric, day }) => [metric, day])).to.deep.equal([['reach', '2024-03-13']]);

    // Its table.
    await press('Tab');
    expect(focused()?.localName).to.equal('summary');
    await press('Enter');
    expect(heard(trendChart)).to.equal('The table has 7 rows and 2 columns.');
    await press('Tab');
    expect(focused()?.className).to.equal('scroll');

    // A part of a ring, and one gender of an age.
    await tabTo(() => focused() === plotOf(ring));
    await press('End');
    expect(heard(ring)).to.match(/ (\d) of \1\.$/);
    await drawn(pyramid);
    await tabTo(() => focused() === plotOf(pyramid));
    await press('ArrowRight');
    await press('Enter');
    expect(chosen.at(-1)?.points.map(({ dimensions }) => dimensions)).to.deep.equal([['age', 'gender']]);

    // And out.
    await press('Escape');
    expect([heard(pyramid), tip(pyramid)]).to.deep.equal(['', '']);
    await tabTo(() => document.activeElement === after);
  }).timeout(60_000);
});
