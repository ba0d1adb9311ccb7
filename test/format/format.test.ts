import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  changeWordsFor,
  compareTotals,
  countryName,
  derivationText,
  derivationWordsFor,
  dimensionLabel,
  formatsFor,
  gainedAndLost,
  headlineOf,
  listText,
  metricLabel,
  namesFor,
  peopleTable,
  problemWordsFor,
  pyramidOf,
  valueLabel,
  wordsFor,
} from '../../src/format/index.js';
import {
  breakdowns,
  errorCodes,
  type InsightsErrorCode,
  type InsightsResult,
  type MetricSpec,
  metricNames,
  metrics,
  specOf,
} from '../../src/spec/index.js';

const en = formatsFor('en');
const words = wordsFor('en');
const names = namesFor('en');
const problems = problemWordsFor('en');
/** Intl's own choice of spaces and marks of direction differs with its version; what is said does not. */
const plain = (text: string): string =>
  text.replaceAll(/[\u00A0\u2009\u202F]/g, ' ').replaceAll(/[\u200E\u200F\u061C]/g, '');

const result = (more: Partial<InsightsResult>): InsightsResult => ({ metric: 'likes', period: 'day', ...more });
const people = (dimensions: string[], counts: Record<string, number>): InsightsResult =>
  result({
    metric: 'follower_demographics',
    breakdowns: [
      { dimensions, rows: Object.entries(counts).map(([key, value]) => ({ values: key.split('|'), value })) },
    ],
  });

describe('formatsFor', () => {
  const numbers: readonly [locale: string, number: string, signed: string, percent: string][] = [
    ['en', '1,234,567.89', '+1,234,568', '12%'],
    ['de', '1.234.567,89', '+1.234.568', '12 %'],
    ['ar', '1,234,567.89', '+1,234,568', '12%'],
    ['ar-EG', '١٬٢٣٤٬٥٦٧٫٨٩', '+١٬٢٣٤٬٥٦٨', '١٢٪'],
    ['ja', '1,234,567.89', '+1,234,568', '12%'],
  ];
  for (const [locale, number, signed, percent] of numbers) {
    it(`${locale}: numbers`, () => {
      const formats = formatsFor(locale);
      const said = [formats.number(1_234_567.89), formats.signed(1_234_568), formats.percent(0.123)];
      assert.deepEqual(said.map(plain), [number, signed, percent]);
      assert.equal(formats.locale, locale);
    });
  }

  it('a loss has a sign, and nothing has none', () => assert.deepEqual([en.signed(-287), en.signed(0)], ['−287', '0']));

  const shares: readonly [number, string][] = [
    [0, '0%'],
    [0.000_001, '< 1%'],
    [0.009_9, '< 1%'],
    [0.01, '1%'],
    [0.094_9, '9.5%'],
    [0.099_9, '10%'],
    [0.123, '12%'],
    [1, '100%'],
    [25.3, '2,530%'],
  ];
  for (const [share, text] of shares) it(`${share} is ${text}`, () => assert.equal(plain(en.percent(share)), text));

  it('what is something is never 0 %', () => {
    fc.assert(
      fc.property(fc.double({ min: Number.MIN_VALUE, max: 2, noNaN: true }), (share) =>
        assert.doesNotMatch(en.percent(share), /^0\s?%$/),
      ),
    );
  });

  const window = { since: '2024-05-06', until: '2024-06-02' };
  const dates: readonly [locale: string, day: string, long: string, short: string][] = [
    ['en', 'May 6, 2024', 'May 6 – Jun 2, 2024', 'May 6 – Jun 2'],
    ['de', '6. Mai 2024', '6. Mai – 2. Juni 2024', '6. Mai – 2. Juni'],
    ['ar', '6 مايو 2024', '6 مايو – 2 يونيو 2024', '6 مايو – 2 يونيو'],
    ['ja', '2024年5月6日', '2024年5月6日 – 2024年6月2日', '5月6日 – 6月2日'],
  ];
  for (const [locale, day, long, short] of dates) {
    it(`${locale}: days`, () => {
      const formats = formatsFor(locale);
      const said = [formats.day('2024-05-06'), formats.window(window), formats.window(window, '2024-11-23')];
      assert.deepEqual(said.map(plain), [day, long, short]);
    });
  }

  const years: readonly [string, string, string, string][] = [
    ['2023-12-20', '2024-01-16', '2024-01-17', 'Dec 20, 2023 – Jan 16, 2024'],
    ['2023-05-06', '2023-06-02', '2024-01-17', 'May 6 – Jun 2, 2023'],
    ['2024-01-16', '2024-01-16', '2024-01-17', 'Jan 16'],
    ['2023-01-16', '2023-01-16', '2024-01-17', 'Jan 16, 2023'],
  ];
  for (const [since, until, today, text] of years) {
    it(`${since} to ${until}, seen on ${today}: ${text}`, () =>
      assert.equal(plain(en.window({ since, until }, today)), text));
  }

  for (const locale of ['pt-PT', 'fi', 'cs', 'ja', 'en'])
    it(`${locale}: a window of one day is that day, once`, () => {
      const formats = formatsFor(locale);
      const [day, year] = ['2024-03-01', '2024-06-03'];
      assert.equal(formats.window({ since: day, until: day }), formats.day(day));
      assert.doesNotMatch(formats.window({ since: day, until: day }, year), /–/);
    });

  it('a day is the same one wherever the reader is; a moment is the reader’s own', (test) => {
    const usual = process.env.TZ;
    test.after(() => (usual === undefined ? Reflect.deleteProperty(process.env, 'TZ') : (process.env.TZ = usual)));
    const moments = ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'].map((zone, at) => {
      process.env.TZ = zone;
      // Each zone needs formats that nobody has used in another one.
      const formats = formatsFor(`en-GB-u-hc-${['h11', 'h12', 'h23'][at]}`);
      assert.equal(plain(formats.day('2024-05-06')), '6 May 2024');
      assert.equal(plain(formats.window(window, '2024-11-23')), '6 May – 2 Jun');
      return formats.moment(Date.parse('2024-05-06T12:00:00Z')).slice(0, 2);
    });
    assert.deepEqual(moments, ['7 ', '6 ', '6 ']);
  });

  it('names countries, and knows which it does not', () => {
    assert.deepEqual([countryName('DE', en), countryName('DE', formatsFor('ja'))], ['Germany', 'ドイツ']);
    for (const code of ['QX', '', 'Germany', '__proto__']) assert.equal(countryName(code, en), undefined, code);
  });

  it('a moment goes by the clock of the locale: of 24 hours or of 12, without a date library', () => {
    const afternoon = Date.parse('2024-05-06T14:05:00Z');
    const [german, american, british] = ['de', 'en-US', 'en-GB'].map((locale) => formatsFor(locale).moment(afternoon));
    assert.match(german ?? '', /\d{2}:\d{2}$/);
    assert.match(american ?? '', /[AP]M$/);
    assert.match(british ?? '', /\d{2}:\d{2}$/);
  });

  it('lists', () => assert.equal(listText(['Age', 'Gender'], en), 'Age and Gender'));

  for (const locale of ['', 'tlh', 'no such language', 'en_US', '*']) {
    it(`"${locale}" becomes English`, () => assert.equal(formatsFor(locale).locale, 'en'));
  }

  it('makes the formats of a locale once', () => assert.equal(formatsFor('de'), formatsFor('de')));
});

describe('compareTotals', () => {
  const change = changeWordsFor('en');
  const cases: readonly [
    what: string,
    now: number | undefined,
    before: number | undefined,
    spec: MetricSpec,
    expected: string,
    tone: string,
  ][] = [
    ['up', 112, 100, metrics.likes, '▲ 12%', 'positive'],
    ['down', 88, 100, metrics.likes, '▼ 12%', 'negative'],
    ['the same', 100, 100, metrics.likes, 'no change', 'neutral'],
    ['both nothing', 0, 0, metrics.likes, 'no change', 'neutral'],
    ['from nothing', 5, 0, metrics.likes, 'new', 'neutral'],
    ['to nothing', 0, 40, metrics.likes, '▼ 100%', 'negative'],
    ['without a base', 5, undefined, metrics.likes, 'nothing to compare with', 'neutral'],
    ['without a number', undefined, 5, metrics.likes, 'not all days are known: not compared', 'neutral'],
    ['a small base counts', 12, 4, metrics.likes, '▲ 8', 'positive'],
    ['the last small base', 30, 29, metrics.likes, '▲ 1', 'positive'],
    ['the first base for percent', 33, 30, metrics.likes, '▲ 10%', 'positive'],
    ['a little', 100_001, 100_000, metrics.likes, '▲ < 1%', 'positive'],
    ['neither is better', 112, 100, metrics.follows_and_unfollows, '▲ 12%', 'neutral'],
    ['lower is better', 112, 100, { ...metrics.likes, betterWhen: 'lower' }, '▲ 12%', 'negative'],
    ['lower is better, and it is', 88, 100, { ...metrics.likes, betterWhen: 'lower' }, '▼ 12%', 'positive'],
  ];
  const total = (value: number | undefined): InsightsResult => result(value === undefined ? {} : { total: value });
  for (const [what, now, before, spec, expected, tone] of cases) {
    it(`${what}: ${expected}`, () => {
      const { text, spoken, ...rest } = compareTotals(total(now), total(before), spec, change, en);
      assert.equal(plain(text), expected);
      assert.equal(plain(spoken), expected.replace('▲', 'up').replace('▼', 'down').replace('<', 'less than'));
      assert.equal(rest.tone, tone);
      const directions: Readonly<Record<string, string>> = { '▲': 'up', '▼': 'down', n: 'none' };
      assert.equal(rest.direction, expected === 'no change' ? 'same' : (directions[expected.charAt(0)] ?? 'none'));
    });
  }

  it('no base at all', () =>
    assert.equal(compareTotals(total(5), undefined, metrics.likes, change, en).text, 'nothing to compare with'));

  it('numbers that still move are neither good nor bad', () => {
    const moving = { ...total(112), provisional: ['2026-11-22'] };
    const { text, spoken, tone } = compareTotals(moving, total(100), metrics.likes, change, en);
    assert.deepEqual([plain(text), plain(spoken), tone], ['△ 12% · provisional', 'up 12%, provisional', 'neutral']);
    assert.equal(compareTotals({ ...moving, provisional: [] }, total(100), metrics.likes, change, en).tone, 'positive');
  });

  describe('of days', () => {
    const points = (...values: (number | null)[]): InsightsResult =>
      result({ series: values.map((value, at) => ({ day: `2026-11-0${at + 1}`, value })) });
    const ofDays: readonly [
      what: string,
      now: InsightsResult,
      before: InsightsResult,
      spec: MetricSpec,
      expected: string,
    ][] = [
      ['sums of events', points(6, 6), points(5, 5), metrics.follower_count, '▲ 2'],
      [
        'days that are not known',
        points(6, null),
        points(5, 5),
        metrics.follower_count,
        'not all days are known: not compared',
      ],
      [
        'days before that are not known',
        points(6, 6),
        points(5, null),
        metrics.follower_count,
        'not all of the days before are known: not compared',
      ],
      ['no days before', points(6, 6), points(null, null), metrics.follower_count, 'nothing to compare with'],
      [
        'unique accounts, which have no sum',
        points(6, 6),
        points(5, 5),
        metrics.reach,
        'not all days are known: not compared',
      ],
      [
        'a sum that lacks a part',
        result({ total: 6 }),
        result({ parts: [{ since: '2026-11-01', until: '2026-11-02', total: 3 }] }),
        metrics.likes,
        'not all of the days before are known: not compared',
      ],
    ];
    for (const [what, now, before, spec, expected] of ofDays)
      it(`${what}: ${expected}`, () => assert.equal(compareTotals(now, before, spec, change, en).text, expected));
  });
});

describe('peopleTable', () => {
  const table = (dimensions: string[], counts: Record<string, number>) =>
    peopleTable(people(dimensions, counts), names, en);
  const labels = (dimensions: string[], counts: Record<string, number>) =>
    table(dimensions, counts).rows.map(({ label }) => label);

  it('ages by age, also one that is none', () => {
    assert.deepEqual(labels(['age'], { '65+': 9, '18-24': 2, unknown: 50, '13-17': 1 }), [
      '13–17',
      '18–24',
      '65+',
      'unknown',
    ]);
  });

  it('genders women, men, not specified; then what nobody knows', () => {
    assert.deepEqual(labels(['gender'], { U: 9, X: 8, M: 1, F: 2 }), ['Women', 'Men', 'Not specified', 'X']);
  });

  it('places by how many people are there', () => {
    assert.deepEqual(labels(['country'], { DE: 1, AT: 7, XX: 3 }), ['Austria', 'XX', 'Germany']);
    assert.deepEqual(labels(['city'], { 'Wien, Vienna': 1, 'São Paulo, São Paulo (state)': 7 }), [
      'São Paulo, São Paulo (state)',
      'Wien, Vienna',
    ]);
  });

  it('two dimensions in the order of the answer', () => {
    assert.deepEqual(labels(['gender', 'age'], { 'M|18-24': 9, 'F|25-34': 3, 'F|18-24': 4 }), [
      'Women, 18–24',
      'Women, 25–34',
      'Men, 18–24',
    ]);
  });

  it('shares are of the people listed', () => {
    const { rows, listed } = table(['gender'], { F: 30, M: 10, U: 0 });
    assert.equal(listed, 40);
    assert.deepEqual(
      rows.map(({ people: count, share }) => [count, share]),
      [
        [30, 0.75],
        [10, 0.25],
        [0, 0],
      ],
    );
  });

  it('nobody listed is no share of anything', () => {
    assert.deepEqual(table(['gender'], { F: 0 }).rows[0]?.share, 0);
    assert.deepEqual(peopleTable(result({}), names, en), { dimensions: [], rows: [], listed: 0 });
  });

  it('shares add up to one, and rows keep everybody', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ minLength: 1 }).filter((key) => !key.includes('|')),
          fc.integer({ min: 1, max: 1e6 }),
          { minKeys: 1, maxKeys: 45 },
        ),
        (counts) => {
          const { rows, listed } = table(['city'], counts);
          assert.equal(rows.length, Object.keys(counts).length);
          assert.equal(
            rows.reduce((sum, row) => sum + row.people, 0),
            listed,
          );
          assert.ok(Math.abs(rows.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9);
        },
      ),
    );
  });
});

describe('pyramidOf', () => {
  const pyramid = (dimensions: string[], counts: Record<string, number>) =>
    pyramidOf(peopleTable(people(dimensions, counts), names, en), names, en);
  const counts = { '25-34|F': 5, '18-24|F': 3, '18-24|M': 4, '25-34|U': 2, '18-24|X': 1, 'old|M': 6 };

  it('two sides by age, and who stands on neither', () => {
    assert.deepEqual(pyramid(['age', 'gender'], counts), {
      ages: ['18–24', '25–34', 'old'],
      ageValues: ['18-24', '25-34', 'old'],
      sides: [
        { gender: 'F', label: 'Women', people: [3, 5, 0], total: 8 },
        { gender: 'M', label: 'Men', people: [4, 0, 6], total: 10 },
      ],
      unspecified: { gender: 'U', label: 'Not specified', people: [0, 2, 0], total: 2 },
      other: 1,
      listed: 21,
    });
  });

  it('is the same with the dimensions the other way round', () => {
    const turned = Object.fromEntries(
      Object.entries(counts).map(([key, value]) => [key.split('|').toReversed().join('|'), value]),
    );
    assert.deepEqual(pyramid(['gender', 'age'], turned), pyramid(['age', 'gender'], counts));
  });

  for (const dimensions of [['age'], ['gender'], ['city'], []]) {
    it(`is none of ${dimensions.join() || 'nothing'}`, () => assert.equal(pyramid(dimensions, { a: 1 }), undefined));
  }
});

describe('derivationText', () => {
  const cases: readonly [string, Partial<InsightsResult>, string | undefined][] = [
    ["the API's own", { total: 7 }, undefined],
    ['in the words of whoever made it', { derivation: 'by hand' }, 'by hand'],
    [
      'all totals',
      { derivedFrom: { kind: 'totals', known: 1200, of: 1200 }, derivation: 'x' },
      'sum of 1,200 totals by Instagram',
    ],
    ['some totals', { derivedFrom: { kind: 'totals', known: 2, of: 3 } }, 'sum of 2 of 3 totals by Instagram'],
    ['day by day', { derivedFrom: { kind: 'days' } }, 'one question per day; days need not add up to the total'],
  ];
  for (const [name, given, expected] of cases) {
    it(name, () => {
      const text = derivationText(
        { metric: 'likes', period: 'day', ...given },
        derivationWordsFor('en'),
        formatsFor('en'),
      );
      assert.equal(text, expected);
    });
  }
});

describe('headlineOf', () => {
  const series = [
    { day: '2024-05-06', value: 3 },
    { day: '2024-05-07', value: null },
    { day: '2024-05-08', value: 4 },
    { day: '2024-05-09', value: null },
  ];
  const cases: readonly [string, Partial<InsightsResult>, unknown][] = [
    ['a total, as it came', { total: 7, series }, { value: 7 }],
    ['a total of zero', { total: 0 }, { value: 0 }],
    [
      'a derived total says how',
      { total: 7, derivation: 'sum of 2 totals by Instagram' },
      { value: 7, derivation: 'sum of 2 totals by Instagram' },
    ],
    [
      'events by day: their sum, which is derived',
      { metric: 'follower_count', series },
      { value: 7, derivation: 'sum of 2 days, derived', isLeast: true },
    ],
    [
      'days that are all known: no least',
      { metric: 'saves', series: series.filter(({ value }) => value !== null) },
      { value: 7, derivation: 'sum of 2 days, derived' },
    ],
    [
      'parts of a sum: a least, and of how many',
      {
        metric: 'likes',
        parts: [
          { since: '2024-05-06', until: '2024-05-07', total: 4 },
          { since: '2024-05-08', until: '2024-05-08', total: 5 },
        ],
      },
      { value: 9, derivation: 'sum of 2 totals by Instagram, not of all days', isLeast: true },
    ],
    ['a reason why there is no total', { metric: 'reach', series, reason: 'window-too-long' }, undefined],
    [
      'unique accounts by day: the last that is known',
      { metric: 'reach', series },
      { value: 4, derivation: 'on May 8, 2024' },
    ],
    [
      'a metric that nobody knows: no sum either',
      { metric: 'constructor', series },
      { value: 4, derivation: 'on May 8, 2024' },
    ],
    ['days without a number', { series: [{ day: '2024-05-06', value: null }] }, undefined],
    ['rows alone', { breakdowns: [{ dimensions: ['age'], rows: [] }] }, undefined],
    ['nothing', {}, undefined],
  ];
  for (const [what, given, expected] of cases)
    it(what, () => assert.deepEqual(headlineOf(result(given), words, en), expected));
});

describe('gainedAndLost', () => {
  const follows = (counts: Record<string, number>, metric = 'follows_and_unfollows') => ({
    ...people(['follow_type'], counts),
    metric,
  });
  const incomplete = (whole: InsightsResult): InsightsResult => ({
    ...whole,
    breakdowns: (whole.breakdowns ?? []).map((breakdown) => ({ ...breakdown, incomplete: true })),
  });
  const cases: readonly [string, InsightsResult, unknown][] = [
    ['both', follows({ NON_FOLLOWER: 20, FOLLOWER: 17 }), { gained: 17, lost: 20 }],
    ['a row that is missing is zero', follows({ FOLLOWER: 17 }), { gained: 17, lost: 0 }],
    ['no rows say nothing', follows({}), undefined],
    [
      'values that mean neither are not counted',
      follows({ FOLLOWER: 1, UNKNOWN: 9, constructor: 9 }),
      { gained: 1, lost: 0 },
    ],
    ['rows of unknown meaning alone say nothing', follows({ UNKNOWN: 3, constructor: 9 }), undefined],
    ['no breakdown is no number', result({ metric: 'follows_and_unfollows' }), undefined],
    ['a row without a number is not zero', incomplete(follows({ FOLLOWER: 17 })), { gained: 17, lost: undefined }],
    ['two rows without a number are no number', incomplete(follows({})), undefined],
    ['another metric by the same breakdown', follows({ FOLLOWER: 17 }, 'reach'), undefined],
    ['a metric that nobody knows', follows({ FOLLOWER: 17 }, 'toString'), undefined],
  ];
  for (const [what, given, expected] of cases) it(what, () => assert.deepEqual(gainedAndLost(given), expected));
});

describe('problemWordsFor', () => {
  const isSaid = ([head, text]: readonly [string, string]): void => {
    assert.match(head, /^[A-Z].*[^.]$/);
    assert.match(text, /^[A-Z].*\.$/);
  };

  for (const code of Object.keys(errorCodes) as InsightsErrorCode[]) {
    it(`the error ${code}: what happened, and what to do`, () => isSaid(problems.errors[code]));
  }
  for (const reason of ['too-few-followers', 'not-yet', 'not-returned', 'window-too-long'] as const) {
    it(`nothing to show, ${reason}: why, and what to do`, () => isSaid(problems.empty[reason]));
  }
  it('has words for nothing else', () => {
    assert.deepEqual(Object.keys(problems.errors).toSorted(), Object.keys(errorCodes).toSorted());
  });
  it('a metric that needs engagements says how many', () => {
    const needs = metricNames.flatMap((metric) => {
      const { minEngagements } = specOf(metric);
      return minEngagements === undefined ? [] : [[metric, minEngagements] as const];
    });
    assert.deepEqual(
      Object.keys(problems.conditions),
      needs.map(([metric]) => metric),
    );
    for (const [metric, least] of needs)
      assert.match(new Map(Object.entries(problems.conditions)).get(metric) ?? '', new RegExp(`\\b${least} eng.*\\.$`));
  });
  it('what a visitor reads names neither the API nor a parameter', () => {
    for (const text of [...Object.values(problems.errors), ...Object.values(problems.empty)].flat())
      assert.doesNotMatch(text, /Graph|API|`|_/);
  });
});

describe('metricLabel, dimensionLabel, valueLabel', () => {
  it('every metric has a name, and no two the same', () => {
    const labels = metricNames.map((metric) => metricLabel(metric, 'en'));
    assert.deepEqual(
      labels,
      metricNames.map((metric) => specOf(metric).label),
    );
    assert.ok(
      labels.every((label) => /^[A-Z][a-z ]+$/.test(label)),
      labels.join(),
    );
    assert.equal(new Set(labels).size, labels.length);
  });
  it('saves is saved', () => assert.equal(metricLabel('saves', 'en'), 'Saves'));

  for (const dimension of [...breakdowns, 'hour', 'day']) {
    it(`the dimension ${dimension} has a name`, () => assert.match(dimensionLabel(dimension, names), /^[A-Z][a-z ]+$/));
  }

  const values: readonly [string, string, string][] = [
    ['gender', 'F', 'Women'],
    ['follow_type', 'NON_FOLLOWER', 'Not followers'],
    ['media_product_type', 'REEL', 'Reels'],
    ['media_product_type', 'REELS', 'Reels'],
    ['media_product_type', 'AR_EFFECT_PREVIEW', 'AR_EFFECT_PREVIEW'],
    ['contact_button_type', 'CALL', 'Call'],
    ['country', 'BR', 'Brazil'],
    ['country', 'nowhere at all', 'nowhere at all'],
    ['city', 'Wien, Vienna', 'Wien, Vienna'],
    ['age', '13-17', '13–17'],
    ['age', '65+', '65+'],
    ['hour', '9', '9'],
  ];
  for (const [dimension, value, label] of values) {
    it(`${dimension} ${value} is ${label}`, () => assert.equal(valueLabel(dimension, value, names, en), label));
  }

  it('names from an answer that are members of every object are names only', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      assert.deepEqual(
        [
          metricLabel(name, 'en'),
          dimensionLabel(name, names),
          valueLabel(name, name, names, en),
          valueLabel('gender', name, names, en),
        ],
        [name, name, name, name],
      );
    }
  });

  it('a text is cut at 120 characters, never in the middle of one', () => {
    const cut = (text: string): string => valueLabel('city', text, names, en);
    assert.equal(cut('x'.repeat(120)), 'x'.repeat(120));
    assert.equal(cut('x'.repeat(121)), `${'x'.repeat(119)}…`);
    assert.equal(cut(`${'x'.repeat(118)}😀😀`), `${'x'.repeat(118)}…`);
  });
});
