// The same results in every language, as they were read once by people: sentence, table, what else is said, CSV.
// After a change of words: `RECORD=1 npm test -- node recorded`, and read what has changed.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as breakdown from '../../src/elements/breakdown-chart/breakdown-text.js';
import { readDrawn } from '../../src/elements/breakdown-chart/drawn.js';
import type { ChartTable } from '../../src/elements/chart-parts.js';
import * as people from '../../src/elements/demographics-chart/people-text.js';
import { trendFacts } from '../../src/elements/trend-chart/trend-facts.js';
import { trendTable } from '../../src/elements/trend-chart/trend-parts.js';
import {
  breakdownWordsFor,
  changeWordsFor,
  chartWordsFor,
  compareTotals,
  type Formats,
  formatsFor,
  headlineOf,
  loadWords,
  metricLabel,
  namesFor,
  peopleTable,
  peopleWordsFor,
  resultsToCsv,
  type TrendAnswer,
  trendOf,
  trendSentence,
  trendWordsFor,
  wordsFor,
} from '../../src/format/index.js';
import { languages } from '../../src/format/languages.js';
import { daysOf, type InsightsResult, specOf } from '../../src/spec/index.js';

const range = { since: '2024-05-07', until: '2024-06-03' };
const before = { since: '2024-04-09', until: '2024-05-06' };
const today = '2024-06-04';
const fetchedAt = Date.parse('2024-06-04T16:40:00Z');

/** A number for each day; the last two are not there yet. */
const seriesOf = (window: typeof range, unknown: number) =>
  daysOf(window).map((day, at, all) => ({ day, value: at < all.length - unknown ? 1200 + ((at * 577) % 900) : null }));

const reach: InsightsResult = {
  metric: 'reach',
  period: 'day',
  total: 41_200,
  series: seriesOf(range, 2),
  range,
  provisional: ['2024-06-02', '2024-06-03'],
  source: 'api',
  fetchedAt,
};
const reachBefore: InsightsResult = {
  ...reach,
  total: 36_700,
  series: seriesOf(before, 0),
  range: before,
  provisional: [],
};
const likes: InsightsResult = {
  metric: 'likes',
  period: 'day',
  series: seriesOf(range, 1),
  range,
  source: 'api',
  fetchedAt,
};
const views: InsightsResult = {
  metric: 'views',
  period: 'day',
  total: 6120,
  breakdowns: [
    {
      dimensions: ['follow_type'],
      rows: [
        { values: ['FOLLOWER'], value: 4100 },
        { values: ['NON_FOLLOWER'], value: 1900 },
        { values: ['UNKNOWN'], value: 120 },
      ],
    },
  ],
  range,
  source: 'api',
  fetchedAt,
};
const followers: InsightsResult = {
  metric: 'follower_demographics',
  period: 'lifetime',
  breakdowns: [
    {
      dimensions: ['country'],
      rows: [
        { values: ['BR'], value: 4820 },
        { values: ['DE'], value: 1210 },
        { values: ['JP'], value: 305 },
        { values: ['=EG'], value: 1 },
      ],
    },
  ],
  source: 'demo',
  fetchedAt,
};

/** The first rows and the last ones, whose numbers may be missing. */
const tableText = ({ columns, rows, caption }: ChartTable): string => {
  const shown = rows.filter((_, at) => at < 2 || at >= rows.length - 3);
  return [caption ?? '', columns.join(' | '), ...shown.map((row) => row.join(' | ')), `${rows.length}`].join('\n');
};

function saidOfReach(formats: Formats): string[] {
  const { locale } = formats;
  const [words, change] = [trendWordsFor(locale), changeWordsFor(locale)];
  const label = metricLabel('reach', locale);
  const answer: TrendAnswer = {
    metric: 'reach',
    label,
    color: 1,
    result: reach,
    isMissing: false,
    before: reachBefore,
  };
  const trend = trendOf([answer], words);
  const totals = { label, spec: specOf('reach'), total: 41_200, current: reach, before: reachBefore };
  const parts = { trend, words, formats, today };
  const facts = { ...parts, answers: [answer], first: 'reach', totals, common: wordsFor(locale) };
  return [
    words.title(label),
    trendSentence(trend, totals, parts),
    trendFacts({ ...facts, dataTo: chartWordsFor(locale).dataTo })
      .filter(Boolean)
      .join(' · '),
    compareTotals(reach, reachBefore, specOf('reach'), change, formats).spoken,
    tableText(trendTable({ ...parts, none: chartWordsFor(locale).noNumber })),
  ];
}

function saidOfOthers(formats: Formats): string[] {
  const { locale } = formats;
  const names = namesFor(locale);
  const card = wordsFor(locale);
  const wording = { words: breakdownWordsFor(locale), names, formats };
  const drawn = readDrawn(views, { ...wording, isRing: false, before: undefined, card });
  const label = metricLabel('views', locale);
  const saying = { words: peopleWordsFor(locale), names, formats };
  const table = peopleTable(followers, names, formats);
  return [
    `${metricLabel('likes', locale)}: ${headlineOf(likes, card, formats)?.derivation}`,
    breakdown.sentenceOf(drawn.table, label, wording),
    tableText(breakdown.tableOf(drawn.table, { ...wording, label, earlier: undefined, noNumber: card.noNumber })),
    people.titleOf(metricLabel(followers.metric, locale), ['country'], saying.words.asOf(formats.day(today)), saying),
    chartWordsFor(locale).sample(people.sentenceOf(table, saying)),
    tableText(people.tableOf(table, saying.words.topRows(formats.quantity(45)), saying)),
  ];
}

/** Formatted numbers and dates are Intl's, which changes its mind from version to version. */
const version = `CLDR ${process.versions['cldr']}`;

describe('the same results in every language', () => {
  const tags: Readonly<Record<string, string>> = { pt: 'pt-BR' };
  const spoken = Object.keys(languages).map((language) => tags[language] ?? language);
  for (const locale of ['en', ...spoken, 'ar-EG']) {
    it(`${locale} says what it said`, async (test) => {
      await loadWords(locale);
      const formats = formatsFor(locale);
      const csv = resultsToCsv([reach, views, followers], { formats }).replaceAll('\r\n', '\n').replace('\uFEFF', '');
      const text = [version, ...saidOfReach(formats), ...saidOfOthers(formats), csv].join('\n\n');
      const file = new URL(`recorded/${locale}.txt`, import.meta.url);
      if (process.env['RECORD']) writeFileSync(file, text);
      assert.ok(existsSync(file), 'Nothing is recorded: RECORD=1 npm test -- node recorded');
      const recorded = readFileSync(file, 'utf8');
      const [recordedBy] = recorded.split('\n');
      if (recordedBy !== version) return test.skip(`recorded with ${recordedBy}, this is ${version}`);
      assert.equal(text, recorded);
    });
  }
});
