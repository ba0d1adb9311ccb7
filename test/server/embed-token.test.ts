import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import {
  createEmbedTokenAccess,
  createEmbedTokenReader,
  type EmbedClaims,
  type EmbedKey,
  issueEmbedToken,
} from '../../src/server/index.js';
import { createBackend, createFakeGraph, errorOf, now, reach, token, total, whole } from './fake-graph.js';

const march: EmbedKey = { id: '2026-03', secret: 'march-secret-march-secret-march-secret' };
const february: EmbedKey = { id: '2026-02', secret: 'february-secret-february-secret-febr' };
const keys = [march, february];
const clock = () => now;

const issue = (claims: Partial<EmbedClaims> = {}, options: object = {}): Promise<string> =>
  issueEmbedToken({ account: 'default', metrics: ['reach'], ...claims }, { keys, now: clock, ...options });
const read = (text: string, at = now, set = keys) => createEmbedTokenReader(set, () => at)(text);

/** A token of somebody's making, with one thing about it changed. */
async function forged(change: {
  header?: object;
  claims?: object;
  secret?: string;
  seconds?: number;
  audience?: string;
}): Promise<string> {
  const seconds = now / 1000;
  return new SignJWT({ metrics: 'all', ...change.claims })
    .setProtectedHeader({ alg: 'HS256', typ: 'insights-embed+jwt', kid: march.id, ...change.header })
    .setSubject('default')
    .setAudience(change.audience ?? 'insights-elements')
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + (change.seconds ?? 600))
    .setJti('1')
    .sign(new TextEncoder().encode(change.secret ?? march.secret));
}

describe('issueEmbedToken', () => {
  it('makes a token that says what it opens, for ten minutes, and is another one each time', async () => {
    const [one, two] = await Promise.all([issue({ maxRangeDays: 28 }), issue({ maxRangeDays: 28 })]);
    assert.notEqual(one, two);
    const { id, ...grant } = (await read(one)) ?? assert.fail('not believed');
    assert.match(id, /^[\da-f-]{36}$/);
    assert.deepEqual(grant, { account: 'default', metrics: ['reach'], maxRangeDays: 28 });
    assert.ok(await read(one, now + 599_000));
    assert.equal(await read(one, now + 700_000), undefined);
  });

  it('takes a metric by the name on the wire too', async () => {
    assert.deepEqual((await read(await issue({ metrics: ['saves'] })))?.metrics, ['saved']);
  });

  const wrong: readonly [string, Partial<Record<keyof EmbedClaims, unknown>>, object, RegExp][] = [
    ['metrics that are not said', { metrics: undefined }, {}, /'all'/],
    ['no metrics', { metrics: [] }, {}, /'all'/],
    ['a metric that there is not', { metrics: ['reech'] }, {}, /metrics is a list/],
    ['an alias that is none', { account: 'a/b' }, {}, /account is the alias/],
    ['no days', { maxRangeDays: 0 }, {}, /maxRangeDays/],
    ['half a day', { lookbackDays: 1.5 }, {}, /lookbackDays/],
    ['an origin with a path', { origins: ['https://a.example/x'] }, {}, /origins/],
    [
      'a limit that is misspelt, and would be none',
      { max_range_days: 28 } as object,
      {},
      /a claim is one of account, metrics/,
    ],
    ['more than an hour', {}, { expiresIn: 3601 }, /1 to 3600/],
    ['no time at all', {}, { expiresIn: 0 }, /1 to 3600/],
    ['no keys', {}, { keys: [] }, /keys is empty/],
    [
      'keys of a variable that is not set',
      {},
      { keys: [{ id: '', secret: '' }] },
      /has 1 to 64 .*Where they are read .*environment/,
    ],
    ['a short secret', {}, { keys: [{ id: 'a', secret: 'short' }] }, /fewer than 32/],
    ['two keys of one id', {}, { keys: [march, { ...february, id: march.id }] }, /same id/],
  ];
  for (const [name, claims, options, words] of wrong) {
    it(`refuses ${name}, and quotes no secret`, async () => {
      await assert.rejects(issue(claims as Partial<EmbedClaims>, options), (error: Error) => {
        assert.ok(error instanceof TypeError);
        assert.match(error.message, words);
        assert.doesNotMatch(error.message, /short|secret-/);
        return true;
      });
    });
  }
});

describe('createEmbedTokenReader', () => {
  it('believes every key of the set, and none that has left it', async () => {
    const old = await issue({}, { keys: [february] });
    assert.ok(await read(old));
    assert.equal(await read(old, now, [march]), undefined);
  });

  const forgeries: readonly [string, Parameters<typeof forged>[0]][] = [
    ['another type', { header: { typ: 'JWT' } }],
    ['another algorithm', { header: { alg: 'HS512' }, secret: march.secret.repeat(2) }],
    ['another audience', { audience: 'something-else' }],
    ['another secret', { secret: 'x'.repeat(40) }],
    ['a key that is not in the set', { header: { kid: 'other' } }],
    ['no key', { header: { kid: undefined } }],
    ['more than an hour to live', { seconds: 7200 }],
    ['claims without metrics', { claims: { metrics: undefined } }],
    ['claims of another shape', { claims: { maxRangeDays: '28' } }],
  ];
  it('believes what the forgeries below are made from', async () => {
    assert.ok(await read(await forged({})));
  });
  for (const [name, change] of forgeries) {
    it(`does not believe a token with ${name}`, async () => {
      assert.equal(await read(await forged(change)), undefined);
    });
  }

  it('does not believe one that nobody has signed', async () => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [, body] = (await forged({})).split('.');
    const head = { alg: 'none', typ: 'insights-embed+jwt', kid: march.id };
    assert.equal(await read(`${part(head)}.${body}.`), undefined);
  });

  it('stands two clocks that are half a minute apart, and not two minutes', async () => {
    const text = await issue();
    assert.ok(await read(text, now - 29_000));
    assert.equal(await read(text, now - 120_000), undefined);
    assert.ok(await read(text, now + 629_000));
  });

  it('never throws, whatever it is given', async () => {
    const good = await issue();
    const cut = fc.nat(good.length).map((at) => good.slice(0, at) + good.slice(at + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), cut, fc.constant('.'.repeat(9000))), async (text) => {
        assert.ok(text === good || (await read(text)) === undefined);
      }),
      { numRuns: 200 },
    );
  });
});

describe('createEmbedTokenAccess', () => {
  const graph = () => createFakeGraph(total);
  const backend = (upstream = graph(), perMinute?: number) =>
    createBackend(upstream, {
      access: createEmbedTokenAccess({ keys, now: clock, perMinute }),
      accounts: Object.fromEntries(['default', 'other'].map((alias) => [alias, { id: '178414', accessToken: token }])),
    });
  const bearer = (text: string, more: object = {}): RequestInit => ({
    headers: { Authorization: `Bearer ${text}`, ...more },
  });

  it('answers who has a token, privately', async () => {
    const response = await backend().ask(reach, bearer(await issue()));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('Cache-Control'), 'private, no-cache');
    assert.equal(response.headers.get('Vary'), 'Authorization, Origin');
  });

  for (const [name, headers] of [
    ['no token', {}],
    ['a token that is none', { Authorization: 'Bearer nonsense' }],
    ['a token of the Graph API', { Authorization: `Bearer ${token}` }],
    ['another scheme', { Authorization: 'Basic eDp5' }],
  ] as const) {
    it(`answers 401 to ${name}, and asks nobody`, async () => {
      const upstream = graph();
      const response = await backend(upstream).ask(reach, { headers });
      assert.equal(response.status, 401);
      assert.equal((await errorOf(response)).error_data.code, 'unauthorized');
      assert.equal(upstream.requests.length, 0);
    });
  }

  it('does not read a token from the address', async () => {
    const response = await backend().ask(`${reach}&access_token=${await issue()}`);
    assert.equal(response.status, 401);
  });

  it('answers another account as one that there is not', async () => {
    const init = bearer(await issue({ metrics: 'all' }));
    const answers = await Promise.all(
      ['other', 'nobody'].map((name) => backend().ask(`/${name}${reach.slice(8)}`, init)),
    );
    const [other, nobody] = await Promise.all(answers.map(whole));
    assert.equal(answers[0]?.status, 404);
    assert.equal(other, nobody);
  });

  it('answers 403 for metrics that the token does not open, and names them', async () => {
    const path = '/default/insights?metric=saved,reach,likes&metric_type=total_value';
    const response = await backend().ask(path, bearer(await issue()));
    assert.equal(response.status, 403);
    const { error_data: data } = await errorOf(response);
    assert.deepEqual([data.code, data.metrics], ['closed', ['likes', 'saves']]);
  });

  const days: readonly [claims: Partial<EmbedClaims>, query: string, status: number][] = [
    [{}, 'since=2026-01-01&until=2026-01-30', 200],
    [{ maxRangeDays: 28 }, 'since=2026-02-01&until=2026-02-28', 200],
    [{ maxRangeDays: 27 }, 'since=2026-02-01&until=2026-02-28', 403],
    [{ maxRangeDays: 27 }, 'range=last_28_days', 403],
    // Without days Instagram has answered for two.
    [{ maxRangeDays: 1 }, '', 403],
    [{ maxRangeDays: 2, lookbackDays: 2 }, '', 200],
    [{ lookbackDays: 1 }, '', 403],
    [{ lookbackDays: 28 }, 'range=last_28_days', 200],
    [{ lookbackDays: 27 }, 'range=last_28_days', 403],
    [{ lookbackDays: 7 }, 'since=2026-03-01&until=2026-03-02', 403],
  ];
  for (const [claims, query, status] of days) {
    it(`${JSON.stringify(claims)} answers ${status} to ${query || 'no days'}`, async () => {
      assert.equal((await backend().ask(`${reach}&${query}`, bearer(await issue(claims)))).status, status);
    });
  }

  it('counts a timeframe as days', async () => {
    const people = '/default/insights?metric=follower_demographics&breakdown=age&timeframe=last_90_days';
    const claims = { metrics: 'all', maxRangeDays: 30 } as const;
    assert.equal((await backend().ask(people, bearer(await issue(claims)))).status, 403);
    const month = people.replace('last_90_days', 'this_month');
    assert.equal((await backend().ask(month, bearer(await issue(claims)))).status, 200);
  });

  it('opens who the account is with any token of it', async () => {
    const upstream = createFakeGraph({ username: 'acme' });
    const response = await backend(upstream).ask('/default', bearer(await issue({ maxRangeDays: 1 })));
    assert.equal(response.status, 200);
  });

  it('keeps to the origins of a token', async () => {
    const text = await issue({ origins: ['https://a.example', 'http://backend.test'] });
    const status = async (origin?: string) =>
      (await backend().ask(reach, bearer(text, origin ? { Origin: origin } : {}))).status;
    assert.deepEqual(
      [await status('https://a.example'), await status('https://b.example'), await status()],
      [200, 403, 200],
    );
  });

  it('answers 429 to one token that asks too often, and goes on with another', async () => {
    const { ask } = backend(graph(), 2);
    const [one, two] = [bearer(await issue()), bearer(await issue())];
    const statuses = [];
    for (const init of [one, one, one, two]) statuses.push((await ask(reach, init)).status);
    assert.deepEqual(statuses, [200, 200, 429, 200]);
    const refused = await ask(reach, one);
    assert.equal(refused.headers.get('Retry-After'), '30');
  });
});
