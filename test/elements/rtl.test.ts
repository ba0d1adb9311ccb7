// Charts of rows on a page that runs from right to left: each is the mirror image of what it is elsewhere.
import { expect, fixture, fixtureSync, waitUntil } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { Chart, type ChartConfiguration } from 'chart.js';
import {
  barsConfig,
  type ChartTheme,
  createSurface,
  gainedAndLostConfig,
  pyramidConfig,
  rowsConfig,
  type Surface,
  stacksConfig,
} from '../../src/chart/index.js';
import '../../src/elements/demographics-chart/define.js';
import { type BreakdownMatrix, formatsFor, type Pyramid } from '../../src/format/index.js';
import { rtl, theme } from '../chart/plain-theme.js';
import { needing } from './engine.js';
import { type Answer, afterTest, clientOf, guard, make, nextFrame, settled, totals } from './harness.js';

const formats = formatsFor('en');

const pyramid: Pyramid = {
  ages: ['18–24', '25–34'],
  sides: [
    { gender: 'F', label: 'Women', people: [100, 300], total: 400 },
    { gender: 'M', label: 'Men', people: [50, 200], total: 250 },
  ],
  ageValues: ['18-24', '25-34'],
  unspecified: { gender: 'U', label: 'Not specified', people: [300, 30], total: 330 },
  other: 0,
  listed: 980,
};
const people = [
  { values: ['Vienna'], label: 'Vienna', people: 3120, share: 0.52 },
  { values: ['Graz'], label: 'Graz', people: 600, share: 0.1 },
];
const items = [
  { values: ['REEL'], label: 'Reels', value: 500, share: 0.5, before: 800 },
  { values: ['POST'], label: 'Posts', value: 40, share: 0.04, before: 10 },
];
const matrix: BreakdownMatrix = {
  isStacked: true,
  columns: [
    { value: 'FOLLOWER', label: 'Followers' },
    { value: 'NON_FOLLOWER', label: 'Not followers' },
  ],
  rows: [
    { value: 'REEL', label: 'Reels', cells: [100, 300], earlier: [], before: 500 },
    { value: 'POST', label: 'Posts', cells: [50, 7], earlier: [], before: 20 },
  ],
};
const gained = { label: 'Gained', value: 612, text: '+612' };
const lost = { label: 'Lost', value: 87, text: '−87' };
const unknown = { ...lost, value: undefined, text: 'not reported' };

const kinds: Readonly<Record<string, (theme: ChartTheme) => ChartConfiguration<'bar'>>> = {
  bars: (given) => barsConfig(people, given, formats),
  'a pyramid': (given) => pyramidConfig(pyramid, given, formats),
  'a pyramid of one side': (given) => pyramidConfig(pyramid, given, formats, new Set(['F'])),
  rows: (given) => rowsConfig(items, given, formats),
  stacks: (given) => stacksConfig(matrix, given, formats),
  groups: (given) => stacksConfig({ ...matrix, isStacked: false }, given, formats),
  'gained and lost': (given) => gainedAndLostConfig(gained, lost, given),
  'gained alone': (given) => gainedAndLostConfig(gained, unknown, given),
};

const size = { width: 420, height: 160 };

function surfaceOf(): { surface: Surface; canvas: HTMLCanvasElement } {
  const box = fixtureSync<HTMLElement>('<div><canvas style="position: absolute"></canvas></div>');
  Object.assign(box.style, { position: 'relative', width: `${size.width}px`, height: `${size.height}px` });
  const canvas = box.firstElementChild as HTMLCanvasElement;
  const surface = createSurface(canvas);
  afterTest(() => surface.destroy());
  return { surface, canvas };
}

/** What is drawn: its name, and from where to where it reaches from left to right. */
type Ink = readonly [what: string, left: number, right: number, y: number];

/** The texts and rectangles that a chart draws, in the order of the page. */
function inkOf(chart: Chart): Ink[] {
  const { ctx } = chart;
  const ink: Ink[] = [];
  const [fillText, fillRect] = [ctx.fillText, ctx.fillRect];
  ctx.fillText = (text, x, y) => {
    const { width } = ctx.measureText(text);
    const share = { left: 0, start: 0, center: 0.5, right: 1, end: 1 }[ctx.textAlign];
    // Chart.js moves the canvas to where a text is to stand.
    const { e, f } = ctx.getTransform();
    const [left, top] = [x + e / chart.currentDevicePixelRatio - share * width, y + f / chart.currentDevicePixelRatio];
    ink.push([text, left, left + width, top]);
  };
  ctx.fillRect = (x, y, w, h) => void ink.push([`${ctx.fillStyle as string} ${h}`, x, x + w, y]);
  chart.draw();
  Object.assign(ctx, { fillText, fillRect });
  for (const { index, label = '' } of chart.getSortedVisibleDatasetMetas()) {
    for (const [row, bar] of chart.getDatasetMeta(index).data.entries()) {
      const { x, base, y } = bar.getProps(['x', 'base', 'y'], true) as Record<'x' | 'base' | 'y', number>;
      ink.push([`bar ${label} ${index} ${row}`, Math.min(x, base), Math.max(x, base), y]);
    }
  }
  return ink;
}

const said = (ink: readonly Ink[]): string[] =>
  ink.map(([what, ...places]) => `${what} ${places.map((place) => Math.round(place * 2) / 2).join(' ')}`).sort();
const mirrored = (ink: readonly Ink[]): Ink[] =>
  ink.map(([what, left, right, y]) => [what, size.width - right, size.width - left, y]);

/** How many pixels of two canvases are of clearly different colours; the second one is looked at in a mirror if asked. */
function differences(one: Chart, other: Chart, isTurned: boolean): number {
  const [a, b] = [one, other].map(({ ctx, canvas }) => ctx.getImageData(0, 0, canvas.width, canvas.height).data) as [
    Uint8ClampedArray,
    Uint8ClampedArray,
  ];
  const across = one.canvas.width;
  let count = 0;
  for (let at = 0; at < a.length / 4; at += 1) {
    const x = at % across;
    const twin = isTurned ? at - x + (across - 1 - x) : at;
    if ([0, 1, 2, 3].some((part) => Math.abs((a[4 * at + part] ?? 0) - (b[4 * twin + part] ?? 0)) > 96)) count += 1;
  }
  return count;
}

describe('charts of rows where rows begin at the right', () => {
  guard();

  for (const [name, configOf] of Object.entries(kinds)) {
    it(`${name}: every bar, mark and text is where a mirror would show it`, () => {
      const { surface, canvas } = surfaceOf();
      surface.draw(configOf(theme));
      const there = inkOf(Chart.getChart(canvas) as Chart);
      expect(there.length).to.be.greaterThan(4);
      surface.draw(configOf(rtl));
      const chart = Chart.getChart(canvas) as Chart;
      expect(said(inkOf(chart))).to.deep.equal(said(mirrored(there)));
      // And back, in place.
      surface.draw(configOf(theme));
      expect(Chart.getChart(canvas) === chart).to.equal(true);
      expect(said(inkOf(chart))).to.deep.equal(said(there));
    });

    it(`${name}: without its texts it is the mirror image, rounded ends and all`, () => {
      const [there, here] = [theme, rtl].map((given) => {
        const { surface, canvas } = surfaceOf();
        canvas.getContext('2d')!.fillText = () => undefined;
        surface.draw(configOf(given));
        return Chart.getChart(canvas) as Chart;
      }) as [Chart, Chart];
      expect(differences(there, here, true)).to.equal(0);
      expect(differences(there, here, false)).to.be.greaterThan(100);
    });

    it(`${name}: what is pointed at is at the far end of its bars`, () => {
      const places = [theme, rtl].map((given) => {
        const { surface } = surfaceOf();
        surface.draw(configOf(given));
        return [0, 1].map((at) => surface.point(at)?.x ?? Number.NaN);
      });
      expect(places[1]?.map((x) => Math.round(size.width - x))).to.deep.equal(places[0]?.map(Math.round));
    });
  }
});

const countries: Answer = ({ metric, breakdown = '' }, edge) => {
  if (edge === 'account') return { followers_count: 1000 };
  const rows: Record<string, [string, number][]> = {
    country: [
      ['DE', 300],
      ['AT', 150],
      ['CH', 5],
    ],
    'age,gender': [
      ['18-24|F', 120],
      ['18-24|M', 80],
      ['25-34|F', 30],
      ['25-34|M', 60],
    ],
  };
  return totals(metric, undefined, { dimensions: breakdown.split(','), rows: rows[breakdown] ?? [] });
};

interface Shown {
  readonly host: HTMLElement;
  readonly element: HTMLElementTagNameMap['insights-demographics-chart'];
  readonly chart: () => Chart;
}

async function show(breakdown: string, dir = 'rtl', width = 480): Promise<Shown> {
  const host = await fixture<HTMLElement>('<div></div>');
  host.dir = dir;
  host.style.width = `${width}px`;
  const element = make('insights-demographics-chart', {
    metric: 'follower_demographics',
    breakdown,
    client: clientOf(countries),
  });
  host.append(element);
  const canvas = (): HTMLCanvasElement | null | undefined => element.shadowRoot?.querySelector('canvas');
  await settled(element);
  await waitUntil(() => Chart.getChart(canvas() ?? ''), 'no chart is drawn', { interval: 5, timeout: 5000 });
  return { host, element, chart: () => Chart.getChart(canvas() as HTMLCanvasElement) as Chart };
}

/** Where the first row has ink of its name's colour, in CSS pixels. */
function nameInk({ ctx, canvas, scales: { y }, currentDevicePixelRatio: ratio }: Chart): number[] {
  const middle = Math.round((y?.getPixelForTick(0) ?? 0) * ratio);
  const reach = Math.round(6 * ratio);
  const { data } = ctx.getImageData(0, middle - reach, canvas.width, 2 * reach);
  const found = new Set<number>();
  for (let at = 0; at < data.length; at += 4) {
    const [red = 255, green = 255, blue = 255, alpha = 0] = data.slice(at, at + 4);
    if (alpha > 200 && Math.max(red, green, blue) < 90) found.add(((at / 4) % canvas.width) / ratio);
  }
  return [...found].sort((a, b) => a - b);
}

const barOf = (chart: Chart, dataset: number, row: number): { x: number; base: number } =>
  chart.getDatasetMeta(dataset).data[row]?.getProps(['x', 'base'], true) as unknown as { x: number; base: number };

describe('a chart of rows on a page that runs from right to left', () => {
  guard();
  afterEach(() => sendMouse({ type: 'move', position: [0, 0] }));

  it('has its names at the right edge, and bars that go to the left from there', async () => {
    const chart = (await show('country')).chart();
    const { x, base } = barOf(chart, 0, 0);
    expect(base).to.be.greaterThan(x + 100);
    expect(chart.scales.y?.left).to.be.greaterThan((2 / 3) * chart.width);
    const ink = nameInk(chart);
    expect(ink.at(-1)).to.be.within(chart.width - 6, chart.width);
    expect(ink.filter((at) => at > base).length).to.be.greaterThan(20);
  });

  it('has the first side of a pyramid under the first entry of its legend', async () => {
    for (const dir of ['rtl', 'ltr']) {
      const { element, chart } = await show('age,gender', dir);
      const entries = Array.from(element.shadowRoot?.querySelectorAll('.legend li') ?? [], (entry) =>
        entry.getBoundingClientRect(),
      );
      const [women, men] = [barOf(chart(), 0, 0), barOf(chart(), 1, 0)];
      expect(Math.sign(women.base - men.base), dir).to.equal(
        Math.sign((entries[0]?.left ?? 0) - (entries[1]?.left ?? 0)),
      );
      expect(Math.sign(women.x - women.base), dir).to.equal(dir === 'rtl' ? 1 : -1);
    }
  });

  it('follows a page that turns around', async () => {
    const { host, element, chart } = await show('country');
    const first = chart();
    for (const dir of ['ltr', 'rtl']) {
      host.dir = dir;
      await element.updateComplete;
      await waitUntil(() => chart().scales.y?.position === (dir === 'rtl' ? 'right' : 'left'));
      const { x, base } = barOf(chart(), 0, 0);
      expect(x < base, dir).to.equal(dir === 'rtl');
    }
    expect(chart() === first).to.equal(true);
  });

  for (const breakdown of ['country', 'age,gender'])
    for (const width of [320, 480])
      it(`${breakdown}, ${width} px: the tip is at the bar's end, and inside the element`, async () => {
        const { element, chart } = await show(breakdown, 'rtl', width);
        const plot = element.shadowRoot?.querySelector('.plot')?.getBoundingClientRect() as DOMRect;
        for (const row of [0, 1]) {
          const y = chart().scales.y?.getPixelForTick(row) ?? 0;
          await sendMouse({ type: 'move', position: [Math.round(plot.left + 40), Math.round(plot.top + y)] });
          await nextFrame();
          const tip = element.shadowRoot?.querySelector<HTMLElement>('.tip.shown') as HTMLElement;
          const [box, shown] = [element.getBoundingClientRect(), tip.getBoundingClientRect()];
          const end = Math.min(...[0, 1].flatMap((at) => barOf(chart(), at, row)?.x ?? []));
          expect(shown.left - plot.left).to.be.closeTo(Math.min(end + 12, plot.width - shown.width), 0.5);
          expect(shown.left).to.be.at.least(box.left);
          expect(shown.right).to.be.at.most(box.right);
          expect(shown.top).to.be.at.least(box.top);
          expect(shown.bottom).to.be.at.most(box.bottom);
        }
      });
});

needing('equal pixels').describe('names beside bars', () => {
  guard();

  const mixed = ['القاهرة (Cairo)', 'Vienna (Wien)', 'Posts, ads & more!', 'تل أبيب 2'];
  for (const given of [theme, rtl])
    for (const name of mixed)
      it(`${given.direction ?? 'ltr'}: ${name} is drawn as a paragraph of its own`, () => {
        const { surface, canvas } = surfaceOf();
        surface.draw(barsConfig([{ values: [name], label: name, people: 9, share: 0.5 }], given, formats));
        const chart = Chart.getChart(canvas) as Chart;
        const drawn = inkOf(chart).map(([what]) => what);
        const text = drawn.find((what) => what.includes(name)) ?? '';
        expect(pictureOf(text, given, 'ltr')).to.equal(pictureOf(text, given, 'rtl'));
        expect(pictureOf(text, given, 'ltr')).to.equal(pictureOf(name, given, /^[A-Z]/.test(name) ? 'ltr' : 'rtl'));
      });

  /** A text as a canvas of that direction draws it. */
  function pictureOf(text: string, { fontFamily }: ChartTheme, direction: 'ltr' | 'rtl'): string {
    const canvas = document.createElement('canvas');
    const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
    Object.assign(ctx, { font: `12px ${fontFamily}`, direction, textAlign: 'left' });
    ctx.fillText(text, 10, 20);
    return canvas.toDataURL();
  }
});
