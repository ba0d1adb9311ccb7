import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import fc from 'fast-check';
import { createPersistedAnswers, type PersistOptions } from '../../src/client/persisted-answers.js';
import { addDays, InsightsError, type InsightsResult, metricNames } from '../../src/spec/index.js';
import { noon } from './transports.contract.js';

const owner = ['https://backend.example/insights', 'my-account', 'v25.0', 'public'];
const key = 'reach|day|total_value|||2026-11-16|2026-11-22';
const minute = 60_000;
const day = 86_400_000;

/** A Storage, and who else reads and writes in it. */
class FakeStorage {
  readonly entries = new Map<string, string>();
  writes = 0;
  getItem(name: string): string | null {
    return this.entries.get(name) ?? null;
  }
  setItem(name: string, text: string): void {
    this.writes += 1;
    this.entries.set(name, text);
  }
  removeItem(name: string): void {
    this.entries.delete(name);
  }
  get text(): string {
    return [...this.entries].flat().join('\n');
  }
}

let storage = new FakeStorage();
let time = noon;
/** A tab: another call is another tab, or a later visit. */
const open = (options: Partial<PersistOptions> = {}) =>
  createPersistedAnswers({ in: 'local', owner, now: () => time, storage, ...options });
const nextTask = () => mock.timers.tick(1);

beforeEach(() => {
  mock.timers.enable({ apis: ['setTimeout'] });
  storage = new FakeStorage();
  time = noon;
});
afterEach(() => mock.timers.reset());

const reach: InsightsResult = { metric: 'reach', period: 'day', total: 7, fetchedAt: noon, source: 'api' };
const whole: InsightsResult = {
  metric: 'follows_and_unfollows',
  period: 'day',
  total: 12,
  series: [
    { day: '2026-11-16', value: 5 },
    { day: '2026-11-17', value: null },
  ],
  breakdowns: [
    { dimensions: ['follow_type'], rows: [{ values: ['FOLLOWER'], value: 3 }], incomplete: true, day: '2026-11-16' },
  ],
  range: { since: '2026-11-16', until: '2026-11-17' },
  fetchedAt: noon,
  source: 'derived',
  derivation: 'sum of 2 totals by Instagram',
  derivedFrom: { kind: 'totals', known: 2, of: 2 },
  provisional: ['2026-11-17'],
  reason: 'not-yet',
  parts: [{ since: '2026-11-16', until: '2026-11-16', total: 4 }],
  strays: ['2026-11-15'],
};
/** Nothing in it is a secret; all of it has the shape of one. */
const tokens = [
  `EAAB${'x1y2z3'.repeat(8)}`,
  `IGQVJ${'a1b2'.repeat(10)}`,
  `1234567890|${'s3cr3t'.repeat(4)}`,
  `eyJ${'hbGciOi1'.repeat(4)}.${'eyJzdWI1'.repeat(4)}.sig`,
  `access_token=${'q'.repeat(12)}`,
  `Bearer ${'w'.repeat(12)}`,
  '0123456789abcdef'.repeat(4),
];

/** What the next visit finds in an entry of this text. */
function readEntry(text: string, asked = key): InsightsResult | undefined {
  open().write(key, reach);
  nextTask();
  const [name] = storage.entries.keys();
  storage.entries.set(name as string, text);
  return open().read(asked);
}
const entry = (answer: unknown, v: unknown = 1): string => JSON.stringify({ v, answers: { [key]: answer } });

describe('createPersistedAnswers', () => {
  it('gives an answer back on the next visit, with all its numbers, marked as stored', () => {
    open().write(key, whole);
    nextTask();
    assert.deepEqual(open().read(key), { ...whole, stored: true });
    assert.equal(open().read('another question'), undefined);
  });

  it('gives an answer back before it is written', () => {
    const answers = open();
    answers.write(key, reach);
    assert.equal(storage.writes, 0);
    assert.deepEqual(answers.read(key), { ...reach, stored: true });
  });

  it('writes once for the answers of one task, after it', () => {
    const answers = open();
    for (const metric of ['reach', 'likes', 'views']) answers.write(metric, { ...reach, metric });
    assert.equal(storage.writes, 0);
    nextTask();
    assert.equal(storage.writes, 1);
    assert.equal(open().read('likes')?.metric, 'likes');
    answers.write('saved', { ...reach, metric: 'saved' });
    nextTask();
    assert.equal(storage.writes, 2);
  });

  it('sample data stays sample data', () => {
    open().write(key, { ...reach, source: 'demo' });
    nextTask();
    assert.equal(open().read(key)?.source, 'demo');
  });

  for (const place of ['session', 'local'] as const) {
    it(`uses ${place}Storage where no other is given, and no other`, () => {
      const places: Record<string, FakeStorage> = { session: new FakeStorage(), local: new FakeStorage() };
      withGlobals({ sessionStorage: { value: places.session }, localStorage: { value: places.local } }, () => {
        open({ in: place, storage: undefined }).write(key, reach);
        nextTask();
        assert.deepEqual(open({ in: place, storage: undefined }).read(key), { ...reach, stored: true });
      });
      for (const [name, { entries }] of Object.entries(places))
        assert.equal(entries.size, name === place ? 1 : 0, name);
    });
  }
});

/** Runs with other properties of the global object, and puts back those that were there. */
function withGlobals(properties: PropertyDescriptorMap, run: () => void): void {
  const before = Object.keys(properties).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, property] of Object.entries(properties))
    Object.defineProperty(globalThis, name, { ...property, configurable: true });
  try {
    run();
  } finally {
    for (const [name, property] of before) {
      Reflect.deleteProperty(globalThis, name);
      if (property) Object.defineProperty(globalThis, name, property);
    }
  }
}

describe('createPersistedAnswers: whose answers', () => {
  const others: readonly (readonly string[])[] = [
    ['https://backend.example/insights', 'my-account', 'v25.0', 'token'],
    ['https://backend.example/insights', 'my-account', 'v25.0'],
    ['https://backend.example/insights', 'my-accountv25.0', 'public'],
    ['https://backend.example/insightsmy-account', 'v25.0', 'public'],
    ['https://backend.example/insights', 'my-account', 'public', 'v25.0'],
    ['https://backend.example/insights', 'my-account","v25.0', 'public'],
    ['https://backend.example/insights', 'mÿ-account', 'v25.0', 'public'],
  ];
  for (const other of others) {
    it(`not those of ${JSON.stringify(other)}`, () => {
      open().write(key, reach);
      nextTask();
      assert.equal(open({ owner: other }).read(key), undefined);
      open({ owner: other }).write(key, { ...reach, total: 1 });
      nextTask();
      assert.equal(open().read(key)?.total, 7);
      open({ owner: other }).wipe();
      assert.equal(open().read(key)?.total, 7);
    });
  }

  it('one entry, under a name that does not show the account', () => {
    open().write(key, reach);
    open().write('another question', whole);
    nextTask();
    const [name = '', ...more] = storage.entries.keys();
    assert.match(name, /^insights-elements:[0-9a-f]{32}$/);
    assert.deepEqual(more, []);
    assert.doesNotMatch(storage.text, /my-account|backend\.example/);
  });

  it('the name of an entry does not change between releases', () => {
    open({ owner: ['a', 'b'] }).write(key, reach);
    nextTask();
    // FNV-1a, 128 bits, of ["a","b"]
    assert.deepEqual([...storage.entries.keys()], ['insights-elements:c8a7cb58ab058cb3c767154732c3a2a0']);
  });

  for (const bad of [[], ...tokens.map((token) => [...owner, token])]) {
    it(`keeps nothing of ${bad.length === 0 ? 'nobody' : `an owner with ${bad.at(-1)}`}`, () => {
      const answers = open({ owner: bad });
      answers.write(key, reach);
      assert.equal(answers.read(key), undefined);
      nextTask();
      answers.wipe();
      assert.equal(storage.writes, 0);
    });
  }
});

describe('createPersistedAnswers: what is kept', () => {
  const error = new InsightsError('network');
  const refused: readonly (readonly [string, unknown])[] = [
    ['stale', { ...reach, stale: true }],
    ['with gaps', { ...reach, gaps: [{ since: '2026-11-16', until: '2026-11-17', error }] }],
    ['without fetchedAt', { metric: 'reach', period: 'day', total: 7 }],
    ['of another kind', { username: 'somebody', name: 'Somebody', followersCount: 3 }],
    ['that came out of the storage', { ...reach, stored: true }],
    ['older than maxAge', { ...reach, fetchedAt: noon - day - 1 }],
    ['from the future', { ...reach, fetchedAt: noon + minute + 1 }],
    ['that is no number', { ...reach, total: Number.NaN }],
    ['without an end', { ...reach, total: Number.POSITIVE_INFINITY }],
    ...tokens.flatMap((token): (readonly [string, unknown])[] => [
      [`with ${token} as how it came about`, { ...reach, derivation: token }],
      [`with ${token} as a reason`, { ...reach, reason: token }],
      [`of ${token}`, { ...reach, metric: token }],
      [
        `with ${token} as a row`,
        { ...reach, breakdowns: [{ dimensions: ['a'], rows: [{ values: [token], value: 1 }] }] },
      ],
      [`with ${token} as a dimension`, { ...reach, breakdowns: [{ dimensions: [token], rows: [] }] }],
    ]),
  ];
  for (const [what, result] of refused) {
    it(`not an answer ${what}`, () => {
      const answers = open();
      answers.write(key, result as InsightsResult);
      assert.equal(answers.read(key), undefined);
      nextTask();
      assert.equal(storage.writes, 0);
    });
  }

  for (const name of ['__proto__', 'constructor', 'toString', '', 'x'.repeat(201), ...tokens]) {
    it(`not an answer to ${name || 'nothing'}`, () => {
      const answers = open();
      answers.write(name, reach);
      assert.equal(answers.read(name), undefined);
      nextTask();
      assert.equal(storage.writes, 0);
    });
  }

  it('nothing but what a result has: no name, no token, no error', () => {
    const extra = { username: 'somebody', accessToken: tokens[0], error: new InsightsError('network'), gaps: [] };
    const breakdowns = [
      { dimensions: ['age'], title: 'somebody', rows: [{ values: ['18-24'], value: 1, id: tokens[1] }] },
    ];
    const series = [{ day: '2026-11-16', value: 1, end_time: 'somebody' }];
    open().write(key, { ...reach, ...extra, series, breakdowns });
    nextTask();
    assert.deepEqual(open().read(key), {
      ...reach,
      series: [{ day: '2026-11-16', value: 1 }],
      breakdowns: [{ dimensions: ['age'], rows: [{ values: ['18-24'], value: 1 }] }],
      stored: true,
    });
    assert.doesNotMatch(storage.text, /somebody|EAAB|IGQV|error|gaps|stored/);
  });

  it('as it was when it was written, whatever becomes of it', () => {
    const series = [{ day: '2026-11-16', value: 1 }];
    open().write(key, { ...reach, series });
    series.push({ day: tokens[0] as string, value: 2 });
    nextTask();
    assert.equal(open().read(key)?.series?.length, 1);
    assert.ok(!storage.text.includes(tokens[0] as string));
  });

  it('the newest 200', () => {
    const answers = open();
    for (let index = 0; index < 250; index += 1) answers.write(`q${index}`, { ...reach, fetchedAt: noon - index });
    nextTask();
    const kept = Array.from({ length: 250 }, (_, index) => open().read(`q${index}`) !== undefined);
    assert.deepEqual(
      kept,
      kept.map((_, index) => index < 200),
    );
    time += minute;
    open().write('latest', { ...reach, fetchedAt: time });
    nextTask();
    assert.deepEqual(
      ['latest', 'q198', 'q199'].map((name) => open().read(name) !== undefined),
      [true, true, false],
    );
  });

  it('at most half a million characters, the newest', () => {
    const series = Array.from({ length: 1_000 }, (_, index) => ({
      day: addDays('2024-01-01', index),
      value: 1_000_000,
    }));
    const answers = open();
    for (let index = 0; index < 20; index += 1)
      answers.write(`q${index}`, { ...reach, series, fetchedAt: noon - index });
    nextTask();
    const kept = Array.from({ length: 20 }, (_, index) => open().read(`q${index}`) !== undefined);
    const count = kept.filter(Boolean).length;
    assert.ok(count > 8 && count < 20, `${count} kept`);
    assert.deepEqual(
      kept,
      kept.map((_, index) => index < count),
    );
    const [text = ''] = storage.entries.values();
    assert.ok(text.length <= 500_000 && text.length > 440_000, `${text.length} characters`);
  });

  it('one answer that is far too long leaves room for the others', () => {
    const series = Array.from({ length: 10_000 }, () => ({ day: '2026-11-16', value: 1 }));
    const answers = open();
    answers.write('long', { ...reach, series });
    answers.write(key, { ...reach, fetchedAt: noon - 1 });
    nextTask();
    assert.equal(open().read('long'), undefined);
    assert.equal(open().read(key)?.total, 7);
  });
});

describe('createPersistedAnswers: for how long', () => {
  const ages: readonly (readonly [number, number | undefined, boolean])[] = [
    [0, undefined, true],
    [day, undefined, true],
    [day + 1, undefined, false],
    [-minute, undefined, true],
    [-minute - 1, undefined, false],
    [minute, minute, true],
    [minute + 1, minute, false],
    [30 * day, Number.POSITIVE_INFINITY, true],
    [0, Number.NaN, false],
    [0, -1, false],
  ];
  for (const [age, maxAge, isKept] of ages) {
    it(`an answer of ${age} ms is ${isKept ? 'shown' : 'not shown'} with a maxAge of ${maxAge}`, () => {
      open({ maxAge: Number.POSITIVE_INFINITY }).write(key, reach);
      nextTask();
      time += age;
      assert.equal(open({ maxAge })?.read(key)?.total, isKept ? 7 : undefined);
      assert.equal(storage.entries.size, 1);
      nextTask();
      assert.equal(storage.entries.size, isKept ? 1 : 0, 'what is too old does not lie there');
    });
  }

  it('a write takes out what is too old by now', () => {
    open().write(key, reach);
    nextTask();
    time += day + 1;
    open().write('another question', { ...reach, fetchedAt: time });
    nextTask();
    assert.ok(!storage.text.includes(key));
    assert.ok(storage.text.includes('another question'));
  });
});

describe('createPersistedAnswers: several tabs', () => {
  it('see and keep what the others wrote', () => {
    const [one, two] = [open(), open()];
    assert.equal(two.read('one'), undefined);
    one.write('one', { ...reach, total: 1 });
    nextTask();
    two.write('two', { ...reach, total: 2 });
    nextTask();
    one.write('three', { ...reach, total: 3 });
    two.write('four', { ...reach, total: 4 });
    nextTask();
    for (const tab of [one, two, open()])
      assert.deepEqual(
        ['one', 'two', 'three', 'four'].map((name) => tab.read(name)?.total),
        [1, 2, 3, 4],
      );
  });

  it('the newer answer to a question stays', () => {
    const [one, two] = [open(), open()];
    one.write(key, { ...reach, total: 2, fetchedAt: noon + 1 });
    nextTask();
    two.write(key, { ...reach, total: 1 });
    nextTask();
    assert.equal(open().read(key)?.total, 2);
    two.write(key, { ...reach, total: 3, fetchedAt: noon + 2 });
    nextTask();
    assert.equal(one.read(key)?.total, 3);
  });

  it('a wipe forgets what all of them wrote', () => {
    const [one, two] = [open(), open()];
    one.write('one', reach);
    two.write('two', reach);
    nextTask();
    assert.equal(two.read('one')?.total, 7);
    one.wipe();
    assert.equal(storage.entries.size, 0);
    for (const tab of [one, two]) assert.deepEqual([tab.read('one'), tab.read('two')], [undefined, undefined]);
  });

  it('a wipe wins over what is still to be written; a later answer is kept', () => {
    const answers = open();
    answers.write('before', reach);
    answers.wipe();
    assert.equal(answers.read('before'), undefined);
    answers.write('after', reach);
    nextTask();
    assert.deepEqual([open().read('before'), open().read('after')?.total], [undefined, 7]);
    answers.write('before', reach);
    answers.wipe();
    nextTask();
    assert.equal(storage.entries.size, 0);
  });
});

describe('createPersistedAnswers: what is believed', () => {
  const entries: readonly string[] = [
    '',
    'null',
    '7',
    '"text"',
    '[]',
    '{}',
    '{"v":1',
    '{"v":1}',
    '{"v":1,"answers":null}',
    '{"v":1,"answers":[]}',
    '{"__proto__":{"v":1,"answers":{}}}',
    `{"answers":{"${key}":${JSON.stringify(reach)}}}`,
    entry(reach, 0),
    entry(reach, 2),
    entry(reach, '1'),
    entry({ ...reach, derivation: 'x'.repeat(500_000) }),
  ];
  for (const text of entries) {
    it(`no entry like ${text.slice(0, 60)}: it is taken out`, () => {
      assert.equal(readEntry(text), undefined);
      assert.equal(storage.entries.size, 0);
      open().write(key, reach);
      nextTask();
      assert.equal(open().read(key)?.total, 7);
    });
  }

  const point = { day: '2026-11-16', value: 1 };
  const row = { values: ['18-24'], value: 1 };
  const breakdown = { dimensions: ['age'], rows: [row] };
  const window = { since: '2026-11-16', until: '2026-11-17' };
  const answers: readonly unknown[] = [
    null,
    7,
    'text',
    [],
    {},
    { ...reach, metric: undefined },
    { ...reach, metric: 'followers_of_my_friends' },
    { ...reach, metric: 'toString' },
    { ...reach, period: undefined },
    { ...reach, period: 'year' },
    { ...reach, fetchedAt: undefined },
    { ...reach, fetchedAt: '1795464000000' },
    { ...reach, fetchedAt: -1 },
    { ...reach, source: 'elsewhere' },
    { ...reach, source: ['api'] },
    { ...reach, stale: true },
    { ...reach, gaps: [{ ...window, error: {} }] },
    { ...reach, gaps: 'many' },
    { ...reach, total: '7' },
    { ...reach, total: true },
    { ...reach, total: 2 ** 53 },
    { ...reach, series: point },
    { ...reach, series: [null] },
    { ...reach, series: [{ day: '2026-11-16' }] },
    { ...reach, series: [{ ...point, day: '2026-02-30' }] },
    { ...reach, series: [{ ...point, day: '1795464000' }] },
    { ...reach, series: [{ ...point, value: '1' }] },
    { ...reach, breakdowns: [{ rows: [row] }] },
    { ...reach, breakdowns: [{ dimensions: ['age'] }] },
    { ...reach, breakdowns: [{ ...breakdown, dimensions: [7] }] },
    { ...reach, breakdowns: [{ ...breakdown, rows: [{ ...row, value: null }] }] },
    { ...reach, breakdowns: [{ ...breakdown, rows: [{ ...row, values: [] }] }] },
    { ...reach, breakdowns: [{ ...breakdown, rows: [{ ...row, values: ['a', 'b'] }] }] },
    { ...reach, breakdowns: [{ ...breakdown, rows: [{ ...row, values: ['x'.repeat(201)] }] }] },
    { ...reach, breakdowns: [{ ...breakdown, incomplete: 'yes' }] },
    { ...reach, breakdowns: [{ ...breakdown, day: 'today' }] },
    { ...reach, range: 'last_7_days' },
    { ...reach, range: { since: '2026-11-16' } },
    { ...reach, range: { since: '2026-11-17', until: '2026-11-16' } },
    { ...reach, derivation: 7 },
    { ...reach, derivation: tokens[0] },
    { ...reach, derivedFrom: 'totals' },
    { ...reach, derivedFrom: {} },
    { ...reach, derivedFrom: { kind: 'guesses', known: 1, of: 2 } },
    { ...reach, derivedFrom: { kind: tokens[0] } },
    { ...reach, derivedFrom: { kind: 'totals', known: 1 } },
    { ...reach, derivedFrom: { kind: 'totals', known: '1', of: 2 } },
    { ...reach, derivedFrom: { kind: 'totals', known: 1.5, of: 2 } },
    { ...reach, derivedFrom: { kind: 'totals', known: 3, of: 2 } },
    { ...reach, derivedFrom: { kind: 'totals', known: 0, of: 2 } },
    { ...reach, provisional: ['2026-13-01'] },
    { ...reach, strays: [7] },
    { ...reach, reason: '<b>because</b>' },
    { ...reach, reason: 'Not Yet' },
    { ...reach, parts: [{ ...window, total: '1' }] },
    { ...reach, parts: [{ total: 1 }] },
    { ...reach, parts: [{ ...window, until: '2026-11-15', total: 1 }] },
  ];
  for (const answer of answers) {
    it(`no answer like ${JSON.stringify(answer)?.slice(0, 120)}: it is taken out`, () => {
      assert.equal(readEntry(entry(answer)), undefined);
      nextTask();
      assert.equal(storage.entries.size, 0);
    });
  }

  it('a number that is too large for one is none', () => {
    assert.equal(readEntry(entry(reach).replace('"total":7', '"total":1e999')), undefined);
  });

  it('no time that is before all times, however long answers are kept', () => {
    const maxAge = Number.POSITIVE_INFINITY;
    open({ maxAge }).write('before', { ...reach, fetchedAt: -9e15 });
    open({ maxAge }).write('first', { ...reach, fetchedAt: 0 });
    nextTask();
    assert.deepEqual([open({ maxAge }).read('before'), open({ maxAge }).read('first')?.fetchedAt], [undefined, 0]);
  });

  it('a part of which Instagram gave no total has none', () => {
    const parts = [window, { since: '2026-11-18', until: '2026-11-18', total: 4 }];
    assert.deepEqual(readEntry(entry({ ...reach, parts }))?.parts, parts);
  });

  it('one bad answer does not cost the others', () => {
    const bad = { ...reach, source: 'elsewhere' };
    assert.equal(readEntry(JSON.stringify({ v: 1, answers: { bad, [key]: reach } }), 'bad'), undefined);
    nextTask();
    assert.ok(!storage.text.includes('elsewhere'));
    assert.equal(open().read(key)?.total, 7);
  });

  it('names of the prototype hold no answers', () => {
    const text = `{"v":1,"answers":{"__proto__":${JSON.stringify(reach)},"constructor":${JSON.stringify(reach)}}}`;
    for (const name of ['constructor', 'toString', 'total', '__proto__'])
      assert.equal(readEntry(text, name), undefined, name);
    nextTask();
    assert.equal(storage.entries.size, 0);
    assert.equal(Object.getPrototypeOf({}), Object.prototype);
  });
});

describe('createPersistedAnswers: storage that fails', () => {
  const fail = (): never => {
    throw new DOMException('not here', 'SecurityError');
  };
  const uses = (options: Partial<PersistOptions>): void => {
    const answers = open(options);
    answers.write(key, reach);
    nextTask();
    assert.equal(open(options).read(key), undefined);
    answers.wipe();
    nextTask();
  };

  for (const method of ['getItem', 'setItem'] as const) {
    it(`${method} that throws`, () => {
      storage[method] = fail;
      uses({});
    });
  }

  it('removeItem that throws: garbage stays, and is not read', () => {
    storage.removeItem = fail;
    assert.equal(readEntry('garbage'), undefined);
    open().wipe();
    assert.equal(storage.entries.size, 1);
  });

  it('one whose access throws, and none at all', () => {
    withGlobals({ localStorage: { get: fail }, sessionStorage: { value: undefined } }, () => {
      uses({ storage: undefined });
      uses({ storage: undefined, in: 'session' });
    });
  });

  it('a full one: what is there stays, and the page is not told', () => {
    const said = mock.method(console, 'error', () => {});
    const answers = open();
    answers.write('first', reach);
    nextTask();
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    answers.write('second', reach);
    nextTask();
    assert.deepEqual([answers.read('first')?.total, answers.read('second')], [7, undefined]);
    assert.equal(said.mock.callCount(), 0);
    said.mock.restore();
  });
});

describe('createPersistedAnswers: for any answer', () => {
  const dayText = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays('2022-01-01', count));
  const days = fc.array(dayText, { maxLength: 4 });
  const windowOf = fc.tuple(dayText, fc.nat({ max: 90 })).map(([since, length]) => ({
    since,
    until: addDays(since, length),
  }));
  const number = fc
    .oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, min: -1e6, max: 1e6 }))
    .map((value) => value + 0);
  const text = fc.oneof(fc.string({ maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }));
  const breakdown = fc.nat({ max: 3 }).chain((width) =>
    fc.record(
      {
        dimensions: fc.array(text, { minLength: width, maxLength: width }),
        rows: fc.array(fc.record({ values: fc.array(text, { minLength: width, maxLength: width }), value: number })),
        incomplete: fc.constant(true as const),
        day: dayText,
      },
      { requiredKeys: ['dimensions', 'rows'] },
    ),
  );
  const result: fc.Arbitrary<InsightsResult> = fc.record(
    {
      metric: fc.constantFrom(...metricNames),
      period: fc.constantFrom('day', 'lifetime'),
      total: number,
      series: fc.array(fc.record({ day: dayText, value: fc.option(number) })),
      breakdowns: fc.array(breakdown, { maxLength: 3 }),
      range: windowOf,
      fetchedAt: fc.integer({ min: noon - day, max: noon + minute }),
      source: fc.constantFrom('api', 'derived', 'demo'),
      derivation: text,
      derivedFrom: fc.oneof(
        fc.constant({ kind: 'days' } as const),
        fc
          .tuple(fc.integer({ min: 1, max: 90 }), fc.nat({ max: 90 }))
          .map(([known, more]) => ({ kind: 'totals', known, of: known + more }) as const),
      ),
      provisional: days,
      reason: fc.constantFrom('not-yet', 'too-few-followers'),
      parts: fc.array(
        fc
          .tuple(windowOf, fc.option(number, { nil: undefined }))
          .map(([window, total]) => ({ ...window, ...(total !== undefined && { total }) })),
      ),
      strays: days,
    },
    { requiredKeys: ['metric', 'period', 'fetchedAt'] },
  );
  const name = fc.oneof(fc.constant(key), fc.string({ minLength: 1, maxLength: 60 })).filter((word) => !(word in {}));
  // -0 is no number that JSON knows, and prototypes are not what is compared.
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  it('what is read is what was written', () => {
    fc.assert(
      fc.property(name, result, (asked, given) => {
        storage = new FakeStorage();
        open().write(asked, given);
        nextTask();
        assert.deepEqual(plain(open().read(asked)), plain({ ...given, stored: true }));
      }),
    );
  });

  /** A value with anything in it that was not expected: at the top, or anywhere below. */
  const spoiled = fc.tuple(result, fc.constantFrom(...tokens), fc.nat(), text).map(([given, token, at, extra]) => {
    const places: object[] = [];
    const copy = JSON.parse(JSON.stringify(given), (_, value: unknown) => {
      if (typeof value === 'object' && value !== null) places.push(value);
      return value;
    }) as InsightsResult;
    const place = places[at % places.length] as Record<string, unknown>;
    if (Array.isArray(place)) place.push(token);
    else place[`extra${extra}`] = { [token]: [token] };
    return { copy, token };
  });

  it('no token is ever written', () => {
    fc.assert(
      fc.property(name, spoiled, (asked, { copy, token }) => {
        storage = new FakeStorage();
        const answers = open();
        answers.write(asked, copy);
        answers.write('another question', reach);
        nextTask();
        assert.ok(storage.entries.size === 1 && !storage.text.includes(token));
        assert.ok(!JSON.stringify(answers.read(asked) ?? {}).includes(token));
      }),
    );
  });

  it('a token that somebody else wrote is neither read nor written again', () => {
    fc.assert(
      fc.property(spoiled, ({ copy, token }) => {
        storage = new FakeStorage();
        assert.ok(!JSON.stringify(readEntry(entry(copy)) ?? {}).includes(token));
        open().write('another question', reach);
        nextTask();
        assert.ok(storage.entries.size === 1 && !storage.text.includes(token));
      }),
    );
  });

  /** JSON that is nearly an answer: fields of one, with other values in some. */
  const almost = fc
    .tuple(
      result,
      fc.dictionary(fc.constantFrom(...Object.keys(whole), 'stale', 'gaps', '__proto__'), fc.jsonValue(), {
        maxKeys: 2,
      }),
    )
    .map(([given, changes]) => ({ ...given, ...changes }));
  const anyEntry = fc.oneof(
    fc.string(),
    fc.json(),
    fc.jsonValue().map((value) => entry(value)),
    almost.map((value) => entry(value)),
    fc.tuple(almost, fc.nat()).map(([value, length]) => entry(value).slice(0, length % entry(value).length)),
  );

  it('whatever lies in storage: nothing is thrown, and nothing is read that could not have been written', () => {
    let found = 0;
    fc.assert(
      fc.property(anyEntry, (stored) => {
        storage = new FakeStorage();
        const read = readEntry(stored);
        nextTask();
        if (!read) return;
        found += 1;
        assertResult(read);
        const { stored: mark, ...rest } = read;
        assert.equal(mark, true);
        storage = new FakeStorage();
        open().write(key, rest);
        nextTask();
        assert.deepEqual(plain(open().read(key)), plain(read));
      }),
      { numRuns: 500 },
    );
    assert.ok(found > 20, `${found} answers were read`);
  });

  /** The interface, said again: in words of the test's own. */
  function assertResult(read: InsightsResult): void {
    const fields = [...Object.keys(whole), 'stored'];
    assert.deepEqual(
      Object.keys(read).filter((field) => !fields.includes(field)),
      [],
    );
    assert.ok((metricNames as readonly string[]).includes(read.metric));
    assert.ok(['day', 'lifetime'].includes(read.period));
    assert.ok(noon - day <= (read.fetchedAt ?? 0) && (read.fetchedAt ?? 0) <= noon + minute);
    assert.ok(read.source === undefined || ['api', 'derived', 'demo'].includes(read.source));
    const numbers = [
      read.total ?? 0,
      ...(read.series ?? []).map(({ value }) => value ?? 0),
      ...(read.breakdowns ?? []).flatMap(({ rows }) => rows.map(({ value }) => value)),
      ...(read.parts ?? []).map(({ total }) => total ?? 0),
    ];
    assert.deepEqual(
      numbers.filter((value) => !Number.isFinite(value)),
      [],
    );
    const named = [
      ...(read.series ?? []).map((point) => point.day),
      ...(read.breakdowns ?? []).flatMap((item) => item.day ?? []),
      ...[...(read.parts ?? []), ...(read.range ? [read.range] : [])].flatMap(({ since, until }) => [since, until]),
      ...(read.provisional ?? []),
      ...(read.strays ?? []),
    ];
    assert.deepEqual(
      named.filter((date) => !/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date))),
      [],
    );
    const texts = (read.breakdowns ?? []).flatMap(({ dimensions, rows }) => [
      ...dimensions,
      ...rows.flatMap(({ values }) => values),
    ]);
    assert.deepEqual(
      [...texts, read.derivation ?? '', read.reason ?? ''].filter((word) => typeof word !== 'string'),
      [],
    );
  }
});
