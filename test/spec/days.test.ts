import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  type Day,
  type DayWindow,
  dayCount,
  dayOf,
  dayOfEndTime,
  daysOf,
  defaultMaxWindowSeconds,
  defaultRange,
  isRange,
  previousWindow,
  provisionalDays,
  type Range,
  rangeNames,
  readDay,
  splitWindow,
  startOfDay,
  upToToday,
  windowOfRange,
  windowSeconds,
} from '../../src/spec/index.js';

const at = (text: string): number => Date.parse(text);
const wire = (window: DayWindow): string[] =>
  Object.values(windowSeconds(window)).map((seconds) => new Date(seconds * 1000).toISOString().slice(0, 19));
const span = (window: DayWindow): number => windowSeconds(window).until - windowSeconds(window).since;

/** Any day from 2020 to 2033, and windows of up to 400 days. */
const someDay = fc.integer({ min: 0, max: 5000 }).map((count) => addDays('2020-01-01', count));
const someWindow = fc
  .tuple(someDay, fc.integer({ min: 0, max: 400 }))
  .map(([since, more]): DayWindow => ({ since, until: addDays(since, more) }));

// The days of a spring and an autumn of each year on which the clocks of Los Angeles change, at 02:00.
const springs = ['2024-03-10', '2025-03-09', '2026-03-08'];
const autumns = ['2024-11-03', '2025-11-02', '2026-11-01'];

/** Everything below holds wherever the computer thinks it is. */
for (const zone of ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Australia/Lord_Howe', 'America/St_Johns']) {
  describe(`under TZ=${zone}`, () => {
    const original = process.env.TZ;
    before(() => {
      process.env.TZ = zone;
      assert.equal(new Intl.DateTimeFormat().resolvedOptions().timeZone, zone);
    });
    after(() => {
      if (original === undefined) delete process.env.TZ;
      else process.env.TZ = original;
    });

    describe('dayOf', () => {
      const cases: readonly (readonly [string, Day])[] = [
        ['2024-07-01T06:59:59Z', '2024-06-30'],
        ['2024-07-01T07:00:00Z', '2024-07-01'],
        ['2024-01-15T07:59:59Z', '2024-01-14'],
        ['2024-01-15T08:00:00Z', '2024-01-15'],
        ['2024-03-11T06:59:59.999Z', '2024-03-10'],
        ['2024-03-11T07:00:00Z', '2024-03-11'],
        ['2024-11-03T07:00:00Z', '2024-11-03'],
        ['2024-11-04T07:59:59Z', '2024-11-03'],
        ['2024-11-04T08:00:00Z', '2024-11-04'],
        ['2024-02-29T20:00:00Z', '2024-02-29'],
        ['2025-01-01T07:59:59Z', '2024-12-31'],
      ];
      for (const [instant, day] of cases) it(`${instant} is in ${day}`, () => assert.equal(dayOf(at(instant)), day));
    });

    describe('dayOfEndTime', () => {
      const cases: readonly (readonly [string, Day])[] = [
        ['2017-05-04T07:00:00Z', '2017-05-04'],
        ['2018-01-11T08:00:00Z', '2018-01-11'],
        ['2026-03-08T08:00:00Z', '2026-03-08'],
        ['2026-03-09T07:00:00Z', '2026-03-09'],
        ['2026-11-01T07:00:00Z', '2026-11-01'],
        ['2026-11-02T08:00:00Z', '2026-11-02'],
      ];
      for (const [endTime, day] of cases)
        it(`${endTime} -> ${day}`, () => assert.equal(dayOfEndTime(at(endTime)), day));

      it('labels each day of a window once, by its midnight', () => {
        fc.assert(
          fc.property(someDay, (day) => assert.equal(dayOfEndTime(startOfDay(day) * 1000), day)),
          { numRuns: 300 },
        );
      });
    });

    describe('startOfDay', () => {
      for (const day of springs) {
        it(`${day} has 23 hours`, () => assert.equal(startOfDay(addDays(day, 1)) - startOfDay(day), 23 * 3600));
      }
      for (const day of autumns) {
        it(`${day} has 25 hours`, () => assert.equal(startOfDay(addDays(day, 1)) - startOfDay(day), 25 * 3600));
      }
      it('is 24 hours before the next on every other day', () => {
        const odd = new Set([...springs, ...autumns]);
        for (const day of daysOf({ since: '2024-01-01', until: '2026-12-31' })) {
          if (!odd.has(day)) assert.equal(startOfDay(addDays(day, 1)) - startOfDay(day), 24 * 3600, day);
        }
      });
    });

    describe('windowSeconds', () => {
      const cases: readonly (readonly [string, string, string, string])[] = [
        ['2024-06-01', '2024-06-01', '2024-06-01T07:00:00', '2024-06-02T06:59:59'],
        ['2024-01-01', '2024-01-31', '2024-01-01T08:00:00', '2024-02-01T07:59:59'],
        ['2024-03-10', '2024-03-10', '2024-03-10T08:00:00', '2024-03-11T06:59:59'],
        ['2025-11-02', '2025-11-02', '2025-11-02T07:00:00', '2025-11-03T07:59:59'],
      ];
      for (const [since, until, first, last] of cases) {
        it(`${since} to ${until}`, () => assert.deepEqual(wire({ since, until }), [first, last]));
      }

      it('is read back as the same days', () => {
        fc.assert(
          fc.property(someWindow, (window) => {
            const { since, until } = windowSeconds(window);
            assert.deepEqual({ since: readDay(String(since)), until: readDay(String(until)) }, window);
          }),
        );
      });
    });

    describe('windowOfRange', () => {
      const cases: readonly (readonly [Range, string, string, string])[] = [
        ['last_7_days', '2024-03-12T12:00:00Z', '2024-03-05', '2024-03-11'],
        ['last_14_days', '2024-03-12T12:00:00Z', '2024-02-27', '2024-03-11'],
        ['last_28_days', '2025-11-10T12:00:00Z', '2025-10-13', '2025-11-09'],
        ['last_30_days', '2025-11-10T12:00:00Z', '2025-10-11', '2025-11-09'],
        ['last_90_days', '2026-01-01T12:00:00Z', '2025-10-03', '2025-12-31'],
        ['this_month', '2024-11-20T12:00:00Z', '2024-11-01', '2024-11-20'],
        ['this_month', '2024-12-01T07:59:59Z', '2024-11-01', '2024-11-30'],
        ['this_month', '2024-12-01T08:00:00Z', '2024-12-01', '2024-12-01'],
        ['prev_month', '2024-03-31T12:00:00Z', '2024-02-01', '2024-02-29'],
        ['prev_month', '2026-01-01T12:00:00Z', '2025-12-01', '2025-12-31'],
        ['prev_month', '2026-01-01T07:59:59Z', '2025-11-01', '2025-11-30'],
      ];
      for (const [range, now, since, until] of cases) {
        it(`${range} at ${now}`, () => assert.deepEqual(windowOfRange(range, at(now)), { since, until }));
      }
    });
  });
}

describe('isRange', () => {
  it('knows the presets, and the default is one', () => {
    assert.equal(
      rangeNames.join(' '),
      'last_7_days last_14_days last_28_days last_30_days last_90_days this_month prev_month',
    );
    assert.ok([...rangeNames, defaultRange].every(isRange));
    assert.ok(!['', 'last_60_days', 'toString', '__proto__'].some(isRange));
  });
});

describe('addDays', () => {
  it('crosses months, leap days and clock changes', () => {
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2024-03-01', -1), '2024-02-29');
    assert.equal(addDays('2025-03-08', 2), '2025-03-10');
    assert.equal(addDays('2025-12-31', 1), '2026-01-01');
  });
});

describe('daysOf', () => {
  it('is as many as dayCount says, in order, each once', () => {
    assert.deepEqual(daysOf({ since: '2024-11-02', until: '2024-11-04' }), ['2024-11-02', '2024-11-03', '2024-11-04']);
    fc.assert(
      fc.property(someWindow, (window) => {
        const days = daysOf(window);
        assert.equal(days.length, dayCount(window));
        assert.deepEqual([days[0], days.at(-1)], [window.since, window.until]);
        assert.deepEqual(days, [...new Set(days)].sort());
      }),
    );
  });

  it('is empty for a window that ends before it begins', () => {
    assert.deepEqual(daysOf({ since: '2024-11-02', until: '2024-10-30' }), []);
  });
});

describe('previousWindow', () => {
  const cases: readonly (readonly [DayWindow, DayWindow])[] = [
    [
      { since: '2024-03-11', until: '2024-03-11' },
      { since: '2024-03-10', until: '2024-03-10' },
    ],
    [
      { since: '2024-03-01', until: '2024-03-31' },
      { since: '2024-01-30', until: '2024-02-29' },
    ],
    [
      { since: '2025-10-13', until: '2025-11-09' },
      { since: '2025-09-15', until: '2025-10-12' },
    ],
  ];
  for (const [window, expected] of cases) {
    it(`${window.since} to ${window.until}`, () => assert.deepEqual(previousWindow(window), expected));
  }

  it('has as many days, and ends the day before', () => {
    fc.assert(
      fc.property(someWindow, (window) => {
        const previous = previousWindow(window);
        assert.equal(dayCount(previous), dayCount(window));
        assert.equal(addDays(previous.until, 1), window.since);
      }),
    );
  });
});

describe('upToToday', () => {
  const now = at('2024-06-15T12:00:00Z');
  const cases: readonly (readonly [string, string, string])[] = [
    ['2024-06-01', '2024-06-14', '2024-06-14'],
    ['2024-06-01', '2024-06-15', '2024-06-15'],
    ['2024-06-01', '2024-12-31', '2024-06-15'],
    ['2024-06-16', '2024-12-31', '2024-12-31'],
  ];
  for (const [since, until, expected] of cases) {
    it(`${since} to ${until} ends ${expected}`, () => {
      assert.deepEqual(upToToday({ since, until }, now), { since, until: expected });
    });
  }
});

describe('splitWindow', () => {
  const parts = (since: Day, until: Day, max?: number): string[] =>
    splitWindow({ since, until }, max).map((part) => `${part.since}/${part.until}`);
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['a day', '2024-06-01', '2024-06-01', ['2024-06-01/2024-06-01']],
    ['30 days', '2024-06-01', '2024-06-30', ['2024-06-01/2024-06-30']],
    ['a month of 31 days', '2024-07-01', '2024-07-31', ['2024-07-01/2024-07-30', '2024-07-31/2024-07-31']],
    [
      '31 days with the hour that March loses',
      '2024-03-01',
      '2024-03-31',
      ['2024-03-01/2024-03-30', '2024-03-31/2024-03-31'],
    ],
    [
      '30 days with the hour that November gains',
      '2024-11-01',
      '2024-11-30',
      ['2024-11-01/2024-11-29', '2024-11-30/2024-11-30'],
    ],
    [
      '90 days',
      '2024-01-01',
      '2024-03-30',
      ['2024-01-01/2024-01-30', '2024-01-31/2024-02-29', '2024-03-01/2024-03-30'],
    ],
    ['days in the wrong order', '2024-06-02', '2024-06-01', []],
  ];
  for (const [name, since, until, expected] of cases) it(name, () => assert.deepEqual(parts(since, until), expected));

  it('takes another limit, or none', () => {
    assert.deepEqual(parts('2024-07-01', '2024-07-31', 31 * 86_400), ['2024-07-01/2024-07-31']);
    assert.deepEqual(parts('2024-01-01', '2025-12-31', Number.POSITIVE_INFINITY), ['2024-01-01/2025-12-31']);
    assert.deepEqual(parts('2024-07-01', '2024-07-02', 0), ['2024-07-01/2024-07-01', '2024-07-02/2024-07-02']);
  });

  it('covers each day once, within the limit, and no part could take a day more', () => {
    const limit = fc.oneof(fc.constant(defaultMaxWindowSeconds), fc.integer({ min: 90_000, max: 10_000_000 }));
    fc.assert(
      fc.property(someWindow, limit, (window, maxSeconds) => {
        const split = splitWindow(window, maxSeconds);
        assert.deepEqual(split.flatMap(daysOf), daysOf(window));
        for (const part of split) assert.ok(span(part) <= maxSeconds);
        for (const part of split.slice(0, -1)) {
          assert.ok(span({ since: part.since, until: addDays(part.until, 1) }) > maxSeconds);
        }
      }),
    );
  });
});

describe('readDay', () => {
  const cases: readonly (readonly [string, Day | undefined])[] = [
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2024-04-31', undefined],
    ['2024-13-01', undefined],
    ['2024-00-10', undefined],
    ['2024-1-1', undefined],
    ['24-01-01', undefined],
    ['9999-12-31', undefined],
    ['2024-01-01T00:00:00', undefined],
    [' 2024-01-01', undefined],
    ['', undefined],
    ['yesterday', undefined],
    ['1704095999', '2023-12-31'],
    ['1704096000', '2024-01-01'],
    ['1704182399', '2024-01-01'],
    ['1704182400', '2024-01-02'],
    ['1704096000000', undefined],
    ['1704096000.5', undefined],
    ['-1704096000', undefined],
  ];
  for (const [text, expected] of cases) it(`"${text}" -> ${expected}`, () => assert.equal(readDay(text), expected));

  it('gives nothing but days, or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d{2}-\d{2}$/), fc.stringMatching(/^\d{8,12}$/)),
        (text) => {
          const day = readDay(text);
          if (day !== undefined) assert.equal(addDays(addDays(day, 1), -1), day);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('provisionalDays', () => {
  const window = { since: '2024-06-01', until: '2024-06-10' };
  const cases: readonly (readonly [string, string])[] = [
    // Noon in Los Angeles: the 8th ended 36 hours ago, the 7th 60.
    ['2024-06-10T19:00:00Z', '2024-06-08 2024-06-09 2024-06-10'],
    // The 7th ended at 07:00Z on the 8th: 48 hours ago to the second.
    ['2024-06-10T06:59:59Z', '2024-06-07 2024-06-08 2024-06-09 2024-06-10'],
    ['2024-06-10T07:00:00Z', '2024-06-08 2024-06-09 2024-06-10'],
    ['2024-06-12T12:00:00Z', '2024-06-10'],
    ['2024-06-13T07:00:00Z', ''],
  ];
  for (const [now, expected] of cases) {
    it(`${now}: ${expected || 'none'}`, () => assert.equal(provisionalDays(window, at(now)).join(' '), expected));
  }
});
