import { expect } from '@open-wc/testing';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import { type Breakdown, type MetricName, type MetricSpec, metrics, specOf, wireName } from '../../src/spec/index.js';
import { backendUrl, clientAt, days, guard, listen, make, seconds, shown, textOf } from './harness.js';

const reference = (Object.keys(metrics) as MetricName[]).filter((name) => metrics[name].source === 'reference');
const cards = reference.filter((name) => metrics[name].kind === 'interaction');
const charts = reference.filter((name) => metrics[name].kind === 'demographic');

interface Total {
  readonly value?: number;
  readonly breakdowns?: readonly {
    readonly results: readonly { readonly dimension_values: readonly string[]; readonly value: number }[];
  }[];
}

/** Asks the same backend the same question by hand. */
async function ask(params: Record<string, string>): Promise<Total> {
  const response = await fetch(`${backendUrl()}/default/insights?${new URLSearchParams(params)}`);
  expect(response.status).to.equal(200);
  const { data } = (await response.json()) as { data: readonly [{ readonly total_value: Total }] };
  return data[0].total_value;
}

const number = new Intl.NumberFormat('en');
const signed = new Intl.NumberFormat('en', { signDisplay: 'exceptZero' });

/** The table of a chart: a name and a number in each row. */
const tableOf = (chart: Element): string[][] =>
  [...(chart.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
    [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
  );

describe('the 16 reference metrics, over HTTP', () => {
  guard();

  it('are 13 for cards and 3 for charts', () => {
    expect([cards.length, charts.length]).to.deep.equal([13, 3]);
  });

  for (const metric of cards) {
    it(`${metric}: the card shows the number that the answer holds`, async () => {
      const loads = listen('insights-load');
      const card = make('insights-metric-card', { metric, ...days, client: clientAt(backendUrl()) });
      await shown(card);
      const { impliedBreakdown }: MetricSpec = specOf(metric);
      const total = await ask({
        metric: wireName(metric),
        period: 'day',
        metric_type: 'total_value',
        ...(impliedBreakdown !== undefined && { breakdown: impliedBreakdown }),
        since: String(seconds.since),
        until: String(seconds.until),
      });
      expect(card.state).to.equal('ready');
      expect(loads.map(({ result }) => result.metric)).to.deep.equal([metric]);
      if (total.value !== undefined) {
        expect(textOf(card, '[part=value]')).to.equal(number.format(total.value));
        return;
      }
      const [follower, other] = ['FOLLOWER', 'NON_FOLLOWER'].map(
        (name) => total.breakdowns?.[0]?.results.find(({ dimension_values: [value] }) => value === name)?.value ?? 0,
      ) as [number, number];
      expect(textOf(card, '[part=value] .hidden')).to.equal(
        `${number.format(follower)} gained, ${number.format(other)} lost`,
      );
      expect(textOf(card, '[part=delta]')).to.equal(
        `net ${signed.format(follower - other).replace('-', '−')}, derived`,
      );
    });
  }

  for (const metric of charts) {
    for (const breakdown of ['age,gender', ...metrics[metric as 'follower_demographics'].breakdowns] as const) {
      it(`${metric} by ${breakdown}: the chart's table holds the numbers of the answer`, async () => {
        const chart = make('insights-demographics-chart', {
          metric,
          breakdown,
          timeframe: 'last_30_days',
          client: clientAt(backendUrl()),
        });
        await shown(chart);
        const total = await ask({
          metric,
          period: 'lifetime',
          metric_type: 'total_value',
          timeframe: 'last_30_days',
          breakdown,
        });
        const results = total.breakdowns?.[0]?.results ?? [];
        const listed = results.reduce((sum, { value }) => sum + value, 0);
        const table = tableOf(chart);
        expect(chart.state).to.equal('ready');
        expect(results.length).to.be.greaterThan(2);
        expect(table.map(([, people = '']) => people).sort()).to.deep.equal(
          results.map(({ value }) => number.format(value)).sort(),
        );
        expect(textOf(chart, '.note')).to.contain(`shares of the ${number.format(listed)} people listed`);
        const first = results.find(({ dimension_values: values }) => table[0]?.[0] === nameOf(breakdown, values));
        expect(table[0]?.[1]).to.equal(number.format(first?.value ?? Number.NaN));
      });
    }
  }

  it('a breakdown of a card shows its largest rows', async () => {
    const card = make('insights-metric-card', {
      metric: 'likes',
      breakdown: 'media_product_type',
      ...days,
      client: clientAt(backendUrl()),
    });
    await shown(card);
    const { value, breakdowns } = await ask({
      metric: 'likes',
      period: 'day',
      metric_type: 'total_value',
      breakdown: 'media_product_type',
      since: String(seconds.since),
      until: String(seconds.until),
    });
    const largest = (breakdowns?.[0]?.results ?? []).map((row) => row.value).sort((a, b) => b - a);
    expect(textOf(card, '[part=value]')).to.equal(number.format(value ?? Number.NaN));
    expect([...(card.shadowRoot?.querySelectorAll('li span') ?? [])].map((span) => span.textContent)).to.deep.equal(
      largest.map((count) => number.format(count)),
    );
  });
});

/** The name of a row, made by hand: what a reader of the table looks for. */
function nameOf(breakdown: 'age,gender' | Breakdown, values: readonly string[]): string {
  const genders: Record<string, string> = { F: 'Women', M: 'Men', U: 'Not specified' };
  const countries = new Intl.DisplayNames('en', { type: 'region' });
  // Instagram puts the timeframe in front of the other dimensions.
  return values
    .slice(-breakdown.split(',').length)
    .map((value) =>
      breakdown === 'country' ? countries.of(value) : (genders[value] ?? value.replace(/^(\d+)-/, '$1–')),
    )
    .join(', ');
}
