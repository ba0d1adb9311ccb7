import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type InsightsAccount, isInsightsError, readAccount } from '../../src/spec/index.js';

describe('readAccount', () => {
  const cases: readonly (readonly [object, InsightsAccount])[] = [
    [
      { username: 'studio', name: 'Studio', followers_count: 1204, media_count: 0, id: '17841499000000001' },
      { username: 'studio', name: 'Studio', followersCount: 1204, mediaCount: 0, source: 'api' },
    ],
    [
      { username: 'studio', source: 'demo' },
      { username: 'studio', source: 'demo' },
    ],
    [{ name: null, followers_count: null, source: 7 }, { source: 'api' }],
    [{ followers_count: '12' }, { followersCount: 12, source: 'api' }],
    [{}, { source: 'api' }],
  ];
  for (const [json, expected] of cases) {
    it(`reads ${JSON.stringify(json)}`, () => assert.deepEqual(readAccount(json), expected));
  }

  const malformed: readonly (readonly [unknown, string])[] = [
    [undefined, ''],
    ['x', ''],
    [{ username: 7 }, 'username'],
    [{ followers_count: 'many' }, 'followers_count'],
    [{ followers_count: -1 }, 'followers_count'],
    [{ media_count: 1.5 }, 'media_count'],
  ];
  for (const [json, path] of malformed) {
    it(`refuses ${JSON.stringify(json)}`, () => {
      assert.throws(
        () => readAccount(json),
        (error) => isInsightsError(error) && error.code === 'malformed-response' && error.path === path,
      );
    });
  }

  it('throws the error that the JSON is', () => {
    assert.throws(
      () => readAccount({ error: { code: 10 } }),
      (error) => isInsightsError(error) && error.code === 'no-permission',
    );
  });

  it('throws nothing but an InsightsError', () => {
    fc.assert(
      fc.property(fc.anything(), (json) => {
        try {
          readAccount(json);
        } catch (thrown) {
          assert.ok(isInsightsError(thrown));
        }
      }),
    );
  });
});
