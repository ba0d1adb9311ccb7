// Countries as a map: loaded only then, pointed at by country, and bars where it cannot be had.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import { Chart } from 'chart.js';
import '../../src/elements/demographics-chart/define.js';
import { CountryMap } from '../../src/elements/demographics-chart/country-map.js';
import type { InsightsDemographicsChart } from '../../src/elements/demographics-chart/demographics-chart.js';
import { type Answer, afterTest, clientOf, guard, listen, make, nextTask, settled, textOf, totals } from './harness.js';

const people: Answer = ({ metric, breakdown = '' }, edge) =>
  edge === 'account'
    ? { followers_count: 1000 }
    : totals(metric, undefined, {
        dimensions: breakdown.split(','),
        rows:
          breakdown === 'country'
            ? [
                ['CH', 50],
                ['DE', 300],
                ['SG', 20],
                ['AT', 150],
              ]
            : [['Vienna, Vienna', 30]],
      });

const chartOf = (element: Element): Chart | undefined => {
  const canvas = element.shadowRoot?.querySelector('canvas');
  return canvas ? Chart.getChart(canvas) : undefined;
};
const typeOf = (element: Element): string => String((chartOf(element)?.config as { type?: string } | undefined)?.type);

async function show(properties: Partial<InsightsDemographicsChart> = {}): Promise<InsightsDemographicsChart> {
  const element = make('insights-demographics-chart', {
    metric: 'follower_demographics',
    breakdown: 'country',
    display: 'map',
    client: clientOf(people),
    ...properties,
  });
  await settled(await fixture<InsightsDemographicsChart>(element));
  await waitUntil(() => chartOf(element) !== undefined, 'no chart is drawn', { timeout: 5000 });
  return element;
}

/** Breaks the way to the map, or watches it. @returns how often it was gone */
function watchLoads(broken: boolean, delay = 0): { count: number; broken: boolean } {
  const watched = { count: 0, broken };
  const { load } = CountryMap;
  CountryMap.load = async () => {
    watched.count += 1;
    await nextTask(delay);
    if (watched.broken) throw new TypeError('Failed to fetch dynamically imported module');
    return load();
  };
  afterTest(() => {
    CountryMap.load = load;
  });
  return watched;
}

const key = (element: Element, name: string): string => {
  const event = new KeyboardEvent('keydown', { key: name });
  element.shadowRoot?.querySelector('.plot')?.dispatchEvent(event);
  return textOf(element, '.tip');
};

describe('InsightsDemographicsChart: the map', () => {
  guard();

  it('shows each country that is listed, says what is not on it, and what the colours mean', async () => {
    const element = await show();
    expect(typeOf(element)).to.equal('insightsMap');
    expect(textOf(element, '.note')).to.contain('not on the map: \u2068Singapore\u2069').and.not.contain('shown');
    expect(textOf(element, '.legend')).to.match(/^not listed 50.*300$/);
    const swatches = [...(element.shadowRoot?.querySelectorAll('.swatch') ?? [])];
    const colors = swatches.map((swatch) => getComputedStyle(swatch).backgroundColor);
    expect(new Set(colors).size).to.equal(swatches.length);
    expect(element.shadowRoot?.querySelector('[style*="url"]')).to.equal(null);
    expect(element.shadowRoot?.querySelectorAll('tbody tr').length).to.equal(4);
  });

  it('keys go through the countries that are listed, the largest first; a choice tells the country', async () => {
    const element = await show();
    const heard = listen('insights-select');
    const walk = ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight'].map((name) => key(element, name));
    expect(walk).to.deep.equal([
      'Germany People 300 · 58%',
      'Austria People 150 · 29%',
      'Switzerland People 50 · 9.6%',
      'Switzerland People 50 · 9.6%',
    ]);
    key(element, 'Enter');
    expect(heard.map(({ points }) => points)).to.deep.equal([
      [{ metric: 'follower_demographics', dimensions: ['country'], values: ['CH'], value: 50 }],
    ]);
  });

  it('is loaded by a map only: not by bars, nor by a map of anything but countries', async () => {
    const loads = watchLoads(false);
    const bars = await show({ display: 'bars' });
    const cities = await show({ breakdown: 'city' });
    expect([loads.count, typeOf(bars), typeOf(cities)]).to.deep.equal([0, 'bar', 'bar']);
    bars.display = 'map';
    await waitUntil(() => typeOf(bars) === 'insightsMap');
    bars.display = 'bars';
    await waitUntil(() => typeOf(bars) === 'bar');
    expect(loads.count).to.equal(1);
  });

  it('is loaded once, however often the element is updated while it is on its way', async () => {
    const loads = watchLoads(false, 200);
    const element = make('insights-demographics-chart', {
      metric: 'follower_demographics',
      breakdown: 'country',
      display: 'map',
      client: clientOf(people),
    });
    await settled(await fixture<InsightsDemographicsChart>(element));
    for (const heading of ['One', 'Another', 'A third']) {
      element.heading = heading;
      await element.updateComplete;
    }
    expect([loads.count, typeOf(element)]).to.deep.equal([1, 'undefined']);
    await waitUntil(() => typeOf(element) === 'insightsMap', 'no map is drawn', { timeout: 5000 });
    expect(loads.count).to.equal(1);
  });

  it('that cannot be loaded: bars, and an error event; a refresh tries again', async () => {
    const loads = watchLoads(true);
    const errors = listen('insights-error');
    const element = await show();
    expect([element.state, typeOf(element), errors.map(({ error }) => error.code)]).to.deep.equal([
      'ready',
      'bar',
      ['network'],
    ]);
    loads.broken = false;
    element.refresh();
    await waitUntil(() => typeOf(element) === 'insightsMap');
    expect(element.error).to.equal(undefined);
  });

  it('removed while it is on its way: nothing is drawn, and nobody complains', async () => {
    const element = await show();
    const alive = Object.keys(Chart.instances).length;
    const other = make('insights-demographics-chart', {
      metric: 'follower_demographics',
      breakdown: 'country',
      display: 'map',
      client: clientOf(people),
    });
    await settled(await fixture<InsightsDemographicsChart>(other));
    other.remove();
    element.remove();
    expect(Object.keys(Chart.instances).length).to.equal(alive - 1);
  });
});
