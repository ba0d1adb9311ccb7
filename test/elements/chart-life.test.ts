// The life of a chart in an element: drawn once and late, as large as its box, gone with the element.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { emulateMedia, setViewport } from '@web/test-runner-commands';
import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  DoughnutController,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js';
import { ChartController } from '../../src/elements/chart-controller.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import type { InsightsDemographicsChart } from '../../src/elements/demographics-chart/demographics-chart.js';
import { needing } from './engine.js';
import {
  type Answer,
  afterTest,
  clientOf,
  guard,
  listen,
  make,
  nextFrame,
  nextTask,
  settled,
  textOf,
  totals,
} from './harness.js';

/** What Chart.js is set to before anything of ours is loaded, on a page with charts of its own. */
Chart.register(BarController, BarElement, LineController, LineElement, PointElement, DoughnutController, ArcElement);
Chart.register(CategoryScale, LinearScale);
Chart.defaults.elements.line.tension = 0.9;
Chart.defaults.elements.point.radius = 9;
Chart.defaults.elements.bar.borderRadius = 7;
Chart.defaults.font.size = 11;
const defaultsBefore = JSON.stringify(Chart.defaults);

const people: Answer = ({ metric, breakdown = '' }, edge) => {
  if (edge === 'account') return { followers_count: 1000 };
  const dimensions = breakdown.split(',');
  if (breakdown === 'age,gender') {
    return totals(metric, undefined, {
      dimensions,
      rows: [
        ['18-24|F', 120],
        ['18-24|M', 80],
        ['25-34|F', 200],
        ['25-34|M', 100],
      ],
    });
  }
  return totals(metric, undefined, {
    dimensions,
    rows: [
      ['Vienna, Vienna', 300],
      ['Graz, Styria', 150],
      ['Linz, Upper Austria', 100],
      ['Berlin, Berlin', 90],
      ['Munich, Bavaria', 80],
    ],
  });
};

const create = (breakdown = 'city', properties: Partial<InsightsDemographicsChart> = {}): InsightsDemographicsChart =>
  make('insights-demographics-chart', {
    metric: 'follower_demographics',
    breakdown,
    client: clientOf(people),
    ...properties,
  });

const canvasOf = (element: Element): HTMLCanvasElement => {
  const canvas = element.shadowRoot?.querySelector('canvas');
  if (!canvas) throw new Error('There is no canvas.');
  return canvas;
};
const chartOf = (element: Element): Chart | undefined => {
  const canvas = element.shadowRoot?.querySelector('canvas');
  return canvas ? Chart.getChart(canvas) : undefined;
};
const alive = (): number => Object.keys(Chart.instances).length;

/** Waits until the chart of an element is drawn. */
async function drawn<T extends InsightsDemographicsChart>(element: T): Promise<T> {
  await settled(element);
  await waitUntil(() => chartOf(element) !== undefined, 'no chart is drawn', { interval: 5, timeout: 5000 });
  return element;
}

const show = async (element: InsightsDemographicsChart): Promise<InsightsDemographicsChart> =>
  drawn(await fixture<InsightsDemographicsChart>(element));

/** The colour of the pixel in the middle of a bar. */
function barColor(element: Element, dataset = 0, index = 0): string {
  const chart = chartOf(element);
  const bar = chart?.getDatasetMeta(dataset).data[index];
  if (!chart || !bar) throw new Error('There is no such bar.');
  const { x, y, base } = bar.getProps(['x', 'y', 'base'], true) as unknown as { x: number; y: number; base: number };
  const ratio = chart.currentDevicePixelRatio;
  const at = ((x + base) / 2) * ratio;
  const [red, green, blue] = chart.ctx.getImageData(at, y * ratio, 1, 1).data;
  return `rgb(${red}, ${green}, ${blue})`;
}

/** The first pixel that is not empty, row by row: what stands at the top. */
const inked = (canvas: HTMLCanvasElement): number =>
  canvas
    .getContext('2d')
    ?.getImageData(0, 0, canvas.width, canvas.height)
    .data.reduce((count, value, at) => count + (at % 4 === 3 && value > 0 ? 1 : 0), 0) ?? 0;

describe('InsightsDemographicsChart: life', () => {
  guard();
  afterEach(() => expect(alive()).to.equal(0));

  it('is drawn in the shadow root, and its canvas has a name and a description', async () => {
    const element = await show(create());
    const canvas = canvasOf(element);
    expect(inked(canvas)).to.be.greaterThan(500);
    expect(canvas.getAttribute('role')).to.equal('img');
    for (const relation of ['aria-labelledby', 'aria-describedby']) {
      const id = canvas.getAttribute(relation) ?? '';
      expect(element.shadowRoot?.getElementById(id)?.textContent?.trim(), relation).to.not.equal('');
    }
    expect(textOf(element, '#sentence')).to.equal(
      'Largest group: \u2068Vienna, Vienna\u2069, 42% of the people listed.',
    );
  });

  it('removed: ended; put back: drawn again, on one canvas, at the size of the new place', async () => {
    const element = await show(create());
    const loads = listen('insights-load');
    const wide = chartOf(element)?.width ?? 0;
    element.remove();
    expect([alive(), chartOf(element) === undefined]).to.deep.equal([0, true]);
    const narrow = await fixture<HTMLElement>('<div></div>');
    narrow.style.width = '300px';
    narrow.append(element);
    await drawn(element);
    await nextFrame();
    await nextFrame();
    expect(alive()).to.equal(1);
    expect(chartOf(element)?.width).to.be.below(wide);
    expect(chartOf(element)?.width).to.equal(canvasOf(element).parentElement?.clientWidth);
    expect(inked(canvasOf(element))).to.be.greaterThan(500);
    expect(loads).to.deep.equal([]);
  });

  it('connected twice, as under StrictMode: one chart', async () => {
    const host = await fixture<HTMLElement>('<div></div>');
    const element = create();
    host.append(element);
    element.remove();
    host.append(element);
    await drawn(element);
    await nextTask(20);
    expect(alive()).to.equal(1);
  });

  it('moved while drawn: one chart', async () => {
    const element = await show(create());
    const other = await fixture<HTMLElement>('<div></div>');
    other.append(element);
    await drawn(element);
    expect(alive()).to.equal(1);
  });

  it('gone at any moment while the library, the answer or the screen is on its way: no chart', async () => {
    const moments = [
      () => Promise.resolve(),
      () => nextTask(),
      nextFrame,
      () => nextTask(5),
      () => nextTask(8),
      async () => {
        await nextFrame();
        await nextFrame();
      },
    ];
    for (const moment of moments) {
      const element = create();
      document.body.append(element);
      await moment();
      element.remove();
      await nextTask(20);
      expect([alive(), chartOf(element) === undefined]).to.deep.equal([0, true]);
    }
  });

  it('follows its breakdown, live: bars, a pyramid, bars', async () => {
    const element = await show(create('city'));
    expect(chartOf(element)?.data.labels).to.deep.equal([
      'Vienna, Vienna',
      'Graz, Styria',
      'Linz, Upper Austria',
      'Berlin, Berlin',
      'Munich, Bavaria',
    ]);
    element.breakdown = 'age,gender';
    await waitUntil(() => chartOf(element)?.data.datasets.length === 2);
    expect(chartOf(element)?.data.labels).to.deep.equal(['18–24', '25–34']);
    expect(textOf(element, '.legend')).to.equal('Women 64% Men 36%');
    element.breakdown = 'city';
    await waitUntil(() => chartOf(element)?.data.datasets.length === 1);
    expect(chartOf(element)?.data.labels?.length).to.equal(5);
    expect(element.shadowRoot?.querySelector('.legend')).to.equal(null);
    expect(alive()).to.equal(1);
  });

  it('a wrong attribute ends the chart, the right one draws it again', async () => {
    const element = await show(create());
    element.breakdown = 'town';
    await waitUntil(() => element.state === 'error');
    await nextTask();
    expect([element.state, alive()]).to.deep.equal(['error', 0]);
    element.breakdown = 'city';
    await drawn(element);
    expect(alive()).to.equal(1);
  });

  it('a new answer is drawn in place', async () => {
    let first = 300;
    const client = clientOf((params, edge) =>
      edge === 'account'
        ? {}
        : totals(params.metric, undefined, {
            dimensions: ['city'],
            rows: [
              ['Vienna', first],
              ['Graz', 100],
            ],
          }),
    );
    const element = await show(create('city', { client }));
    const chart = chartOf(element);
    first = 50;
    element.refresh();
    await waitUntil(() => chart?.data.labels?.[0] === 'Graz');
    expect(chartOf(element) === chart).to.equal(true);
    element.breakdown = 'age,gender';
    element.client = clientOf(people);
    await waitUntil(() => chartOf(element)?.data.datasets.length === 2);
    const pyramid = chartOf(element);
    element.heading = 'Somebody';
    await element.updateComplete;
    await nextTask();
    expect(chartOf(element) === pyramid).to.equal(true);
  });

  it('failures after a success dim and date the chart', async () => {
    let fail = false;
    const client = clientOf((params, edge) => {
      if (fail)
        return { data: [{ name: 'follower_demographics', period: 'lifetime', total_value: { breakdowns: 'none' } }] };
      return people(params, edge);
    });
    const element = await show(create('city', { client }));
    fail = true;
    element.refresh();
    await waitUntil(() => element.error !== undefined);
    await element.updateComplete;
    expect([element.state, element.error?.code]).to.deep.equal(['ready', 'malformed-response']);
    expect(Number(getComputedStyle(canvasOf(element).parentElement as Element).opacity)).to.be.below(1);
    expect(textOf(element, '.note')).to.contain('a newer answer could not be had');
    expect(alive()).to.equal(1);
  });
});

describe('InsightsDemographicsChart: texts from the API', () => {
  guard();

  it('are texts, isolated in the table, and cut when they are long', async () => {
    const evil = '<img src=x onerror="globalThis.pwned = true">';
    const client = clientOf((params, edge) =>
      edge === 'account'
        ? {}
        : totals(params.metric, undefined, {
            dimensions: ['city'],
            rows: [
              [evil, 30],
              ['__proto__', 20],
              ['x'.repeat(500), 10],
              ['شارقة', 5],
            ],
          }),
    );
    const element = await show(create('city', { client }));
    expect(element.shadowRoot?.querySelector('img')).to.equal(null);
    expect(textOf(element, '#sentence')).to.contain(evil);
    const names = [...(element.shadowRoot?.querySelectorAll('tbody th bdi') ?? [])].map(
      (name) => name.textContent ?? '',
    );
    expect([names[0], names[1], names[2]?.length, names[3]]).to.deep.equal([evil, '__proto__', 120, 'شارقة']);
    expect(Reflect.has(globalThis, 'pwned')).to.equal(false);
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
  });
});

describe('InsightsDemographicsChart: size', () => {
  guard();

  const sizeOf = (element: Element): number[] => {
    const chart = chartOf(element);
    const { width, height } = canvasOf(element);
    const ratio = chart?.currentDevicePixelRatio ?? 0;
    return [chart?.width ?? 0, chart?.height ?? 0, width / ratio, height / ratio];
  };
  const boxOf = (element: Element): number[] => {
    const { clientWidth, clientHeight } = canvasOf(element).parentElement as HTMLElement;
    return [clientWidth, clientHeight, clientWidth, clientHeight];
  };
  const fits = (element: Element): Promise<void> =>
    waitUntil(() => String(sizeOf(element)) === String(boxOf(element)), `${sizeOf(element)} in ${boxOf(element)}`);

  it('grows and shrinks with its container', async () => {
    const host = await fixture<HTMLElement>('<div style="width: 400px"></div>');
    const element = create();
    host.append(element);
    await drawn(element);
    for (const width of [640, 320, 900, 240]) {
      host.style.width = `${width}px`;
      await nextFrame();
      await fits(element);
      expect(element.getBoundingClientRect().width).to.equal(width);
      expect(canvasOf(element).getBoundingClientRect().width).to.be.below(width);
    }
    await nextTask(100);
    const height = element.getBoundingClientRect().height;
    await nextTask(100);
    expect(element.getBoundingClientRect().height).to.equal(height);
  });

  for (const layout of ['display: flex', 'display: grid; grid-template-columns: 1fr 1fr']) {
    it(`shrinks again in a container with ${layout}`, async () => {
      const host = await fixture<HTMLElement>(`<div style="width: 800px; ${layout}"></div>`);
      const element = create();
      element.style.flex = '1';
      host.append(element, document.createElement('p'));
      await drawn(element);
      await fits(element);
      host.style.width = '500px';
      await nextFrame();
      await fits(element);
      expect(element.getBoundingClientRect().width).to.be.at.most(500);
      await nextTask(50);
      await fits(element);
    });
  }

  it('is right when it is shown after it was hidden, also in a theme that changed meanwhile', async () => {
    const host = await fixture<HTMLElement>('<div style="display: none"></div>');
    const element = create();
    host.append(element);
    await settled(element);
    await nextTask(50);
    expect(chartOf(element) === undefined).to.equal(true);
    host.style.display = '';
    await drawn(element);
    await fits(element);
    expect(inked(canvasOf(element))).to.be.greaterThan(500);

    host.style.display = 'none';
    await nextTask(50);
    host.style.width = '500px';
    element.style.setProperty('--insights-series-1', '#00aa11');
    await nextTask(50);
    host.style.display = '';
    await fits(element);
    await waitUntil(() => barColor(element) === 'rgb(0, 170, 17)');
  });

  needing('a dense screen').it('follows the density of the screen', async () => {
    const element = await show(create());
    const real = devicePixelRatio;
    const before = canvasOf(element).width;
    const set = (value: number): void =>
      void Object.defineProperty(globalThis, 'devicePixelRatio', { value, configurable: true });
    afterTest(() => set(real));
    set(2);
    // A zoom also changes the box, which is what tells here: the media query of a test browser stays as it is.
    (element.parentElement as HTMLElement).style.width = '420px';
    await nextFrame();
    await fits(element);
    expect(chartOf(element)?.currentDevicePixelRatio).to.equal(2);
    expect(canvasOf(element).width).to.equal(2 * (chartOf(element)?.width ?? 0));
    expect(before).to.not.equal(canvasOf(element).width);
  });

  it('below the fold: asked at once, drawn when it comes near', async () => {
    await setViewport({ width: 800, height: 600 });
    const host = await fixture<HTMLElement>('<div><div style="height: 3000px"></div></div>');
    const element = create();
    host.append(element);
    await settled(element);
    await nextTask(100);
    expect([element.state, chartOf(element) === undefined]).to.deep.equal(['ready', true]);
    scrollTo(0, 2200);
    await drawn(element);
    scrollTo(0, 0);
  });
});

describe('InsightsDemographicsChart: print', () => {
  guard();

  const far = async (properties: Partial<InsightsDemographicsChart> = {}): Promise<InsightsDemographicsChart> => {
    const page = await fixture<HTMLElement>('<div><div style="height: 3000px"></div></div>');
    const element = create('city', properties);
    page.append(element);
    return settled(element);
  };
  const print = (when: 'before' | 'after'): boolean => dispatchEvent(new Event(`${when}print`));

  it('what was never near is drawn before printing, at once where another chart has the library', async () => {
    await show(create());
    const element = await far();
    expect(chartOf(element)).to.equal(undefined);
    print('before');
    expect(inked(canvasOf(element))).to.be.greaterThan(500);
    expect(element.shadowRoot?.querySelector('details')?.open).to.equal(false);
    print('after');
  });

  it('printing twice before it ends leaves the page’s own scheme, as important as it was', async () => {
    const element = await far();
    element.style.setProperty('color-scheme', 'dark', 'important');
    print('before');
    print('before');
    expect(element.style.colorScheme).to.equal('light');
    print('after');
    const { style } = element;
    expect([style.colorScheme, style.getPropertyPriority('color-scheme')]).to.deep.equal(['dark', 'important']);
  });

  needing('emulated media').it(
    'without the library the table is printed, and no plot; afterwards all is as before',
    async () => {
      const { load } = ChartController;
      afterTest(() => {
        ChartController.load = load;
      });
      ChartController.load = () => new Promise(() => {});
      const element = await far();
      const details = element.shadowRoot?.querySelector('details') as HTMLDetailsElement;
      const stage = element.shadowRoot?.querySelector('.stage') as HTMLElement;
      print('before');
      await emulateMedia({ media: 'print' });
      expect([details.open, stage.checkVisibility()]).to.deep.equal([true, false]);
      await emulateMedia({ media: 'screen' });
      print('after');
      expect([details.open, stage.checkVisibility()]).to.deep.equal([false, true]);
    },
  );

  it('is light, whatever the screen is, and dark again afterwards', async () => {
    const host = await fixture<HTMLElement>('<div style="color-scheme: dark"></div>');
    const element = create();
    element.style.setProperty('color-scheme', 'dark');
    host.append(element);
    await drawn(element);
    const textColor = (): unknown =>
      (chartOf(element)?.options.scales?.y as { ticks?: { color?: unknown } } | undefined)?.ticks?.color;
    const dark = textColor();
    print('before');
    expect(textColor()).to.equal('rgb(23, 26, 33)');
    print('after');
    expect([textColor(), element.style.getPropertyValue('color-scheme')]).to.deep.equal([dark, 'dark']);
    print('before');
    element.remove();
    expect(element.style.getPropertyValue('color-scheme')).to.equal('dark');
    print('after');
  });

  it('is drawn three times as dense as CSS, at least, also what was never near; afterwards as the screen is', async () => {
    const near = await show(create());
    const element = await far();
    const { clientWidth } = canvasOf(near).parentElement as HTMLElement;
    const density = (): number => canvasOf(near).width / clientWidth;
    const before = density();
    expect(before).to.equal(devicePixelRatio);
    print('before');
    expect(density()).to.equal(Math.max(3, before));
    const far3 = canvasOf(element);
    expect(far3.width).to.equal((far3.parentElement as HTMLElement).clientWidth * Math.max(3, before));
    expect(inked(canvasOf(near))).to.be.greaterThan(500);
    print('after');
    expect(density()).to.equal(before);
  });

  needing('emulated media').it('of what a visitor presses nothing is printed, and the legend is', async () => {
    const element = await show(create('age,gender'));
    const seen = (selector: string): boolean | undefined =>
      element.shadowRoot?.querySelector(selector)?.checkVisibility();
    const all = ['button[part=menu]', 'summary', '.legend li', 'canvas'];
    expect(all.map(seen)).to.deep.equal([true, true, true, true]);
    await emulateMedia({ media: 'print' });
    afterTest(() => void emulateMedia({ media: 'screen' }));
    expect(all.map(seen)).to.deep.equal([false, false, true, true]);
    const swatch = element.shadowRoot?.querySelector('.swatch') as Element;
    expect(getComputedStyle(swatch).printColorAdjust).to.equal('exact');
    await emulateMedia({ media: 'screen' });
  });

  needing('emulated media').it('every element is light on paper, and in one piece', async () => {
    const card = make('insights-metric-card', { metric: 'likes', client: clientOf(() => totals('likes', 3)) });
    const host = await fixture<HTMLElement>('<div style="color-scheme: dark"></div>');
    host.append(card);
    await settled(card);
    await emulateMedia({ media: 'print' });
    afterTest(() => void emulateMedia({ media: 'screen' }));
    const { colorScheme, breakInside } = getComputedStyle(card);
    expect([colorScheme, breakInside]).to.deep.equal(['light', 'avoid']);
    await emulateMedia({ media: 'screen' });
  });
});

describe('InsightsDemographicsChart: theme', () => {
  guard();

  it('custom properties reach CSS and canvas, live', async () => {
    const element = create('age,gender');
    element.style.cssText =
      '--insights-series-1: rgb(1, 2, 250); --insights-series-2: rgb(3, 250, 4); --insights-surface: rgb(250, 240, 230)';
    await show(element);
    expect([barColor(element, 0), barColor(element, 1)]).to.deep.equal(['rgb(1, 2, 250)', 'rgb(3, 250, 4)']);
    const base = element.shadowRoot?.querySelector('[part=base]') as Element;
    expect(getComputedStyle(base).backgroundColor).to.equal('rgb(250, 240, 230)');
    element.style.setProperty('--insights-series-2', 'rgb(200, 0, 0)');
    await waitUntil(() => barColor(element, 1) === 'rgb(200, 0, 0)');
  });

  it('the accent is the first series, from anywhere above', async () => {
    const host = await fixture<HTMLElement>('<div style="--insights-accent: rgb(9, 99, 199)"></div>');
    const element = create();
    host.append(element);
    await drawn(element);
    expect(barColor(element)).to.equal('rgb(9, 99, 199)');
    host.style.setProperty('--insights-accent', 'rgb(99, 9, 19)');
    await waitUntil(() => barColor(element) === 'rgb(99, 9, 19)');
  });

  it('switched back before the change has come through, and drawn in between: what came last', async () => {
    const element = await show(create());
    const before = barColor(element);
    const root = element.shadowRoot as ShadowRoot;
    const isSwitchedBack = new Promise<void>((resolve) => {
      root.addEventListener(
        'transitionrun',
        () => {
          element.requestUpdate();
          void element.updateComplete.then(() => {
            expect(barColor(element)).to.equal('rgb(9, 99, 19)');
            element.style.removeProperty('--insights-series-1');
            resolve();
          });
        },
        { once: true },
      );
    });
    element.style.setProperty('--insights-series-1', 'rgb(9, 99, 19)');
    await isSwitchedBack;
    await waitUntil(() => barColor(element) === before, 'it is still as it was in between');
  });

  it('text on the canvas follows its properties too', async () => {
    const element = await show(create());
    const colorOf = (): unknown => {
      const axis = chartOf(element)?.options.scales?.shares as { ticks?: { color?: unknown } } | undefined;
      return axis?.ticks?.color;
    };
    for (const [property, value] of [
      ['--insights-muted', 'rgb(10, 20, 30)'],
      ['--insights-muted', 'rgb(40, 50, 60)'],
    ] as const) {
      element.style.setProperty(property, value);
      await waitUntil(() => colorOf() === value, `${String(colorOf())} is not ${value}`);
    }
    element.style.setProperty('--insights-font', 'monospace');
    await waitUntil(() => (chartOf(element)?.options.font as { family: string } | undefined)?.family === 'monospace');
  });

  it('light and dark: switched by the page, live', async () => {
    afterTest(() => {
      document.documentElement.style.colorScheme = '';
    });
    document.documentElement.style.colorScheme = 'light';
    const element = await show(create());
    expect(barColor(element)).to.equal('rgb(52, 87, 213)');
    document.documentElement.style.colorScheme = 'dark';
    await waitUntil(() => barColor(element) === 'rgb(142, 166, 255)');
    const base = element.shadowRoot?.querySelector('[part=base]') as Element;
    expect(getComputedStyle(base).backgroundColor).to.equal('rgb(22, 24, 29)');
    // No engine has to tell of a change that is taken back before it has begun.
    await nextTask(100);
    document.documentElement.style.colorScheme = 'light';
    await waitUntil(() => barColor(element) === 'rgb(52, 87, 213)');
  });

  needing('emulated media').it('light and dark: by the system, where the page leaves it to that', async () => {
    document.documentElement.style.colorScheme = 'light dark';
    await emulateMedia({ colorScheme: 'dark' });
    const element = await show(create());
    expect(barColor(element)).to.equal('rgb(142, 166, 255)');
    await emulateMedia({ colorScheme: 'light' });
    await waitUntil(() => barColor(element) === 'rgb(52, 87, 213)');
    document.documentElement.style.colorScheme = '';
  });
});

describe('InsightsDemographicsChart: a good guest', () => {
  guard();

  it('changes nothing in Chart.defaults, and registers no plug-in for the page', async () => {
    await show(create('age,gender'));
    await show(create('city'));
    expect(JSON.stringify(Chart.defaults)).to.equal(defaultsBefore);
    expect(Chart.registry.plugins).to.have.property('items').that.deep.equals({});
  });

  it("the host's plug-ins do not draw into our charts", async () => {
    const drawings: string[] = [];
    const painter = {
      id: 'host-painter',
      beforeInit: () => void drawings.push('beforeInit'),
      beforeDraw: () => void drawings.push('beforeDraw'),
      resize: () => void drawings.push('resize'),
    };
    Chart.register(painter);
    afterTest(() => Chart.unregister(painter));
    await show(create('age,gender'));
    await show(create('city'));
    expect(drawings).to.deep.equal([]);
  });

  it("leaves the host's own charts alone", async () => {
    const canvas = await fixture<HTMLCanvasElement>('<canvas width="200" height="100"></canvas>');
    await show(create());
    const chart = new Chart(canvas, {
      type: 'bar',
      data: { labels: ['a'], datasets: [{ data: [1] }] },
      options: { responsive: false },
    });
    expect(chart.options.animation).to.not.equal(false);
    expect(chart.options.events).to.deep.equal(Chart.defaults.events);
    chart.destroy();
  });
});
