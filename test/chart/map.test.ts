import { expect, fixtureSync } from '@open-wc/testing';
import { Chart, type ChartConfiguration } from 'chart.js';
import type { ProjectionScale } from 'chartjs-chart-geo';
import atlas from 'world-atlas/countries-110m.json';
import { type ChartTheme, createSurface, type Surface } from '../../src/chart/index.js';
import { codeOf } from '../../src/chart/map/codes.js';
import { countryName, formatsFor, type PeopleRow } from '../../src/format/index.js';
import { guard } from '../elements/harness.js';

/** Every default by its path, as it is. */
function defaults(): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const read = (value: object, path: string): void => {
    for (const [key, inner] of Object.entries(value)) {
      const at = `${path}.${key}`;
      if (typeof inner === 'object' && inner !== null) read(inner, at);
      found.set(at, typeof inner === 'object' ? typeof inner : inner);
    }
  };
  read(Chart.defaults, 'defaults');
  read(Chart.overrides, 'overrides');
  return found;
}

const defaultsBefore = defaults();
const { mapCodes, mapConfig, mapLand, mapRows, mapScale, unmapped } = await import('../../src/chart/map.js');
const defaultsAfter = defaults();

const formats = formatsFor('en');
const light: ChartTheme = {
  surface: 'rgb(255, 255, 255)',
  text: 'rgb(23, 26, 33)',
  muted: 'rgb(91, 98, 112)',
  grid: 'rgb(230, 232, 236)',
  quiet: 'rgb(238, 239, 242)',
  series: ['rgb(52, 87, 213)', 'rgb(217, 98, 15)'],
  fontFamily: 'Liberation Sans, sans-serif',
};
const dark: ChartTheme = {
  ...light,
  surface: 'rgb(22, 24, 29)',
  text: 'rgb(236, 238, 242)',
  grid: 'rgb(42, 46, 54)',
  series: ['rgb(142, 166, 255)'],
};

const row = (code: string, people: number): PeopleRow => ({
  values: [code],
  label: countryName(code, formats) ?? code,
  people,
  share: people / 10_000,
});
const rows = [row('DE', 6000), row('BR', 900), row('US', 120), row('SG', 80), row('AU', 20), row('ZA', 3)];

const surfaces: Surface[] = [];

function draw(config: ChartConfiguration, width = 800, height = 360): { chart: Chart; surface: Surface } {
  const box = fixtureSync<HTMLElement>('<div><canvas style="position: absolute"></canvas></div>');
  Object.assign(box.style, { position: 'relative', width: `${width}px`, height: `${height}px` });
  const canvas = box.firstElementChild as HTMLCanvasElement;
  const surface = createSurface(canvas);
  surfaces.push(surface);
  surface.draw(config);
  return { chart: Chart.getChart(canvas) as Chart, surface };
}

const projectionOf = (chart: Chart): ProjectionScale => chart.scales.projection as unknown as ProjectionScale;

/** Where a place of the earth is on the canvas, in CSS pixels. */
const placeOf = (chart: Chart, lon: number, lat: number): [number, number] =>
  projectionOf(chart).projection([lon, lat]) as [number, number];

type Pixel = readonly [number, number, number, number];

function pixelAt({ ctx, currentDevicePixelRatio: ratio }: Chart, [x, y]: readonly [number, number]): Pixel {
  const [r = 0, g = 0, b = 0, a = 0] = ctx.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data;
  return [r, g, b, a];
}

/** How many pixels have a colour. */
function inked({ ctx, canvas }: Chart, color: string): number {
  const wanted = painted(color).join();
  const { data } = ctx.getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if (data.subarray(at, at + 4).join() === wanted) count += 1;
  return count;
}

/** What a colour comes to on a canvas. */
function painted(color: string): Pixel {
  const ctx = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!ctx) throw new Error('No canvas.');
  ctx.fillStyle = color;
  ctx.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0, a = 0] = ctx.getImageData(0, 0, 1, 1).data;
  return [r, g, b, a];
}

/** CIELAB of a colour of sRGB, D65. */
function labOf([r, g, b]: Pixel): readonly [number, number, number] {
  const linear = [r, g, b].map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  const mixed = (a: number, c: number, d: number, white: number): number => {
    const value = (a * (linear[0] ?? 0) + c * (linear[1] ?? 0) + d * (linear[2] ?? 0)) / white;
    return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116;
  };
  const x = mixed(0.4124, 0.3576, 0.1805, 0.95047);
  const y = mixed(0.2126, 0.7152, 0.0722, 1);
  const z = mixed(0.0193, 0.1192, 0.9505, 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIE76: how far two colours are apart for an eye; 2.3 is just seen. */
function distance(a: string, b: string): number {
  const [one, other] = [labOf(painted(a)), labOf(painted(b))];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

const labelAt = (chart: Chart, surface: Surface, lon: number, lat: number): unknown => {
  const index = surface.pick(...placeOf(chart, lon, lat));
  return index === undefined ? undefined : chart.data.labels?.[index];
};

afterEach(() => {
  for (const surface of surfaces.splice(0)) surface.destroy();
  expect(Object.keys(Chart.instances)).to.deep.equal([]);
});

describe('the atlas', () => {
  guard();

  it('has a code for each of its shapes, most by the name that Intl has for it', () => {
    const shapes = atlas.objects.countries.geometries.map(({ id, properties: { name } }) => ({
      name,
      code: codeOf(id, name),
    }));
    expect(shapes.filter(({ code }) => !/^[A-Z]{2}$/.test(code ?? ''))).to.deep.equal([]);
    expect(shapes.filter(({ code = '' }) => countryName(code, formats) === undefined)).to.deep.equal([]);
    // The rest is spelt in another way: Dem. Rep. Congo, Türkiye.
    expect(shapes.filter(({ code = '', name }) => countryName(code, formats) === name).length).to.be.greaterThan(150);
    const twice = shapes.filter(({ code }, at) => shapes.findIndex((shape) => shape.code === code) !== at);
    expect(twice.map(({ code }) => code)).to.have.members(['CY', 'SO']);
  });

  it('has no code for what it does not know', () => {
    for (const [id, name] of [
      ['999', 'Atlantis'],
      [undefined, 'Atlantis'],
      ['constructor', ''],
      [undefined, 'constructor'],
    ] as const) {
      expect(codeOf(id, name), `${id} ${name}`).to.equal(undefined);
    }
  });

  const places = [
    ['Germany', 10, 51],
    ['France', 2.3, 47],
    ['French Guiana', -53, 4],
    ['Norway', 9, 61],
    ['Svalbard & Jan Mayen', 16, 79],
    ['Somalia', 44, 9.6],
    ['Cyprus', 33.4, 35.25],
    ['Kosovo', 20.9, 42.6],
    ['Russia', 135, 60],
    ['Russia', -175, 66.5],
    ['United States', -150, 65],
    ['Greenland', -42, 70],
    ['Taiwan', 121, 23.8],
    ['Western Sahara', -9.4, 26.6],
    ['South Sudan', 30, 7.5],
    ['South Africa', 22, -31],
    ['Lesotho', 28.2, -29.6],
  ] as const;
  for (const [name, lon, lat] of places) {
    it(`has ${name} at ${lon}, ${lat}`, () => {
      const { chart, surface } = draw(mapConfig([], light, formats), 1600, 720);
      expect(labelAt(chart, surface, lon, lat)).to.equal(name);
    });
  }
});

describe('mapRows and unmapped', () => {
  guard();

  it('put each row at its shape, and say which have none', () => {
    const byShape = mapRows(rows);
    const { labels } = mapConfig([], light, formats).data;
    expect(byShape.length).to.equal(labels?.length);
    expect(byShape.filter((found) => found !== undefined)).to.have.members(
      rows.filter(({ label }) => label !== 'Singapore'),
    );
    expect(mapCodes().length).to.equal(byShape.length);
    for (const [at, found] of byShape.entries()) {
      if (found) expect([mapCodes()[at], labels?.[at]]).to.deep.equal([found.values[0], found.label]);
    }
    expect(unmapped(rows).map(({ label }) => label)).to.deep.equal(['Singapore']);
  });

  it('take codes that nobody knows, in the order in which they came', () => {
    const strange = ['ZZ', '', '__proto__', 'constructor', 'de', ' DE', 'AQ', 'HK', 'MT', 'x'.repeat(5000)].map(
      (code, at) => Object.assign(row('DE', 10 + at), { values: [code] }),
    );
    const nameless = { ...row('DE', 5), values: [] };
    expect(unmapped([...strange, nameless])).to.deep.equal([...strange, nameless]);
    expect(mapRows([...strange, nameless]).every((found) => found === undefined)).to.equal(true);
    expect(mapScale(light, [...strange, nameless])).to.deep.equal([]);
    draw(mapConfig([...strange, nameless], light, formats));
  });

  it('of a code that came twice the first is drawn, and the other is not lost', () => {
    const [first, second] = [row('DE', 7), row('DE', 3)];
    expect(mapRows([first, second]).filter(Boolean)).to.deep.equal([first]);
    expect(unmapped([first, second])).to.deep.equal([second]);
  });

  it('of nothing are nothing', () => {
    expect(unmapped([])).to.deep.equal([]);
    expect(mapRows([]).every((found) => found === undefined)).to.equal(true);
  });
});

/** WCAG's contrast of two colours. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = Array.from(painted(color), (part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (high + 0.05) / (low + 0.05);
}

describe('mapScale', () => {
  guard();

  const codes = ['DE', 'BR', 'US', 'AU', 'ZA', 'FR', 'IT', 'ES', 'PT', 'PL', 'SE', 'NO', 'FI', 'IN', 'CN', 'JP'];
  const of = (...people: number[]): PeopleRow[] => people.map((count, at) => row(codes[at] ?? '', count));
  const cases = [
    ['one country', of(7), [[7, 7]]],
    ['countries alike', of(7, 7, 7), [[7, 7]]],
    [
      'two',
      of(100, 1),
      [
        [1, 9],
        [10, 100],
      ],
    ],
    ['nobody is listed as nobody', of(0, 0), [[0, 0]]],
    [
      'nobody and some',
      of(0, 100),
      [
        [0, 9],
        [10, 100],
      ],
    ],
    [
      'neighbouring counts',
      of(1, 2, 3),
      [
        [1, 1],
        [2, 3],
      ],
    ],
    [
      'most in one',
      of(9120, 3410, 1020, 410, 90, 12, 5),
      [
        [5, 32],
        [33, 209],
        [210, 1399],
        [1400, 9120],
      ],
    ],
    [
      'what is no number aside',
      of(Number.NaN, 5, 50),
      [
        [5, 15],
        [16, 50],
      ],
    ],
  ] as const;
  for (const [name, given, bounds] of cases) {
    it(`${name}: ${bounds.map((pair) => pair.join('–')).join(', ')}`, () => {
      expect(mapScale(light, given).map(({ from, to }) => [from, to])).to.deep.equal(bounds);
    });
  }

  it('holds every number of people in one step, whatever they are', () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 300; round += 1) {
      const people = codes.map(() => Math.floor(10 ** (random() * 7)) - 1);
      const steps = mapScale(light, of(...people));
      const said = JSON.stringify({ people, steps });
      expect(steps[0]?.from, said).to.equal(Math.min(...people));
      expect(steps.at(-1)?.to, said).to.equal(Math.max(...people));
      for (const [at, { from, to }] of steps.entries()) {
        expect(to, said).to.be.at.least(from);
        if (at > 0) expect(from, said).to.equal((steps[at - 1]?.to ?? 0) + 1);
      }
      expect(steps.length, said).to.be.within(1, 4);
      expect(new Set(steps.map(({ color }) => color)).size, said).to.equal(steps.length);
    }
  });

  it('is of what is drawn: a country without a shape has no step', () => {
    expect(
      mapScale(light, [row('SG', 5000), row('DE', 40), row('MT', 1)]).map(({ from, to }) => [from, to]),
    ).to.deep.equal([[40, 40]]);
  });

  for (const [name, theme] of [
    ['light', light],
    ['dark', dark],
  ] as const) {
    it(`${name}: the more people, the further from the ground, to the accent and beyond; each step is a mark, and can be told`, () => {
      const steps = mapScale(theme, of(9120, 3410, 1020, 410, 90, 12, 5)).map(({ color }) => color);
      expect(steps.length).to.equal(4);
      expect(
        painted(steps[2] ?? '')
          .slice(0, 3)
          .every((part, at) => Math.abs(part - (painted(theme.series[0] ?? '')[at] ?? 0)) < 30),
      ).to.equal(true);
      expect(contrast(steps[0] ?? '', theme.surface)).to.be.at.least(3);
      const ground = steps.map((color) => contrast(color, theme.surface));
      expect(ground).to.deep.equal(ground.toSorted((a, b) => a - b));
      for (const [at, color] of steps.entries()) {
        const before = steps[at - 1] ?? mapLand(theme);
        expect(distance(color, before), `${before} ${color}`).to.be.greaterThan(12);
      }
    });
  }

  it('takes a theme without an accent, and colours of any kind', () => {
    const bare = mapScale({ ...light, series: [] }, of(5, 500));
    expect(painted(bare.at(-1)?.color ?? '')).to.deep.equal(painted(light.text));
    const wide = mapScale(
      { ...light, text: 'white', surface: 'oklch(0.2 0.02 260)', series: ['color(srgb 0.2 0.9 0.5)'] },
      of(5, 500),
    );
    expect(distance(wide[0]?.color ?? '', wide[1]?.color ?? '')).to.be.greaterThan(12);
  });
});

describe('mapConfig', () => {
  guard();

  it('neither moves, nor resizes itself, nor listens, nor speaks; a country is met where it is', () => {
    const { options, plugins } = mapConfig(rows, light, formats);
    expect(options).to.deep.include({ responsive: false, animation: false, events: [] });
    expect(options?.interaction).to.deep.include({ mode: 'nearest', intersect: true });
    expect(plugins ?? []).to.deep.equal([]);
  });

  it('registered: adds its own entries to the defaults, and changes none', () => {
    const changed = [...defaultsBefore].filter(([path, value]) => !Object.is(defaultsAfter.get(path), value));
    expect(changed).to.deep.equal([]);
    const added = [...defaultsAfter.keys()].filter((path) => !defaultsBefore.has(path));
    const own =
      /^(defaults\.(datasets|elements|scales)|overrides)\.(choropleth|geoFeature|insightsMap|insightsCountry|color|projection)(\.|$)/;
    expect(added.filter((path) => !own.test(path))).to.deep.equal([]);
    expect(added).not.to.deep.equal([]);
  });

  it('drawn: colours the listed by their people, the rest as land, the sea not at all', () => {
    const { chart } = draw(mapConfig([...rows, row('RU', 0)], light, formats));
    const steps = mapScale(light, [...rows, row('RU', 0)]);
    const at = (lon: number, lat: number): Pixel => pixelAt(chart, placeOf(chart, lon, lat));
    expect(at(10, 51)).to.deep.equal(painted(steps.at(-1)?.color ?? ''));
    expect(at(135, 60), 'nobody in Russia, listed').to.deep.equal(painted(steps[0]?.color ?? ''));
    expect(at(105, 35), 'China, not listed').to.deep.equal(painted(mapLand(light)));
    expect(at(-30, 0)[3], 'the sea').to.equal(0);
    expect(at(135, 60)).not.to.deep.equal(at(105, 35));
  });

  for (const [width, height] of [
    [320, 150],
    [800, 300],
    [300, 600],
    [1600, 400],
  ] as const) {
    it(`drawn at ${width} × ${height}: fills the box one way, passes it neither way`, () => {
      const { chart } = draw(mapConfig(rows, light, formats), width, height);
      const bounds = chart
        .getDatasetMeta(0)
        .data.map((shape) =>
          (shape as unknown as { getBounds(): { x: number; x2: number; y: number; y2: number } }).getBounds(),
        );
      const left = Math.min(...bounds.map(({ x }) => x));
      const right = Math.max(...bounds.map(({ x2 }) => x2));
      const top = Math.min(...bounds.map(({ y }) => y));
      const bottom = Math.max(...bounds.map(({ y2 }) => y2));
      expect(Math.min(left, top)).to.be.within(-0.5, 2);
      expect(right).to.be.at.most(width + 0.5);
      expect(bottom).to.be.at.most(height + 0.5);
      expect(Math.min(width - (right - left), height - (bottom - top))).to.be.within(0, 5);
      expect(left - (width - right), 'in the middle').to.be.closeTo(0, 4);
    });
  }

  it('resized: each country is where it is in a chart of that size', () => {
    const { chart } = draw(mapConfig(rows, light, formats), 800, 360);
    chart.resize(400, 180);
    const { chart: small } = draw(mapConfig(rows, light, formats), 400, 180);
    expect(placeOf(chart, 10, 51)).to.deep.equal(placeOf(small, 10, 51));
    expect(chart.canvas.toDataURL()).to.equal(small.canvas.toDataURL());
    const centers = ({ data }: { data: { x: number; y: number }[] }): number[] => data.flatMap(({ x, y }) => [x, y]);
    expect(centers(chart.getDatasetMeta(0))).to.deep.equal(centers(small.getDatasetMeta(0)));
  });

  it('updated in place: looks as if drawn anew', () => {
    const { chart, surface } = draw(mapConfig(rows, light, formats));
    surface.draw(mapConfig(rows.slice(1), dark, formats));
    expect(Object.keys(Chart.instances).length).to.equal(1);
    const { chart: fresh } = draw(mapConfig(rows.slice(1), dark, formats));
    expect(chart.canvas.toDataURL()).to.equal(fresh.canvas.toDataURL());
  });

  it('pointed at: an outline in the colour of the text over its neighbours, gone afterwards', () => {
    const { chart, surface } = draw(mapConfig(rows, light, formats), 1600, 720);
    const before = chart.canvas.toDataURL();
    const index = mapRows(rows).findIndex((found) => found?.label === 'Germany');
    const strokes: unknown[] = [];
    const stroke = chart.ctx.stroke.bind(chart.ctx);
    chart.ctx.stroke = () => {
      strokes.push(chart.ctx.strokeStyle);
      stroke();
    };
    const spot = surface.point(index);
    expect(painted(String(strokes.at(-1))), 'the last line').to.deep.equal(painted(light.text));
    const [x, y] = placeOf(chart, 10, 51);
    expect(Math.hypot((spot?.x ?? 0) - x, (spot?.y ?? 0) - y)).to.be.lessThan(10);
    expect(inked(chart, light.text), 'an outline').to.be.greaterThan(20);
    expect(pixelAt(chart, [x, y])).to.deep.equal(painted(mapScale(light, rows).at(-1)?.color ?? ''));
    surface.point(undefined);
    expect(inked(chart, light.text)).to.equal(0);
    expect(chart.canvas.toDataURL()).to.equal(before);
  });

  it('a small island is met beside it too, the sea is not', () => {
    const { chart, surface } = draw(mapConfig(rows, light, formats), 400, 180);
    const [x, y] = placeOf(chart, 178, -17.8);
    expect(chart.data.labels?.[surface.pick(x, y + 3) ?? -1]).to.equal('Fiji');
    expect(surface.pick(x, y + 8)).to.equal(undefined);
    expect(surface.pick(...placeOf(chart, -30, 0))).to.equal(undefined);
  });

  it("a host's defaults change nothing", () => {
    const { chart } = draw(mapConfig(rows, light, formats));
    const before = chart.canvas.toDataURL();
    const strange = {
      color: 'red',
      borderColor: 'red',
      backgroundColor: 'red',
      showOutline: true,
      showGraticule: true,
      clipMap: true,
      outline: [],
      indexAxis: 'y',
      aspectRatio: 5,
      maintainAspectRatio: true,
      layout: { autoPadding: true, padding: 50 },
      elements: { geoFeature: { borderWidth: 9 }, insightsCountry: { borderWidth: 9, backgroundColor: 'red' } },
      datasets: { insightsMap: { borderWidth: 9, hidden: true }, choropleth: { borderWidth: 9 } },
      scales: { projection: { padding: 40, projectionScale: 3, display: true }, color: { display: true, min: 5 } },
      scale: { display: true, grid: { display: true } },
    };
    const kept = Object.fromEntries(
      Object.keys(strange).map((key) => [key, structuredCloneable(Chart.defaults[key as keyof typeof Chart.defaults])]),
    );
    try {
      Chart.defaults.set(strange as never);
      const { chart: hosted } = draw(mapConfig(rows, light, formats));
      expect(hosted.canvas.toDataURL()).to.equal(before);
    } finally {
      Object.assign(Chart.defaults, kept);
    }
  });
});

/** A copy as deep as the plain objects go; functions stay. */
const structuredCloneable = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.assign(
        Object.create(Object.getPrototypeOf(value) as object | null) as object,
        Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCloneable(inner)])),
      )
    : value;
