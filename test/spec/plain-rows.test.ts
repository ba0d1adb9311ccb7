import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readResults } from '../../src/spec/index.js';
import { plainRows } from '../../src/spec/plain-rows.js';
import { damaged, data, series, shapes } from './result-shapes.js';

/** The shapes for which a page loads nothing more. */
const plain: ReadonlySet<string> = new Set([
  'a time series of several metrics',
  'a time series over the change of the clocks',
  'end times with a colon, a Z and fractions',
  'a total',
  'a total of zero',
  'two dimensions, unsorted, that do not add up to the total',
  'a breakdown without a total',
  'a timeframe before the dimension',
  'neither values nor a total',
  'an empty list of days',
  'nothing',
  'nothing, with paging',
  'a field that nobody knows yet',
]);

describe('plainRows', () => {
  for (const [name, json, expected] of shapes) {
    it(plain.has(name) ? `reads ${name}` : `leaves to the reader of all shapes: ${name}`, () => {
      assert.deepEqual(plainRows(json), plain.has(name) ? expected : undefined);
    });
  }

  it('leaves to it what is an error, and what is no answer', () => {
    const error = { code: 190, message: 'x' };
    for (const json of [{ error }, { error, data: [] }, { error: null, data: [] }, null, 'data', series(7), data({})]) {
      assert.equal(plainRows(json), undefined);
    }
  });

  it('recognises only what the reader of all shapes reads, and reads it alike, however an answer is damaged', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.oneof(damaged, fc.jsonValue()), (json) => {
        const rows = plainRows(json);
        if (!rows) return;
        read += 1;
        assert.deepEqual(rows, readResults(json));
      }),
      { numRuns: 3000 },
    );
    assert.ok(read > 100);
  });
});
