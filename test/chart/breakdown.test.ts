import { expect, fixtureSync } from '@open-wc/testing';
import { Chart, type ChartConfiguration } from 'chart.js';
import {
  createSurface,
  doughnutConfig,
  gainedAndLostConfig,
  rowsConfig,
  type Surface,
  stacksConfig,
} from '../../src/chart/index.js';
import { type BreakdownItem, type BreakdownMatrix, formatsFor } from '../../src/format/index.js';
import { rtl, theme } from './plain-theme.js';

const formats = formatsFor('en');

const item = (label: string, value: number, share?: number, before?: number): BreakdownItem => ({
  values: [label],
  label,
  value,
  share,
  before,
});
const items = [item('Reels', 500, 0.5), item('Posts', 400, 0.4), item('Stories', 0, 0)];

const matrix: BreakdownMatrix = {
  isStacked: true,
  columns: [
    { value: 'FOLLOWER', label: 'Followers' },
    { value: 'NON_FOLLOWER', label: 'Not followers' },
    { value: 'UNKNOWN', label: 'Unknown' },
  ],
  rows: [
    { value: 'REEL', label: 'Reels', cells: [100, 300, 0], earlier: [], before: 500 },
    { value: 'POST', label: 'Posts', cells: [50, 0, undefined], earlier: [], before: undefined },
  ],
};

type AnyConfig = ChartConfiguration<'bar'> | ChartConfiguration<'doughnut'>;

/** The options of one axis, whichever its type. */
const axis = ({ options }: ChartConfiguration<'bar'>, id: string): Record<string, unknown> => ({
  ...options?.scales?.[id],
});
const pluginOptions = ({ options }: AnyConfig, id: string): Record<string, unknown> => ({
  ...(options?.plugins as Record<string, object> | undefined)?.[id],
});

const surfaces: Surface[] = [];
afterEach(() => {
  for (const surface of surfaces.splice(0)) surface.destroy();
  expect(Object.keys(Chart.instances)).to.deep.equal([]);
});

function draw(config: AnyConfig, width = 400, height = 200): Chart {
  const box = fixtureSync<HTMLElement>('<div><canvas style="position: absolute"></canvas></div>');
  Object.assign(box.style, { position: 'relative', width: `${width}px`, height: `${height}px` });
  const canvas = box.firstElementChild as HTMLCanvasElement;
  const surface = createSurface(canvas);
  surfaces.push(surface);
  surface.draw(config);
  return Chart.getChart(canvas) as Chart;
}

interface Bar {
  readonly x: number;
  readonly base: number;
  readonly y: number;
  readonly height: number;
}
const barsOf = (chart: Chart, dataset = 0): Bar[] =>
  chart.getDatasetMeta(dataset).data.map((bar) => bar.getProps(['x', 'base', 'y', 'height'], true) as unknown as Bar);

/** The colour of one pixel of a canvas, in CSS pixels. */
function colorAt({ ctx, currentDevicePixelRatio: ratio }: Chart, x: number, y: number): string {
  const [red, green, blue] = ctx.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** The texts that a chart writes over its data, and where, when it is drawn once more. */
function textsOf(chart: Chart): { text: string; x: number; y: number }[] {
  const texts: { text: string; x: number; y: number }[] = [];
  const real = chart.ctx.fillText.bind(chart.ctx);
  chart.ctx.fillText = (text, x, y) => {
    texts.push({ text, x, y });
    real(text, x, y);
  };
  chart.draw();
  chart.ctx.fillText = real;
  return texts;
}

describe('rowsConfig', () => {
  it('is a bar for each row, with its number and, where there are shares, a column of them', () => {
    const config = rowsConfig(items, theme, formats);
    expect(config.data.datasets[0]?.data).to.deep.equal([500, 400, null]);
    expect(axis(config, 'y').labels).to.deep.equal(['Reels', 'Posts', 'Stories']);
    expect(axis(config, 'numbers').labels).to.deep.equal(['500', '400', '0']);
    expect(axis(config, 'shares').labels).to.deep.equal(['50%', '40%', '0%']);
  });

  it('without shares has no column of them, and none is left of a drawing that had', () => {
    const config = rowsConfig([item('Reels', 500), item('Posts', 400)], theme, formats);
    expect(Object.keys(config.options?.scales ?? {})).to.deep.equal(['x', 'y', 'numbers']);
    const chart = draw(rowsConfig(items, theme, formats));
    surfaces[0]?.draw(config);
    expect(Object.keys(chart.scales).sort()).to.deep.equal(['numbers', 'x', 'y']);
  });

  it('drawn: bars are 14 px thick at most and in proportion; nothing is no bar', () => {
    const bars = barsOf(draw(rowsConfig(items, theme, formats)));
    expect(bars[0]?.height).to.be.closeTo(14, 0.01);
    const lengths = bars.map(({ x, base }) => x - base);
    expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).to.be.closeTo(0.8, 0.01);
    expect(lengths[2]).to.equal(0);
  });

  it('where rows begin at the right, has its columns at the left and its marks where the axis has them', () => {
    const config = rowsConfig([item('Reels', 500, 0.5, 800), item('Posts', 400, 0.4)], rtl, formats);
    expect(['y', 'numbers', 'shares'].map((id) => axis(config, id).position)).to.deep.equal(['right', 'left', 'left']);
    const chart = draw(config);
    const [first] = barsOf(chart);
    const at = chart.scales.x?.getPixelForValue(800) ?? 0;
    expect(at).to.be.lessThan((first?.x ?? 0) - 20);
    expect(colorAt(chart, at, (first?.y ?? 0) - 9)).to.equal(theme.muted);
    expect(chart.scales.shares?.right).to.be.at.most(chart.scales.numbers?.left ?? Number.NaN);
  });

  it('drawn: a thin mark where the window before stood, which the axis has room for; none where that is not known', () => {
    const config = rowsConfig([item('Reels', 500, undefined, 800), item('Posts', 400)], theme, formats);
    expect(axis(config, 'x').max).to.equal(800);
    expect(pluginOptions(config, 'insights-earlier').values).to.deep.equal([800, null]);
    const chart = draw(config);
    const [first, second] = barsOf(chart);
    const at = chart.scales.x?.getPixelForValue(800) ?? 0;
    expect(at).to.be.greaterThan((first?.x ?? 0) + 20);
    expect(colorAt(chart, at, (first?.y ?? 0) - 9)).to.equal(theme.muted);
    expect(colorAt(chart, at, second?.y ?? 0)).to.equal('rgb(0, 0, 0)');
  });
});

describe('stacksConfig', () => {
  const config = stacksConfig(matrix, theme, formats);

  it('stacks columns in the colours of their places, and says the sum of each row', () => {
    expect(config.data.datasets.map(({ label, data }) => [label, data])).to.deep.equal([
      ['Followers', [100, 50]],
      ['Not followers', [300, null]],
      ['Unknown', [null, null]],
    ]);
    expect(config.data.datasets.map(({ backgroundColor }) => backgroundColor)).to.deep.equal(theme.series);
    // Of the second row one number is not known, and with it no sum.
    expect(axis(config, 'numbers').labels).to.deep.equal(['400', '']);
    expect(axis(config, 'x')).to.deep.include({ stacked: true, max: 500 });
  });

  it('without a hidden column: the others keep their colours, and the rows are what is shown', () => {
    const less = stacksConfig(matrix, theme, formats, new Set(['FOLLOWER']));
    expect(less.data.datasets.map(({ backgroundColor }) => backgroundColor)).to.deep.equal(theme.series.slice(1));
    expect(axis(less, 'numbers').labels).to.deep.equal(['300', '']);
    const known = stacksConfig(matrix, theme, formats, new Set(['UNKNOWN']));
    expect(axis(known, 'numbers').labels).to.deep.equal(['400', '50']);
    // The marks are of all columns.
    expect(pluginOptions(less, 'insights-earlier').values).to.deep.equal([]);
    expect(axis(less, 'x').max).to.equal(300);
  });

  it('has no mark of the window before on a row whose own sum is not known', () => {
    const rows = matrix.rows.map((row) => ({ ...row, before: 500 }));
    const marked = stacksConfig({ ...matrix, rows }, theme, formats);
    expect(pluginOptions(marked, 'insights-earlier').values).to.deep.equal([500, null]);
  });

  it('drawn: one bar per row, its parts end to end, only its end round', () => {
    const chart = draw(config);
    const [followers, others] = [barsOf(chart, 0), barsOf(chart, 1)];
    expect(others[0]?.base).to.be.closeTo(followers[0]?.x ?? 0, 0.5);
    expect(others[0]?.y).to.equal(followers[0]?.y);
    const radii = config.data.datasets.map(({ borderRadius }) =>
      (borderRadius as { topRight: number }[]).map(({ topRight }) => topRight),
    );
    expect(radii).to.deep.equal([
      [0, 3],
      [3, 0],
      [0, 0],
    ]);
  });

  it('where rows begin at the right, parts follow each other to the left, the last one round there', () => {
    const mirrored = stacksConfig(matrix, rtl, formats);
    expect(['y', 'numbers'].map((id) => axis(mirrored, id).position)).to.deep.equal(['right', 'left']);
    expect(axis(mirrored, 'x')).to.deep.include({ reverse: true, stacked: true, max: 500 });
    const [followers] = mirrored.data.datasets;
    expect((followers?.borderRadius as unknown[] | undefined)?.[1]).to.deep.equal({
      topLeft: 3,
      bottomLeft: 3,
      topRight: 0,
      bottomRight: 0,
    });
    expect(followers?.borderWidth).to.deep.equal([{ top: 0, bottom: 0, left: 2, right: 0 }, 0]);
    const chart = draw(mirrored);
    expect(barsOf(chart, 1)[0]?.base).to.be.closeTo(barsOf(chart, 0)[0]?.x ?? 0, 0.5);
    expect(barsOf(chart, 1)[0]?.x).to.be.lessThan(barsOf(chart, 0)[0]?.x ?? 0);
  });

  it('side by side where columns do not add up: no sum anywhere, each bar with its own number', () => {
    const grouped = stacksConfig({ ...matrix, isStacked: false }, theme, formats);
    expect(Object.keys(grouped.options?.scales ?? {})).to.deep.equal(['x', 'y']);
    expect(axis(grouped, 'x')).to.deep.include({ stacked: false, max: 300 });
    const chart = draw(grouped, 400, 120);
    const bars = [0, 1, 2].map((at) => barsOf(chart, at));
    const tops = bars.map(([bar]) => bar?.y ?? 0);
    expect(tops).to.deep.equal([...new Set(tops)].sort((a, b) => a - b));
    expect(bars.map(([bar]) => bar?.base)).to.deep.equal([bars[0]?.[0]?.base, bars[0]?.[0]?.base, bars[0]?.[0]?.base]);
    const texts = textsOf(chart).map(({ text }) => text);
    // What was not reported has no number, not a zero.
    expect(texts.filter((text) => /\d/.test(text))).to.deep.equal(['100', '50', '300', '0', '0']);
    const widest = textsOf(chart).find(({ text }) => text === '300');
    chart.ctx.font = `400 11px ${theme.fontFamily}`;
    expect((widest?.x ?? 0) + chart.ctx.measureText('300').width).to.be.at.most(400);
  });

  it('side by side where there is no room for numbers leaves them out', () => {
    const chart = draw(stacksConfig({ ...matrix, isStacked: false }, theme, formats), 400, 50);
    expect(textsOf(chart).filter(({ text }) => /\d/.test(text))).to.deep.equal([]);
  });
});

describe('gainedAndLostConfig', () => {
  const gained = { label: 'Gained', value: 612, text: '+612' };
  const lost = { label: 'Lost', value: 287, text: '−287' };

  for (const [width, height] of [
    [208, 100],
    [400, 180],
    [760, 300],
  ] as const) {
    it(`${width} × ${height}: two bars leave one line in opposite directions, numbers at their ends inside the canvas`, () => {
      const chart = draw(gainedAndLostConfig(gained, lost, theme), width, height);
      const [right, left] = barsOf(chart) as [Bar, Bar];
      expect(right.base).to.be.closeTo(left.base, 0.5);
      expect(right.x - right.base).to.be.greaterThan(20);
      expect((left.base - left.x) / (right.x - right.base)).to.be.closeTo(287 / 612, 0.03);
      expect(right.height).to.be.at.most(28);
      // Together, in the middle of the height.
      expect((right.y + left.y) / 2).to.be.closeTo(height / 2, 1);
      expect(left.y - right.y).to.be.at.most(56.5);
      const texts = textsOf(chart);
      const place = (text: string): number => texts.find((found) => found.text === text)?.x ?? Number.NaN;
      expect(place('+612')).to.be.greaterThan(right.x);
      expect(place('−287')).to.be.lessThan(left.x);
      expect(place('Gained')).to.be.lessThan(right.base);
      expect(place('Lost')).to.be.greaterThan(left.base);
      chart.ctx.font = `600 13px ${theme.fontFamily}`;
      expect(place('+612') + chart.ctx.measureText('+612').width).to.be.at.most(width);
      expect(place('−287') - chart.ctx.measureText('−287').width).to.be.at.least(0);
    });
  }

  for (const [given, expected] of [
    [theme, ['Right', 'Left']],
    [rtl, ['Left', 'Right']],
  ] as const)
    it(`${given.direction ?? 'ltr'}: each bar is round where it ends, away from the line`, () => {
      const radii = gainedAndLostConfig(gained, lost, given).data.datasets[0]?.borderRadius as Record<string, number>[];
      const round = radii.map((corners) => Object.keys(corners).filter((corner) => (corners[corner] ?? 0) > 0));
      expect(round.map((corners) => corners.toSorted())).to.deep.equal(
        expected.map((side) => [`bottom${side}`, `top${side}`]),
      );
    });

  it('a side that was not reported has no bar, and says so where its bar would be', () => {
    const chart = draw(gainedAndLostConfig(gained, { ...lost, value: undefined, text: 'not reported' }, theme));
    const [right, left] = barsOf(chart) as [Bar, Bar];
    expect(left.x).to.equal(left.base);
    expect(textsOf(chart).find(({ text }) => text === 'not reported')?.x).to.be.lessThan(right.base);
  });

  it('nobody gained, nobody lost: no bar, two numbers', () => {
    const none = { value: 0, text: '0' };
    const chart = draw(gainedAndLostConfig({ ...gained, ...none }, { ...lost, ...none }, theme));
    expect(barsOf(chart).map(({ x, base }) => x - base)).to.deep.equal([0, 0]);
    expect(textsOf(chart).filter(({ text }) => text === '0')).to.have.length(2);
  });
});

describe('doughnutConfig', () => {
  const segments = [
    { label: 'Reels', value: 60, series: 1 },
    { label: 'Posts', value: 30, series: 2 },
    { label: 'Others (3)', value: 10, series: 0 },
  ];
  const whole = { segments, open: 0, total: '100', label: 'Likes' };

  it('has a part per segment, in the colours of its series, and the total in the middle', () => {
    const config = doughnutConfig(whole, theme);
    const [dataset] = config.data.datasets;
    expect(dataset?.data).to.deep.equal([60, 30, 10]);
    expect(dataset?.backgroundColor).to.deep.equal([theme.series[0], theme.series[1], theme.muted]);
    expect(dataset?.borderWidth).to.equal(2);
    expect(config.options?.cutout).to.equal('68%');
    const chart = draw(config, 300, 200);
    expect(textsOf(chart).map(({ text, x }) => [text, x])).to.deep.equal([
      ['100', 150],
      ['Likes', 150],
    ]);
  });

  it('leaves open what is in no segment: it is no spot', () => {
    const config = doughnutConfig({ ...whole, open: 25 }, theme);
    expect(config.data.datasets[0]?.data).to.deep.equal([60, 30, 10, 25]);
    expect(config.data.labels).to.have.length(3);
    expect(config.data.datasets[0]?.backgroundColor).to.have.property('3', theme.grid);
  });

  it('of one segment is a ring without a gap', () => {
    const config = doughnutConfig({ ...whole, segments: segments.slice(0, 1) }, theme);
    expect(config.data.datasets[0]?.borderWidth).to.equal(0);
    const chart = draw(config, 200, 200);
    expect(colorAt(chart, 100, 16)).to.equal(theme.series[0]);
  });

  it('is pointed at only where it is', () => {
    draw(doughnutConfig(whole, theme), 200, 200);
    const [surface] = surfaces as [Surface];
    expect(surface.pick(100, 100)).to.equal(undefined);
    expect(surface.pick(2, 2)).to.equal(undefined);
    expect([surface.pick(110, 15), surface.pick(90, 15)]).to.deep.equal([0, 2]);
    const spot = surface.point(1);
    expect(spot?.x).to.be.lessThan(100);
  });

  for (const [total, width] of [
    ['1,234,567,890', 200],
    ['1,234,567,890', 110],
    ['7', 60],
  ] as const)
    it(`${total} stands inside a ring of ${width} px, or nowhere`, () => {
      const chart = draw(doughnutConfig({ ...whole, total, label: 'Contact button taps' }, theme), width, width);
      const fonts: string[] = [];
      const real = chart.ctx.fillText.bind(chart.ctx);
      chart.ctx.fillText = (text: string, ...at: [number, number]) => {
        fonts.push(`${chart.ctx.measureText(text).width}`);
        real(text, ...at);
      };
      chart.draw();
      for (const size of fonts) expect(Number(size)).to.be.at.most((width - 16) * 0.68);
    });
});

describe('the mark of what is pointed at', () => {
  it('lies behind the names and numbers of a row', () => {
    const chart = draw(rowsConfig(items, theme, formats));
    const before = darkest(chart);
    surfaces[0]?.point(0);
    expect(before).to.be.lessThan(100);
    expect(darkest(chart)).to.be.lessThan(100);
  });

  /** How dark the darkest pixel of the first row's name is. */
  function darkest({ ctx, scales: { y }, currentDevicePixelRatio: ratio }: Chart): number {
    const { data } = ctx.getImageData(0, 0, Math.round((y?.width ?? 0) * ratio), Math.round(40 * ratio));
    let least = 255;
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at + 3] ?? 0) > 200) least = Math.min(least, data[at] ?? 255);
    }
    return least;
  }
});
