import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { InsightsError, isInsightsError, readResults } from '../../src/spec/index.js';
import { cut, damaged, data, day, series, shapes, total } from './result-shapes.js';

const malformed: readonly (readonly [unknown, string])[] = [
  [undefined, ''],
  [null, ''],
  [7, ''],
  ['{"data":[]}', ''],
  [[], ''],
  [[{ name: 'likes', period: 'day' }], ''],
  [{}, 'data'],
  [{ data: {} }, 'data'],
  [{ data: null }, 'data'],
  [{ data: 'x', name: 'likes' }, 'data'],
  [{ insights: 7 }, 'insights'],
  [{ insights: {} }, 'insights.data'],
  [{ insights: { data: 7 } }, 'insights.data'],
  [{ insights: { insights: { data: [] } } }, 'insights.data'],
  [{ insights: { data: [{ name: 'likes', period: 1 }] } }, 'insights.data[0].period'],
  [{ insights: { name: 'likes', period: 1 } }, 'insights.period'],
  [{ data: [null] }, 'data[0]'],
  [{ data: [{ name: 'likes', period: 'day' }, 'x'] }, 'data[1]'],
  [{ data: [{ period: 'day' }] }, 'data[0].name'],
  [{ data: [{ name: '', period: 'day' }] }, 'data[0].name'],
  [{ data: [{ name: 'likes' }] }, 'data[0].period'],
  [{ name: 'likes', period: 'day', values: [{ value: 'x' }] }, 'values[0].value'],
  [{ name: 7 }, 'name'],
  [data({ name: 'likes', period: 'day', values: {} }), 'data[0].values'],
  [series({ value: 1, end_time: day('2024-05-04') }, 7), 'data[0].values[1]'],
  [series({ value: true, end_time: day('2024-05-04') }), 'data[0].values[0].value'],
  [series({ value: [], end_time: day('2024-05-04') }), 'data[0].values[0].value'],
  [series({ value: [3], end_time: day('2024-05-04') }), 'data[0].values[0].value'],
  [series({ value: { 0: 'many' }, end_time: day('2024-05-04') }), 'data[0].values[0].value'],
  [series({ value: { 0: null }, end_time: day('2024-05-04') }), 'data[0].values[0].value'],
  [series({ value: 1, end_time: null }), 'data[0].values[0].end_time'],
  [series({ value: 1, end_time: 1_714_806_000 }), 'data[0].values[0].end_time'],
  [series({ value: 1, end_time: '2024-05-04' }), 'data[0].values[0].end_time'],
  [series({ value: 1, end_time: '2024-05-04T07:00:00' }), 'data[0].values[0].end_time'],
  [series({ value: 1, end_time: '2024-02-30T08:00:00+0000' }), 'data[0].values[0].end_time'],
  [series({ value: 1, end_time: '2024-13-01T08:00:00+0000' }), 'data[0].values[0].end_time'],
  [series({ value: 1, end_time: day('2024-05-04') }, { value: 2 }), 'data[0].values[1].end_time'],
  [series({ value: 1 }, { value: 2 }), 'data[0].values[0].end_time'],
  [series({}), 'data[0].values[0]'],
  [series({ value: null }), 'data[0].values[0]'],
  [total(7), 'data[0].total_value'],
  [total({ value: 'many' }), 'data[0].total_value.value'],
  [total({ value: '' }), 'data[0].total_value.value'],
  [total({ value: '1e3' }), 'data[0].total_value.value'],
  [total({ value: '0x10' }), 'data[0].total_value.value'],
  [total({ value: '1,234' }), 'data[0].total_value.value'],
  [total({ value: '9007199254740993' }), 'data[0].total_value.value'],
  [total({ value: 2 ** 53 }), 'data[0].total_value.value'],
  [total({ value: Number.POSITIVE_INFINITY }), 'data[0].total_value.value'],
  [total({ value: {} }), 'data[0].total_value.value'],
  [total({ breakdowns: {} }), 'data[0].total_value.breakdowns'],
  [total({ breakdowns: [7] }), 'data[0].total_value.breakdowns[0]'],
  [total({ breakdowns: [{ results: [] }] }), 'data[0].total_value.breakdowns[0].dimension_keys'],
  [total({ breakdowns: [cut(['age', 7])] }), 'data[0].total_value.breakdowns[0].dimension_keys[1]'],
  [total({ breakdowns: [{ dimension_keys: ['age'], results: 7 }] }), 'data[0].total_value.breakdowns[0].results'],
  [
    total({ breakdowns: [cut(['age'], [['18-24'], 1], [[18], 1])] }),
    'data[0].total_value.breakdowns[0].results[1].dimension_values[0]',
  ],
  [
    total({ breakdowns: [cut(['age'], [['18-24', 'F'], 1])] }),
    'data[0].total_value.breakdowns[0].results[0].dimension_values',
  ],
  [
    total({ breakdowns: [cut(['age']), cut(['age', 'gender'], [['18-24'], 1])] }),
    'data[0].total_value.breakdowns[1].results[0].dimension_values',
  ],
  [total({ breakdowns: [cut(['age'], [['18-24'], 'x'])] }), 'data[0].total_value.breakdowns[0].results[0].value'],
];

/** What was thrown, or undefined. */
function thrownBy(json: unknown): unknown {
  try {
    readResults(json);
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

/** The numbers of any JSON, by their text too. */
function numbersIn(json: unknown): number[] {
  if (typeof json === 'number') return [json];
  if (typeof json === 'string' && /^-?\d+$/.test(json)) return [Number(json)];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(numbersIn) : [];
}

describe('readResults', () => {
  for (const [name, json, expected] of shapes) {
    it(`reads ${name}`, () => {
      assert.deepEqual(readResults(json), expected);
      assert.deepEqual(readResults(JSON.parse(JSON.stringify(json))), expected);
    });
  }

  for (const [json, path] of malformed) {
    it(`finds the fault at "${path}" of ${JSON.stringify(json)?.slice(0, 90)}`, () => {
      const error = thrownBy(json);
      assert.ok(isInsightsError(error));
      assert.deepEqual([error.code, error.path], ['malformed-response', path]);
      assert.equal(error.message.includes(`Not understood: ${path}.`), path !== '');
    });
  }

  it('throws the error that the JSON is', () => {
    const error = thrownBy({ error: { message: 'x', type: 'OAuthException', code: 190, error_subcode: 463 } });
    assert.ok(isInsightsError(error));
    assert.equal(error.code, 'token-expired');
  });

  it('never quotes what it was given', () => {
    const secret = 'EAAB5tokenTOKENtokenTOKENtoken';
    for (const place of ['name', 'values', 'total_value', 'data', 'insights', secret]) {
      const rows = [{ name: 'likes', [place]: secret, [secret]: [secret], period: 7 }];
      for (const json of [{ data: rows }, { [place]: secret }, { insights: { [place]: secret } }, [secret], secret]) {
        const error = thrownBy(json);
        assert.ok(isInsightsError(error));
        assert.ok(!`${error.message} ${error.path} ${error.stack} ${error.cause}`.includes(secret.slice(0, 8)));
      }
    }
  });

  it('is not moved by the names of what every object has', () => {
    const before = Object.keys(Object.prototype);
    const map = '{"__proto__":3,"constructor":4,"toString":5}';
    const text = `{"__proto__":{"data":[]},"data":[{"name":"__proto__","period":"day","__proto__":{"total_value":{"value":9}},
      "values":[{"value":${map}}]},{"name":"constructor","period":"day","total_value":{"value":1,"breakdowns":[
      {"dimension_keys":["__proto__"],"results":[{"dimension_values":["constructor"],"value":2}]}]}}]}`;
    const dimensions = ['__proto__'];
    assert.deepEqual(readResults(JSON.parse(text)), [
      {
        metric: '__proto__',
        period: 'day',
        breakdowns: [
          {
            dimensions: ['key'],
            rows: [
              { values: ['__proto__'], value: 3 },
              { values: ['constructor'], value: 4 },
              { values: ['toString'], value: 5 },
            ],
          },
        ],
      },
      {
        metric: 'constructor',
        period: 'day',
        total: 1,
        breakdowns: [{ dimensions, rows: [{ values: ['constructor'], value: 2 }] }],
      },
    ]);
    assert.deepEqual(Object.keys(Object.prototype), before);
  });

  it('does not go deeper than the API does', () => {
    let json: object = { data: [] };
    for (let depth = 0; depth < 100_000; depth += 1) json = { insights: json };
    assert.ok(isInsightsError(thrownBy(json)));
  });

  it('throws nothing but an InsightsError, whatever it is given', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    });
    const nearly = fc.record(
      { name: fc.oneof(fc.string(), anything), period: fc.constant('day'), values: anything, total_value: anything },
      { requiredKeys: [] },
    );
    const inputs = fc.oneof(
      anything,
      fc.jsonValue(),
      fc.array(nearly).map((rows) => data(...rows)),
      nearly,
    );
    fc.assert(
      fc.property(inputs, (json) => {
        const thrown = thrownBy(json);
        assert.ok(thrown === undefined || thrown instanceof InsightsError);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives no number that was not there, however an answer is damaged', () => {
    let read = 0;
    fc.assert(
      fc.property(damaged, (json) => {
        const error = thrownBy(json);
        if (error !== undefined) return assert.ok(error instanceof InsightsError);
        read += 1;
        const given = new Set(numbersIn(json));
        for (const { total: sum = [], series: points = [], breakdowns = [] } of readResults(json)) {
          const numbers = [
            sum,
            points.map(({ value }) => value),
            breakdowns.map(({ rows }) => rows.map(({ value }) => value)),
          ];
          for (const number of numbersIn(numbers)) assert.ok(given.has(number));
        }
      }),
      { numRuns: 2000 },
    );
    assert.ok(read > 100);
  });
});
