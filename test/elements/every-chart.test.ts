// What users of our peers suffer from, held against every chart that there is: size and life cycle, looks.
import { expect, fixture, waitUntil } from '@open-wc/testing';
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

/** The host's own Chart.js, of the same copy, before anything of ours is loaded. */
Chart.register(BarController, BarElement, LineController, LineElement, PointElement, DoughnutController, ArcElement);
Chart.register(CategoryScale, LinearScale);
const defaultsBefore = JSON.stringify(Chart.defaults);

import '../../src/elements/breakdown-chart/define.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import '../../src/elements/trend-chart/define.js';
import { createDemoTransport, createInsightsClient } from '../../src/client/index.js';
import { ChartController } from '../../src/elements/chart-controller.js';
import type { ChartElement } from '../../src/elements/chart-element.js';
import { afterTest, guard, make, nextFrame, nextTask, now, settled, textOf } from './harness.js';
import { hostileDefaults, impose } from './hostile-defaults.js';
import { watchLeaks } from './leaks.js';

/** One client for all: after the first answers nothing is asked any more. */
const client = createInsightsClient({
  transport: createDemoTransport({ now, apiVersion: 'v25.0' }),
  apiVersion: 'v25.0',
  now,
});

const trend = (properties: object) => make('insights-trend-chart', { client, ...properties });
const breakdown = (properties: object) => make('insights-breakdown-chart', { client, ...properties });
const demographics = (properties: object) =>
  make('insights-demographics-chart', { client, metric: 'follower_demographics', ...properties });

/** Every chart that there is. */
const kinds: Readonly<Record<string, () => ChartElement>> = {
  'a trend': () => trend({ metric: 'reach' }),
  'a trend with the window before': () => trend({ metric: 'reach', compare: 'previous_period' }),
  'several trends': () => trend({ metric: 'likes,comments,shares', range: 'last_7_days' }),
  'gained and lost by day': () => trend({ metric: 'follows_and_unfollows', range: 'last_7_days' }),
  bars: () => breakdown({ metric: 'likes', breakdown: 'media_product_type' }),
  'a ring': () => breakdown({ metric: 'views', breakdown: 'follow_type', display: 'doughnut' }),
  stacks: () => breakdown({ metric: 'views', breakdown: 'media_product_type,follow_type' }),
  groups: () => breakdown({ metric: 'reach', breakdown: 'media_product_type,follow_type' }),
  'gained and lost': () => breakdown({ metric: 'follows_and_unfollows' }),
  'bars of people': () => demographics({ breakdown: 'city' }),
  'a pyramid': () => demographics({ breakdown: 'age,gender' }),
  'a map': () => demographics({ breakdown: 'country', display: 'map' }),
};

const canvasOf = (element: Element): HTMLCanvasElement =>
  element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
const chartOf = (element: Element): Chart | undefined => {
  const canvas = element.shadowRoot?.querySelector('canvas');
  return canvas ? Chart.getChart(canvas) : undefined;
};
const alive = (): number => Object.keys(Chart.instances).length;

async function drawn<T extends ChartElement>(element: T): Promise<T> {
  await settled(element);
  await waitUntil(() => chartOf(element), 'no chart is drawn', { interval: 5, timeout: 5000 });
  // Whatever else it asks has come too.
  await waitUntil(() => element.shadowRoot?.querySelector('[aria-busy=false]'), 'it is still busy');
  await nextFrame();
  await nextFrame();
  return element;
}
const show = async (create: () => ChartElement): Promise<ChartElement> => drawn(await fixture<ChartElement>(create()));

const fits = (element: Element): boolean => {
  const { width, height } = chartOf(element) ?? {};
  const plot = element.shadowRoot?.querySelector('.plot') as HTMLElement;
  return width === plot.clientWidth && height === plot.clientHeight && width > 0;
};
const isInked = (element: Element): boolean => {
  const canvas = canvasOf(element);
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
  return data?.some((value, at) => at % 4 === 3 && value > 0) ?? false;
};

for (const [kind, create] of Object.entries(kinds)) {
  describe(`every chart: ${kind}`, () => {
    guard();
    afterEach(() => expect(alive()).to.equal(0));

    it('says in words what it shows: a name, a sentence, a table, and no problem that axe knows', async () => {
      const element = await show(create);
      expect([isInked(element), fits(element), element.state]).to.deep.equal([true, true, 'ready']);
      expect(textOf(element, '#label')).to.not.equal('');
      expect(textOf(element, '#sentence')).to.match(/\.$/);
      expect(element.shadowRoot?.querySelectorAll('tbody tr').length).to.be.greaterThan(0);
      await expect(element).to.be.accessible();
    });

    it('grows and shrinks with its container, and is never higher for it', async () => {
      const host = await fixture<HTMLElement>('<div></div>');
      host.style.width = '640px';
      const element = create();
      host.append(element);
      await drawn(element);
      const { height } = element.getBoundingClientRect();
      for (const width of ['900px', '480px', '700px']) {
        host.style.width = width;
        await waitUntil(() => fits(element) && `${element.getBoundingClientRect().width}px` === width, width);
      }
      expect(element.getBoundingClientRect().height).to.equal(height);
    });

    it('is right after display:none, in a tab that opens later, and after a move', async () => {
      const host = await fixture<HTMLElement>('<div hidden></div>');
      const element = create();
      host.append(element);
      await settled(element);
      await nextTask(20);
      expect(chartOf(element)).to.equal(undefined);
      host.hidden = false;
      await drawn(element);
      expect([fits(element), isInked(element)]).to.deep.equal([true, true]);
      host.hidden = true;
      await nextFrame();
      host.style.width = '420px';
      host.hidden = false;
      await waitUntil(() => fits(element));
      const narrow = await fixture<HTMLElement>('<div></div>');
      narrow.style.width = '360px';
      narrow.append(element);
      await drawn(element);
      expect([fits(element), isInked(element), alive()]).to.deep.equal([true, true, 1]);
    });

    it('in nested shadow roots, created before and after they are connected', async () => {
      const [early, late] = [create(), create()];
      for (const element of [early, late]) {
        const [outer, inner] = [document.createElement('div'), document.createElement('div')];
        if (element === early) inner.attachShadow({ mode: 'open' }).append(element);
        outer.attachShadow({ mode: 'open' }).append(inner);
        await fixture<HTMLElement>(outer);
        if (element === late) inner.attachShadow({ mode: 'open' }).append(element);
        await drawn(element);
        expect([fits(element), isInked(element)]).to.deep.equal([true, true]);
        outer.remove();
      }
    });

    it('connected twice, as under StrictMode: one chart on its canvas', async () => {
      const host = await fixture<HTMLElement>('<div></div>');
      const element = create();
      host.append(element);
      element.remove();
      host.append(element);
      await drawn(element);
      host.append(element);
      await drawn(element);
      expect(alive()).to.equal(1);
    });

    it('100 mounts and unmounts leave no chart, observer or listener: 1,200 in all', async () => {
      const host = await fixture<HTMLElement>(make('insights-provider', { client }));
      const leaks = watchLeaks();
      for (let round = 0; round < 100; round += 1) {
        const element = create();
        host.append(element);
        // Some are drawn first, some are not.
        if (round % 25 === 0) await drawn(element);
        else if (round % 3 === 0) await nextTask();
        element.remove();
      }
      await nextTask(50);
      expect([alive(), leaks.observed(), leaks.listeners()]).to.deep.equal([0, [], []]);
    });

    it('the defaults of the host do not reach it', async () => {
      const picture = async (): Promise<string> => {
        const element = await show(create);
        const url = canvasOf(element).toDataURL();
        element.remove();
        return url;
      };
      const expected = await picture();
      const reached: string[] = [];
      for (const [name, target, change] of hostileDefaults()) {
        const undo = impose(target, change);
        try {
          if ((await picture()) !== expected) reached.push(name);
        } finally {
          undo();
        }
      }
      expect(reached).to.deep.equal([]);
    });

    it('changes nothing in Chart.defaults but what the map adds, and registers no plug-in for the page', async () => {
      await show(create);
      const before = JSON.parse(defaultsBefore) as Record<string, unknown>;
      const kept = (value: unknown, was: unknown): boolean =>
        typeof was === 'object' && was !== null
          ? Object.entries(was).every(([key, part]) => kept((value as Record<string, unknown>)?.[key], part))
          : value === was;
      expect(kept(JSON.parse(JSON.stringify(Chart.defaults)), before)).to.equal(true);
      expect(Chart.registry.plugins).to.have.property('items').that.deep.equals({});
    });

    it('its canvas follows the theme, live, and the theme of one is not that of another', async () => {
      const [one, other] = await Promise.all([show(create), show(create)]);
      const [before, stays] = [one, other].map((element) => canvasOf(element).toDataURL());
      one.style.setProperty('--insights-text', 'rgb(200, 0, 200)');
      one.style.setProperty('--insights-muted', 'rgb(200, 0, 100)');
      one.style.setProperty('--insights-series-1', 'rgb(0, 160, 0)');
      one.style.setProperty('--insights-surface', 'rgb(250, 250, 200)');
      await waitUntil(() => canvasOf(one).toDataURL() !== before);
      await nextTask(50);
      expect(canvasOf(other).toDataURL() === stays).to.equal(true);
    });
  });
}

describe('every chart: an error', () => {
  guard();

  it('is gone after the next success', async () => {
    const element = kinds['a trend']?.() as ChartElement & { metric?: string };
    element.metric = 'reech';
    await settled(await fixture<ChartElement>(element));
    expect([element.state, textOf(element, '[part=message]') !== '']).to.deep.equal(['error', true]);
    element.metric = 'reach';
    await waitUntil(() => element.state === 'ready');
    await drawn(element);
    expect([element.error, element.shadowRoot?.querySelector('[part=message]')]).to.deep.equal([undefined, null]);
  });
});

describe('every chart: the host’s own', () => {
  guard();

  it('is untouched, with its plug-ins, and they do not draw into ours', async () => {
    const drawings: string[] = [];
    const painter = { id: 'host-painter', beforeDraw: ({ canvas }: Chart) => void drawings.push(canvas.id) };
    Chart.register(painter);
    afterTest(() => Chart.unregister(painter));
    const canvas = await fixture<HTMLCanvasElement>('<canvas id="host" width="200" height="100"></canvas>');
    const own = new Chart(canvas, {
      type: 'line',
      data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }] },
      options: { responsive: false, animation: false },
    });
    afterTest(() => own.destroy());
    const before = canvas.toDataURL();
    for (const create of Object.values(kinds)) (await show(create)).remove();
    own.update();
    expect([canvas.toDataURL() === before, [...new Set(drawings)]]).to.deep.equal([true, ['host']]);
  });
});

describe('every chart: gone while its library is on its way', () => {
  guard();

  it('no chart, and nobody complains', async () => {
    const { load } = ChartController;
    afterTest(() => {
      ChartController.load = load;
    });
    for (const create of Object.values(kinds)) {
      let isAsked = false;
      // Another way each time: what has come by one is there for all.
      ChartController.load = async () => {
        isAsked = true;
        await nextTask(20);
        return load();
      };
      const element = await fixture<ChartElement>(create());
      await waitUntil(() => isAsked, 'the library is not asked for', { interval: 2 });
      element.remove();
      await nextTask(40);
      expect([alive(), element.error]).to.deep.equal([0, undefined]);
    }
  });
});
