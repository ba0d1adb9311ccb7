// Looks are the page's to decide: by color-scheme, by a theme's file, by custom properties and parts; and by nothing else.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { Chart } from 'chart.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { needing } from './engine.js';
import {
  type Answer,
  afterTest,
  clientOf,
  daily,
  guard,
  make,
  nextFrame,
  nextTask,
  settled,
  textOf,
  totals,
} from './harness.js';

const answer: Answer = ({ metric, breakdown, metric_type: type }, edge) => {
  if (edge === 'account') return { followers_count: 1000 };
  if (type === 'time_series') return daily(metric, { '2024-02-20': 3, '2024-02-21': 9, '2024-02-22': 5 });
  if (!breakdown) return totals(metric, 41_200);
  return totals(metric, undefined, {
    dimensions: breakdown.split(','),
    rows: [
      ['25-34|F', 200],
      ['25-34|M', 180],
    ],
  });
};

interface Pair {
  readonly card: InsightsElement;
  readonly chart: InsightsElement;
}

/** A card and a chart in a box, both drawn. */
async function pairIn(box: Element): Promise<Pair> {
  const client = clientOf(answer);
  const card = make('insights-metric-card', { metric: 'reach', client });
  const chart = make('insights-demographics-chart', { metric: 'follower_demographics', client });
  box.append(card, chart);
  await Promise.all([settled(card), settled(chart)]);
  await waitUntil(() => drawingOf(chart) && card.shadowRoot?.querySelector('path'), 'not drawn', { timeout: 5000 });
  return { card, chart };
}

const boxOf = (html: string): Promise<HTMLElement> => fixture<HTMLElement>(html);

function drawingOf(element: Element): Chart | undefined {
  const canvas = element.shadowRoot?.querySelector('canvas');
  return canvas ? Chart.getChart(canvas) : undefined;
}

function within(element: Element, selector: string): Element {
  return element.shadowRoot?.querySelector(selector) ?? expect.fail(`<${element.localName}> has no ${selector}`);
}

const styleOf = (element: Element, selector: string): CSSStyleDeclaration =>
  getComputedStyle(within(element, selector));

/** The colour in the middle of the one bar of a side. */
function barColor(element: Element, side: number): string {
  const drawing = drawingOf(element);
  const bar = drawing?.getDatasetMeta(side).data[0];
  if (!drawing || !bar) return 'no bar';
  const { x, y, base } = bar.getProps(['x', 'y', 'base'], true) as unknown as { x: number; y: number; base: number };
  const ratio = drawing.currentDevicePixelRatio;
  const [red, green, blue] = drawing.ctx.getImageData(((x + base) / 2) * ratio, y * ratio, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** What a visitor sees of the theme: in the DOM of both elements, and on the canvas. */
const looksOf = ({ card, chart }: Pair) => ({
  surfaces: [card, chart].map((element) => styleOf(element, '[part=base]').backgroundColor),
  text: styleOf(card, '[part=value]').color,
  note: styleOf(card, '.note').color,
  line: styleOf(card, 'path').stroke,
  bars: [barColor(chart, 0), barColor(chart, 1)],
});
type Looks = ReturnType<typeof looksOf>;

/** Waits for a canvas to follow, and says what stands there where it does not. */
async function looksLike(pair: Pair, looks: Looks, name = ''): Promise<void> {
  const start = performance.now();
  while (JSON.stringify(looksOf(pair)) !== JSON.stringify(looks) && performance.now() - start < 1000) await nextFrame();
  expect(looksOf(pair), name).to.deep.equal(looks);
}

const rgb = (hex: string): string =>
  `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`;

const looks = (surface: string, text: string, note: string, first: string, second: string): Looks => ({
  surfaces: [rgb(surface), rgb(surface)],
  text: rgb(text),
  note: rgb(note),
  line: rgb(first),
  bars: [rgb(first), rgb(second)],
});
const own = {
  light: looks('#ffffff', '#171a21', '#5b6270', '#3457d5', '#d9620f'),
  dark: looks('#16181d', '#eceef2', '#9aa3b2', '#8ea6ff', '#f08a3c'),
};
const schemes = ['light', 'dark'] as const;
const opposite = { light: 'dark', dark: 'light' } as const;

/** A style sheet of the page, gone after the test. */
function pageStyle(css: string): void {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  afterTest(() => style.remove());
}

/** A theme's file, linked as a page does it. @returns what its author wrote for a property */
async function linkTheme(name: string): Promise<(property: string) => Record<'light' | 'dark', string>> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(`../../src/themes/${name}.css`, import.meta.url).href;
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
  });
  document.head.append(link);
  afterTest(() => link.remove());
  await loaded;
  const rule = [...(link.sheet?.cssRules ?? [])].find((each) => each instanceof CSSStyleRule);
  return (property) => {
    const [light = '', dark = ''] = rule?.style.getPropertyValue(property).match(/#\w{6}/g) ?? [];
    return { light, dark };
  };
}

needing('emulated media').describe('theme: light and dark', () => {
  guard();
  before(() => {
    document.documentElement.style.colorScheme = 'light dark';
  });
  after(async () => {
    document.documentElement.style.colorScheme = '';
    await emulateMedia({ colorScheme: 'light' });
  });

  for (const system of schemes) {
    const forced = opposite[system];

    it(`the system is ${system}, the page leaves it to that: ${system}`, async () => {
      await emulateMedia({ colorScheme: system });
      await looksLike(await pairIn(await boxOf('<div></div>')), own[system]);
    });

    it(`the system is ${system}, a box around is ${forced}: ${forced} in there, and only there`, async () => {
      await emulateMedia({ colorScheme: system });
      const box = await boxOf(`<div style="color-scheme: ${forced}"><p></p></div>`);
      await looksLike(await pairIn(box.firstElementChild as Element), own[forced]);
      await looksLike(await pairIn(await boxOf('<div></div>')), own[system]);
    });

    it(`the system is ${system}, the elements themselves are ${forced}: ${forced}`, async () => {
      await emulateMedia({ colorScheme: system });
      pageStyle(`insights-metric-card, insights-demographics-chart { color-scheme: ${forced} }`);
      await looksLike(await pairIn(await boxOf('<div></div>')), own[forced]);
    });
  }

  it('a box around is switched back and forth, faster than a frame too: what came last', async () => {
    await emulateMedia({ colorScheme: 'light' });
    const box = await boxOf('<div></div>');
    const pair = await pairIn(box);
    for (const scheme of ['dark', 'light', 'dark'] as const) {
      box.style.colorScheme = scheme;
      await looksLike(pair, own[scheme], scheme);
    }
    for (const scheme of ['light', 'dark', 'light', 'dark', 'light']) {
      box.style.colorScheme = scheme;
      await nextFrame();
    }
    await looksLike(pair, own.light, 'in the end');
  });

  it('the system changes while a page that is light by decree is open: nothing changes', async () => {
    await emulateMedia({ colorScheme: 'light' });
    const pair = await pairIn(await boxOf('<div style="color-scheme: only light"></div>'));
    await emulateMedia({ colorScheme: 'dark' });
    for (let frame = 0; frame < 5; frame += 1) await nextFrame();
    expect(looksOf(pair)).to.deep.equal(own.light);
  });
});

describe('theme: the ready themes', () => {
  guard();

  for (const name of ['paper', 'aurora']) {
    const themed = (value: Awaited<ReturnType<typeof linkTheme>>, scheme: 'light' | 'dark'): Looks => {
      const [surface, text, note, first, second] = ['surface', 'text', 'muted', 'series-1', 'series-2'].map(
        (property) => value(`--insights-${property}`)[scheme],
      );
      return looks(surface ?? '', text ?? '', note ?? '', first ?? '', second ?? '');
    };

    it(`${name}: what is under its attribute, in both schemes, and nothing beside it`, async () => {
      const value = await linkTheme(name);
      const page = await boxOf(
        `<div style="color-scheme: light"><div data-insights-theme=${name}></div><div></div></div>`,
      );
      const [inside, beside] = await Promise.all([...page.children].map(pairIn));
      for (const scheme of ['light', 'dark', 'light'] as const) {
        page.style.colorScheme = scheme;
        await looksLike(inside as Pair, themed(value, scheme), scheme);
        await looksLike(beside as Pair, own[scheme], `beside, ${scheme}`);
      }
      const { borderRadius, fontFamily } = styleOf((inside as Pair).card, '[part=base]');
      const plain = styleOf((beside as Pair).card, '[part=base]');
      expect(borderRadius).to.not.equal(plain.borderRadius);
      expect(fontFamily).to.not.equal(plain.fontFamily);
      const drawn = drawingOf((inside as Pair).chart)?.options.font as { family: string };
      expect(drawn.family).to.equal(fontFamily);
    });

    it(`${name}: put on and taken off, live`, async () => {
      const value = await linkTheme(name);
      const box = await boxOf('<div style="color-scheme: light"></div>');
      const pair = await pairIn(box);
      box.dataset.insightsTheme = name;
      await looksLike(pair, themed(value, 'light'));
      delete box.dataset.insightsTheme;
      await looksLike(pair, own.light);
    });

    it(`${name}: on the elements alone`, async () => {
      const value = await linkTheme(name);
      const pair = await pairIn(await boxOf('<div style="color-scheme: dark"></div>'));
      for (const element of Object.values(pair)) element.dataset.insightsTheme = name;
      await looksLike(pair, themed(value, 'dark'));
    });
  }

  it('one in the other: the inner one', async () => {
    await linkTheme('paper');
    const inner = await linkTheme('aurora');
    const box = await boxOf('<div data-insights-theme="aurora"><div data-insights-theme="paper"></div></div>');
    const nested = await boxOf('<div data-insights-theme="paper"><div data-insights-theme="aurora"></div></div>');
    const [paper, aurora] = await Promise.all(
      [box, nested].map(({ firstElementChild }) => pairIn(firstElementChild as Element)),
    );
    await waitUntil(() => looksOf(aurora as Pair).line === rgb(inner('--insights-accent').light));
    expect(looksOf(paper as Pair).bars).to.not.deep.equal(looksOf(aurora as Pair).bars);
  });
});

describe('theme: custom properties and parts', () => {
  guard();

  it('set on one element they change that one only', async () => {
    const one = await pairIn(await boxOf('<div style="color-scheme: light"></div>'));
    const other = await pairIn(await boxOf('<div style="color-scheme: light"></div>'));
    one.chart.style.setProperty('--insights-series-2', '#00aa11');
    one.card.style.setProperty('--insights-accent', '#aa0011');
    await looksLike(one, { ...own.light, line: rgb('#aa0011'), bars: [own.light.bars[0] ?? '', rgb('#00aa11')] });
    expect(looksOf(other)).to.deep.equal(own.light);
  });

  it('a value that is no colour leaves the elements readable', async () => {
    const box = await boxOf(
      '<div style="color-scheme: light; --insights-text: 12px; --insights-series-1: nonsense"></div>',
    );
    const pair = await pairIn(box);
    expect(looksOf(pair).text).to.not.equal(looksOf(pair).surfaces[0]);
    expect(looksOf(pair).bars[1]).to.equal(own.light.bars[1]);
  });

  it('::part() is obeyed, and reaches no further than its part', async () => {
    pageStyle(`
      .styled > *::part(base) { background: rgb(1, 2, 3); padding: 40px; border-radius: 0; box-shadow: none }
      .styled > *::part(value) { color: rgb(4, 5, 6) }
      .styled > *::part(chart) { opacity: 0.5 }
      .styled > *::part(note), .styled > * p { color: rgb(7, 8, 9) }`);
    const { card, chart } = await pairIn(await boxOf('<div class="styled" style="color-scheme: light"></div>'));
    for (const element of [card, chart]) {
      const { backgroundColor, padding, borderRadius, boxShadow } = styleOf(element, '[part=base]');
      expect([backgroundColor, padding, borderRadius, boxShadow]).to.deep.equal([
        'rgb(1, 2, 3)',
        '40px',
        '0px',
        'none',
      ]);
      expect(styleOf(element, '[part=chart]').opacity).to.equal('0.5');
      expect(styleOf(element, '.note').color).to.equal(own.light.note);
    }
    expect(styleOf(card, '[part=value]').color).to.equal('rgb(4, 5, 6)');
    await waitUntil(
      () => drawingOf(chart)?.width === within(chart, '.plot').clientWidth,
      'the canvas does not fit its box',
    );
  });
});

describe('theme: a good guest', () => {
  guard();
  before(() => {
    // A page that grows must not become narrower.
    document.documentElement.style.overflowY = 'scroll';
  });
  after(() => document.documentElement.style.removeProperty('overflow-y'));

  /** All that elements look like, as the browser has worked it out. */
  const computed = (elements: Iterable<Element>): Map<string, string>[] =>
    Array.from(elements, (element) => {
      const style = getComputedStyle(element);
      const values = Array.from(style, (property) => [property, style.getPropertyValue(property)] as const);
      return new Map([['element', element.localName], ...values.filter(([property]) => !property.startsWith('--'))]);
    });
  const insideOf = (pair: Pair): Map<string, string>[] =>
    Object.values(pair).flatMap((element: Element) => computed(element.shadowRoot?.querySelectorAll('*') ?? []));
  /** Waits for what is said later: how many followers there are, and what is loaded for it. */
  const steady = async (pair: Pair): Promise<void> => {
    const texts = (): string =>
      Object.values(pair)
        .map((element: Element) => textOf(element))
        .join();
    for (let before = ''; before !== texts(); await nextTask(100)) before = texts();
  };
  const changes = (before: Map<string, string>[], after: Map<string, string>[]): string[] =>
    after.flatMap((style, at) =>
      [...style]
        .filter(([property, value]) => before[at]?.get(property) !== value)
        .map(([property, value]) => `${style.get('element')} ${property}: ${before[at]?.get(property)} -> ${value}`),
    );

  const hostile = 'color: red !important; background: lime !important; font: 40px monospace !important';
  const boxes =
    'display: block !important; margin: 30px !important; padding: 20px !important; border: 9px solid !important';
  const sheets: Readonly<Record<string, string>> = {
    'its tags': `p, ul, li, button, table, th, td, canvas, svg, path, details, summary, span, bdi { ${hostile}; ${boxes} }`,
    'its sizes': 'canvas, svg, table { width: 10px !important; height: 9999px !important; max-width: none !important }',
    'class names like ours': `.body, .row, .note, .label, .plot, .legend, .probe, .hidden { ${hostile}; ${boxes} }`,
    'attributes and ids like ours': `[part], [part="base"], #label, #sentence { ${hostile}; ${boxes} }`,
    'what is inside our tags': `insights-metric-card *, insights-demographics-chart > * { ${hostile}; ${boxes} }`,
    'its own --_names': ':root { --_surface: red; --_text: red; --_muted: red; --_series-2: red; --_accent: red }',
    'its text': 'body { color: red; font: italic 700 40px / 3 monospace; text-align: center; background: black }',
    'its text, otherwise': 'body { word-break: break-all }',
    'what it gives to every tag':
      '* { color: red; font-style: italic; font-weight: 700; line-height: 3; letter-spacing: 0.2em; word-spacing: 0.5em; text-align: center; text-indent: 2em; text-shadow: 1px 1px red; text-transform: uppercase; white-space: pre; word-break: break-all }',
    'its universal rules': '*, ::before, ::after { box-sizing: border-box; transition: none; animation: none }',
  };
  for (const [name, css] of Object.entries(sheets)) {
    it(`the page's CSS does not leak in: ${name}`, async () => {
      const box = await boxOf('<div style="color-scheme: light; width: 500px"></div>');
      const pair = await pairIn(box);
      await steady(pair);
      const before = insideOf(pair);
      const picture = within(pair.chart, 'canvas') as HTMLCanvasElement;
      const drawn = picture.toDataURL();
      pageStyle(css);
      for (let frame = 0; frame < 4; frame += 1) await nextFrame();
      expect(changes(before, insideOf(pair))).to.deep.equal([]);
      expect(picture.toDataURL() === drawn, 'another picture').to.equal(true);
    });
  }

  it('our CSS does not leak out: neither onto the page nor into what stands in an element', async () => {
    const page =
      await boxOf(`<main class="body"><p class="label note" part="base">a</p><ul class="legend"><li>b</li></ul>
      <details part="table"><summary>c</summary><table><tr><th>d</th><td class="number">e</td></tr></table></details>
      <button>f</button><canvas class="plot"></canvas><svg></svg><span class="probe theme-watch hidden skeleton"></span></main>`);
    const everything = (): Map<string, string>[] =>
      computed([...document.querySelectorAll('head, head *'), page, ...page.querySelectorAll('*')]);
    const before = everything();
    const sheetsBefore = [document.styleSheets.length, document.adoptedStyleSheets.length];
    const box = await boxOf('<div style="position: absolute"></div>');
    await pairIn(box);
    expect(changes(before, everything())).to.deep.equal([]);
    expect([document.styleSheets.length, document.adoptedStyleSheets.length]).to.deep.equal(sheetsBefore);
    for (const element of [document.documentElement, document.body, box]) {
      expect(getComputedStyle(element).getPropertyValue('--_surface'), element.localName).to.equal('');
    }
  });
});

needing('forced colours').describe('theme: forced colours', () => {
  guard();

  it('what is ruled for them: an outline where the ring is gone, and marks that keep their colours', async () => {
    console.log(
      'Forced colours themselves cannot be had from this launcher: their rules are tried as if they applied.',
    );
    const { card, chart } = await pairIn(await boxOf('<div style="color-scheme: light"></div>'));
    for (const element of [card, chart]) {
      const rules = (element.shadowRoot?.adoptedStyleSheets ?? [])
        .flatMap((sheet) => [...sheet.cssRules])
        .filter((rule) => rule instanceof CSSMediaRule)
        .filter(({ conditionText }) => conditionText.includes('forced-colors: active'))
        .flatMap(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText));
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules.join('\n'));
      element.shadowRoot?.adoptedStyleSheets.push(sheet);
      const { borderTopWidth, borderTopStyle } = styleOf(element, '[part=base]');
      expect([borderTopWidth, borderTopStyle]).to.deep.equal(['1px', 'solid']);
    }
    // The canvas is not painted over: what it is drawn with has to be the visitor's already, in a page that is light only too.
    const named = ['surface', 'text', 'muted', 'grid'].map((name) =>
      getComputedStyle(chart).getPropertyValue(`--_${name}`),
    );
    expect(named).to.deep.equal(['Canvas', 'CanvasText', 'CanvasText', 'color-mix(in srgb, CanvasText 25%, Canvas)']);
    expect(getComputedStyle(chart).colorScheme).to.equal('light dark');
    expect(styleOf(chart, '.probe').forcedColorAdjust).to.equal('none');
    expect(styleOf(chart, '.swatch').forcedColorAdjust).to.equal('none');
  });
});
