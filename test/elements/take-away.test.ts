// What leaves the page: pictures, text, tables and files, by methods and by the menu.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import '../../src/elements/account-header/define.js';
import '../../src/elements/breakdown-chart/define.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import '../../src/elements/trend-chart/define.js';
import { createDemoTransport, createInsightsClient } from '../../src/client/index.js';
import type { InsightsAccountHeader } from '../../src/elements/account-header/account-header.js';
import { ChartController } from '../../src/elements/chart-controller.js';
import type { ChartElement } from '../../src/elements/chart-element.js';
import { fileName } from '../../src/elements/download.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { lateTakeAway } from '../../src/elements/late-take-away.js';
import { lateSparkline } from '../../src/elements/metric-card/sparkline.js';
import { formatsFor } from '../../src/format/index.js';
import { type DayWindow, type InsightsError, isInsightsError } from '../../src/spec/index.js';
import {
  afterTest,
  clientOf,
  days,
  demoClient,
  guard,
  make,
  nextFrame,
  nextTask,
  now,
  settled,
  textOf,
  totals,
} from './harness.js';

const client = demoClient();

const trend = (properties: object = {}) =>
  make('insights-trend-chart', { client, metric: 'reach', ...days, ...properties });
const breakdown = (properties: object) => make('insights-breakdown-chart', { client, ...days, ...properties });
const people = (properties: object) =>
  make('insights-demographics-chart', { client, metric: 'follower_demographics', ...properties });
const card = (properties: object = {}) =>
  make('insights-metric-card', { client, metric: 'reach', ...days, ...properties });

/** Of so many days Instagram gives no total. */
const uncounted = {
  metric: 'reach',
  period: 'day',
  reason: 'window-too-long',
  series: [5, 3].map((value, at) => ({ day: `2024-03-0${at + 1}`, value })),
} as const;

/** Parts that come late take their time on a busy machine. */
const until = (is: () => unknown, message?: string): Promise<void> =>
  waitUntil(is, message, { interval: 5, timeout: 8000 });

/** Shows elements in a box of a width, and waits until all of their answers are there. */
async function show<T extends InsightsElement>(element: T, style = 'width: 640px'): Promise<T> {
  const host = await fixture<HTMLElement>('<div></div>');
  host.style.cssText = style;
  host.append(element);
  await settled(element);
  const { insights } = element as unknown as { insights: { snapshots: ReadonlyMap<string, { fetching: boolean }> } };
  await until(() => [...insights.snapshots.values()].every(({ fetching }) => !fetching));
  await element.updateComplete;
  return element;
}

const failureOf = (promise: Promise<unknown>): Promise<InsightsError> =>
  promise.then(
    () => Promise.reject(new Error('It has not failed.')),
    (error: unknown) =>
      isInsightsError(error) ? error : Promise.reject(new Error(`No InsightsError: ${String(error)}`)),
  );

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity at a place. */
  readonly at: (x: number, y: number) => readonly number[];
  /** How many pixels of a region are not of the ground; x and y as shares of the picture. */
  readonly ink: (left: number, top: number, right: number, bottom: number) => number;
  readonly count: (is: (pixel: readonly number[]) => boolean) => number;
}

async function pixelsOf(png: Blob): Promise<Pixels> {
  const bitmap = await createImageBitmap(png);
  const { width, height } = bitmap;
  const ctx = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
  ctx.drawImage(bitmap, 0, 0);
  const { data } = ctx.getImageData(0, 0, width, height);
  const at = (x: number, y: number): readonly number[] => [
    ...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 4),
  ];
  const ground = at(0, 0).join();
  const count = (
    is: (pixel: readonly number[]) => boolean,
    [l, t, r, b]: readonly [number, number, number, number] = [0, 0, width, height],
  ): number => {
    let found = 0;
    for (let y = t; y < b; y += 1) for (let x = l; x < r; x += 1) if (is(at(x, y))) found += 1;
    return found;
  };
  return {
    width,
    height,
    at,
    count,
    ink: (left, top, right, bottom) =>
      count(
        (pixel) => pixel.join() !== ground,
        [left * width, top * height, right * width, bottom * height].map(Math.round) as [
          number,
          number,
          number,
          number,
        ],
      ),
  };
}

const corners = ({ width, height, at }: Pixels): string[] =>
  [at(0, 0), at(width - 1, 0), at(0, height - 1), at(width - 1, height - 1)].map((pixel) => pixel.join());

/** The text that a PNG has of itself. */
async function descriptionOf(png: Blob): Promise<string> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  const view = new DataView(bytes.buffer);
  for (let at = 8; at < bytes.length; at += 12 + view.getUint32(at)) {
    const type = new TextDecoder().decode(bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + view.getUint32(at));
    if (type === 'iTXt') return new TextDecoder().decode(body).replace('Description\0\0\0\0\0', '');
  }
  return 'none';
}

describe('ChartElement.toPNG', () => {
  guard();
  afterEach(() => expect(Object.keys(Chart.instances).length).to.equal(0));

  const kinds: Readonly<Record<string, () => ChartElement>> = {
    'a trend': () => trend({ compare: 'previous_period' }),
    'several trends': () => trend({ metric: 'likes,comments,shares', since: '2024-03-04' }),
    'gained and lost by day': () => trend({ metric: 'follows_and_unfollows', since: '2024-03-04' }),
    bars: () => breakdown({ metric: 'likes', breakdown: 'media_product_type' }),
    'a ring': () => breakdown({ metric: 'views', breakdown: 'follow_type', display: 'doughnut' }),
    stacks: () => breakdown({ metric: 'views', breakdown: 'media_product_type,follow_type' }),
    'gained and lost': () => breakdown({ metric: 'follows_and_unfollows' }),
    'bars of people': () => people({ breakdown: 'city' }),
    'a pyramid': () => people({ breakdown: 'age,gender' }),
    'a map': () => people({ breakdown: 'country', display: 'map' }),
  };
  for (const [kind, create] of Object.entries(kinds)) {
    it(`${kind}: twice as dense as CSS, opaque, with words above and below the plot, and a description`, async () => {
      const element = await show(create());
      const [body, plot] = [...(element.shadowRoot?.querySelectorAll('.body, .plot') ?? [])] as [Element, Element];
      const png = await element.toPNG();
      expect(png.type).to.equal('image/png');
      const pixels = await pixelsOf(png);
      expect(pixels.width).to.equal((body.clientWidth + 48) * 2);
      expect(pixels.height).to.be.greaterThan((plot.clientHeight + 90) * 2);
      expect(corners(pixels)).to.deep.equal(Array(4).fill('255,255,255,255'));
      const margin = 48 / pixels.height;
      // Nothing in the margins, the title in the first lines, the sentence and the notes in the last ones, the plot between.
      expect([pixels.ink(0, 0, 1, margin * 0.8), pixels.ink(0, 1 - margin * 0.8, 1, 1)]).to.deep.equal([0, 0]);
      expect(pixels.ink(0, 0, 0.5, margin * 2)).to.be.greaterThan(500);
      expect(pixels.ink(0, 1 - margin * 2.8, 1, 1)).to.be.greaterThan(1000);
      expect(pixels.ink(0, 0.3, 1, 0.7)).to.be.greaterThan(2000);
      expect((await descriptionOf(png)).replaceAll(/\s+/g, ' ')).to.equal(
        `${textOf(element, '#label')}. ${textOf(element, '#sentence')}`,
      );
    });
  }

  it('is as light or dark as the page is, and never lets it show through', async () => {
    const light = await pixelsOf(await (await show(trend())).toPNG());
    const dark = await pixelsOf(await (await show(trend(), 'color-scheme: dark')).toPNG());
    expect(corners(dark)).to.deep.equal(Array(4).fill('22,24,29,255'));
    expect(corners(light)).to.deep.equal(Array(4).fill('255,255,255,255'));
    const ownGround = 'background: rgb(10, 20, 30); --insights-surface: rgb(255 255 255 / 0)';
    const clear = await pixelsOf(await (await show(trend(), ownGround)).toPNG());
    expect(corners(clear)).to.deep.equal(Array(4).fill('10,20,30,255'));
  });

  it('does not ask how dense the screen is, nor whether the chart was ever near; narrow, it is as wide as its words need', async () => {
    const density = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio') as PropertyDescriptor;
    Object.defineProperty(window, 'devicePixelRatio', { value: 3, configurable: true });
    afterTest(() => Object.defineProperty(window, 'devicePixelRatio', density));
    const page = await fixture<HTMLElement>('<div style="width: 240px"><div style="height: 3000px"></div></div>');
    const element = trend();
    page.append(element);
    await settled(element);
    expect(Chart.getChart(element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement)).to.equal(undefined);
    const { width, ink } = await pixelsOf(await element.toPNG());
    expect(width).to.equal(960);
    expect(ink(0, 0.3, 1, 0.7)).to.be.greaterThan(2000);
  });

  it('leaves out what a visitor has hidden, in the plot and in the legend', async () => {
    const element = await show(trend({ metric: 'likes,comments' }), '--insights-series-2: rgb(0, 200, 0)');
    const isGreen = ([r = 0, g = 0, b = 0]: readonly number[]): boolean => g > 150 && r < 100 && b < 100;
    const before = await pixelsOf(await element.toPNG());
    expect(before.count(isGreen)).to.be.greaterThan(500);
    element.shadowRoot?.querySelectorAll<HTMLElement>('button.toggle')[1]?.click();
    await element.updateComplete;
    expect((await pixelsOf(await element.toPNG())).count(isGreen)).to.equal(0);
  });

  it('begins at the right where the page does', async () => {
    const rtl = await fixture<HTMLElement>('<div dir="rtl" style="width: 640px"></div>');
    const element = breakdown({ metric: 'likes', breakdown: 'media_product_type' });
    rtl.append(element);
    await settled(element);
    const { ink, height } = await pixelsOf(await element.toPNG());
    const title = 96 / height;
    expect(ink(0, 0, 0.4, title)).to.equal(0);
    expect(ink(0.6, 0, 1, title)).to.be.greaterThan(500);
  });

  /** Every text of the picture, as it is written. */
  async function writtenIn(element: ChartElement): Promise<string[]> {
    const { prototype } = CanvasRenderingContext2D;
    const { fillText } = prototype;
    afterTest(() => Object.assign(prototype, { fillText }));
    const written: string[] = [];
    prototype.fillText = (text) => void written.push(text);
    await element.toPNG();
    return written;
  }

  for (const locale of ['en', 'ar-EG', 'ja'])
    it(`says title, days with their year, legend, sentence and notes in ${locale}`, async () => {
      const element = await show(trend({ locale, compare: 'previous_period', style: 'width: 100%' }), 'width: 1600px');
      await until(() => (element.shadowRoot?.querySelectorAll('.legend bdi').length ?? 0) > 1);
      const written = (await writtenIn(element)).join(' ').replaceAll(/[\u2066-\u2069]/g, '');
      const formats = formatsFor(locale);
      const said = [
        textOf(element, '#label'),
        formats.window(element.result?.range as DayWindow),
        ...[...(element.shadowRoot?.querySelectorAll('.legend bdi') ?? [])].map(({ textContent }) => textContent ?? ''),
        textOf(element, '.sentence'),
        ...[...(element.shadowRoot?.querySelectorAll('.body .note .fact') ?? [])].map(
          ({ textContent }) => textContent ?? '',
        ),
      ];
      expect(said.length).to.be.greaterThan(6);
      const plain = (text: string): string =>
        text
          .replaceAll(/[\u2066-\u2069]/g, '')
          .replaceAll(/\s+/g, ' ')
          .trim();
      for (const text of said) expect(plain(written), text).to.contain(plain(text));
    });

  it('a range of numbers runs from left to right there too, as it does in the legend on the page', async () => {
    const rtl = await fixture<HTMLElement>('<div dir="rtl" style="width: 640px"></div>');
    const element = people({ breakdown: 'country', display: 'map' });
    rtl.append(element);
    await settled(element);
    // The legend of a map comes with the map.
    await until(() => /\d–\d/.test(textOf(element, '.legend')), 'no legend');
    const ranges = [...(element.shadowRoot?.querySelectorAll('.legend bdi') ?? [])].map(
      ({ textContent }) => textContent,
    );
    const written = await writtenIn(element);
    expect(ranges.some((text) => /^\d+–\d+$/.test(text ?? ''))).to.equal(true);
    expect(written).to.include.members(ranges.map((text) => `\u2068${text}\u2069`));
  });

  it('wraps what is longer than a line, also where no line can break', async () => {
    const drawn = async (heading: string) => {
      const element = await show(trend({ heading }));
      const plot = element.shadowRoot?.querySelector('.plot') as HTMLElement;
      const { width, height, ink } = await pixelsOf(await element.toPNG());
      return { width, around: height / 2 - plot.clientHeight, margin: ink(1 - 44 / width, 0, 1, 1) };
    };
    const one = await drawn('Short');
    for (const heading of ['many short words '.repeat(14), 'unbreakable'.repeat(14), 'とても長い見出し、'.repeat(20)]) {
      const { width, around, margin } = await drawn(heading);
      expect([width, margin]).to.deep.equal([one.width, 0]);
      expect(around, heading).to.be.at.least(one.around + 2 * 24);
    }
  });

  it('is none of a chart that has left the page: out of it nothing has a colour', async () => {
    const element = await show(trend());
    const { load } = ChartController;
    afterTest(() => {
      ChartController.load = load;
    });
    ChartController.load = async () => {
      element.remove();
      return load();
    };
    expect((await failureOf(element.toPNG())).code).to.equal('not-ready');
    expect((await failureOf(element.toPNG())).code).to.equal('not-ready');
  });

  it('asks for nothing but answers, and says what to do where there is none', async () => {
    const waiting = trend({ client: clientOf(() => new Promise(() => {})) });
    await fixture(waiting);
    await waiting.updateComplete;
    const early = await failureOf(waiting.toPNG());
    expect([early.code, early.message]).to.deep.equal([
      'not-ready',
      'There is nothing to take away yet. Wait for state `ready` and for `updateComplete`.',
    ]);
    const wrong = await show(trend({ metric: 'reech' }));
    expect((await failureOf(wrong.toPNG())).code).to.equal('invalid-query');
    const { load } = ChartController;
    afterTest(() => {
      ChartController.load = load;
    });
    const element = await show(trend());
    ChartController.load = () => Promise.reject(new TypeError('offline'));
    expect((await failureOf(element.toPNG())).code).to.equal('network');
  });
});

describe('InsightsMetricCard.toPNG', () => {
  guard();

  /** What is written on a canvas meanwhile, marks of direction aside. */
  async function writtenBy(draw: () => Promise<unknown>): Promise<string[]> {
    const { prototype } = CanvasRenderingContext2D;
    const { fillText } = prototype;
    afterTest(() => Object.assign(prototype, { fillText }));
    const written: string[] = [];
    prototype.fillText = (text) => void written.push(text.replaceAll(/[\u2066-\u2069]/g, '').replaceAll('\u00A0', ' '));
    await draw().finally(() => Object.assign(prototype, { fillText }));
    return written;
  }
  const red = '--insights-accent: rgb(250, 0, 0)';
  const isRed = ([r = 0, g = 0, b = 0]: readonly number[]): boolean => r > 200 && g < 60 && b < 60;

  it('title, days, number, change, what is to be known, and its line: twice as dense as CSS, opaque, described', async () => {
    const element = await show(card({ compare: 'previous_period' }), `width: 240px; ${red}`);
    await until(() => textOf(element, '[part=delta]').includes('%'));
    const png = await element.toPNG();
    const pixels = await pixelsOf(png);
    expect([png.type, pixels.width]).to.deep.equal(['image/png', 960]);
    expect(corners(pixels)).to.deep.equal(Array(4).fill('255,255,255,255'));
    const margin = 48 / pixels.height;
    expect([pixels.ink(0, 0, 1, margin * 0.8), pixels.ink(0, 1 - margin * 0.8, 1, 1)]).to.deep.equal([0, 0]);
    expect(pixels.count(isRed)).to.be.greaterThan(500);
    const number = textOf(element, '[part=value]');
    const change = element.shadowRoot?.querySelector('[part=delta] [aria-hidden]')?.textContent?.trim() ?? 'none';
    const written = await writtenBy(() => element.toPNG());
    expect(written.slice(0, 4)).to.deep.equal(['Reach', 'Feb 14 – Mar 12, 2024', number, change]);
    expect(written[4]).to.equal('sample data');
    expect(written.slice(5).join(' ')).to.match(/^vs [\d,]+ · Jan 17 – Feb 13 · estimated$/);
    expect(await descriptionOf(png)).to.match(
      new RegExp(`^Reach\\. Feb 14 – Mar 12, 2024\\. ${number}\\. (up|down) [\\d.]+%\\. sample data$`),
    );
  });

  it('the change has the colour that it has on the page; without days there is no line', async () => {
    const results = { now: 150, before: 100 };
    const source = clientOf(({ metric, since }) =>
      totals(metric, Number(since) === Date.parse('2024-02-14T08:00:00Z') / 1000 ? results.now : results.before),
    );
    const green = '--insights-positive: rgb(0, 200, 0)';
    const element = await show(
      card({ metric: 'likes', client: source, compare: 'previous_period' }),
      `width: 240px; ${red}; ${green}`,
    );
    await until(() => textOf(element, '[part=delta]').includes('50%'));
    const pixels = await pixelsOf(await element.toPNG());
    expect(pixels.count(([r = 0, g = 0, b = 0]) => g > 150 && r < 100 && b < 100)).to.be.greaterThan(100);
    expect(pixels.count(isRed)).to.equal(0);
  });

  it('gained and lost are two numbers, with their net below', async () => {
    const rows = [
      ['FOLLOWER', 612],
      ['NON_FOLLOWER', 287],
    ] as const;
    const source = clientOf(({ metric }) => totals(metric, undefined, { dimensions: ['follow_type'], rows }));
    const element = await show(card({ metric: 'follows_and_unfollows', client: source }), 'width: 240px');
    const written = await writtenBy(() => element.toPNG());
    expect(written.slice(2)).to.deep.equal(['+612', '−287', 'net +325, derived']);
    expect(await descriptionOf(await element.toPNG())).to.contain(textOf(element, '[part=value] .hidden'));
  });

  it('is as light or dark as the page is; the line begins where the number does not, on any page', async () => {
    const dark = await pixelsOf(await (await show(card(), 'width: 240px; color-scheme: dark')).toPNG());
    expect(corners(dark)).to.deep.equal(Array(4).fill('22,24,29,255'));
    const sides = async (dir: string): Promise<boolean[]> => {
      const host = await fixture<HTMLElement>(`<div dir="${dir}" style="width: 240px; ${red}"></div>`);
      const element = card();
      host.append(element);
      await settled(element);
      await until(() => element.shadowRoot?.querySelector('svg'));
      const png = await element.toPNG();
      const { width, count, height, ink } = await pixelsOf(png);
      const half = await createImageBitmap(png, 0, 0, width / 2, height);
      const canvas = new OffscreenCanvas(half.width, half.height);
      const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      pen.drawImage(half, 0, 0);
      const left = (await pixelsOf(await canvas.convertToBlob())).count(isRed);
      return [left > 0, left < count(isRed), ink(0, 0, 0.4, 96 / height) > 0];
    };
    expect(await sides('ltr')).to.deep.equal([false, true, true]);
    expect(await sides('rtl')).to.deep.equal([true, false, false]);
  });

  it('a number that is longer than the picture is wide is smaller, and has the line below it, where it begins', async () => {
    const series = [5, 3, 8].map((value, at) => ({ day: `2024-03-0${at + 1}`, value }));
    const heightOf = async (total: number): Promise<number> => {
      const result = { metric: 'reach', period: 'day', total, series };
      const { height, width, ink } = await pixelsOf(await (await show(card({ result }), 'width: 240px')).toPNG());
      expect([ink(0, 0, 40 / width, 1), ink(1 - 44 / width, 0, 1, 1)]).to.deep.equal([0, 0]);
      // Below the number, or beside it.
      expect(ink(0.5, 216 / height, 1, 1)).to.equal(0);
      return height;
    };
    const short = await heightOf(5);
    for (const total of [9_007_199_254_740_991, 90_071_992_547]) expect(await heightOf(total)).to.equal(short + 2 * 52);
  });

  it('says so where there is no number, or what draws it cannot be had', async () => {
    const waiting = card({ client: clientOf(() => new Promise(() => {})) });
    await fixture(waiting);
    await waiting.updateComplete;
    expect((await failureOf(waiting.toPNG())).code).to.equal('not-ready');
    const without = await show(card({ result: uncounted }));
    expect([without.state, (await failureOf(without.toPNG())).code]).to.deep.equal(['ready', 'not-ready']);
    expect((await failureOf((await show(card({ metric: 'reech' }))).toPNG())).code).to.equal('invalid-query');
    const element = await show(card());
    const { picture } = lateSparkline;
    afterTest(() => Object.assign(lateSparkline, { picture }));
    lateSparkline.picture = () => Promise.reject(new TypeError('offline'));
    expect((await failureOf(element.toPNG())).code).to.equal('network');
  });
});

describe('InsightsElement.toText', () => {
  guard();

  it('a card: label, days with their year, number, change, what is to be known; a row of its breakdown a line', async () => {
    const element = await show(card({ metric: 'likes', breakdown: 'media_product_type', compare: 'previous_period' }));
    await until(() => textOf(element, '[part=delta]').includes('%'));
    const [head, number, rows, notes] = (await element.toText()).split('\n\n');
    expect(head).to.equal('Likes\nFeb 14 – Mar 12, 2024');
    expect(number).to.match(/^[\d,]+\n(up|down) [\d.]+%$/);
    expect(rows?.split('\n').length).to.be.greaterThan(2);
    expect(rows?.split('\n')[0]).to.match(/^\p{L}+\t[\d,]+$/u);
    expect(notes).to.match(/^sample data · vs [\d,]+ · Jan 17 – Feb 13/);
  });

  it('a chart: title, days, sentence, its table with tabs, notes', async () => {
    const element = await show(trend());
    const [head, sentence, table = '', notes] = (await element.toText()).split('\n\n');
    expect(head).to.equal('Reach by day\nFeb 14 – Mar 12, 2024');
    expect(sentence).to.equal(textOf(element, '#sentence'));
    const lines = table.split('\n').map((line) => line.split('\t'));
    expect([lines[0], lines.length]).to.deep.equal([['Day', 'Reach'], 29]);
    expect(lines[1]?.[0]).to.equal('Feb 14, 2024');
    expect(notes).to.match(/^sample data · /);
  });

  it('no name of a row is a formula, nor turns the text around it', async () => {
    const rows = [
      ['=1+1', 5],
      ['\u202Eevil', 3],
    ] as const;
    const source = clientOf(({ metric }) => totals(metric, undefined, { dimensions: ['city'], rows }));
    const text = await (await show(people({ breakdown: 'city', client: source }))).toText();
    expect(text)
      .to.contain("\n'=1+1\t5\t")
      .and.not.match(/[\u2066-\u2069]/);
  });

  it('is empty before an element was ever in a document', async () => {
    expect(await card().toText()).to.equal('');
  });

  it('waits for the words of a language that was chosen a moment ago', async () => {
    const element = await show(card());
    element.locale = 'de';
    expect(await element.toText()).to.match(/^Reichweite\n.*2024\n\n[\d.]+/);
  });

  it('says what stands there instead of a number', async () => {
    const element = await show(card({ client: clientOf(() => ({ data: [] })) }));
    expect(await element.toText()).to.match(/^Reach\n.*\n\nNo number for these days\n/);
  });
});

describe('InsightsElement.toCSV', () => {
  guard();

  it('can be had at once when updateComplete has resolved, and is what is on screen', async () => {
    const element = await fixture<InsightsElement>(card({ result: { metric: 'reach', period: 'day', total: 3 } }));
    expect(element.toCSV()).to.match(/^\uFEFFmetric,.*\r\nreach,Reach,.*,3,true,false,false,/);
  });

  it('before what writes it is loaded, or where that cannot be had, it says what to do; another update tries again', async () => {
    // As on a page that has just come.
    const again = '/src/elements/late-take-away.ts?again';
    const {
      csvNow,
      loadCsv,
      lateTakeAway: late,
    }: typeof import('../../src/elements/late-take-away.js') = await import(again);
    const formats = formatsFor('en');
    const codeOf = (): string => {
      try {
        return csvNow([], formats).slice(1, 7);
      } catch (error) {
        return isInsightsError(error) ? error.code : String(error);
      }
    };
    expect(codeOf()).to.equal('not-ready');
    const { csv } = late;
    late.csv = () => Promise.reject(new TypeError('offline'));
    await loadCsv();
    expect(codeOf()).to.equal('not-ready');
    late.csv = csv;
    await loadCsv();
    expect(codeOf()).to.equal('metric');
  });
});

describe('the menu', () => {
  guard();

  const buttonOf = (element: Element): HTMLButtonElement =>
    element.shadowRoot?.querySelector('button[part=menu]') as HTMLButtonElement;
  const menuOf = (element: Element): HTMLElement | null | undefined => element.shadowRoot?.querySelector('[role=menu]');
  const focused = (element: Element): Element | null | undefined => element.shadowRoot?.activeElement;
  const statusOf = (element: Element): string => textOf(element, '.menu-place [role=status]');
  const choose = (element: Element, key: string): void =>
    element.shadowRoot?.querySelector<HTMLElement>(`[data-key=${key}]`)?.click();
  async function open<T extends InsightsElement>(element: T): Promise<T> {
    buttonOf(element).click();
    await until(() => menuOf(element), 'no menu opens');
    return element;
  }

  /** Answers for timers: those of a second and more are run by hand. */
  function holdTimers(): { readonly run: (ms: number) => void } {
    const real = globalThis.setTimeout;
    const held: (readonly [number, () => void])[] = [];
    globalThis.setTimeout = ((run: () => void, ms = 0, ...rest: []) =>
      ms >= 1000 ? held.push([ms, run]) : real(run, ms, ...rest)) as typeof setTimeout;
    afterTest(() => {
      globalThis.setTimeout = real;
    });
    return { run: (ms) => held.filter(([own]) => own === ms).forEach(([, run]) => run()) };
  }

  interface Given {
    readonly name: string;
    readonly file: Blob;
    readonly address: string;
    readonly wasInDocument: boolean;
  }

  /** Takes what a browser would save. */
  function catchDownloads(): { readonly files: Given[]; readonly revoked: string[] } {
    const { click } = HTMLAnchorElement.prototype;
    const { createObjectURL, revokeObjectURL } = URL;
    const [files, revoked, made] = [[] as Given[], [] as string[], new Map<string, Blob>()];
    URL.createObjectURL = (blob) => {
      const address = createObjectURL.call(URL, blob);
      made.set(address, blob as Blob);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      revoked.push(address);
      revokeObjectURL.call(URL, address);
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      const { download: name, href: address, isConnected: wasInDocument } = this;
      files.push({ name, file: made.get(address) as Blob, address, wasInDocument });
    };
    afterTest(() => {
      HTMLAnchorElement.prototype.click = click;
      Object.assign(URL, { createObjectURL, revokeObjectURL });
    });
    return { files, revoked };
  }

  function clipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
    const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard') as PropertyDescriptor;
    Object.defineProperty(Navigator.prototype, 'clipboard', { value: writeText && { writeText }, configurable: true });
    afterTest(() => Object.defineProperty(Navigator.prototype, 'clipboard', real));
  }

  it('opens, goes from item to item, and closes, by keyboard alone', async () => {
    const element = await show(trend());
    const button = buttonOf(element);
    expect([button.ariaLabel, button.ariaHasPopup, button.ariaExpanded]).to.deep.equal([
      'More for Reach by day',
      'menu',
      'false',
    ]);
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focused(element)?.role === 'menuitem' || focused(element)?.getAttribute('role') === 'menuitem');
    expect(button.ariaExpanded).to.equal('true');
    const names = (): string[] =>
      [...(menuOf(element)?.querySelectorAll('[role=menuitem]') ?? [])].map((item) => item.textContent?.trim() ?? '');
    expect(names()).to.deep.equal(['Copy as text', 'Download CSV', 'Download PNG', 'Play as tones']);
    await expect(element).to.be.accessible();
    const at = (): number => names().indexOf(focused(element)?.textContent?.trim() ?? '');
    for (const [press, place] of [
      ['ArrowDown', 1],
      ['End', 3],
      ['ArrowDown', 0],
      ['ArrowUp', 3],
      ['Home', 0],
    ] as const) {
      await sendKeys({ press });
      expect(at(), press).to.equal(place);
    }
    await sendKeys({ press: 'Escape' });
    expect([menuOf(element), focused(element), button.ariaExpanded]).to.deep.equal([null, button, 'false']);
    expect(element.shadowRoot?.querySelector('.menu-place')).to.equal(null);
    await sendKeys({ press: 'Enter' });
    await until(() => menuOf(element));
    await sendKeys({ press: 'Tab' });
    expect([menuOf(element), focused(element) === button]).to.deep.equal([null, false]);
  });

  it('keeps its look where other late words come while it is open', async () => {
    const element = await open(await show(card()));
    const shadow = (): string => getComputedStyle(menuOf(element) as Element).boxShadow;
    const before = shadow();
    expect(before).to.not.equal('none');
    element.compare = 'previous_period';
    await until(() => textOf(element, '[part=delta]').includes('%'));
    expect(shadow()).to.equal(before);
  });

  it('closes where a visitor presses elsewhere, on its button, or the numbers go', async () => {
    const element = await open(await show(card()));
    await sendMouse({ type: 'click', position: [1, 1] });
    expect(menuOf(element)).to.equal(null);
    await open(element);
    const { left, top } = buttonOf(element).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + 12), Math.round(top + 12)] });
    await until(() => menuOf(element) === null);
    await open(element);
    element.metric = 'reech';
    await settled(element);
    await element.updateComplete;
    expect([element.state, element.shadowRoot?.querySelector('.menu-place')]).to.deep.equal(['error', null]);
  });

  it('copies what toText says, and tells so in a live region that was there before', async () => {
    const timers = holdTimers();
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    const element = await open(await show(card()));
    const region = element.shadowRoot?.querySelector('.menu-place [role=status]');
    expect(region?.textContent).to.equal('');
    choose(element, 'text');
    await until(() => statusOf(element) === 'Copied');
    expect(element.shadowRoot?.querySelector('.menu-place [role=status]')).to.equal(region);
    expect(copied).to.deep.equal([await element.toText()]);
    expect(focused(element)).to.equal(buttonOf(element));
    timers.run(4000);
    expect(element.shadowRoot?.querySelector('.menu-place')).to.equal(null);
  });

  const denied: readonly [string, ((text: string) => Promise<void>) | undefined][] = [
    ['denied', () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'))],
    ['not there at all', undefined],
  ];
  for (const [what, writeText] of denied) {
    it(`a clipboard that is ${what} is told, and throws nothing`, async () => {
      clipboard(writeText);
      const element = await open(await show(card()));
      choose(element, 'text');
      await until(() => statusOf(element) === 'Could not copy: the page is not allowed to');
    });
  }

  it('gives CSV and PNG as files; their addresses end, and nothing of them is in the document', async () => {
    const timers = holdTimers();
    const { files, revoked } = catchDownloads();
    const element = await open(await show(trend({ account: 'Stüdio Lind', client })));
    choose(element, 'csv');
    await until(() => statusOf(element) === 'Download started');
    await open(element);
    choose(element, 'png');
    await until(() => files.length === 2, 'no picture');
    const [csv, png] = files;
    expect([csv?.name, png?.name]).to.deep.equal([
      'studio-lind-reach-2024-02-14-2024-03-12.csv',
      'studio-lind-reach-2024-02-14-2024-03-12.png',
    ]);
    // Blob.text() would take the byte order mark away.
    const bytes = new Uint8Array((await csv?.file.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(`\uFEFF${await csv?.file.text()}`.replace(/^\uFEFF+/, '\uFEFF')).to.equal(element.toCSV());
    expect([csv?.file.type, png?.file.type]).to.deep.equal(['text/csv;charset=utf-8', 'image/png']);
    expect(files.map(({ wasInDocument }) => wasInDocument)).to.deep.equal([false, false]);
    expect(revoked).to.deep.equal([]);
    timers.run(10_000);
    expect(revoked).to.deep.equal(files.map(({ address }) => address));
  });

  it('says that it did not work, and lets nothing out', async () => {
    const element = await open(await show(trend()));
    element.toPNG = () => Promise.reject(new RangeError('too large'));
    choose(element, 'png');
    await until(() => statusOf(element) === 'That did not work. Try again.');
  });

  it('a button whose menu cannot be loaded says why', async () => {
    const { others } = lateTakeAway;
    afterTest(() => {
      lateTakeAway.others = others;
    });
    const element = await show(card());
    lateTakeAway.others = () => Promise.reject(new TypeError('offline'));
    buttonOf(element).click();
    await until(() =>
      [...(element.shadowRoot?.querySelectorAll('[role=status]') ?? [])].some(
        (said) => said.textContent === 'No connection',
      ),
    );
    lateTakeAway.others = others;
    await open(element);
  });

  it('a second press while the menu is on its way is not for closing it; of a button that went there is none', async () => {
    const { others } = lateTakeAway;
    afterTest(() => {
      lateTakeAway.others = others;
    });
    const element = await show(card());
    let isTime = (): void => {};
    const gate = new Promise<void>((resolve) => {
      isTime = resolve;
    });
    lateTakeAway.others = async () => {
      await gate;
      return others();
    };
    buttonOf(element).click();
    buttonOf(element).click();
    isTime();
    await until(() => menuOf(element));
    await nextTask(20);
    expect(menuOf(element)).to.not.equal(null);
    const gone = await show(card());
    buttonOf(gone).click();
    gone.remove();
    await nextTask(50);
    expect(gone.shadowRoot?.querySelector('.menu-place')).to.equal(null);
  });

  it('a card has a picture where it has a number; what an element offers beside comes last', async () => {
    const keysOf = (element: Element): (string | undefined)[] =>
      [...(menuOf(element)?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])].map(({ dataset }) => dataset.key);
    const { files } = catchDownloads();
    const element = await show(card());
    Object.defineProperty(element, 'menuItems', { value: [{ key: 'tones', label: 'Play', run: () => 'Playing' }] });
    await open(element);
    expect(keysOf(element)).to.deep.equal(['text', 'csv', 'png', 'tones']);
    choose(element, 'tones');
    await until(() => statusOf(element) === 'Playing');
    await open(element);
    choose(element, 'png');
    await until(() => files.length === 1);
    expect([files[0]?.name, files[0]?.file.type]).to.deep.equal([
      'instagram-reach-2024-02-14-2024-03-12.png',
      'image/png',
    ]);
    const without = await open(await show(card({ result: uncounted })));
    expect(keysOf(without)).to.deep.equal(['text', 'csv']);
  });

  it('is there with numbers only, and not where the author does not want it', async () => {
    expect(buttonOf(await show(card({ client: clientOf(() => ({ data: [] })) })))).to.equal(null);
    const waiting = card({ client: clientOf(() => new Promise(() => {})) });
    await fixture(waiting);
    await waiting.updateComplete;
    expect(buttonOf(waiting)).to.equal(null);
    const host = await fixture<HTMLElement>(
      '<div><insights-metric-card metric="reach" no-menu></insights-metric-card></div>',
    );
    const element = host.firstElementChild as InsightsElement;
    element.client = client;
    await settled(element);
    expect(buttonOf(element)).to.equal(null);
  });

  it('an account header has text and CSV, and none of it with no-menu', async () => {
    const { files } = catchDownloads();
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    const element = make('insights-account-header', { client, account: 'Studio' });
    await fixture(element);
    await until(() => buttonOf(element));
    expect(buttonOf(element).ariaLabel).to.equal('More for Studio Lind');
    buttonOf(element).click();
    await until(() => menuOf(element), 'no menu opens');
    const names = [...(menuOf(element)?.querySelectorAll('[role=menuitem]') ?? [])].map((item) => item.textContent);
    expect(names).to.deep.equal(['Copy as text', 'Download CSV']);
    await expect(element).to.be.accessible();
    choose(element, 'text');
    await until(() => statusOf(element) === 'Copied');
    expect(copied).to.deep.equal([await element.toText()]);
    buttonOf(element).click();
    await until(() => menuOf(element));
    choose(element, 'csv');
    await until(() => files.length === 1);
    expect(files[0]?.name).to.equal('studio-account.csv');
    element.noMenu = true;
    await element.updateComplete;
    expect([buttonOf(element), element.shadowRoot?.querySelector('.menu-place')]).to.deep.equal([null, null]);
    element.noMenu = false;
    element.profile = {};
    await element.updateComplete;
    expect([element.state, buttonOf(element)]).to.deep.equal(['empty', null]);
  });

  const narrow: readonly [string, () => InsightsElement][] = [
    ['a card with a long heading', () => card({ heading: 'A heading that is as long as it is wide, and longer' })],
    ['a card of gained and lost', () => card({ metric: 'follows_and_unfollows', compare: 'previous_period' })],
    ['a chart with a legend', () => trend({ metric: 'likes,comments,shares', compare: 'previous_period' })],
    ['a pyramid', () => people({ breakdown: 'age,gender' })],
  ];
  for (const [what, create] of narrow) {
    for (const dir of ['ltr', 'rtl']) {
      it(`${what}, 190 px wide, ${dir}: all stands where it would without a menu, and no word is covered`, async () => {
        const element = create();
        await show(element, 'width: 190px');
        (element.parentElement as HTMLElement).dir = dir;
        const parts = (): number[][] =>
          [...(element.shadowRoot?.querySelectorAll('.label, .legend li, [part=value], .note, div.plot') ?? [])].map(
            (part) => {
              const { left, top, width, height } = part.getBoundingClientRect();
              return [left, top, width, height];
            },
          );
        await nextFrame();
        const withMenu = parts();
        const { left, right, top, bottom } = buttonOf(element).getBoundingClientRect();
        const middle = (top + bottom) / 2 + 2;
        for (const word of element.shadowRoot?.querySelectorAll('.label, .legend li') ?? []) {
          const range = document.createRange();
          range.selectNodeContents(word);
          for (const box of range.getClientRects())
            expect(box.top >= middle || box.right <= left || box.left >= right, word.textContent ?? '').to.equal(true);
        }
        element.noMenu = true;
        await element.updateComplete;
        await nextFrame();
        expect(parts()).to.deep.equal(withMenu);
      });
    }
  }
});

describe('fileName', () => {
  guard();

  const range = { since: '2024-05-06', until: '2024-05-12' };
  const of = (metric: string) => ({ metric, period: 'day', range });
  const token = `EAAG${'x1Y2z3'.repeat(8)}`;

  const cases: readonly [what: string, account: string, Parameters<typeof fileName>[1], string][] = [
    ['no account', '', [of('reach')], 'instagram-reach-2024-05-06-2024-05-12.csv'],
    ['several metrics', 'a', [of('likes'), of('likes'), of('shares')], 'a-likes-shares-2024-05-06-2024-05-12.csv'],
    ['many metrics', 'a', ['likes', 'saved', 'shares', 'reach'].map(of), 'a-insights-2024-05-06-2024-05-12.csv'],
    ['no days', 'a', [{ metric: 'follower_demographics', period: 'lifetime' }], 'a-follower_demographics.csv'],
    ['what no system takes', '../../Ça va? <b>', [of('re/ach:*')], 'ca-va-b-re-ach-2024-05-06-2024-05-12.csv'],
    ['letters of another script', '東京', [of('reach')], 'instagram-reach-2024-05-06-2024-05-12.csv'],
    ['a token', token, [of(token)], 'instagram-2024-05-06-2024-05-12.csv'],
    ['nothing', '', [], 'instagram.csv'],
  ];
  for (const [what, account, results, expected] of cases)
    it(what, () => expect(fileName(make('insights-metric-card', { account }), results, 'csv')).to.equal(expected));

  it('takes the account of a provider around it', async () => {
    const provider = await fixture<HTMLElement>(
      '<insights-provider account="studio"><p><insights-metric-card></insights-metric-card></p></insights-provider>',
    );
    const element = provider.querySelector('insights-metric-card') as Element;
    expect(fileName(element, [of('reach')], 'png')).to.equal('studio-reach-2024-05-06-2024-05-12.png');
  });
});

describe('InsightsAccountHeader.toCSV', () => {
  guard();

  it('is one row, safe against formulas; none where nothing is known', async () => {
    const element = make('insights-account-header');
    const head = '\uFEFFusername,name,followers_count,media_count,sample,fetched_at\r\n';
    expect(element.toCSV()).to.equal(head);
    element.profile = { username: 'studio', name: '=1+1', followersCount: 12, source: 'demo' };
    expect(element.toCSV()).to.equal(`${head}studio,'=1+1,12,,true,\r\n`);
  });

  it('has the time at which the answer came, however late an element asks; what is no number is none there', async () => {
    const head = '\uFEFFusername,name,followers_count,media_count,sample,fetched_at\r\n';
    let clock = now();
    const transport = createDemoTransport({ now, apiVersion: 'v25.0' });
    const later = createInsightsClient({ transport, now: () => clock });
    await later.account();
    clock += 60_000;
    const element = await fixture<InsightsAccountHeader>(make('insights-account-header', { client: later }));
    await until(() => element.state === 'ready');
    expect(element.toCSV()).to.match(/^.*\r\nstudio\.lind,Studio Lind,18420,\d+,true,2024-03-15T20:00:00\.000Z\r\n$/);
    element.profile = { username: 'studio', followersCount: Number.NaN, mediaCount: 0, fetchedAt: Number.NaN };
    expect(element.toCSV()).to.equal(`${head}studio,,,0,false,\r\n`);
  });
});

describe('InsightsAccountHeader.toText', () => {
  guard();

  it('a line each, and what is to be known of them; instead of an account, what is said there', async () => {
    const element = make('insights-account-header', {
      profile: { username: 'studio.lind', name: '\u202EStudio', followersCount: 1, mediaCount: 0, source: 'demo' },
    });
    expect(await element.toText()).to.equal('');
    await fixture(element);
    expect(await element.toText()).to.equal('\u202EStudio\n\n@studio.lind\n1 follower\n0 posts\n\nsample data');
    element.profile = {};
    await element.updateComplete;
    expect(await element.toText()).to.equal(textOf(element, '[part=message]').replace(' Instagram', '\nInstagram'));
  });
});
