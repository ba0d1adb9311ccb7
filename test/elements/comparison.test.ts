// What a card says of the window before: both windows, a change or why there is none.
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import type { InsightsMetricCard } from '../../src/elements/metric-card/metric-card.js';
import { addDays, daysOf, InsightsError, startOfDay } from '../../src/spec/index.js';
import {
  type Answer,
  clientOf,
  daily,
  days,
  guard,
  make,
  nextTask,
  seconds,
  settled,
  shown,
  textOf,
  totals,
} from './harness.js';

const card = (answer: Answer, properties: Partial<InsightsMetricCard> = {}): InsightsMetricCard =>
  make('insights-metric-card', { metric: 'likes', ...days, client: clientOf(answer), ...properties });

const seconds06 = startOfDay('2024-03-06');

/** Answers the window asked for with one total, and any other with another. */
const nowAndBefore =
  (current: number | undefined, before: number | undefined): Answer =>
  ({ metric, since }) =>
    totals(metric, Number(since) === seconds.since ? current : before);

const delta = (element: Element): string => textOf(element, '[part=delta] [aria-hidden]');
const compared = async (element: InsightsMetricCard): Promise<InsightsMetricCard> => {
  await shown(element);
  await waitUntil(() => textOf(element, '[part=delta]') !== '', 'nothing is compared');
  return element;
};

describe('InsightsMetricCard: comparison', () => {
  guard();

  const rises: readonly (readonly [string, number, number | undefined, string, string, string, string])[] = [
    ['a rise', 112, 100, '▲ 12%', 'up 12%', 'positive', 'vs 100 · Jan 17 – Feb 13'],
    ['a fall', 97, 100, '▼ 3%', 'down 3%', 'negative', 'vs 100 · Jan 17 – Feb 13'],
    ['no change', 100, 100, 'no change', 'no change', 'neutral', 'vs 100'],
    ['from nothing', 5, 0, 'new', 'new', 'neutral', 'vs 0'],
    ['a small base', 12, 10, '▲ 2', 'up 2', 'positive', 'vs 10'],
    ['no base', 5, undefined, 'nothing to compare with', 'nothing to compare with', 'neutral', 'vs Jan 17 – Feb 13'],
    ['a fall to nothing', 0, 40, '▼ 100%', 'down 100%', 'negative', 'vs 40'],
    ['a base just below 30', 58, 29, '▲ 29', 'up 29', 'positive', 'vs 29'],
    ['a base of 30', 58, 30, '▲ 93%', 'up 93%', 'positive', 'vs 30'],
    ['a change below one percent', 100_400, 100_000, '▲ < 1%', 'up less than 1%', 'positive', 'vs 100,000'],
  ];
  for (const [name, current, before, text, spoken, tone, note] of rises) {
    it(`${name}: ${text}`, async () => {
      const element = await compared(card(nowAndBefore(current, before), { compare: 'previous_period' }));
      expect([delta(element), textOf(element, '[part=delta] .hidden')]).to.deep.equal([text, spoken]);
      expect(element.shadowRoot?.querySelector('[part=delta]')?.className).to.equal(tone);
      expect(textOf(element, '.note')).to.contain(note);
      expect(textOf(element, '.note')).to.contain('Feb 14 – Mar 12');
      expect(textOf(element, '[aria-hidden]')).to.equal(text);
    });
  }

  it('is not asked for, and does not stand there, without the attribute', async () => {
    const asked: string[] = [];
    const element = await shown(
      card(({ metric, since = '' }) => {
        asked.push(since);
        return totals(metric, 1);
      }),
    );
    expect([asked.length, element.shadowRoot?.querySelector('[part=delta]')]).to.deep.equal([1, null]);
  });

  it('keeps its line while the base is on its way', async () => {
    const element = await shown(
      card(({ metric, since }) => (Number(since) === seconds.since ? totals(metric, 4) : new Promise(() => {})), {
        compare: 'previous_period',
      }),
    );
    expect(delta(element)).to.equal('');
    expect(element.shadowRoot?.querySelector('[part=delta]')?.getBoundingClientRect().height).to.equal(20);
  });

  it('beyond what Instagram remembers: said, not asked', async () => {
    const asked: string[] = [];
    const answer: Answer = ({ metric, since = '' }) => {
      asked.push(since);
      return totals(metric, 3);
    };
    const element = await shown(card(answer, { since: '2022-03-20', until: '2022-04-10', compare: 'previous_period' }));
    expect(textOf(element, '[part=delta] [aria-hidden]')).to.equal('Instagram does not remember the days before');
    expect(textOf(element, '.note')).to.contain('Mar 20 – Apr 10, 2022').and.to.contain('vs Feb 26 – Mar 19, 2022');
    expect(asked.length).to.equal(1);
    expect(element.issues.map(({ severity, attribute }) => [severity, attribute])).to.deep.equal([
      ['warning', 'compare'],
    ]);
  });

  it('that could not be had says why, and keeps the number', async () => {
    const element = await compared(
      card(
        ({ metric, since }) => {
          if (Number(since) !== seconds.since) throw new InsightsError('rate-limited');
          return totals(metric, 3);
        },
        { compare: 'previous_period' },
      ),
    );
    expect([textOf(element, '[part=value]'), delta(element)]).to.deep.equal(['3', 'the days before could not be had']);
  });

  it('of a series of events: the sums of their days, where none is missing', async () => {
    const fiveDays = (value: number, from: string): Record<string, number> =>
      Object.fromEntries(daysOf({ since: from, until: addDays(from, 4) }).map((day) => [day, value]));
    const recent = { metric: 'follower_count', since: '2024-03-06', until: '2024-03-10', compare: 'previous_period' };
    const answerOf =
      (before: Readonly<Record<string, number>>): Answer =>
      ({ metric, since }) =>
        daily(metric, Number(since) === seconds06 ? fiveDays(12, '2024-03-06') : before);
    const whole = await compared(card(answerOf(fiveDays(10, '2024-03-01')), recent));
    expect([textOf(whole, '[part=value]'), delta(whole)]).to.deep.equal(['60', '▲ 20%']);
    expect(textOf(whole, '.note')).to.contain('vs 50 · Mar 1 – 5').and.to.contain('sum of 5 days, derived');
    const { '2024-03-03': _, ...holed } = fiveDays(10, '2024-03-01');
    const incomplete = await compared(card(answerOf(holed), recent));
    expect(delta(incomplete)).to.equal('not all of the days before are known: not compared');
    expect(textOf(incomplete, '.note')).to.contain('vs Mar 1 – 5');
  });

  it('follower_count over 28 days: the days before are out of memory, and not asked for', async () => {
    const asked: string[] = [];
    const answer: Answer = ({ metric, since = '' }) => {
      asked.push(since);
      return daily(metric, { '2024-03-08': 4 });
    };
    const element = await compared(
      make('insights-metric-card', {
        metric: 'follower_count',
        range: 'last_28_days',
        compare: 'previous_period',
        client: clientOf(answer),
      }),
    );
    expect(delta(element)).to.equal('Instagram does not remember the days before');
    expect(asked.length).to.equal(1);
  });

  it('of a series of unique accounts: asks nothing, and says why', async () => {
    const asked: string[] = [];
    const answer: Answer = ({ metric, since = '' }) => {
      asked.push(since);
      return daily(metric, { '2024-03-08': 4, '2024-03-09': 6 });
    };
    const recent = { since: '2024-03-08', until: '2024-03-12', compare: 'previous_period' };
    const element = await shown(card(answer, { metric: 'reach', metricType: 'time_series', ...recent }));
    await nextTask(20);
    expect([element.state, delta(element)]).to.deep.equal(['ready', 'not one number: not compared']);
    expect(textOf(element, '.note')).to.contain('vs Mar 3 – 7');
    expect(asked.length).to.equal(1);
    // What a provider hands down to a card that it does not fit is left out without a word.
    const provider = make('insights-provider', { compare: 'previous_period', client: clientOf(answer) });
    const inside = make('insights-metric-card', {
      metric: 'reach',
      metricType: 'time_series',
      since: recent.since,
      until: recent.until,
    });
    provider.append(inside);
    document.body.append(provider);
    await settled(inside);
    expect(inside.shadowRoot?.querySelector('[part=delta]')).to.equal(null);
    provider.remove();
  });

  it('whose days before are an hour too long for one count (the clocks change): said, not asked', async () => {
    const asked: string[] = [];
    const answer: Answer = ({ metric, since = '', metric_type }) => {
      if (metric_type === 'total_value') asked.push(since);
      return metric_type === 'total_value' ? totals(metric, 3) : daily(metric, {});
    };
    // Nov 5, 2023 had 25 hours.
    const element = await compared(
      card(answer, { metric: 'reach', since: '2023-11-10', until: '2023-12-09', compare: 'previous_period' }),
    );
    expect(delta(element)).to.equal('Instagram counts no total for the days before');
    expect(textOf(element, '.note')).to.contain('vs Oct 11 – Nov 9, 2023');
    expect(asked.length).to.equal(1);
  });

  it('views are compared with views, impressions with impressions: neither is asked for the other', async () => {
    const asked: (string | undefined)[] = [];
    const answer: Answer = ({ metric }) => {
      asked.push(metric);
      return totals(metric, 3);
    };
    // Before views came, and after.
    await compared(card(answer, { metric: 'views', compare: 'previous_period' }));
    await compared(card(answer, { metric: 'impressions', metricType: 'total_value', compare: 'previous_period' }));
    expect(asked).to.deep.equal(['views', 'views', 'impressions', 'impressions', 'impressions']);
  });

  it('has no colour while days still move', async () => {
    const moving = { since: '2024-03-01', until: '2024-03-14', compare: 'previous_period' };
    const element = await compared(
      card(({ metric, since }) => totals(metric, Number(since) > Date.parse('2024-02-29') / 1000 ? 112 : 100), moving),
    );
    expect([delta(element), element.shadowRoot?.querySelector('[part=delta]')?.className]).to.deep.equal([
      '△ 12% · provisional',
      'neutral',
    ]);
    expect(textOf(element, '[part=delta] .hidden')).to.equal('up 12%, provisional');
    expect(textOf(element, '.note')).to.contain('last days provisional');
  });
});
