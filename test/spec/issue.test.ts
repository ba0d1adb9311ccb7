import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  breakdowns,
  closest,
  looksLikeSecret,
  looksLikeToken,
  maskSecret,
  metricNames,
  metricTypes,
  periods,
  rangeNames,
  timeframes,
} from '../../src/spec/index.js';
import { type IssuePhrase, type IssuePhrases, issuePhrases, issueText } from '../../src/spec/issue-phrases.js';
import { issue, notShown, unknownValue, worded } from '../../src/spec/issue-words.js';
import { token } from './tokens.js';

const lists = {
  metric: metricNames,
  period: periods,
  timeframe: timeframes,
  breakdown: breakdowns,
  type: metricTypes,
  range: rangeNames,
};

describe('closest', () => {
  const cases: readonly (readonly [keyof typeof lists, string, string | undefined])[] = [
    // Slips of the keyboard, of case and of punctuation.
    ['metric', 'reech', 'reach'],
    ['metric', 'Reach', 'reach'],
    ['metric', ' REACH ', 'reach'],
    ['metric', 'reached', 'reach'],
    ['metric', 'impression', 'impressions'],
    ['metric', 'like', 'likes'],
    ['metric', 'save', 'saved'],
    ['metric', 'followerCount', 'follower_count'],
    ['metric', 'profile-views', 'profile_views'],
    ['metric', 'follower demographic', 'follower_demographics'],
    ['period', 'days', 'day'],
    ['period', 'life_time', 'lifetime'],
    ['breakdown', 'ages', 'age'],
    ['breakdown', 'countries', 'country'],
    ['type', 'timeseries', 'time_series'],
    ['type', 'time-series', 'time_series'],
    ['range', 'last28days', 'last_28_days'],
    ['range', 'last-7-day', 'last_7_days'],
    ['timeframe', 'previous_month', 'prev_month'],
    // A part, or more than the whole, of one name only.
    ['metric', 'story_replies', 'replies'],
    ['metric', 'likes_count', 'likes'],
    ['metric', 'clicks', 'website_clicks'],
    ['metric', 'unfollows', 'follows_and_unfollows'],
    ['metric', 'interactions', 'total_interactions'],
    ['breakdown', 'media', 'media_product_type'],
    ['type', 'total', 'total_value'],
    ['type', 'series', 'time_series'],
    ['range', '28_days', 'last_28_days'],
    // Of several names: nobody knows which.
    ['metric', 'follower', undefined],
    ['metric', 'followers', undefined],
    ['metric', 'demographics', undefined],
    ['metric', 'audience', undefined],
    ['metric', 'profile', undefined],
    ['breakdown', 'type', undefined],
    ['breakdown', 'age_gender', undefined],
    ['range', 'last', undefined],
    // No slip of anything.
    ['metric', 'engagement', undefined],
    ['metric', 'sentiment', undefined],
    ['metric', 'revenue', undefined],
    ['metric', 'x', undefined],
    ['metric', '', undefined],
    ['period', 'week', undefined],
    ['period', 'days_28', undefined],
    ['breakdown', 'sex', undefined],
    ['breakdown', 'locale', undefined],
    // A number is no slip for another.
    ['range', 'last_60_days', undefined],
    ['range', 'last_365_days', undefined],
    ['timeframe', 'last_7_days', undefined],
  ];
  for (const [list, text, expected] of cases) {
    it(`${list} "${text}" -> ${expected}`, () => assert.equal(closest(text, lists[list]), expected));
  }

  it('knows every name by itself, and by one letter too many', () => {
    for (const list of Object.values(lists)) {
      for (const name of list) {
        assert.equal(closest(name, list), name);
        assert.equal(closest(`${name}x`, list), name);
        assert.equal(closest(name.toUpperCase(), list), name);
      }
    }
  });

  it('never suggests what is not allowed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom(...Object.values(lists)), (text, list) => {
        const suggestion = closest(text, list);
        assert.ok(suggestion === undefined || (list as readonly string[]).includes(suggestion));
        assert.equal(closest(text, []), undefined);
      }),
    );
  });
});

describe('looksLikeSecret', () => {
  const secrets: readonly string[] = [
    'https://graph.facebook.com/me?access_token=abc',
    'access_token%3Dabc',
    'client_secret: abc',
    'Bearer abcdefgh12345',
    '123456789012345|abcdefghijklmnopqrstuvwxyz1',
    '123456789012345%7Cabcdefghijklmnopqrstuvwxyz1',
    `0123456789abcdef${'0123456789abcdef'.repeat(2)}`,
  ];
  for (const text of secrets) it(`${text.slice(0, 40)} is one`, () => assert.equal(looksLikeSecret(text), true));

  it('knows tokens of every kind, alone and within other text', () => {
    fc.assert(
      fc.property(token, fc.string({ maxLength: 20 }), (secret, before) => {
        assert.ok(looksLikeSecret(secret));
        assert.ok(looksLikeSecret(`${before} ${secret}&x`));
      }),
    );
  });

  const harmless: readonly string[] = [
    '',
    ...metricNames,
    ...timeframes,
    metricNames.join(','),
    '2024-01-31',
    '1704096000',
    'https://insights-backend-git-main-acme-agency-team2.vercel.app/insights',
    'client-of-the-berlin-office-no-4711-autumn-campaign',
    'https://example.com/insights',
    '/insights/default',
    'EAA',
    'my-account_2',
    'a token',
    'x'.repeat(1000),
    '7'.repeat(1000),
  ];
  for (const text of harmless) it(`"${text.slice(0, 40)}" is none`, () => assert.equal(looksLikeSecret(text), false));

  it('takes no longer than a text is long', () => {
    // Each of these took seconds with an expression that tries again at every character.
    const before = process.cpuUsage();
    for (const part of ['a', '1', 'eyJ', 'access_token ', 'bearer ', 'EAA', 'a1-']) {
      looksLikeSecret(part.repeat(100_000));
    }
    assert.ok(process.cpuUsage(before).user < 2e6);
  });
});

describe('looksLikeToken', () => {
  it('knows tokens by their shape only', () => {
    fc.assert(fc.property(token, (secret) => assert.ok(looksLikeToken(secret))));
    assert.equal(looksLikeToken(`card-${'0123456789abcdef'.repeat(3)}`), false);
  });
});

describe('maskSecret', () => {
  it('keeps what is harmless, and cuts what is long', () => {
    assert.equal(maskSecret('reach'), 'reach');
    assert.equal(maskSecret('x'.repeat(80)), 'x'.repeat(80));
    assert.equal(maskSecret('x'.repeat(81)), `${'x'.repeat(79)}…`);
  });

  it('leaves nothing of a token, even where it is far back', () => {
    fc.assert(
      fc.property(token, fc.nat(200), (secret, before) => {
        assert.equal(maskSecret(' '.repeat(before) + secret), '(hidden: looks like an access token)');
      }),
    );
  });
});

describe('issuePhrases', () => {
  /** Something for each place of a phrase, so that what each makes of it can be read. */
  const fill: Readonly<Record<string, readonly unknown[]>> = {
    notOffered: [['reach', 'likes'], 'breakdown', 'age'],
    nothingShared: [['reach', 'likes']],
    takesTimeframe: [['reach'], 'since'],
    dayless: [['reach']],
    retired: ['impressions', 'v22.0', '2025-01-21', '2025-04-21', ['views', 'reach']],
    retiredValue: ['reach', 'timeframe', 'x', 'v20.0', '2024-05-21', '2024-08-19', []],
    added: ['views', '2025-01-21', []],
    tooManyMetrics: [8],
  };
  const ids = Object.keys(issuePhrases) as (keyof IssuePhrases)[];
  const phraseOf = (id: keyof IssuePhrases): IssuePhrase =>
    ({ id, args: fill[id] ?? ['one', 'two', 'three'].slice(0, issuePhrases[id].length) }) as unknown as IssuePhrase;

  for (const id of ids) {
    it(`${id}: one sentence on what is wrong, at most two on what to do, and all that it is given`, () => {
      const phrase = phraseOf(id);
      const [problem, advice = ''] = issueText(issuePhrases, phrase) ?? [''];
      assert.match(problem, /^\S.*[^ .][.?]$/);
      assert.ok(advice === '' || /^[A-Z].*\.$/.test(advice), advice);
      assert.ok(advice.split(/(?<=[.?]) /).length <= 2, advice);
      for (const given of phrase.args.flat()) assert.ok(`${problem} ${advice}`.includes(String(given)), String(given));
    });
  }

  it('an issue says its phrase, then what was meant and what is allowed where the phrase does not', () => {
    const told = [
      issue('malformed', 'since', 'x', { id: 'noDay', args: ['since'] }),
      unknownValue('breakdown', 'ages', ['age', 'city']),
      unknownValue('timeframe', 'ages', []),
      notShown('likes,reach', 'notForCard', ['likes']),
      notShown('online_followers', 'notForCard', ['likes']),
      worded('out-of-range', 'until', 'x', { id: 'untilToCome', args: ['2024-05-06'] }),
    ];
    assert.deepEqual(
      told.map(({ message }) => message),
      [
        'since takes a day. Write it as 2026-03-31.',
        '"ages" is not a breakdown. Did you mean "age"? Allowed: age, city.',
        '"ages" is not a timeframe. Remove timeframe.',
        'One element shows one metric. Use an element for each.',
        'No element shows online_followers. Ask for it in a script, with client.get().',
        'until is after today (2024-05-06 at Instagram): the days to come are left out.',
      ],
    );
    assert.deepEqual(JSON.parse(JSON.stringify(told)), told);
  });

  const strange: readonly (readonly [string, unknown, readonly unknown[]])[] = [
    ['no name of a phrase', 'sentiment', []],
    ['a name that every object has', 'toString', []],
    ['less than stands in it', 'unknownValue', ['x']],
    ['a text where a list stands', 'notOffered', ['reach', 'breakdown', 'age']],
  ];
  for (const [name, id, args] of strange) {
    it(`has nothing to say of ${name}`, () => {
      assert.equal(issueText(issuePhrases, { id, args } as unknown as IssuePhrase), undefined);
    });
  }

  it('holds no token, wherever one was given', () => {
    fc.assert(
      fc.property(token, fc.constantFrom(...ids), fc.constantFrom('', 'reach,', 'x '), (secret, id, before) => {
        const text = before + secret;
        const { args } = phraseOf(id);
        const filled = args.map((given) => (Array.isArray(given) ? [text, ...given] : text));
        const phrase = { id, args: filled } as unknown as IssuePhrase;
        for (const made of [worded('unknown', 'metric', text, phrase), worded('unknown', 'metric', 'reach', phrase)])
          assert.ok(!JSON.stringify(made).includes(secret.slice(0, 12)));
        assert.equal(issue('unknown', 'metric', text, phrase).code, 'secret');
      }),
    );
  });
});
