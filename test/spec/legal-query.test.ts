import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalQuery, isInsightsError, type QueryInput, validateQuery } from '../../src/spec/index.js';
import { legalQuery } from '../../src/spec/legal-query.js';

const now = Date.parse('2024-03-15T20:00:00Z');
const daily = { metric: 'likes', range: 'last_7_days', daily: true };

/** The error that a question is, or undefined. */
function refusalOf(query: QueryInput, dailyTotals = false) {
  try {
    legalQuery(query, { now, dailyTotals });
    return undefined;
  } catch (thrown) {
    assert.ok(isInsightsError(thrown));
    assert.equal(thrown.code, 'invalid-query');
    return thrown;
  }
}

describe('legalQuery', () => {
  it('fills in what was left out, also of a question that one is warned about', () => {
    const saves = { metric: 'saves' };
    assert.equal(validateQuery(saves, { now }).length, 1);
    for (const query of [saves, { metric: 'reach', compare: 'previous_period' }]) {
      assert.deepEqual(legalQuery(query, { now }), canonicalQuery(query, now));
    }
  });

  it('says all that is wrong', () => {
    const query = { metric: 'reech', period: 'week' };
    assert.deepEqual(refusalOf(query)?.issues, validateQuery(query, { now }));
  });

  it('is about one metric', () => {
    assert.match(refusalOf({ metric: 'reach,likes' })?.message ?? '', /^A query is about one metric\./);
  });

  it('is not by day where that is not wanted: it costs a call for each', () => {
    assert.match(refusalOf(daily)?.message ?? '', /^A total for each day costs a call for each\..+`dailyTotals`/);
    assert.equal(refusalOf(daily, true), undefined);
  });
});
