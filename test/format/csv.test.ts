import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { csvOf } from '../../src/format/csv.js';
import { formatsFor, loadWords, resultsToCsv } from '../../src/format/index.js';
import { descriptions } from '../../src/spec/descriptions.js';
import { InsightsError, type InsightsResult } from '../../src/spec/index.js';

const saying = { formats: formatsFor('en') };

/** Reads RFC 4180. */
function parse(csv: string): string[][] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  assert.equal(cells.map(([text]) => text).join(''), csv, 'there is something that is no cell');
  return cells
    .reduce<string[][]>(
      (rows, [, quoted, bare, end]) => {
        rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
        return end === ',' ? rows : [...rows, []];
      },
      [[]],
    )
    .slice(0, -1);
}

const result = (more: Partial<InsightsResult>): InsightsResult => ({ metric: 'likes', period: 'day', ...more });
const people = (dimension: string, values: readonly string[]): InsightsResult =>
  result({
    metric: 'follower_demographics',
    breakdowns: [{ dimensions: [dimension], rows: values.map((value) => ({ values: [value], value: 1 })) }],
  });

type Row = Readonly<Record<string, string>>;
const read = (...results: InsightsResult[]): Row[] => {
  const [heads = [], ...rows] = parse(resultsToCsv(results, saying).replace('\uFEFF', ''));
  return rows.map((cells) => Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? 'no cell'])));
};
const pick = (rows: readonly Row[], ...names: string[]): (string | undefined)[][] =>
  rows.map((row) => names.map((name) => row[name]));

const range = { since: '2024-05-06', until: '2024-05-08' };

describe('resultsToCsv', () => {
  it('begins with a byte order mark and the names of the columns, and ends its lines with CR LF', () => {
    assert.equal(
      resultsToCsv([], saying),
      '\uFEFFmetric,name,definition,since,until,day,dimensions,values,label,value,' +
        'estimated,derived,sample,derivation,provisional,zone,fetched_at\r\n',
    );
  });

  it('has a row for the total, each day and each row of a breakdown, with what a reader must know', () => {
    const given = result({
      total: 7,
      series: [
        { day: '2024-05-06', value: 3 },
        { day: '2024-05-07', value: null },
        { day: '2024-05-08', value: 0 },
      ],
      breakdowns: [{ dimensions: ['age', 'gender'], rows: [{ values: ['18-24', 'F'], value: 4 }] }],
      range,
      source: 'api',
      provisional: ['2024-05-08'],
      fetchedAt: 0,
    });
    const known = {
      metric: 'likes',
      name: 'Likes',
      definition: descriptions.likes,
      ...range,
      day: '',
      dimensions: '',
      values: '',
      label: '',
      estimated: 'false',
      derived: 'false',
      sample: 'false',
      derivation: '',
      provisional: 'true',
      zone: 'America/Los_Angeles',
      fetched_at: '1970-01-01T00:00:00.000Z',
    };
    assert.deepEqual(read(given), [
      { ...known, value: '7' },
      { ...known, day: '2024-05-06', value: '3', provisional: 'false' },
      { ...known, day: '2024-05-07', value: '', provisional: 'false' },
      { ...known, day: '2024-05-08', value: '0' },
      { ...known, dimensions: 'age / gender', values: '18-24 / F', label: '18–24 / Women', value: '4' },
    ]);
  });

  it('says values in the words of a locale, and numbers in none', () => {
    const rows = parse(resultsToCsv([people('country', ['DE'])], { formats: formatsFor('de') }));
    assert.deepEqual(rows[1]?.slice(6, 10), ['country', 'DE', 'Deutschland', '1']);
    assert.ok(resultsToCsv([result({ total: 1_234_567.5 })], { formats: formatsFor('de') }).includes(',1234567.5,'));
  });

  const days: readonly [string, InsightsResult, (string | undefined)[][]][] = [
    [
      'days that a series does not name',
      result({ range, series: [{ day: '2024-05-07', value: 4 }] }),
      [
        ['2024-05-06', '', ''],
        ['2024-05-07', '', '4'],
        ['2024-05-08', '', ''],
      ],
    ],
    [
      'a series that does not say which days were asked for, and a day beside them',
      result({ series: [{ day: '2024-05-07', value: 4 }] }),
      [['2024-05-07', '', '4']],
    ],
    [
      'rows by day, of which one is missing',
      result({
        range,
        breakdowns: ['2024-05-06', '2024-05-08'].map((day) => ({
          dimensions: ['hour'],
          rows: [{ values: ['9'], value: 5 }],
          day,
        })),
      }),
      [
        ['2024-05-07', '', ''],
        ['2024-05-06', '9', '5'],
        ['2024-05-08', '9', '5'],
      ],
    ],
    ['a total alone: its days were not asked for', result({ range, total: 3 }), [['', '', '3']]],
    ['nothing at all', result({ range, reason: 'not-returned' }), [['', '', '']]],
    ['days that are none', result({ range: { since: 'x', until: 'y' }, series: [] }), [['', '', '']]],
  ];
  for (const [what, given, expected] of days)
    it(`missing is not zero: ${what}`, () => assert.deepEqual(pick(read(given), 'day', 'values', 'value'), expected));

  it('parts of a range stand with their own days, and so does what could not be had', () => {
    const error = new InsightsError('network');
    const parts = [
      { since: '2024-05-06', until: '2024-05-06', total: 1 },
      { since: '2024-05-08', until: '2024-05-08' },
    ];
    const rows = read(
      result({
        range,
        parts,
        gaps: [{ since: '2024-05-07', until: '2024-05-07', error }],
        provisional: ['2024-05-08'],
      }),
    );
    assert.deepEqual(pick(rows, 'since', 'until', 'value', 'provisional'), [
      ['2024-05-06', '2024-05-06', '1', 'false'],
      ['2024-05-07', '2024-05-07', '', 'false'],
      ['2024-05-08', '2024-05-08', '', 'true'],
    ]);
  });

  const derivation = 'sum of 2 totals by Instagram';
  const series = [{ day: '2024-05-06', value: 1 }];
  const flags: readonly [string, InsightsResult, estimated: string, derived: string, sample: string][] = [
    ['the API’s own number', result({ total: 1, source: 'api' }), 'false', 'false', 'false'],
    ['an estimate', result({ metric: 'accounts_engaged', total: 1, source: 'api' }), 'true', 'false', 'false'],
    ['a metric that nobody knows', result({ metric: 'toString', total: 1 }), 'false', 'false', 'false'],
    ['a sum', result({ total: 1, source: 'derived', derivation }), 'false', 'true', 'false'],
    ['a sum of samples', result({ total: 1, source: 'demo', derivation }), 'false', 'true', 'true'],
    [
      'a number of the page’s own, which says how it came about',
      result({ total: 1, derivation }),
      'false',
      'true',
      'false',
    ],
    ['a day that was a question of its own', result({ series, source: 'api', derivation }), 'false', 'false', 'false'],
    ['a day of samples', result({ series, source: 'demo', derivation }), 'false', 'false', 'true'],
  ];
  for (const [what, given, ...expected] of flags)
    it(`${what}: estimated ${expected[0]}, derived ${expected[1]}, sample ${expected[2]}`, () =>
      assert.deepEqual(pick(read(given), 'estimated', 'derived', 'sample'), [expected]));

  it('how a number came about is told in the language of the table; what a page says of its own stays', async () => {
    await loadWords('de');
    const derivedFrom = { kind: 'totals', known: 2, of: 3 } as const;
    const answers = [result({ total: 1, derivation, derivedFrom }), result({ total: 2, derivation: 'by hand' })];
    const texts = [saying, { formats: formatsFor('de') }].map((said) =>
      parse(resultsToCsv(answers, said)).map((cells) => cells[13]),
    );
    assert.deepEqual(texts, [
      ['derivation', 'sum of 2 of 3 totals by Instagram', 'by hand'],
      ['derivation', 'Summe aus 2 von 3 Gesamtzahlen von Instagram', 'by hand'],
    ]);
  });

  it('what two answers tell alike is one row', () => {
    const total = result({ total: 7 });
    const daily = result({ series: [{ day: '2024-05-06', value: 7 }] });
    assert.deepEqual(pick(read(total, daily, { ...total, period: 'week' }), 'day', 'value'), [
      ['', '7'],
      ['2024-05-06', '7'],
    ]);
  });

  it('a time that is none is not there', () =>
    assert.deepEqual(pick(read(result({ total: 1, fetchedAt: Number.NaN })), 'fetched_at'), [['']]));

  it('what a page passes for a number, and is none, is a text like any other', () => {
    const total = ['=1+1'] as unknown as number;
    assert.equal(read(result({ total }))[0]?.value, '["=1+1"]');
  });

  it('a name that looks like a token is hidden', () => {
    const metric = `EAAG${'x1Y2z3'.repeat(6)}`;
    assert.doesNotMatch(resultsToCsv([result({ metric, total: 1 })], { formats: formatsFor('en') }), /EAAG/);
  });

  it('numbers stay numbers, below zero too', () =>
    assert.deepEqual(
      [-5, 0.5, 1_234_567].map((total) => read(result({ total }))[0]?.value),
      ['-5', '0.5', '1234567'],
    ));
});

describe('csvOf', () => {
  const cellOf = (text: string): string => parse(csvOf([[text, 1]]).replace('\uFEFF', ''))[0]?.[0] ?? 'no cell';

  const formulas: readonly [given: string, safe?: string][] = [
    ['=1+1'],
    ['+1'],
    ['-1'],
    ['@SUM(A1)'],
    ['\u22121'],
    ['＝1'],
    ['＋1'],
    ['－1'],
    ['＠A'],
    ['\uFE661'],
    [' =1'],
    ['\u00A0=1'],
    ['\u200B=1'],
    ['\u2066=1'],
    ['\u0000=1'],
    ['=cmd("calc")!A1'],
    ['=1,2'],
    ['\t1'],
    ['\r1'],
    ['\n1'],
    ['\t=1', "'\t'=1"],
    ['a\t=1', "a\t'=1"],
    ['a\r\n@b', "a\r\n'@b"],
    // A spreadsheet of a language whose decimals have a comma parts cells at these.
    ['Wien;=1', "Wien;'=1"],
    ['Wien; \u200F+1', "Wien;' \u200F+1"],
    // There a quote parts nothing off: a reader takes it away.
    ['Wien;"=1;x', `Wien;'"=1;x`],
    ['Wien;\v=1', "Wien;'\v=1"],
    ['"=1+1"'],
    ['""=1+1'],
  ];
  for (const [given, safe = `'${given}`] of formulas)
    it(`${JSON.stringify(given)} is no formula`, () => assert.equal(cellOf(given), safe));

  for (const text of ['Wien, Vienna', 'a "b" c', 'line\r\nbreak', "'s-Hertogenbosch", 'a; b', '18-24', '東京', '']) {
    it(`${JSON.stringify(text)} stays as it is`, () => assert.equal(cellOf(text), text));
  }

  /** How a spreadsheet may part cells: as RFC 4180, or without regard to quotes at what its language or a paste parts them by. */
  const begins = /(?:^|[;\t\r\n])[\p{Zs}\p{Cf}"]*[=+\-@\u2212＝＋－＠\uFE66\uFE62\uFE63\uFE6B]/u;
  const text = fc.string({ unit: fc.constantFrom(...'=+-@\u2212＝＠\t\r\n ",;\'a1\u200B\u00A0\u{1F600}') });

  it('whatever texts hold, each is one cell, the same but for apostrophes, and no formula', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const found = parse(csvOf(rows).replace('\uFEFF', ''));
        const bare = (cells: readonly string[][]): string[][] =>
          cells.map((row) => row.map((cell) => cell.replaceAll("'", '')));
        assert.deepEqual(bare(found), bare(rows));
        for (const cell of found.flat()) assert.doesNotMatch(cell, begins);
      }),
      { numRuns: 500 },
    );
  });

  it('a text that no spreadsheet would run comes back as it was', () => {
    fc.assert(
      fc.property(text, (given) => {
        fc.pre(
          !begins.test(given) && !/^[\t\r\n]|^\s*[=+\-@]/.test(given) && !/^[\s\p{Cf}"]*[=+\-@\u2212＝＠]/u.test(given),
        );
        assert.equal(cellOf(given), given);
      }),
    );
  });
});
