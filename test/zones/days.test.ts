// The same day under a point wherever the visitor is. Runs once in each zone of web-test-runner.config.mjs: what is
// expected does not say which, and every expected value was worked out by hand from Los Angeles' midnights.
import { expect, waitUntil } from '@open-wc/testing';
import { createBackendTransport, createDemoTransport, createInsightsClient } from '../../src/client/index.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import {
  type Day,
  daysOf,
  previousWindow,
  type Range,
  readResults,
  splitWindow,
  windowOfRange,
  windowSeconds,
} from '../../src/spec/index.js';
import { backendUrl, guard, make, shown, textOf, watchFetch } from '../elements/harness.js';

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 19);

describe('the zone of this browser', () => {
  /** The minutes by which UTC is ahead, in January and in July. */
  const offsets: Readonly<Record<string, readonly [number, number]>> = {
    'Pacific/Auckland': [-780, -720],
    'Pacific/Honolulu': [600, 600],
    'Asia/Kolkata': [-330, -330],
    'Europe/London': [0, -60],
    UTC: [0, 0],
  };

  it('is the one it was started for', () => {
    const { launchedZone = 'none' } = globalThis as { launchedZone?: string };
    const name = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    // One browser knows Kolkata by the name it had when zones were first listed.
    expect(name.replace('Calcutta', 'Kolkata')).to.equal(launchedZone);
    const measured = ['2026-01-15', '2026-07-15'].map((day) => new Date(day).getTimezoneOffset());
    expect(measured).to.deep.equal(offsets[launchedZone]);
  });
});

describe('readResults', () => {
  const cases: readonly (readonly [string, Day])[] = [
    // Los Angeles goes to summer time on the 8th of March, and back on the 1st of November.
    ['2026-03-07T08:00:00+0000', '2026-03-07'],
    ['2026-03-08T07:00:00+0000', '2026-03-07'],
    ['2026-03-08T08:00:00+0000', '2026-03-08'],
    ['2026-03-09T07:00:00+0000', '2026-03-09'],
    ['2026-03-10T07:00:00+0000', '2026-03-10'],
    ['2026-10-31T07:00:00+0000', '2026-10-31'],
    ['2026-11-01T07:00:00+0000', '2026-11-01'],
    ['2026-11-02T07:00:00+0000', '2026-11-01'],
    ['2026-11-02T08:00:00+0000', '2026-11-02'],
    ['2026-11-03T08:00:00+0000', '2026-11-03'],
    // London's changes.
    ['2026-03-28T07:00:00+0000', '2026-03-28'],
    ['2026-03-29T07:00:00+0000', '2026-03-29'],
    ['2026-03-30T07:00:00+0000', '2026-03-30'],
    ['2026-10-25T07:00:00+0000', '2026-10-25'],
    ['2026-10-26T07:00:00+0000', '2026-10-26'],
    // Auckland's.
    ['2026-04-04T07:00:00+0000', '2026-04-04'],
    ['2026-04-05T07:00:00+0000', '2026-04-05'],
    ['2026-04-06T07:00:00+0000', '2026-04-06'],
    ['2026-09-26T07:00:00+0000', '2026-09-26'],
    ['2026-09-27T07:00:00+0000', '2026-09-27'],
    ['2026-09-28T07:00:00+0000', '2026-09-28'],
  ];
  for (const [end_time, day] of cases) {
    it(`a point labelled ${end_time} is ${day}`, () => {
      const [result] = readResults({ data: [{ name: 'reach', period: 'day', values: [{ value: 1, end_time }] }] });
      expect(result?.series).to.deep.equal([{ day, value: 1 }]);
    });
  }
});

describe('weeks in which clocks change', () => {
  const weeks: readonly (readonly [string, Day, Day, string, string])[] = [
    ['Los Angeles, spring', '2026-03-05', '2026-03-11', '2026-03-05T08:00:00', '2026-03-12T06:59:59'],
    ['Los Angeles, autumn', '2026-10-29', '2026-11-04', '2026-10-29T07:00:00', '2026-11-05T07:59:59'],
    ['London, spring', '2026-03-26', '2026-04-01', '2026-03-26T07:00:00', '2026-04-02T06:59:59'],
    ['London, autumn', '2026-10-22', '2026-10-28', '2026-10-22T07:00:00', '2026-10-29T06:59:59'],
    ['Auckland, autumn', '2026-04-02', '2026-04-08', '2026-04-02T07:00:00', '2026-04-09T06:59:59'],
    ['Auckland, spring', '2026-09-24', '2026-09-30', '2026-09-24T07:00:00', '2026-10-01T06:59:59'],
  ];
  for (const [name, since, until, first, last] of weeks) {
    it(`${name}: windowSeconds`, () => {
      const wire = windowSeconds({ since, until });
      expect([iso(wire.since * 1000), iso(wire.until * 1000)]).to.deep.equal([first, last]);
    });
  }

  it('daysOf and previousWindow', () => {
    const week = { since: '2026-10-29', until: '2026-11-04' };
    expect(daysOf(week).join(' ')).to.equal(
      '2026-10-29 2026-10-30 2026-10-31 2026-11-01 2026-11-02 2026-11-03 2026-11-04',
    );
    expect(previousWindow(week)).to.deep.equal({ since: '2026-10-22', until: '2026-10-28' });
    expect(daysOf({ since: '2026-03-27', until: '2026-04-06' }).join(' ')).to.equal(
      '2026-03-27 2026-03-28 2026-03-29 2026-03-30 2026-03-31 2026-04-01 2026-04-02 2026-04-03 2026-04-04 2026-04-05 2026-04-06',
    );
    expect(previousWindow({ since: '2026-03-05', until: '2026-03-11' })).to.deep.equal({
      since: '2026-02-26',
      until: '2026-03-04',
    });
  });

  it('splitWindow: only November has an hour too many for 30 days', () => {
    const parts = (since: Day, until: Day): string[] =>
      splitWindow({ since, until }).map((part) => `${part.since}/${part.until}`);
    expect(parts('2026-02-20', '2026-03-21')).to.deep.equal(['2026-02-20/2026-03-21']);
    expect(parts('2026-10-15', '2026-11-13')).to.deep.equal(['2026-10-15/2026-11-12', '2026-11-13/2026-11-13']);
    expect(parts('2026-03-20', '2026-04-18')).to.deep.equal(['2026-03-20/2026-04-18']);
    expect(parts('2026-09-20', '2026-10-19')).to.deep.equal(['2026-09-20/2026-10-19']);
    expect(parts('2026-10-01', '2026-10-30')).to.deep.equal(['2026-10-01/2026-10-30']);
  });
});

describe('windowOfRange', () => {
  const cases: readonly (readonly [string, Range, Day, Day])[] = [
    // The last and the first second of Pacific days: already the next day east of it, still the day before in Honolulu.
    ['2026-03-09T06:59:59Z', 'last_7_days', '2026-03-01', '2026-03-07'],
    ['2026-03-09T07:00:00Z', 'last_7_days', '2026-03-02', '2026-03-08'],
    ['2026-11-02T07:59:59Z', 'last_7_days', '2026-10-25', '2026-10-31'],
    ['2026-11-02T08:00:00Z', 'last_7_days', '2026-10-26', '2026-11-01'],
    ['2026-04-01T06:59:59Z', 'this_month', '2026-03-01', '2026-03-31'],
    ['2026-04-01T06:59:59Z', 'prev_month', '2026-02-01', '2026-02-28'],
    ['2026-04-01T07:00:00Z', 'this_month', '2026-04-01', '2026-04-01'],
    ['2026-04-01T07:00:00Z', 'prev_month', '2026-03-01', '2026-03-31'],
    ['2026-11-01T06:59:59Z', 'this_month', '2026-10-01', '2026-10-31'],
    ['2026-11-01T06:59:59Z', 'prev_month', '2026-09-01', '2026-09-30'],
    ['2026-11-01T07:00:00Z', 'this_month', '2026-11-01', '2026-11-01'],
    ['2026-11-01T07:00:00Z', 'prev_month', '2026-10-01', '2026-10-31'],
    // Minutes after the clocks changed in Auckland and in London.
    ['2026-04-04T14:10:00Z', 'last_7_days', '2026-03-28', '2026-04-03'],
    ['2026-09-26T14:10:00Z', 'last_7_days', '2026-09-19', '2026-09-25'],
    ['2026-03-29T01:10:00Z', 'last_7_days', '2026-03-21', '2026-03-27'],
    ['2026-10-25T01:10:00Z', 'last_7_days', '2026-10-17', '2026-10-23'],
  ];
  for (const [now, range, since, until] of cases) {
    it(`${range} at ${now}`, () => expect(windowOfRange(range, Date.parse(now))).to.deep.equal({ since, until }));
  }
});

/** What is on screen, at instants at which the day differs between the zones. */
describe('elements', () => {
  guard();

  interface Case {
    readonly at: string;
    readonly days: string;
    readonly wire: readonly [string, string];
    readonly note: string;
    readonly lastDay: string;
    readonly asOf: string;
  }
  const cases: readonly Case[] = [
    {
      at: '2026-03-09T06:30:00Z',
      days: '2026-03-01 2026-03-02 2026-03-03 2026-03-04 2026-03-05 2026-03-06 2026-03-07',
      wire: ['2026-03-01T08:00:00', '2026-03-08T07:59:59'],
      note: '1 – 7 Mar',
      lastDay: 'on 7 Mar 2026',
      asOf: 'as of 8 Mar 2026',
    },
    {
      at: '2026-03-12T07:30:00Z',
      days: '2026-03-05 2026-03-06 2026-03-07 2026-03-08 2026-03-09 2026-03-10 2026-03-11',
      wire: ['2026-03-05T08:00:00', '2026-03-12T06:59:59'],
      note: '5 – 11 Mar',
      lastDay: 'on 11 Mar 2026',
      asOf: 'as of 12 Mar 2026',
    },
    {
      at: '2026-11-01T08:30:00Z',
      days: '2026-10-25 2026-10-26 2026-10-27 2026-10-28 2026-10-29 2026-10-30 2026-10-31',
      wire: ['2026-10-25T07:00:00', '2026-11-01T06:59:59'],
      note: '25 – 31 Oct',
      lastDay: 'on 31 Oct 2026',
      asOf: 'as of 1 Nov 2026',
    },
    {
      at: '2026-11-05T07:30:00Z',
      days: '2026-10-28 2026-10-29 2026-10-30 2026-10-31 2026-11-01 2026-11-02 2026-11-03',
      wire: ['2026-10-28T07:00:00', '2026-11-04T07:59:59'],
      note: '28 Oct – 3 Nov',
      lastDay: 'on 3 Nov 2026',
      asOf: 'as of 4 Nov 2026',
    },
  ];

  for (const { at, days, wire, note, lastDay, asOf } of cases) {
    it(`at ${at}: the range, the days, the labels`, async () => {
      const asked = watchFetch();
      const now = (): number => Date.parse(at);
      const client = createInsightsClient({
        transport: createBackendTransport({ url: backendUrl({ version: 'v25.0', at }) }),
        now,
      });
      const common = { client, locale: 'en-GB' };
      const range = 'last_7_days';
      const reach = await shown(make('insights-metric-card', { metric: 'reach', range, ...common }));
      expect(reach.state).to.equal('ready');
      expect(textOf(reach, '.note')).to.contain(note);
      const [since, until] = days.split(' ').filter((_, index, { length }) => index % (length - 1) === 0);
      expect(reach.result?.range).to.deep.equal({ since, until });
      await waitUntil(() => reach.results.length === 2, 'no days came');
      const series = reach.results[1]?.series;
      expect(series?.map(({ day }) => day).join(' ')).to.equal(days);
      expect(reach.toCSV()).to.contain(since).and.to.contain(until);
      for (const address of asked) {
        const { searchParams } = new URL(address);
        const seconds = ['since', 'until'].map((name) => iso(Number(searchParams.get(name)) * 1000));
        expect(seconds).to.deep.equal(wire);
      }
      expect(asked.length).to.be.greaterThan(0);

      const dated = make('insights-metric-card', { metric: 'reach', metricType: 'time_series', range, ...common });
      expect(textOf(await shown(dated), '.note')).to.contain(lastDay);
      const chart = make('insights-demographics-chart', {
        metric: 'follower_demographics',
        breakdown: 'age',
        ...common,
      });
      expect(textOf(await shown(chart), '#label')).to.contain(asOf);

      // The sandbox inside this page, in this zone, has the numbers of the one outside it.
      const demo = createInsightsClient({ transport: createDemoTransport({ now, followers: 18_420 }), now });
      const query = { metric: 'reach', metricType: 'time_series', range } as const;
      expect((await demo.get(query)).series).to.deep.equal(series);
    });
  }
});
