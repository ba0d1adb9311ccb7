import { expect, fixtureSync } from '@open-wc/testing';
import { Chart, type ChartConfiguration, type Scale } from 'chart.js';
import { barsConfig, createSurface, pyramidConfig, readTheme, type Surface } from '../../src/chart/index.js';
import { formatsFor, type PeopleRow, type Pyramid } from '../../src/format/index.js';
import { rtl, theme } from './plain-theme.js';

const formats = formatsFor('en');

const row = (label: string, people: number, share: number): PeopleRow => ({ values: [label], label, people, share });
const rows = [row('Vienna', 3120, 0.52), row('Graz', 600, 0.1), row('Linz', 30, 0.005)];

const pyramid: Pyramid = {
  ages: ['18–24', '25–34', '35–44'],
  sides: [
    { gender: 'F', label: 'Women', people: [100, 300, 0], total: 400 },
    { gender: 'M', label: 'Men', people: [50, 200, 10], total: 260 },
  ],
  ageValues: ['18-24', '25-34', '35-44'],
  unspecified: { gender: 'U', label: 'Not specified', people: [300, 30, 0], total: 330 },
  other: 10,
  listed: 1000,
};

/** The options of one axis, whichever its type. */
const axis = ({ options }: ChartConfiguration<'bar'>, id: string): Record<string, unknown> => ({
  ...options?.scales?.[id],
});

const surfaces: Surface[] = [];
afterEach(() => {
  for (const surface of surfaces.splice(0)) surface.destroy();
  expect(Object.keys(Chart.instances)).to.deep.equal([]);
});

function draw(config: ChartConfiguration<'bar'>, width = 400, height = 200): Chart {
  const box = fixtureSync<HTMLElement>('<div><canvas style="position: absolute"></canvas></div>');
  Object.assign(box.style, { position: 'relative', width: `${width}px`, height: `${height}px` });
  const canvas = box.firstElementChild as HTMLCanvasElement;
  const surface = createSurface(canvas);
  surfaces.push(surface);
  surface.draw(config);
  return Chart.getChart(canvas) as Chart;
}

/** What stands in a column, without the marks that keep each text to itself. */
const ticksOf = (scale: Scale | undefined): string[] =>
  (scale?.ticks ?? []).map(({ label }) => /^\u2068(.*)\u2069$/u.exec(String(label))?.[1] ?? `not isolated: ${label}`);

describe('barsConfig', () => {
  const config = barsConfig(rows, theme, formats);

  it('is a horizontal bar for each row, in the order given, from nothing to the longest', () => {
    expect(config.type).to.equal('bar');
    expect(config.options?.indexAxis).to.equal('y');
    expect(config.data.labels).to.deep.equal(['Vienna', 'Graz', 'Linz']);
    expect(config.data.datasets.map(({ data }) => data)).to.deep.equal([[3120, 600, 30]]);
    expect(axis(config, 'x')).to.deep.include({ type: 'linear', min: 0, max: 3120, display: false, reverse: false });
  });

  it('has the name before each bar, the count and the share behind it', () => {
    expect(axis(config, 'y')).to.deep.include({ position: 'left', labels: ['Vienna', 'Graz', 'Linz'] });
    expect(axis(config, 'counts')).to.deep.include({ position: 'right', labels: ['3,120', '600', '30'] });
    expect(axis(config, 'shares')).to.deep.include({ position: 'right', labels: ['52%', '10%', '<\u20091%'] });
  });

  it('where rows begin at the right, has the names there, and bars that go to the left and end round', () => {
    const mirrored = barsConfig(rows, rtl, formats);
    expect(['y', 'counts', 'shares'].map((id) => axis(mirrored, id).position)).to.deep.equal(['right', 'left', 'left']);
    expect(axis(mirrored, 'x')).to.deep.include({ min: 0, max: 3120, reverse: true });
    expect(mirrored.data.datasets[0]?.borderRadius).to.deep.equal({
      topLeft: 3,
      bottomLeft: 3,
      topRight: 0,
      bottomRight: 0,
    });
    expect(barsConfig(rows, { ...theme, direction: 'ltr' }, formats).options?.scales?.x).to.deep.equal(
      config.options?.scales?.x,
    );
  });

  it('takes its colours and its font from the theme', () => {
    expect(config.data.datasets[0]?.backgroundColor).to.equal(theme.series[0]);
    const colors = ['y', 'counts', 'shares'].map((id) => (axis(config, id).ticks as { color: string }).color);
    expect(colors).to.deep.equal([theme.text, theme.text, theme.muted]);
    expect(config.options?.font).to.deep.include({ family: theme.fontFamily });
    expect(barsConfig(rows, { ...theme, series: [] }, formats).data.datasets[0]?.backgroundColor).to.equal(theme.text);
  });

  it('neither moves, nor resizes itself, nor listens, nor speaks', () => {
    expect(config.options).to.deep.include({ responsive: false, animation: false, events: [] });
    expect(config.plugins ?? []).to.deep.equal([]);
  });

  it('says 0% of nobody alone', () => {
    const few = [row('Vienna', 9999, 0.9999), row('Graz', 1, 0.0001), row('Linz', 0, 0)];
    const { labels } = axis(barsConfig(few, theme, formats), 'shares');
    expect(labels).to.deep.equal(['100%', '<\u20091%', '0%']);
  });

  it('of numbers that are all nothing has a length axis all the same', () => {
    expect(axis(barsConfig([row('Vienna', 0, 0)], theme, formats), 'x')).to.deep.include({ min: 0, max: 1 });
  });

  it('drawn: lengths are in proportion, texts stand beside the bars', () => {
    const chart = draw(config);
    const bars = chart
      .getDatasetMeta(0)
      .data.map((bar) => bar.getProps(['x', 'base', 'y'], true) as unknown as { x: number; base: number; y: number });
    const lengths = bars.map(({ x, base }) => x - base);
    expect(lengths[0]).to.be.greaterThan(150);
    expect((lengths[1] ?? 0) / (lengths[0] ?? 1)).to.be.closeTo(600 / 3120, 0.01);
    expect(lengths[2]).to.be.at.least(2);
    expect(bars.map(({ y }) => y)).to.deep.equal([...bars.map(({ y }) => y)].sort((a, b) => a - b));
    const { y, counts, shares } = chart.scales;
    expect(y?.right).to.be.at.most(bars[0]?.base ?? Number.NaN);
    expect(counts?.left).to.be.at.least(bars[0]?.x ?? Number.NaN);
    expect(shares?.left).to.be.at.least(counts?.right ?? Number.NaN);
    expect(shares?.right).to.be.at.most(400);
  });

  it('drawn: a long name is cut, so that the bars keep most of the room', () => {
    const names = ['Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, Wales', 'Wien, Vienna', 'A'];
    const chart = draw(
      barsConfig(
        names.map((name) => row(name, 10, 0.3)),
        theme,
        formats,
      ),
    );
    const [long, ...short] = ticksOf(chart.scales.y);
    expect(long).to.match(/^Llanfair\S*…$/);
    expect(short).to.deep.equal(['Wien, Vienna', 'A']);
    expect(chart.scales.y?.width).to.be.at.most(0.4 * 400 + 8);
    expect(chart.chartArea.width).to.be.greaterThan(150);
    // The names themselves are whole: the table and the host's tools read them.
    expect(chart.data.labels).to.deep.equal(names);
  });

  it('drawn: an emoji is not cut in two', () => {
    const chart = draw(barsConfig([row('👩‍🚀'.repeat(40), 1, 1)], theme, formats));
    expect(ticksOf(chart.scales.y)[0]).to.match(/^(👩‍🚀)+…$/u);
  });
});

describe('pyramidConfig', () => {
  const config = pyramidConfig(pyramid, theme, formats);

  it('has two sides of one scale, mirrored', () => {
    expect(config.data.labels).to.deep.equal(['18–24', '25–34', '35–44']);
    expect(config.data.datasets.map(({ label, data }) => [label, data])).to.deep.equal([
      ['Women', [100, 300, null]],
      ['Men', [50, 200, 10]],
    ]);
    expect(axis(config, 'start')).to.deep.include({ min: 0, max: 300, reverse: true });
    expect(axis(config, 'end')).to.deep.include({ min: 0, max: 300, reverse: false });
  });

  it('where rows begin at the right, has its first side there, in its own colour', () => {
    const mirrored = pyramidConfig(pyramid, rtl, formats);
    expect(mirrored.data.datasets.map(({ label, backgroundColor }) => [label, backgroundColor])).to.deep.equal([
      ['Women', theme.series[0]],
      ['Men', theme.series[1]],
    ]);
    expect([axis(mirrored, 'start').reverse, axis(mirrored, 'end').reverse]).to.deep.equal([false, true]);
    expect(axis(mirrored, 'y')).to.deep.include({ position: 'right', labels: ['10%', '30%', '0%'] });
    expect(axis(mirrored, 'endShares')).to.deep.include({ position: 'left', labels: ['5%', '20%', '1%'] });
  });

  it('says 0% of nobody alone', () => {
    const few = pyramidConfig({ ...pyramid, listed: 100_000 }, theme, formats);
    expect(axis(few, 'y').labels).to.deep.equal(['<\u20091%', '<\u20091%', '0%']);
    expect(axis(few, 'endShares').labels).to.deep.equal(['<\u20091%', '<\u20091%', '<\u20091%']);
  });

  it('shows each share of all people listed at its outer end', () => {
    expect(axis(config, 'y')).to.deep.include({ position: 'left', labels: ['10%', '30%', '0%'] });
    expect(axis(config, 'endShares')).to.deep.include({ position: 'right', labels: ['5%', '20%', '1%'] });
  });

  it('takes its colours from the theme: the first series, the second, and the text between', () => {
    expect(config.data.datasets.map(({ backgroundColor }) => backgroundColor)).to.deep.equal(theme.series.slice(0, 2));
    expect(config.options?.color).to.equal(theme.text);
  });

  it('has plug-ins that do not change with the theme, so that a chart can be drawn in place', () => {
    expect(pyramidConfig(pyramid, { ...theme, text: 'red' }, formats).plugins).to.deep.equal(config.plugins);
    expect(config.plugins?.[0]).to.equal(pyramidConfig(pyramid, theme, formats).plugins?.[0]);
  });

  it('of nobody has no shares to divide', () => {
    const nobody: Pyramid = {
      ...pyramid,
      listed: 0,
      sides: [
        { ...pyramid.sides[0], people: [0, 0, 0] },
        { ...pyramid.sides[1], people: [0, 0, 0] },
      ],
    };
    expect(axis(pyramidConfig(nobody, theme, formats), 'y').labels).to.deep.equal(['0%', '0%', '0%']);
  });

  for (const width of [180, 300, 700]) {
    it(`drawn ${width} px wide: bars point away from the middle, with room for the ages between`, () => {
      const chart = draw(config, width, 120);
      const [women = [], men = []] = [0, 1].map((at) =>
        chart
          .getDatasetMeta(at)
          .data.map(
            (bar) => bar.getProps(['x', 'base', 'y'], true) as unknown as { x: number; base: number; y: number },
          ),
      );
      const middle = (chart.chartArea.left + chart.chartArea.right) / 2;
      // Nobody is no bar.
      expect(women[2]?.x).to.equal(women[2]?.base);
      for (const [index, woman] of women.slice(0, 2).entries()) {
        const man = men[index];
        expect(woman.x).to.be.at.most(woman.base);
        expect(man?.x).to.be.at.least(man?.base ?? Number.NaN);
        expect(middle - woman.base).to.be.closeTo((man?.base ?? 0) - middle, 1);
        expect((man?.base ?? 0) - woman.base).to.be.greaterThan(50);
        expect(woman.y).to.equal(man?.y);
        expect(woman.x).to.be.at.least(chart.chartArea.left - 0.5);
        expect(man?.x).to.be.at.most(chart.chartArea.right + 0.5);
      }
      expect(((men[1]?.x ?? 0) - (men[1]?.base ?? 0)) / ((women[1]?.base ?? 0) - (women[1]?.x ?? 0))).to.be.closeTo(
        2 / 3,
        0.06,
      );
    });
  }
});

describe('rows', () => {
  const pitch = ({ scales: { y } }: Chart): number => (y?.getPixelForTick(1) ?? 0) - (y?.getPixelForTick(0) ?? 0);
  for (const [name, config] of [
    ['bars', barsConfig(rows, theme, formats)],
    ['a pyramid', pyramidConfig(pyramid, theme, formats)],
  ] as const) {
    it(`of ${name} fill the height, and stay together at the top where it is more than they need`, () => {
      const chart = draw(config, 400, 90);
      expect(pitch(chart)).to.be.closeTo(30, 0.5);
      for (const height of [300, 600]) {
        chart.resize(400, height);
        expect(pitch(chart)).to.be.closeTo(44, 0.5);
        expect(chart.scales.y?.getPixelForTick(0)).to.be.closeTo(22, 0.5);
      }
      chart.resize(400, 90);
      expect(pitch(chart)).to.be.closeTo(30, 0.5);
    });
  }
});

describe('createSurface', () => {
  it('draws another configuration on the same canvas, in place where it can', () => {
    const chart = draw(barsConfig(rows, theme, formats));
    const [surface] = surfaces as [Surface];
    const { canvas } = chart;
    surface.draw(barsConfig(rows.slice(0, 1), theme, formats));
    expect(Chart.getChart(canvas) === chart).to.equal(true);
    expect(chart.data.labels).to.deep.equal(['Vienna']);
    surface.draw(pyramidConfig(pyramid, theme, formats));
    const mirrored = Chart.getChart(canvas);
    expect(mirrored === chart).to.equal(false);
    surface.draw(pyramidConfig(pyramid, { ...theme, text: 'rgb(1, 2, 3)' }, formats));
    expect(Chart.getChart(canvas) === mirrored).to.equal(true);
    expect(mirrored?.options.color).to.equal('rgb(1, 2, 3)');
    surface.draw(barsConfig(rows, theme, formats));
    expect(Object.keys(Chart.instances).length).to.equal(1);
  });

  it('destroyed twice: nothing; drawn after that by another surface: the canvas is free', () => {
    const { canvas } = draw(barsConfig(rows, theme, formats));
    const [surface] = surfaces as [Surface];
    surface.destroy();
    surface.destroy();
    expect(Chart.getChart(canvas)).to.equal(undefined);
    const next = createSurface(canvas);
    surfaces.push(next);
    next.draw(barsConfig(rows, theme, formats));
    expect(Chart.getChart(canvas)?.width).to.equal(400);
  });
});

describe('createSurface: density of the screen', () => {
  it('follows each change, by one query for all charts, and none when there are none', () => {
    const queries: { media: string; tell: (() => void) | undefined }[] = [];
    const real = { matchMedia: globalThis.matchMedia, ratio: devicePixelRatio };
    const set = (ratio: number): void =>
      void Object.defineProperty(globalThis, 'devicePixelRatio', { value: ratio, configurable: true });
    globalThis.matchMedia = (media) => {
      const query: (typeof queries)[number] = { media, tell: undefined };
      queries.push(query);
      return {
        addEventListener: (_type: string, listener: () => void) => {
          query.tell = listener;
        },
        removeEventListener: () => {
          query.tell = undefined;
        },
      } as unknown as MediaQueryList;
    };
    try {
      const charts = [draw(barsConfig(rows, theme, formats)), draw(pyramidConfig(pyramid, theme, formats))];
      expect(queries.map(({ media }) => media)).to.deep.equal([`(resolution: ${real.ratio}dppx)`]);
      for (const ratio of [2, 3, 1.5]) {
        set(ratio);
        queries.at(-1)?.tell?.();
        expect(charts.map(({ canvas, width }) => canvas.width / width)).to.deep.equal([ratio, ratio]);
        expect(charts.map(({ width }) => width)).to.deep.equal([400, 400]);
        expect(queries.at(-1)?.media).to.equal(`(resolution: ${ratio}dppx)`);
      }
      for (const surface of surfaces.splice(0)) surface.destroy();
      expect(queries.at(-1)?.tell).to.equal(undefined);
    } finally {
      globalThis.matchMedia = real.matchMedia;
      set(real.ratio);
    }
  });
});

describe('readTheme', () => {
  it('gives what custom properties come to, in the scheme in force, and leaves the probe as it was', () => {
    const probe = fixtureSync<HTMLElement>(`<p style="color-scheme: dark; --_text: light-dark(#fff, #010203);
      --_muted: color-mix(in srgb, black 50%, white); --_grid: red; --_series-1: var(--_text); --_series-8: hsl(120 100% 50%);
      font-family: Inter, monospace"></p>`);
    const { text, grid, series, fontFamily, direction } = readTheme(probe);
    expect(direction).to.equal('ltr');
    expect([text, grid, fontFamily]).to.deep.equal(['rgb(1, 2, 3)', 'rgb(255, 0, 0)', 'Inter, monospace']);
    expect([series.length, series[0], series[7]]).to.deep.equal([8, 'rgb(1, 2, 3)', 'rgb(0, 255, 0)']);
    expect(probe.style.color).to.equal('');
  });

  it('gives the direction in force, whoever set it', () => {
    const page = fixtureSync<HTMLElement>(
      '<div dir="rtl"><p></p><p dir="ltr"></p><p style="direction: ltr"></p></div>',
    );
    expect(Array.from(page.querySelectorAll('p'), (probe) => readTheme(probe).direction)).to.deep.equal([
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
});
