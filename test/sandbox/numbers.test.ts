import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSandbox } from '../../src/sandbox/index.js';
import { addDays, dayCount, dayOf, daysOf, readResults, startOfDay, windowSeconds } from '../../src/spec/index.js';
import { ago, ask, breakdown, days, noon, rows, sum, today, total, totals } from './ask.js';

const seeds = fc.integer({ min: 0, max: 10_000 });
const sizes = fc.constantFrom(undefined, 57, 400, 18_420, 1_000_000);
/** A window of 1 to 28 whole days that ended at least two days ago, so that nothing in it moves and one day more is legal. */
const settled = fc
  .record({ end: fc.integer({ min: 3, max: 690 }), length: fc.integer({ min: 1, max: 28 }) })
  .map(({ end, length }) => ({ since: ago(end + length - 1), until: ago(end) }));
const runs = { numRuns: 40 };

const events =
  'views,total_interactions,likes,comments,saves,shares,replies,reposts,profile_views,website_clicks,profile_links_taps';
const everyDay = `reach,accounts_engaged,${events}`;

describe('createSandbox: its numbers', () => {
  it('are the same for the same seed and id, and others for others', async () => {
    const params = { metric: 'reach', metric_type: 'time_series', ...days(ago(20), ago(3)) };
    const first = await rows({}, params);
    assert.deepEqual(await rows({}, params), first);
    assert.deepEqual(await rows({}, params, '17841405822304914/insights'), first);
    assert.notDeepEqual((await rows({ seed: 2 }, params))[0]?.values, first[0]?.values);
    assert.notDeepEqual(
      (await rows({ followers: 18_420 }, params, '17841400000000001/insights'))[0]?.values,
      first[0]?.values,
    );
  });

  it('of a day do not depend on the window that asks for it', () =>
    fc.assert(
      fc.asyncProperty(seeds, settled, fc.nat(28), async (seed, window, index) => {
        const day = addDays(window.since, index % dayCount(window));
        const [row] = await rows({ seed }, { metric: 'reach', ...days(window.since, window.until) });
        const point = row?.values?.[index % dayCount(window)]?.value;
        assert.equal(point, await total({ seed }, 'reach', day));
      }),
      runs,
    ));

  it('add up over days where they count events', () =>
    fc.assert(
      fc.asyncProperty(seeds, sizes, settled, async (seed, followers, { since, until }) => {
        const options = { seed, followers };
        const whole = await totals(options, events, since, until);
        const parts = await Promise.all(daysOf({ since, until }).map((day) => totals(options, events, day, day)));
        assert.deepEqual(
          whole,
          whole.map((_, metric) => sum(parts.map((part) => part[metric] ?? 0))),
        );
      }),
      runs,
    ));

  it('lie between the best day and the sum of the days where they count accounts, and grow with the window', () =>
    fc.assert(
      fc.asyncProperty(seeds, sizes, settled, async (seed, followers, { since, until }) => {
        for (const metric of ['reach', 'accounts_engaged']) {
          const options = { seed, followers };
          const whole = await total(options, metric, since, until);
          const parts = await Promise.all(daysOf({ since, until }).map((day) => total(options, metric, day)));
          assert.ok(whole >= Math.max(...parts), `${metric}: ${whole} is less than the best day`);
          assert.ok(whole <= sum(parts), `${metric}: ${whole} is more than the sum of the days`);
          if (parts.length > 3 && followers !== 57 && followers !== 400) {
            assert.ok(
              whole > Math.max(...parts) && whole < sum(parts),
              `${metric}: ${whole} is no estimate of ${parts}`,
            );
          }
          assert.ok((await total(options, metric, since, addDays(until, 1))) >= whole);
          assert.ok((await total(options, metric, addDays(since, -1), until)) >= whole);
        }
      }),
      runs,
    ));

  it('agree with each other on every day', () =>
    fc.assert(
      fc.asyncProperty(seeds, sizes, settled, async (seed, followers, { since }) => {
        const names = everyDay.split(',');
        const values = await totals({ seed, followers }, everyDay, since, since);
        const of = (name: string): number => values[names.indexOf(name)] ?? Number.NaN;
        assert.ok(of('reach') < of('views') || of('views') === 0, `reach ${of('reach')}, views ${of('views')}`);
        // Where two saw it, two may have liked it.
        assert.ok(
          of('accounts_engaged') < of('reach') || of('reach') < 10,
          `${of('accounts_engaged')}, ${of('reach')}`,
        );
        assert.ok(of('accounts_engaged') <= Math.min(of('reach'), of('total_interactions')));
        const acts = ['likes', 'comments', 'saves', 'shares', 'replies', 'reposts'].map(of);
        assert.equal(of('total_interactions'), sum(acts));
      }),
      runs,
    ));

  it('have no reposts before there were reposts', async () => {
    const now = Date.parse('2026-01-10T20:00:00Z');
    assert.equal(await total({ now }, 'reposts', '2025-11-10', '2025-12-02'), 0);
    assert.ok((await total({ now }, 'reposts', '2025-12-03', '2025-12-20')) > 0);
  });

  it('are those that an owner of 18,000 followers would believe', async () => {
    const reach =
      (await rows({}, { metric: 'reach', ...days(ago(28), ago(1)) }))[0]?.values?.map(({ value }) => Number(value)) ??
      [];
    assert.equal(reach.length, 28);
    assert.ok(Math.min(...reach) > 500 && Math.max(...reach) < 3_500, String(reach));
    const perDay = (await totals({}, everyDay, ago(28), ago(1))).map((value) => value / 28);
    const usual: Readonly<Record<string, readonly [number, number]>> = {
      likes: [200, 500],
      comments: [8, 30],
      saves: [15, 70],
      replies: [4, 20],
      profile_views: [60, 200],
      website_clicks: [5, 20],
    };
    for (const [metric, [least, most]] of Object.entries(usual)) {
      const value = perDay[everyDay.split(',').indexOf(metric)] ?? Number.NaN;
      assert.ok(value >= least && value <= most, `${metric}: ${value} a day`);
    }
  });

  it('grow over the years and have a rhythm in the week', async () => {
    const byYear = { 2025: 0, 2026: 0 };
    const byWeekday = [0, 0, 0, 0, 0, 0, 0];
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      for (const year of [2025, 2026] as const) {
        for (let week = 0; week < 40; week += 4) {
          const since = addDays(`${year}-01-05`, week * 7);
          const [row] = await rows({ seed }, { metric: 'reach', ...days(since, addDays(since, 27)) });
          for (const { value, end_time: end } of row?.values ?? []) {
            byYear[year] += Number(value);
            byWeekday[new Date(end).getUTCDay()]! += Number(value);
          }
        }
      }
    }
    assert.ok(byYear[2026] > 1.02 * byYear[2025] && byYear[2026] < 1.2 * byYear[2025], JSON.stringify(byYear));
    const [sunday, , tuesday, , , friday] = byWeekday;
    assert.ok(sunday! > 1.1 * tuesday! && sunday! > 1.1 * friday!, String(byWeekday));
  });
});

describe('createSandbox: its breakdowns', () => {
  const partitions = [
    ['views', 'media_product_type'],
    ['views', 'follow_type'],
    ['views', 'media_product_type,follow_type'],
    ['likes', 'media_product_type'],
    ['saves', 'media_product_type'],
    ['total_interactions', 'media_product_type'],
    ['profile_links_taps', 'contact_button_type'],
  ] as const;

  for (const [metric, by] of partitions) {
    it(`of ${metric} by ${by} add up to its total`, () =>
      fc.assert(
        fc.asyncProperty(seeds, sizes, settled, async (seed, followers, { since, until }) => {
          const options = { seed, followers };
          const parts = await breakdown(options, metric, by, days(since, until));
          assert.equal(sum(parts.values()), await total(options, metric, since, until));
          assert.ok(
            [...parts.values()].every((value) => value > 0),
            'a category of zero is left out',
          );
        }),
        { numRuns: 15 },
      ));
  }

  for (const by of ['media_product_type', 'follow_type', 'media_product_type,follow_type']) {
    it(`of reach by ${by} overlap: more than the total together, none more than it`, () =>
      fc.assert(
        fc.asyncProperty(seeds, sizes, settled, async (seed, followers, { since, until }) => {
          const options = { seed, followers };
          const whole = await total(options, 'reach', since, until);
          const parts = await breakdown(options, 'reach', by, days(since, until));
          assert.ok(sum(parts.values()) >= whole && sum(parts.values()) <= whole * 1.2 + parts.size);
          for (const [name, value] of parts) {
            assert.ok(value <= whole, `${name} ${value} of ${whole}`);
            const oneDay = await breakdown(options, 'reach', by, days(since, since));
            assert.ok(value >= (oneDay.get(name) ?? 0), `${name} has fewer than on its first day`);
          }
        }),
        runs,
      ));
  }

  it('of reach say a bit more than the total for a usual month', async () => {
    const whole = await total({}, 'reach', ago(28), ago(1));
    const parts = await breakdown({}, 'reach', 'media_product_type', days(ago(28), ago(1)));
    assert.ok(sum(parts.values()) > whole);
    assert.deepEqual([...parts.keys()].sort(), ['AD', 'CAROUSEL_CONTAINER', 'POST', 'REEL', 'STORY']);
  });

  it('never reach more followers than there are', () =>
    fc.assert(
      fc.asyncProperty(
        seeds,
        fc.integer({ min: 0, max: 3_000 }),
        settled,
        async (seed, followers, { since, until }) => {
          const parts = await breakdown({ seed, followers }, 'reach', 'follow_type', days(since, until));
          assert.ok((parts.get('FOLLOWER') ?? 0) <= followers);
        },
      ),
      runs,
    ));

  it('of two dimensions come in the order asked', async () => {
    for (const by of ['follow_type,media_product_type', 'media_product_type,follow_type']) {
      const answer = await rows({}, { metric: 'reach', metric_type: 'total_value', breakdown: by });
      const [first, ...others] = answer[0]?.total_value?.breakdowns ?? [];
      assert.deepEqual(first?.dimension_keys, by.split(','));
      assert.deepEqual(others, []);
      const firstValues = first?.results.map(({ dimension_values: values }) => values[0]);
      assert.equal(firstValues?.includes('FOLLOWER'), by.startsWith('follow_type'));
    }
  });

  it('of follows_and_unfollows are gained and lost, without a number of their own', async () => {
    const params = { metric: 'follows_and_unfollows', metric_type: 'total_value', ...days(ago(14), ago(3)) };
    const [row] = await rows({}, { ...params, breakdown: 'follow_type' });
    assert.equal(row?.total_value?.value, undefined);
    const gained = row?.total_value?.breakdowns?.[0]?.results.find(
      ({ dimension_values: [type] }) => type === 'FOLLOWER',
    );
    const [daily] = await rows({}, { metric: 'follower_count', ...days(ago(14), ago(3)) });
    assert.equal(gained?.value, sum(daily?.values?.map(({ value }) => Number(value)) ?? []));
    assert.deepEqual(
      row?.total_value?.breakdowns?.[0]?.results.map(({ dimension_values: values }) => values),
      [['FOLLOWER'], ['NON_FOLLOWER']],
    );
    const [plain] = await rows({}, params);
    assert.equal(plain?.name, 'follows_and_unfollows');
    assert.equal(plain?.total_value, undefined);
  });
});

describe('createSandbox: its days', () => {
  const changes = fc.constantFrom('2025-03-09', '2025-11-02', '2026-03-08', '2026-11-01');

  it('are each day of the window once, also when clocks change', () =>
    fc.assert(
      fc.asyncProperty(changes, fc.nat(8), fc.nat(8), async (change, before, after) => {
        const window = { since: addDays(change, -before), until: addDays(change, after) };
        const { json } = await ask({}, 'me/insights', {
          metric: 'reach',
          period: 'day',
          ...days(window.since, window.until),
        });
        assert.deepEqual(
          readResults(json)[0]?.series?.map(({ day }) => day),
          daysOf(window),
        );
      }),
      runs,
    ));

  it('are those that since and until touch', async () => {
    const midnight = startOfDay('2026-11-10');
    const touched = async (since: number, until: number) =>
      (await rows({}, { metric: 'reach', since: String(since), until: String(until) }))[0]?.values?.map(
        ({ end_time: end }) => end,
      );
    assert.deepEqual(await touched(midnight, midnight + 86_399), ['2026-11-10T08:00:00+0000']);
    assert.deepEqual(await touched(midnight - 1, midnight), ['2026-11-09T08:00:00+0000', '2026-11-10T08:00:00+0000']);
  });

  it('are yesterday and today when none are named', async () => {
    const [row] = await rows({}, { metric: 'reach' });
    assert.deepEqual(
      row?.values?.map(({ end_time: end }) => end.slice(0, 10)),
      [ago(1), today],
    );
    const [whole] = await rows({}, { metric: 'likes', metric_type: 'total_value' });
    assert.equal(whole?.total_value?.value, await total({}, 'likes', ago(1), today));
  });

  it('may be written as dates and as times with a zone', async () => {
    const seconds = await rows({}, { metric: 'reach', ...days('2026-07-01', '2026-07-03') });
    assert.deepEqual(await rows({}, { metric: 'reach', since: '2026-07-01', until: '2026-07-03' }), seconds);
    const times = { since: '2026-07-01T07:00:00+0000', until: '2026-07-03T12:00:00-07:00' };
    assert.deepEqual(await rows({}, { metric: 'reach', ...times }), seconds);
  });

  it('that have not come have no points, and nothing happened on them', async () => {
    const [row] = await rows({}, { metric: 'reach', ...days(today, addDays(today, 5)) });
    assert.deepEqual(
      row?.values?.map(({ end_time: end }) => end.slice(0, 10)),
      [today],
    );
    assert.equal(await total({}, 'likes', today, addDays(today, 5)), await total({}, 'likes', today));
  });

  it('fill while they last, and for 48 hours after; they never lose anything', () =>
    fc.assert(
      fc.asyncProperty(seeds, fc.nat(73), fc.nat(10), async (seed, hours, more) => {
        const midnight = startOfDay('2026-11-10') * 1000;
        const [early, late] = await Promise.all(
          [hours, hours + more].map((passed) =>
            totals({ seed, now: midnight + passed * 3_600_000 }, everyDay, '2026-11-10', '2026-11-10'),
          ),
        );
        early?.forEach((value, index) => assert.ok(value <= (late?.[index] ?? -1)));
      }),
      runs,
    ));

  it('are short of the truth by at most 3 % once they are over, and complete after 48 hours', async () => {
    const at = (hours: number) =>
      total({ now: startOfDay('2026-11-11') * 1000 + hours * 3_600_000 }, 'views', '2026-11-10');
    const [atNoon, atEnd, inBetween, complete, later] = await Promise.all([-12, 0, 24, 48, 480].map(at));
    assert.ok(atNoon! > 0.3 * complete! && atNoon! < 0.7 * complete!);
    assert.ok(atEnd! >= 0.95 * complete! && atEnd! < inBetween!);
    assert.ok(inBetween! < complete!);
    assert.equal(later, complete);
  });

  it('have hour maps of followers online, for the days that are over', async () => {
    const [row] = await rows({}, { metric: 'online_followers', period: 'lifetime', ...days(ago(3), today) });
    assert.deepEqual(
      row?.values?.map(({ end_time: end }) => end.slice(0, 10)),
      [ago(3), ago(2), ago(1)],
    );
    for (const { value } of row?.values ?? []) {
      assert.deepEqual(Object.keys(value), [...Array(24).keys()].map(String));
      assert.ok(Object.values(value).every((people) => people > 0 && people < 18_420));
    }
  });
});

describe('createSandbox: its demographics', () => {
  const people = async (options: object, by: string, params: object = {}, metric = 'follower_demographics') => {
    const asked = { metric, period: 'lifetime', metric_type: 'total_value', breakdown: by, ...params };
    const [row] = await rows(options, asked);
    return row?.total_value?.breakdowns?.[0];
  };

  it('have at most 45 rows, unsorted, of fewer people than follow, for one dimension and for two', () =>
    fc.assert(
      fc.asyncProperty(
        seeds,
        fc.subarray(['age', 'gender', 'city', 'country'], { minLength: 1, maxLength: 2 }),
        async (seed, by) => {
          const answer = await people({ seed }, by.join(','));
          const values = answer?.results.map(({ value }) => value) ?? [];
          assert.deepEqual(answer?.dimension_keys, by);
          assert.ok(values.length > 2 && values.length <= 45 && values.every((value) => value > 0));
          assert.ok(sum(values) < 18_420 && sum(values) > 1_000);
          const names = answer?.results.map(({ dimension_values: parts }) => parts.join('|'));
          assert.equal(new Set(names).size, names?.length);
        },
      ),
      runs,
    ));

  it('cut cities and countries at 45, and do not sort them', async () => {
    for (const by of ['city', 'country', 'city,age']) {
      const values = (await people({}, by))?.results.map(({ value }) => value) ?? [];
      assert.equal(values.length, 45);
      assert.notDeepEqual(
        values,
        [...values].sort((a, b) => b - a),
      );
    }
  });

  it('agree across breakdowns', async () => {
    const [both, ages] = await Promise.all([people({}, 'age,gender'), people({}, 'age')]);
    for (const {
      dimension_values: [age],
      value,
    } of ages?.results ?? []) {
      const parts = both?.results.filter(({ dimension_values: values }) => values[0] === age) ?? [];
      assert.equal(sum(parts.map((part) => part.value)), value, age);
    }
    assert.deepEqual(ages?.results.map(({ dimension_values: [age] }) => age).sort(), [
      '13-17',
      '18-24',
      '25-34',
      '35-44',
      '45-54',
      '55-64',
      '65+',
    ]);
  });

  it('name countries by two letters and cities with their region', async () => {
    const names = async (by: string) =>
      (await people({}, by))?.results.map(({ dimension_values: [name = ''] }) => name) ?? [];
    assert.ok((await names('country')).every((name) => /^[A-Z]{2}$/.test(name)));
    const cities = await names('city');
    assert.ok(cities.every((name) => /^.+, .+$/.test(name)));
    assert.ok(cities.includes('Wien, Vienna') && cities.includes('São Paulo, São Paulo (state)'));
  });

  it('lead with the timeframe when one was sent, and only then', async () => {
    const sent = await people({}, 'age,gender', { timeframe: 'last_30_days' });
    assert.deepEqual(sent?.dimension_keys, ['timeframe', 'age', 'gender']);
    assert.ok(sent?.results.every(({ dimension_values: [first] }) => first === 'LAST_30_DAYS'));
    assert.deepEqual((await people({}, 'age,gender'))?.dimension_keys, ['age', 'gender']);
  });

  it('have no number beside the breakdown, no paging, and no number at all without one', async () => {
    const params = { metric: 'follower_demographics', period: 'lifetime', metric_type: 'total_value' };
    const { json } = await ask({}, 'me/insights', { ...params, breakdown: 'age' });
    assert.equal(json.data[0]?.total_value?.value, undefined);
    assert.equal(json.paging, undefined);
    const [plain] = await rows({}, params);
    assert.equal(plain?.id, '17841405822304914/insights/follower_demographics/lifetime');
    assert.equal(plain?.total_value, undefined);
  });

  it('of a longer timeframe are of more people, and reached ones of more than engaged ones', async () => {
    const size = async (metric: string, timeframe: string) =>
      sum((await people({}, 'gender', { timeframe }, metric))?.results.map(({ value }) => value) ?? []);
    const [week, month, engaged] = await Promise.all([
      size('reached_audience_demographics', 'this_week'),
      size('reached_audience_demographics', 'this_month'),
      size('engaged_audience_demographics', 'this_month'),
    ]);
    assert.ok(week < month && engaged < month && engaged > 0);
  });

  it('of the engaged need 100 engagements in the timeframe', async () => {
    const answer = (timeframe: string) =>
      ask({ followers: 120 }, 'me/insights', {
        metric: 'engaged_audience_demographics',
        period: 'lifetime',
        metric_type: 'total_value',
        breakdown: 'age',
        timeframe,
      });
    assert.ok((await total({ followers: 120 }, 'total_interactions', ago(7), ago(1))) < 100);
    const halves = [
      total({ followers: 120 }, 'total_interactions', ago(30), ago(16)),
      total({ followers: 120 }, 'total_interactions', ago(15), ago(1)),
    ];
    assert.ok(sum(await Promise.all(halves)) >= 100);
    assert.deepEqual((await answer('this_week')).json.data, []);
    assert.equal((await answer('this_month')).json.data.length, 1);
  });
});

describe('createSandbox: accounts below 100 followers', () => {
  const hidden = [
    { metric: 'follower_count' },
    { metric: 'online_followers', period: 'lifetime' },
    { metric: 'follows_and_unfollows', metric_type: 'total_value', breakdown: 'follow_type' },
    { metric: 'follower_demographics', period: 'lifetime', metric_type: 'total_value', breakdown: 'age' },
  ];
  for (const params of hidden) {
    it(`have no ${params.metric}`, async () => {
      assert.deepEqual(await rows({ followers: 99 }, params), []);
      assert.equal((await rows({ followers: 100 }, params)).length, 1);
    });
  }

  it('have the other metrics', async () => {
    const both = await rows({ followers: 99 }, { metric: 'follower_count,reach' });
    assert.deepEqual(
      both.map(({ name }) => name),
      ['reach'],
    );
    const parts = await breakdown({ followers: 57 }, 'reach', 'follow_type', days(ago(14), ago(1)));
    assert.ok((parts.get('FOLLOWER') ?? 0) > 0);
  });

  it('answer with nothing, not with an error, when nobody follows', async () => {
    assert.deepEqual(await totals({ followers: 0 }, 'reach,views,accounts_engaged', ago(9), ago(3)), [0, 0, 0]);
  });
});

describe('createSandbox: its clock', () => {
  it('may be milliseconds, a Date or a function that is asked each time', async () => {
    let now = Date.parse('2024-06-15T19:00:00Z');
    const lastDay = async (clock: number | Date | (() => number)) => {
      const [row] = await rows({ now: clock }, { metric: 'reach' });
      return row?.values?.at(-1)?.end_time;
    };
    assert.equal(await lastDay(now), '2024-06-15T07:00:00+0000');
    assert.equal(await lastDay(new Date(now)), '2024-06-15T07:00:00+0000');
    const sandbox = createSandbox({ now: () => now });
    const url = `https://graph.test/me/insights?metric=reach&period=day&access_token=${sandbox.accessToken}`;
    const last = async () => readResults(await (await sandbox.fetch(url)).json())[0]?.series?.at(-1)?.day;
    assert.equal(await last(), '2024-06-15');
    now += 86_400_000;
    assert.equal(await last(), '2024-06-16');
  });

  it('reads the days of Los Angeles, not those of Greenwich', async () => {
    assert.equal(dayOf(noon + 9 * 3_600_000), today);
    const { json } = await ask({ now: noon + 9 * 3_600_000 }, 'me/insights', { metric: 'reach', period: 'day' });
    assert.equal(readResults(json)[0]?.series?.at(-1)?.day, today);
    assert.equal(windowSeconds({ since: today, until: today }).since, Date.parse('2026-11-23T08:00:00Z') / 1000);
  });
});
