import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type Audience,
  errorCodes,
  InsightsError,
  type InsightsErrorCode,
  type Issue,
  isInsightsError,
  metricNames,
  readGraphError,
  toInsightsError,
  validateQuery,
  wireName,
} from '../../src/spec/index.js';
import { token } from './tokens.js';

const codes = Object.keys(errorCodes) as readonly InsightsErrorCode[];
const envelope = (code: unknown, subcode?: unknown, message = 'text of the server', more: object = {}): object => ({
  error: { message, type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'Trace_id-01', ...more },
});
const read = (...of: Parameters<typeof envelope>): InsightsError => readGraphError(envelope(...of)) as InsightsError;

describe('readGraphError', () => {
  type Row = readonly [
    code: number,
    subcode: number | undefined,
    expected: InsightsErrorCode,
    recoverable: boolean,
    audience: Audience,
  ];
  const rows: readonly Row[] = [
    [1, undefined, 'server-error', true, 'visitor'],
    [2, undefined, 'server-error', true, 'visitor'],
    [-1, undefined, 'server-error', true, 'visitor'],
    [-1, 2207086, 'server-error', true, 'visitor'],
    [3, undefined, 'no-permission', false, 'account owner'],
    [4, undefined, 'rate-limited', true, 'page author'],
    [10, undefined, 'no-permission', false, 'account owner'],
    [17, undefined, 'rate-limited', true, 'page author'],
    [32, undefined, 'rate-limited', true, 'page author'],
    [80001, undefined, 'rate-limited', true, 'page author'],
    [80002, undefined, 'rate-limited', true, 'page author'],
    [613, undefined, 'rate-limited', true, 'page author'],
    [613, 1996, 'rate-limited', true, 'page author'],
    [341, undefined, 'rate-limited', true, 'page author'],
    [368, undefined, 'blocked', false, 'account owner'],
    [100, undefined, 'rejected', false, 'page author'],
    [100, 33, 'not-found', false, 'page author'],
    [100, 2108006, 'rejected', false, 'page author'],
    [102, undefined, 'token-expired', false, 'account owner'],
    [190, undefined, 'token-expired', false, 'account owner'],
    [190, 458, 'token-expired', false, 'account owner'],
    [190, 459, 'blocked', false, 'account owner'],
    [190, 460, 'token-expired', false, 'account owner'],
    [190, 463, 'token-expired', false, 'account owner'],
    [190, 464, 'blocked', false, 'account owner'],
    [190, 467, 'token-expired', false, 'account owner'],
    [190, 492, 'no-permission', false, 'account owner'],
    [200, undefined, 'no-permission', false, 'account owner'],
    [299, undefined, 'no-permission', false, 'account owner'],
    [300, undefined, 'unknown', false, 'page author'],
    [2500, undefined, 'rejected', false, 'page author'],
    [3001, 1504028, 'rejected', false, 'page author'],
    [9009, undefined, 'not-found', false, 'page author'],
    [987654, undefined, 'unknown', false, 'page author'],
  ];
  for (const [code, subcode, expected, recoverable, audience] of rows) {
    it(`${code}${subcode === undefined ? '' : `/${subcode}`} is ${expected}`, () => {
      const error = read(code, subcode);
      assert.deepEqual([error.code, error.recoverable, error.audience], [expected, recoverable, audience]);
      assert.deepEqual(error.graph, { code, subcode, trace: 'Trace_id-01' });
    });
  }

  type Text = readonly [
    text: string,
    code: InsightsErrorCode,
    metrics?: readonly string[],
    allowed?: readonly string[],
  ];
  const texts: readonly Text[] = [
    // The list of v22, as recorded: what the registry has no record of (threads_likes, quotes) is left out.
    [
      '(#100) metric[0] must be one of the following values: reach, follower_count, website_clicks, profile_views, online_followers, accounts_engaged, total_interactions, likes, comments, shares, saves, replies, engaged_audience_demographics, reached_audience_demographics, follower_demographics, follows_and_unfollows, profile_links_taps, views, threads_likes, threads_replies, reposts, quotes, threads_followers, threads_follower_demographics, content_views, threads_views, threads_clicks, threads_reposts',
      'not-offered',
      [],
      metricNames
        .filter((name) => name !== 'impressions')
        .map(wireName)
        .toSorted(),
    ],
    ['(#100) metric[2] must be one of the following values: reach, saves', 'not-offered', [], ['reach', 'saves']],
    [
      '(#100) breakdown[0] must be one of the following values: country, city, age, gender, follow_type, media_product_type, contact_button_type',
      'not-offered',
    ],
    ['(#100) period must be one of the following values: day, week, views', 'not-offered'],
    ['(#100) Incompatible breakdowns (follow_type) for metric (views)', 'not-offered', ['views']],
    [
      '(#100) The following periods (week) are incompatible with the metric (online_followers)',
      'not-offered',
      ['online_followers'],
    ],
    [
      'Starting from version 22 and above, the impressions metric is no longer supported. Use the views metric instead.',
      'not-offered',
      ['impressions'],
    ],
    [
      '(#100) The following metrics (views,profile_views,total_interactions,likes) should be specified with parameter metric_type=total_value',
      'rejected',
      ['views', 'profile_views', 'total_interactions', 'likes'],
    ],
    [
      '(#100) The following metrics (saves, raech) should be specified with parameter metric_type=total_value',
      'rejected',
      ['saves'],
    ],
    [
      '(#100) The following metrics (constructor,__proto__) should be specified with parameter metric_type=total_value',
      'rejected',
    ],
    ['(#100) There cannot be more than 30 days (2592000 s) between since and until', 'rejected'],
    ['(#100) There cannot be more than 30 days (2592000 s) between since and until.', 'rejected'],
    ['(#100) since param is not valid. Metrics data is available for the last 2 years', 'rejected'],
    [
      '(#100) (follower_count) metric only supports querying data for the last 30 days excluding the current day',
      'rejected',
      ['follower_count'],
    ],
    ['An unknown error has occurred.', 'rejected'],
    ['(#100) Tried accessing nonexisting field (reach)', 'rejected'],
    ['API calls from the server require an appsecret_proof argument', 'misconfigured'],
    ['(#100) Invalid appsecret_proof provided in the API argument', 'misconfigured'],
    [
      "Unsupported get request. Object with ID 'views' does not exist, cannot be loaded due to missing permissions, or does not support this operation",
      'rejected',
    ],
  ];
  for (const [text, expected, metrics = [], allowed = []] of texts) {
    it(`100 "${text.slice(0, 60)}…" is ${expected}, and blames ${metrics.join() || 'none'}`, () => {
      const error = read(100, undefined, text);
      assert.deepEqual([error.code, error.metrics, error.allowedMetrics.toSorted()], [expected, metrics, allowed]);
      assert.deepEqual([error.recoverable, error.audience], [false, 'page author']);
      // Another code's text says nothing about a parameter.
      const other = read(2, undefined, text);
      assert.deepEqual([other.code, other.metrics, other.allowedMetrics], ['server-error', [], []]);
    });
  }

  it('blames none but metrics of the registry, whatever stands in the text', () => {
    const name = fc.oneof(fc.constantFrom<string>(...metricNames.map(wireName)), fc.string(), token);
    const shape = fc.constantFrom<(names: string) => string>(
      (names) => `(#100) The following metrics (${names}) should be specified with parameter metric_type=total_value`,
      (names) => `(#100) Incompatible breakdowns (x) for metric (${names})`,
      (names) => `(${names}) metric only supports querying data for the last 30 days`,
      (names) => `the ${names} metric is no longer supported`,
      (names) => `metric[0] must be one of the following values: ${names}`,
    );
    fc.assert(
      fc.property(fc.array(name), shape, (names, text) => {
        const error = read(100, undefined, text(names.join(',')), { error_data: { metrics: names } });
        const wanted = new Set<string>(metricNames.map(wireName));
        for (const metric of [...error.metrics, ...error.allowedMetrics]) assert.ok(wanted.has(metric), metric);
        for (const metric of names) assert.equal(error.metrics.includes(metric), wanted.has(metric));
      }),
    );
  });

  it('reads a text of any length: one read in more than linear time would not come back', () => {
    for (const part of ['the ', '(', 'metric (', 'a', '(a) metric', 'metric[0', 'the a']) {
      assert.deepEqual(read(100, undefined, part.repeat(1_000_000)).metrics, [], part);
    }
  });

  const statuses: readonly (readonly [number, InsightsErrorCode])[] = [
    [400, 'malformed-response'],
    [401, 'unauthorized'],
    [403, 'closed'],
    [404, 'malformed-response'],
    [429, 'rate-limited'],
    [500, 'server-error'],
    [502, 'server-error'],
    [503, 'server-error'],
  ];
  for (const [status, expected] of statuses) {
    it(`status ${status} without an envelope is ${expected}`, () => {
      for (const json of [undefined, null, '<html>', {}, { message: 'x' }, { error: 'x' }, { error: null }]) {
        const error = readGraphError(json, { status, retryAt: 5 }) as InsightsError;
        assert.deepEqual([error.code, error.status, error.retryAt, error.graph], [expected, status, 5, undefined]);
      }
      // An envelope is the API's shape, whatever it says.
      const within = expected === 'malformed-response' ? 'unknown' : expected;
      assert.equal(readGraphError(envelope(987654), { status })?.code, within);
      assert.equal(readGraphError(envelope(undefined), { status })?.code, within);
    });
  }

  it('lets the code of the Graph go before the status', () => {
    assert.equal(readGraphError(envelope(190), { status: 502 })?.code, 'token-expired');
    assert.equal(readGraphError(envelope(4), { status: 403 })?.code, 'rate-limited');
  });

  it('hears that what it does not know will pass', () => {
    assert.equal(read(987654, undefined, 'x', { is_transient: true }).code, 'server-error');
    assert.equal(read(987654, undefined, 'x', { is_transient: false }).code, 'unknown');
    assert.equal(read(190, undefined, 'x', { is_transient: true }).code, 'token-expired');
  });

  it('is undefined for what is no error', () => {
    for (const json of [undefined, null, 7, [], {}, { data: [] }, { error: 7 }, { error: undefined }]) {
      assert.equal(readGraphError(json), undefined);
      assert.equal(readGraphError(json, { status: 200 }), undefined);
    }
  });

  it('takes an envelope for one, whatever else in it is wrong', () => {
    assert.equal(readGraphError({ error: {} })?.code, 'unknown');
    assert.equal(
      readGraphError({ error: { code: 190, message: null, error_subcode: 'x', fbtrace_id: 7 } })?.code,
      'token-expired',
    );
    assert.equal(readGraphError({ error: { code: '190' } })?.code, 'unknown');
  });

  describe('of our backend', () => {
    const issues = validateQuery({ metric: 'reech', period: 'week' }, { now: 0 });
    const ours = (data: unknown, code = 100): InsightsError => read(code, undefined, 'x', { error_data: data });

    it('brings the issues of a refused question', () => {
      assert.equal(issues.length, 2);
      const error = ours({ code: 'invalid-query', issues });
      assert.deepEqual([error.code, error.issues], ['invalid-query', issues]);
      assert.deepEqual(ours({ issues }).code, 'invalid-query');
    });

    it('names the metrics that the API blames, and those that it takes', () => {
      const error = ours({ code: 'not-offered', metrics: ['saves', 'raech', 7, null], allowed_metrics: ['likes', {}] });
      assert.deepEqual([error.code, error.metrics, error.allowedMetrics], ['not-offered', ['saves'], ['likes']]);
      for (const useless of [undefined, null, 7, 'raech', {}, { 0: 'saves' }, [['saves']], [{ toString: 'saves' }]]) {
        const none = ours({ code: 'rejected', metrics: useless, allowed_metrics: useless });
        assert.deepEqual([none.code, none.metrics, none.allowedMetrics], ['rejected', [], []]);
      }
    });

    it('names its code', () => {
      assert.equal(ours({ code: 'closed' }).code, 'closed');
      assert.equal(ours({ code: 'unauthorized', issues: [] }).code, 'unauthorized');
    });

    const useless: readonly unknown[] = [
      undefined,
      null,
      'x',
      [],
      {},
      { code: 7 },
      { code: 'toString' },
      { code: '__proto__' },
      { issues: 'x' },
      { issues: [] },
      { issues: [7] },
      { issues: [{ ...issues[0], severity: 'fatal' }] },
      { issues: [{ ...issues[0], allowed: [7] }] },
      { issues: [{ ...issues[0], message: 'x'.repeat(5000) }] },
    ];
    for (const data of useless) {
      it(`is the Graph's error where error_data is ${JSON.stringify(data)?.slice(0, 60)}`, () => {
        const error = ours(data, 190);
        assert.deepEqual([error.code, error.issues], ['token-expired', []]);
      });
    }

    it('brings an issue without its phrase where that could not be shown, or holds a token', () => {
      const [{ phrase: _, ...plain }] = issues as [Issue];
      const said = (phrase: unknown): readonly Issue[] => ours({ issues: [{ ...plain, phrase }] }).issues;
      const phrase = { id: 'notOffered', args: [['reach'], 'period', 7] };
      assert.deepEqual(said({ ...phrase, more: 1 }), [{ ...plain, phrase }]);
      for (const strange of [
        undefined,
        7,
        {},
        { id: 7, args: [] },
        { id: 'x' },
        { id: 'x', args: [{}] },
        { id: 'x', args: [[[]]] },
      ])
        assert.deepEqual(said(strange), [plain], JSON.stringify(strange));
      fc.assert(
        fc.property(token, (secret) => {
          for (const args of [[secret], [['reach', `x ${secret}`]]]) assert.deepEqual(said({ id: 'x', args }), [plain]);
          assert.deepEqual(said({ id: secret, args: [] }), [plain]);
        }),
      );
    });

    it('keeps its code where its issues are useless', () => {
      assert.equal(ours({ code: 'closed', issues: 7 }).code, 'closed');
    });

    it('is not believed where its issues hold a token', () => {
      fc.assert(
        fc.property(
          token,
          fc.constantFrom<keyof Issue>('message', 'value', 'suggestion', 'attribute'),
          (secret, field) => {
            const error = ours({ issues: [{ ...issues[0], [field]: `x ${secret}` }] });
            assert.deepEqual([error.code, error.issues], ['rejected', []]);
          },
        ),
      );
    });
  });

  it('never repeats a word of the server', () => {
    fc.assert(
      fc.property(token, fc.constantFrom(...rows), (secret, [code, subcode]) => {
        const error = read(code, subcode, `Malformed access token ${secret}`, {
          type: secret,
          error_user_title: secret,
          error_user_msg: secret,
          fbtrace_id: secret,
          error_data: { blame: secret, code: secret },
          [secret]: secret,
        });
        const said = [
          error.message,
          error.stack,
          JSON.stringify(error),
          JSON.stringify(error.graph),
          String(error.cause),
        ];
        assert.ok(!said.join(' ').includes(secret.slice(0, 12)));
        assert.equal(error.message, errorCodes[error.code].message);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (inside, outside) => {
        readGraphError({ error: inside });
        readGraphError({ error: { code: 100, error_data: inside } });
        readGraphError({ error: { code: 100, error_data: { metrics: inside, allowed_metrics: [inside, outside] } } });
        readGraphError(outside, { status: 500 });
      }),
    );
  });
});

describe('InsightsError', () => {
  for (const code of codes) {
    it(`${code} says what happened, what to do and who can do it`, () => {
      const error = new InsightsError(code);
      assert.match(error.message, /^[A-Z].{40,}\.$/);
      assert.deepEqual([error.recoverable, error.audience], [errorCodes[code].recoverable, errorCodes[code].audience]);
      assert.ok(error instanceof Error);
      assert.equal(String(error), `InsightsError: ${error.message}`);
      assert.deepEqual([error.issues, error.metrics, error.allowedMetrics], [[], [], []]);
      assert.match(error.docs, new RegExp(`^https://\\S+/docs/errors\\.md#${code}$`));
    });
  }

  it('puts the detail first', () => {
    const error = new InsightsError('network', { detail: 'Nothing was heard.', retryAt: 7, status: 0, path: 'data' });
    assert.equal(error.message, `Nothing was heard. ${errorCodes.network.message}`);
    assert.deepEqual([error.retryAt, error.status, error.path], [7, 0, 'data']);
  });
});

describe('isInsightsError', () => {
  it('knows its own, and those of another copy of the library', async () => {
    const copy: typeof import('../../src/spec/errors.js') = await import(
      `../../src/spec/errors.js?copy=${codes.length}`
    );
    const theirs = new copy.InsightsError('network');
    assert.ok(!(theirs instanceof InsightsError));
    assert.ok(isInsightsError(theirs));
    assert.ok(isInsightsError(new InsightsError('network')));
  });

  for (const value of [
    undefined,
    null,
    0,
    '',
    'network',
    {},
    [],
    new Error('network'),
    { name: 'InsightsError', code: 'network' },
  ]) {
    it(`${JSON.stringify(value)} is none`, () => assert.equal(isInsightsError(value), false));
  }
});

describe('toInsightsError', () => {
  it('leaves an InsightsError as it is', () => {
    const error = new InsightsError('network');
    assert.equal(toInsightsError(error), error);
  });

  it('keeps anything else as the cause', () => {
    for (const thrown of [new TypeError('x'), 'x', undefined]) {
      const error = toInsightsError(thrown);
      assert.deepEqual([error.code, error.cause], ['unknown', thrown]);
      assert.equal(error.message, errorCodes.unknown.message);
    }
  });
});
