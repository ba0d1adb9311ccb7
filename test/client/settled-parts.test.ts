import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { partsOf, type QueryPart } from '../../src/client/plan.js';
import { createSettledParts, type PartAnswer } from '../../src/client/settled-parts.js';
import {
  addDays,
  canonicalQuery,
  type DayWindow,
  daysOf,
  InsightsError,
  type InsightsQuery,
  type InsightsResult,
  provisionalDays,
  type ResultBreakdown,
  startOfDay,
} from '../../src/spec/index.js';
import { noon } from './transports.contract.js';

const week: DayWindow = { since: '2026-11-02', until: '2026-11-08' };
const partOf = (query: InsightsQuery): QueryPart => partsOf(canonicalQuery(query, noon))[0] ?? assert.fail();
const likes = partOf({ metric: 'likes', ...week });
const series = partOf({ metric: 'reach', metricType: 'time_series', ...week });
const byMedia = partOf({ metric: 'likes', breakdown: 'media_product_type', ...week });
const follows = partOf({ metric: 'follows_and_unfollows', ...week });

type Numbers = Partial<InsightsResult>;
const answerOf = (outcome: Numbers | InsightsError | undefined, fetchedAt = noon): PartAnswer => ({
  outcome: outcome && !(outcome instanceof InsightsError) ? { metric: 'x', period: 'day', ...outcome } : outcome,
  source: 'api',
  fetchedAt,
});
const points = (window: DayWindow, value: number | null = 1) => daysOf(window).map((day) => ({ day, value }));
const cut = (more: Partial<ResultBreakdown> = {}): Numbers => ({
  breakdowns: [{ dimensions: ['media_product_type'], rows: [{ values: ['REEL'], value: 1 }], ...more }],
});

const isKept = (part: QueryPart, answer: PartAnswer): boolean => {
  const { get, keep } = createSettledParts();
  keep(part, answer);
  const kept = get(part);
  assert.ok(kept === undefined || kept === answer);
  return kept !== undefined;
};

const hours = (count: number): number => count * 3_600_000;
/** For how long an answer is kept. */
type Span = 'for good' | 'for hours' | 'not at all';

describe('createSettledParts', () => {
  beforeEach(() => mock.timers.enable({ apis: ['Date'], now: noon }));
  afterEach(() => mock.timers.reset());

  const cases: readonly [string, QueryPart, Numbers | InsightsError | undefined, Span][] = [
    ['a total', likes, { total: 7 }, 'for good'],
    ['a total of zero', likes, { total: 0 }, 'for good'],
    ['no total', likes, {}, 'for hours'],
    ['nothing at all', likes, undefined, 'for hours'],
    ['a failure', likes, new InsightsError('network'), 'not at all'],
    ['a refusal', likes, new InsightsError('not-offered'), 'not at all'],
    ['a total without the breakdown that was asked', byMedia, { total: 7 }, 'for hours'],
    ['a breakdown', byMedia, { total: 7, ...cut() }, 'for good'],
    ['a breakdown without rows, which is zeros', byMedia, { total: 0, ...cut({ rows: [] }) }, 'for good'],
    ['a breakdown of which a row is missing', byMedia, { total: 7, ...cut({ incomplete: true }) }, 'for hours'],
    ['a breakdown that has no total', follows, cut({ dimensions: ['follow_type'] }), 'for good'],
    ['a number for each day', series, { series: points(week) }, 'for good'],
    ['zeros for each day', series, { series: points(week, 0) }, 'for good'],
    ['a day too few', series, { series: points({ ...week, until: '2026-11-07' }) }, 'for hours'],
    [
      'a day without a number',
      series,
      { series: [...points({ ...week, until: '2026-11-07' }), { day: '2026-11-08', value: null }] },
      'for hours',
    ],
    ['nothing but days without a number', series, { series: points(week, null) }, 'for hours'],
    [
      'as many days, one of them another',
      series,
      { series: points({ since: '2026-11-03', until: '2026-11-09' }) },
      'for hours',
    ],
    ['a day more', series, { series: points({ since: '2026-11-02', until: '2026-11-09' }) }, 'for good'],
    ['a total where a series was asked', series, { total: 7 }, 'for hours'],
    [
      'people, who have no days',
      partOf({ metric: 'follower_demographics', breakdown: 'age' }),
      cut({ dimensions: ['age'] }),
      'not at all',
    ],
    [
      'a metric that is a map for each day',
      partOf({ metric: 'online_followers', ...week }),
      cut({ dimensions: ['hour'], day: '2026-11-02' }),
      'for hours',
    ],
  ];
  for (const [what, part, outcome, kept] of cases) {
    it(`keeps ${what}: ${kept}`, () => {
      const { get, keep } = createSettledParts();
      const answer = answerOf(outcome);
      keep(part, answer);
      assert.equal(get(part), kept === 'not at all' ? undefined : answer);
      mock.timers.tick(hours(6) - 1);
      assert.equal(get(part), kept === 'not at all' ? undefined : answer);
      mock.timers.tick(1);
      assert.equal(get(part), kept === 'for good' ? answer : undefined);
      mock.timers.tick(hours(10_000));
      assert.equal(get(part), kept === 'for good' ? answer : undefined);
    });
  }

  it('the hours are counted anew where it is empty again, and end where it is not', () => {
    const { get, keep } = createSettledParts();
    keep(likes, answerOf(undefined));
    mock.timers.tick(hours(6));
    keep(likes, answerOf({}));
    mock.timers.tick(hours(5));
    assert.ok(get(likes));
    const whole = answerOf({ total: 7 });
    keep(likes, whole);
    mock.timers.tick(hours(7));
    assert.equal(get(likes), whole);
  });

  it('forgets an empty one at once', () => {
    const { get, keep, forget } = createSettledParts();
    keep(likes, answerOf({}));
    keep(byMedia, answerOf({}));
    forget(likes);
    assert.deepEqual([get(likes), get(byMedia) !== undefined], [undefined, true]);
  });

  it('keeps a part once the last of its days is 48 hours old, not an instant before', () => {
    const settledAt = startOfDay(addDays(week.until, 1)) * 1000 + 48 * 3_600_000;
    assert.equal(provisionalDays(week, settledAt).length, 0);
    for (const [at, kept] of [
      [settledAt - 1, false],
      [settledAt, true],
    ] as const) {
      assert.equal(isKept(likes, answerOf({ total: 7 }, at)), kept);
      assert.equal(isKept(series, answerOf({ series: points(week) }, at)), kept);
      assert.equal(isKept(likes, answerOf(undefined, at)), kept);
    }
  });

  it('knows a part by its metric, shape and days, whichever question it is of', () => {
    const { get, keep } = createSettledParts();
    const day = { since: '2026-11-02', until: '2026-11-02' };
    const answer = answerOf({ total: 7 });
    keep(partOf({ metric: 'likes', ...day }), answer);
    assert.equal(get(partOf({ metric: 'likes', daily: true, ...day })), answer);
    assert.equal(get(partOf({ metric: 'likes', daily: true, ...week })), answer);
    const others: InsightsQuery[] = [
      { metric: 'shares', ...day },
      { metric: 'likes', ...week },
      { metric: 'likes', breakdown: 'media_product_type', ...day },
      { metric: 'reach', ...day },
    ];
    for (const query of others) assert.equal(get(partOf(query)), undefined);
  });

  it('keeps as many as it is told; the oldest go first', () => {
    const { get, keep } = createSettledParts(3);
    const days = daysOf({ since: '2026-11-01', until: '2026-11-05' });
    const parts = days.map((day) => partOf({ metric: 'likes', since: day, until: day }));
    for (const part of parts) keep(part, answerOf({ total: 7 }));
    assert.deepEqual(
      parts.map((part) => get(part) !== undefined),
      [false, false, true, true, true],
    );
    keep(parts[4] as QueryPart, answerOf({ total: 8 }));
    assert.deepEqual(
      parts.map((part) => get(part) !== undefined),
      [false, false, true, true, true],
    );
  });

  it('holds two metrics, day by day, for as long as the API remembers', () => {
    const { get, keep } = createSettledParts();
    const days = daysOf({ since: '2024-11-25', until: '2026-11-01' });
    const parts = (['likes', 'shares'] as const).flatMap((metric) =>
      days.map((day) => partOf({ metric, since: day, until: day })),
    );
    for (const part of parts) keep(part, answerOf({ total: 7 }));
    assert.ok(parts.every((part) => get(part)));
  });
});
