import { expect, fixtureSync } from '@open-wc/testing';
import { Chart, type ChartConfiguration } from 'chart.js';
import { createSurface, divergingConfig, type Surface, trendConfig } from '../../src/chart/index.js';
import { namedDays, valueSteps } from '../../src/chart/value-axis.js';
import { formatsFor, type Trend, type TrendSeries } from '../../src/format/index.js';
import { addDays } from '../../src/spec/index.js';
import { theme } from './plain-theme.js';

const formats = formatsFor('en-GB');

const daysFrom = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => addDays(first, at));

const line = (values: readonly (number | null)[], more: Partial<TrendSeries> = {}): TrendSeries => ({
  key: 'reach',
  metric: 'reach',
  label: 'Reach',
  color: 1,
  values,
  before: undefined,
  moving: new Set(),
  ...more,
});

const trend = (...series: readonly TrendSeries[]): Trend => ({
  days: daysFrom('2024-05-06', series[0]?.values.length ?? 0),
  daysBefore: [],
  series,
  isFlow: false,
  isSingle: series.length === 1,
});

interface AxisOptions {
  readonly grid: { readonly display: boolean };
  readonly border: { readonly display: boolean };
  readonly ticks: { readonly font: { readonly size: number } };
}

const surfaces: Surface[] = [];
afterEach(() => {
  for (const surface of surfaces.splice(0)) surface.destroy();
});

function draw(config: ChartConfiguration, width = 500, height = 220): Chart {
  const box = fixtureSync<HTMLElement>('<div><canvas style="position: absolute"></canvas></div>');
  Object.assign(box.style, { position: 'relative', width: `${width}px`, height: `${height}px` });
  const canvas = box.firstElementChild as HTMLCanvasElement;
  const surface = createSurface(canvas);
  surfaces.push(surface);
  surface.draw(config);
  return Chart.getChart(canvas) as Chart;
}

const labelsOf = (chart: Chart, axis: 'x' | 'y'): string[] =>
  (chart.scales[axis]?.ticks ?? []).map(({ label }) => String(label));

const pixel = (chart: Chart, x: number, y: number): number[] => {
  const ratio = chart.currentDevicePixelRatio;
  return [...chart.ctx.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data];
};

describe('valueSteps', () => {
  const cases: readonly (readonly [number, number, readonly number[]])[] = [
    [0, 0, [0, 1]],
    [0, 1, [0, 1]],
    [0, 3, [0, 1, 2, 3]],
    [0, 7, [0, 2, 4, 6, 8]],
    [0, 100, [0, 25, 50, 75, 100]],
    [0, 2056, [0, 600, 1200, 1800, 2400]],
    [0, 41_200, [0, 15_000, 30_000, 45_000]],
    [-27, 31, [-30, -15, 0, 15, 30, 45]],
    [-5, 0, [-6, -4, -2, 0]],
    [-1, 1, [-1, 0, 1]],
    [-1, 2000, [-500, 0, 500, 1000, 1500, 2000]],
  ];
  for (const [least, most, expected] of cases) {
    it(`${least} to ${most}`, () => expect(valueSteps(least, most)).to.deep.equal(expected));
  }

  it('of any numbers: whole, evenly apart, around all of them, zero among them, and few', () => {
    for (let size = 1; size < 1e9; size = Math.ceil(size * 1.37)) {
      for (const [least, most] of [
        [0, size],
        [-size, 0],
        [-size, Math.floor(size / 3)],
        [-1, size],
      ] as const) {
        const lines = valueSteps(least, most);
        const gaps = new Set(lines.slice(1).map((value, at) => value - (lines[at] ?? 0)));
        expect(gaps.size, `${least} ${most}: ${lines}`).to.equal(1);
        expect(lines.every(Number.isInteger)).to.equal(true);
        expect(lines).to.include(0);
        expect(lines[0]).to.be.at.most(least);
        expect(lines.at(-1)).to.be.at.least(most);
        expect(lines.length).to.be.within(2, 6);
      }
    }
  });
});

describe('namedDays', () => {
  const cases: readonly (readonly [number, number, readonly number[]])[] = [
    [1, 300, [0]],
    [2, 300, [0, 1]],
    [7, 700, [0, 1, 2, 3, 4, 5, 6]],
    [7, 150, [0, 6]],
    [28, 700, [0, 9, 18, 27]],
    [31, 700, [0, 5, 10, 15, 20, 25, 30]],
    [90, 700, [14, 29, 44, 59, 74, 89]],
    [14, 520, [1, 4, 7, 10, 13]],
    [28, 130, [0, 27]],
    [28, 30, [27]],
  ];
  for (const [count, width, expected] of cases) {
    it(`of ${count} days on ${width} px`, () => expect(namedDays(count, width, 40)).to.deep.equal(expected));
  }
});

describe('trendConfig', () => {
  it('is a straight line over every day, broken where there is no number', () => {
    const config = trendConfig(trend(line([1, null, 3, 4])), theme, formats);
    expect(config.data.labels).to.deep.equal(['2024-05-06', '2024-05-07', '2024-05-08', '2024-05-09']);
    const [dataset] = config.data.datasets;
    expect(dataset?.data).to.deep.equal([1, null, 3, 4]);
    expect(dataset).to.deep.include({ tension: 0, spanGaps: false, fill: false, borderWidth: 2, stepped: false });
    expect(dataset?.borderColor).to.equal(theme.series[0]);
  });

  it('shows a day whose neighbours are not known as a dot, and no other', () => {
    const config = trendConfig(trend(line([5, null, 3, null, 4, 4])), theme, formats);
    expect(config.data.datasets[0]?.pointRadius).to.deep.equal([3, 0, 3, 0, 0, 0]);
  });

  it('a single day is a dot in the middle', () => {
    const chart = draw(trendConfig(trend(line([5])), theme, formats));
    const { x = 0, y = 0 } = chart.getDatasetMeta(0).data[0] ?? {};
    expect(x).to.be.closeTo((chart.chartArea.left + chart.chartArea.right) / 2, 1);
    expect(pixel(chart, x, y)).to.deep.equal([0, 0, 200, 255]);
    expect(labelsOf(chart, 'x')).to.deep.equal(['6 May']);
  });

  it('names days and numbers in their own direction: a plot runs from left to right', () => {
    const chart = draw(trendConfig(trend(line([5, 2400])), theme, formatsFor('ar')));
    expect(labelsOf(chart, 'x')[0]).to.equal('\u20686 مايو\u2069');
    expect(labelsOf(chart, 'y').at(-1)).to.match(/^\u2068[\d.]+\sألف\u2069$/);
  });

  it('dashes what leads to a day that still moves, and nothing else', () => {
    const days = daysFrom('2024-05-06', 4);
    const config = trendConfig(trend(line([1, 2, 3, 4], { moving: new Set(days.slice(2)) })), theme, formats);
    const dash = (config.data.datasets[0]?.segment as { borderDash: unknown } | undefined)?.borderDash as (at: {
      p1DataIndex: number;
    }) => unknown;
    expect([1, 2, 3].map((p1DataIndex) => dash({ p1DataIndex }))).to.deep.equal([undefined, [4, 4], [4, 4]]);
  });

  it('draws the window before behind, thinner and grey; of several metrics in a shade of each', () => {
    const single = trendConfig(trend(line([1, 2], { before: [3, 4] })), theme, formats).data.datasets;
    expect(single.map(({ data }) => data)).to.deep.equal([
      [1, 2],
      [3, 4],
    ]);
    expect(single[1]?.borderWidth).to.equal(1.5);
    expect(single[1]?.borderColor).to.contain(theme.muted);
    const several = trendConfig(
      trend(line([1, 2], { before: [3, 4] }), line([5, 6], { key: 'likes', color: 2, before: [7, 8] })),
      theme,
      formats,
    ).data.datasets;
    expect(several.map(({ data }) => data[0])).to.deep.equal([1, 5, 3, 7]);
    expect(several[3]?.borderColor).to.contain(theme.series[1]);
  });

  it('a hidden series is gone with its days before, the others keep their colours, and the axis fits them', () => {
    const config = trendConfig(
      trend(line([100, 200], { before: [900, 900] }), line([5, 6], { key: 'likes', color: 2 })),
      theme,
      formats,
      new Set(['reach']),
    );
    expect(config.data.datasets.map(({ borderColor }) => borderColor)).to.deep.equal([theme.series[1]]);
    expect(config.options?.scales?.y?.max).to.equal(6);
  });

  it('fits the window before too, begins at zero, and has an axis of nothing but zeros', () => {
    const axis = (...lines: readonly TrendSeries[]): unknown[] => {
      const { min, max } = trendConfig(trend(...lines), theme, formats).options?.scales?.y ?? {};
      return [min, max];
    };
    expect(axis(line([10, 20], { before: [70, 80] }))).to.deep.equal([0, 80]);
    expect(axis(line([1000, 1001]))).to.deep.equal([0, 1200]);
    expect(axis(line([0, 0]))).to.deep.equal([0, 1]);
    expect(axis(line([null, null]))).to.deep.equal([0, 1]);
  });

  it('drawn: first and last day are named, inside the plot, and no two names touch', () => {
    for (const width of [190, 260, 420, 900]) {
      const chart = draw(trendConfig(trend(line(Array.from({ length: 28 }, (_, at) => at))), theme, formats), width);
      const names = labelsOf(chart, 'x');
      expect([names[0], names.at(-1)], `${width}`).to.deep.equal(['6 May', '2 Jun']);
      const items = (
        chart.scales.x as unknown as {
          getLabelItems(): { options: { translation: number[]; textAlign: string }; label: string }[];
        }
      ).getLabelItems();
      chart.ctx.font = `11px ${theme.fontFamily}`;
      const boxes = items.map(({ label, options: { translation, textAlign } }) => {
        const { width: size } = chart.ctx.measureText(label);
        const [x = 0] = translation;
        const left = textAlign === 'left' ? x : textAlign === 'right' ? x - size : x - size / 2;
        return [left, left + size] as const;
      });
      expect(boxes[0]?.[0]).to.be.closeTo(chart.chartArea.left, 1);
      expect(boxes.at(-1)?.[1]).to.be.closeTo(chart.chartArea.right, 1);
      for (const [at, [left]] of boxes.entries()) {
        if (at > 0) expect(left).to.be.greaterThan((boxes[at - 1]?.[1] ?? 0) + 4);
      }
    }
  });

  it('drawn: lines at 0, 600, 1,200, 1,800 and 2,400, short, in 11 px, with no line of days', () => {
    const chart = draw(trendConfig(trend(line([900, 2056])), theme, formats));
    expect(labelsOf(chart, 'y').map((text) => text.toUpperCase())).to.deep.equal(['0', '600', '1.2K', '1.8K', '2.4K']);
    const { x, y } = (chart.options.scales ?? {}) as Record<string, AxisOptions | undefined>;
    expect([x?.grid.display, y?.grid.display, y?.border.display]).to.deep.equal([false, true, false]);
    expect([x?.ticks.font.size, y?.ticks.font.size]).to.deep.equal([11, 11]);
  });

  it('drawn: the ground is filled under the settled days of the only line, and not under gaps', () => {
    const days = daysFrom('2024-05-06', 7);
    const values = [50, 50, null, 50, 50, 50, 50];
    const moving = new Set(days.slice(5));
    const under = (...lines: readonly TrendSeries[]): boolean[] => {
      const chart = draw(trendConfig(trend(...lines), theme, formats));
      const x = chart.scales.x;
      const low = chart.chartArea.bottom - 12;
      return [0.5, 1.5, 2.5, 3.5, 5.5].map((at) => {
        const [left = 0, right = 0] = [Math.floor(at), Math.ceil(at)].map((day) => x?.getPixelForValue(day) ?? 0);
        return (pixel(chart, (left + right) / 2, low)[3] ?? 0) > 0;
      });
    };
    expect(under(line(values, { moving }))).to.deep.equal([true, false, false, true, false]);
    expect(under(line(values), line(values, { key: 'likes' }))).to.deep.equal(Array.from({ length: 5 }, () => false));
  });

  it('drawn: no dot until a day is pointed at, then one with a ring', () => {
    const config = trendConfig(trend(line([10, 10, 10])), theme, formats);
    const chart = draw(config);
    const { x = 0, y = 0 } = chart.getDatasetMeta(0).data[1] ?? {};
    expect(pixel(chart, x, y + 3)[3]).to.be.below(60);
    surfaces[0]?.point(1);
    expect(pixel(chart, x, y + 1)).to.deep.equal([0, 0, 200, 255]);
    expect(Math.min(...pixel(chart, x, y + 4))).to.be.above(240);
  });
});

describe('divergingConfig', () => {
  const flow: Trend = {
    ...trend(
      line([12, 0, null, 5], { key: 'gained', label: 'Gained' }),
      line([4, 30, null, 5], { key: 'lost', label: 'Lost', color: 2, moving: new Set(['2024-05-09']) }),
    ),
    isFlow: true,
    isSingle: false,
  };

  it('is columns up for what came and down for what went; nobody and nothing are no column', () => {
    const config = divergingConfig(flow, theme, formats);
    expect(config.type).to.equal('bar');
    expect(config.data.datasets.map(({ data }) => data)).to.deep.equal([
      [12, null, null, 5],
      [-4, -30, null, -5],
    ]);
    expect(config.options?.scales?.y).to.deep.include({ min: -30, max: 20 });
  });

  it('drawn: both columns of a day stand in one place, to both sides of zero', () => {
    const chart = draw(divergingConfig(flow, theme, formats));
    const [up, down] = [0, 1].map(
      (dataset) =>
        chart.getDatasetMeta(dataset).data[0] as unknown as { x: number; y: number; base: number; width: number },
    );
    const zero = chart.scales.y?.getPixelForValue(0) ?? 0;
    expect(up?.x).to.equal(down?.x);
    expect(up?.width).to.be.within(4, 24);
    expect([up?.y ?? 0, zero, down?.y ?? 0]).to.deep.equal([up?.y ?? 0, zero, down?.y ?? 0].sort((a, b) => a - b));
    expect(pixel(chart, up?.x ?? 0, zero - 10)).to.deep.equal([0, 0, 200, 255]);
    expect(pixel(chart, up?.x ?? 0, zero + 6)).to.deep.equal([200, 100, 0, 255]);
    expect(labelsOf(chart, 'y')).to.deep.equal(['−30', '−20', '−10', '0', '10', '20']);
  });

  it('a day that still moves is lighter', () => {
    const [up, down] = divergingConfig(flow, theme, formats).data.datasets.map(
      ({ backgroundColor }) => backgroundColor as string[],
    );
    expect(new Set(up)).to.deep.equal(new Set([theme.series[0]]));
    expect(down?.map((color) => color === theme.series[1])).to.deep.equal([true, true, true, false]);
  });

  it('without one side the other has all the room', () => {
    const config = divergingConfig(flow, theme, formats, new Set(['lost']));
    expect(config.data.datasets.map(({ label }) => label)).to.deep.equal(['Gained']);
    expect(config.options?.scales?.y).to.deep.include({ min: 0, max: 12 });
    expect(divergingConfig(flow, theme, formats, new Set(['gained'])).options?.scales?.y).to.deep.include({ max: 0 });
  });
});
