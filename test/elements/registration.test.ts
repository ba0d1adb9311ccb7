// What a page may load, in which order, how often, and what that costs. The order of these tests matters: a tag can be
// defined only once.
import { expect, fixtureSync, waitUntil } from '@open-wc/testing';
import { lateRemarks } from '../../src/elements/late-remarks.js';
import { InsightsMetricCard } from '../../src/elements/metric-card/metric-card.js';
import { InsightsProvider } from '../../src/elements/provider/provider.js';
import { InsightsMetricCard as FromIndex } from '../../src/index.js';
import {
  afterTest,
  clientAt,
  clientOf,
  faultUrl,
  guard,
  listen,
  nextTask,
  settled,
  textOf,
  totals,
} from './harness.js';

const likes = (): ReturnType<typeof clientOf> => clientOf(({ metric }) => totals(metric, 7));
// The pages of other tests ask for less than the list holds: this one asks for the modules of every element.
performance.setResourceTimingBufferSize(2000);
const loaded = (part: string): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.includes(part));

describe('registration', () => {
  guard();

  it('importing classes, or the package, registers nothing', () => {
    expect(FromIndex).to.equal(InsightsMetricCard);
    for (const name of ['provider', 'metric-card', 'demographics-chart']) {
      expect(customElements.get(`insights-${name}`), name).to.equal(undefined);
    }
  });

  it('an element that is defined before the provider around it waits, and asks nobody else', async () => {
    const errors = listen('insights-error');
    const root = fixtureSync<HTMLElement>(`
      <insights-provider range="last_7_days">
        <div id="host"></div>
        <insights-metric-card metric="likes"></insights-metric-card>
        <insights-metric-card metric="likes" range="last_14_days"></insights-metric-card>
      </insights-provider>`);
    const cards = [...root.querySelectorAll('insights-metric-card')];
    const inner = document.createElement('insights-metric-card');
    inner.setAttribute('metric', 'likes');
    root.querySelector('#host')?.attachShadow({ mode: 'open' }).append(inner);
    cards.push(inner);
    InsightsMetricCard.define();
    await nextTask(20);
    expect(cards.map(({ state }) => state)).to.deep.equal(['loading', 'loading', 'loading']);

    (root as InsightsProvider).client = likes();
    InsightsProvider.define();
    for (const card of cards) await settled(card);
    expect(cards.map((card) => textOf(card, '[part=value]'))).to.deep.equal(['7', '7', '7']);
    expect(cards.map(({ result }) => result?.range?.since)).to.deep.equal(['2024-03-08', '2024-03-01', '2024-03-08']);
    expect(errors).to.deep.equal([]);
  });

  it('a message that cannot be loaded: short words, a retry, and another try with the next failure', async () => {
    const errors = listen('insights-error');
    const { load } = lateRemarks;
    const mend = (): void => {
      lateRemarks.load = load;
    };
    afterTest(mend);
    lateRemarks.load = () => Promise.reject(new TypeError('Failed to fetch'));
    const card = document.createElement('insights-metric-card');
    Object.assign(card, { metric: 'likes', client: clientAt(faultUrl(200, 'drop')) });
    fixtureSync(card);
    await settled(card);
    await waitUntil(() => textOf(card, '[part=message]') !== '');
    expect(textOf(card, '[part=message]')).to.equal('No connection Try again');

    // A failure of another kind cannot be named without those words, and has no button that could not help.
    const wrong = document.createElement('insights-metric-card');
    wrong.metric = 'likes';
    fixtureSync(wrong);
    await waitUntil(() => textOf(wrong, '[part=message]') !== '');
    expect(textOf(wrong, '[part=message]')).to.equal('No connection');
    expect(wrong.shadowRoot?.querySelector('button')).to.equal(null);

    // What is derived says so all the same.
    const result = { metric: 'likes', period: 'day', total: 7, derivation: 'by hand' };
    const derived = Object.assign(document.createElement('insights-metric-card'), {
      result: { ...result, derivedFrom: { kind: 'days' } },
    });
    fixtureSync(derived);
    await waitUntil(() => textOf(derived, '.note').includes('by hand'));

    mend();
    card.shadowRoot?.querySelector<HTMLButtonElement>('[part=message] button')?.click();
    await waitUntil(() => errors.length > 2);
    await settled(card);
    await waitUntil(() => textOf(card, '[part=message]').includes('The numbers could not be reached.'));
    wrong.requestUpdate();
    await waitUntil(() => textOf(wrong, '[part=message]').includes('This number is not connected yet'));
  });

  it('properties set before the element is defined are heard', async () => {
    const early = fixtureSync<HTMLElement>('<insights-late-card></insights-late-card>');
    Object.assign(early, { metric: 'likes', heading: 'Early', client: likes() });
    InsightsMetricCard.define('insights-late-card');
    await settled(early as InsightsMetricCard);
    expect([textOf(early, '#label'), textOf(early, '[part=value]')]).to.deep.equal(['Early', '7']);
  });

  it('twice, under another tag, and after another copy of the library: no exception, the first one stays', async () => {
    const first = customElements.get('insights-metric-card');
    InsightsMetricCard.define();
    InsightsMetricCard.define('insights-metric-card');
    InsightsMetricCard.define('my-card');
    InsightsMetricCard.define('my-card');
    expect(customElements.get('insights-metric-card')).to.equal(first);
    const other = customElements.get('my-card');
    expect(other).to.not.equal(first);
    expect(other?.prototype).to.be.instanceOf(InsightsMetricCard);

    const path = '/src/elements/metric-card/metric-card.ts?another-copy';
    const copy = (await import(path)) as { InsightsMetricCard: typeof InsightsMetricCard };
    expect(copy.InsightsMetricCard).to.not.equal(InsightsMetricCard);
    copy.InsightsMetricCard.define();
    expect(customElements.get('insights-metric-card')).to.equal(first);

    copy.InsightsMetricCard.define('copied-card');
    const provider = document.createElement('insights-provider');
    provider.client = likes();
    provider.innerHTML = '<copied-card metric="likes"></copied-card><my-card metric="likes"></my-card>';
    fixtureSync(provider);
    for (const card of provider.children) await settled(card as InsightsMetricCard);
    expect([...provider.children].map((card) => textOf(card, '[part=value]'))).to.deep.equal(['7', '7']);
  });

  it('what somebody else has registered under our tag stays', () => {
    class Stranger extends HTMLElement {}
    customElements.define('insights-demographics-chart', Stranger);
    InsightsMetricCard.define('insights-demographics-chart');
    expect(customElements.get('insights-demographics-chart')).to.equal(Stranger);
  });

  it('a page of cards never loads Chart.js; the first chart does', async () => {
    expect(loaded('metric-card').length).to.be.greaterThan(0);
    expect([...loaded('chart.js'), ...loaded('/src/chart/')]).to.deep.equal([]);
    const { InsightsDemographicsChart } = await import('../../src/elements/demographics-chart/demographics-chart.js');
    expect([...loaded('chart.js'), ...loaded('/src/chart/')]).to.deep.equal([]);
    InsightsDemographicsChart.define('my-chart');
    const chart = document.createElement('my-chart') as InstanceType<typeof InsightsDemographicsChart>;
    Object.assign(chart, {
      metric: 'follower_demographics',
      breakdown: 'age',
      client: clientOf(({ metric }) => totals(metric, undefined, { dimensions: ['age'], rows: [['18-24', 5]] })),
    });
    fixtureSync(chart);
    await settled(chart);
    await waitUntil(() => loaded('/src/chart/').length > 0 && loaded('chart.js').length > 0, 'neither comes', {
      timeout: 8000,
    });
  });
});
