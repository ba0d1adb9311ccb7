import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import {
  controlWordsFor,
  formatsFor,
  loadWords,
  peopleWordsFor,
  rangeName,
  timeframeName,
} from '../../src/format/index.js';
import { rangeNames, timeframes } from '../../src/spec/index.js';

const ranges = (locale: string): string[] =>
  rangeNames.map((range) => rangeName(range, controlWordsFor(locale), formatsFor(locale)));
const frames = (locale: string): Record<string, string> =>
  Object.fromEntries(timeframes.map((name) => [name, timeframeName(name, peopleWordsFor(locale), formatsFor(locale))]));

describe('days that have a name', () => {
  before(async () => {
    for (const language of ['ar', 'de']) await loadWords(language);
  });

  it('ranges: what a visitor chooses', () => {
    const [en, de] = ['en', 'de'].map((locale) => ranges(locale).toSorted());
    assert.deepEqual(en, [
      'Last 14 days',
      'Last 28 days',
      'Last 30 days',
      'Last 7 days',
      'Last 90 days',
      'Previous month',
      'This month',
    ]);
    assert.equal(de?.includes('Letzte 28 Tage'), true);
  });

  it('timeframes: this month and this week are, by the reference, the last 30 and 7 days', () => {
    assert.deepEqual(frames('en'), {
      last_14_days: 'last 14 days',
      last_30_days: 'last 30 days',
      last_90_days: 'last 90 days',
      prev_month: 'previous month',
      this_month: 'last 30 days',
      this_week: 'last 7 days',
    });
  });

  it('in the digits of the locale, and the form of the noun that goes with the number', () => {
    assert.deepEqual(
      ranges('ar-EG').filter((name) => /[٠-٩]/.test(name)),
      ['آخر ٧ أيام', 'آخر ١٤ يومًا', 'آخر ٢٨ يومًا', 'آخر ٣٠ يومًا', 'آخر ٩٠ يومًا'],
    );
    assert.equal(
      ranges('ar-EG').some((name) => /[0-9]/.test(name)),
      false,
    );
    assert.equal(ranges('ar').includes('آخر 28 يومًا'), true);
  });
});
