import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { type Account, type Accounts, baseUrlOf, createAccountLookup } from '../../src/server/accounts.js';
import { createBackend, createFakeGraph, reach, token, total } from './fake-graph.js';

const acme: Account = { id: '1', accessToken: token };

describe('createAccountLookup', () => {
  it('asks a function once for all who want the same account at the same time', async () => {
    const asked: string[] = [];
    const find = createAccountLookup(async (alias) => {
      asked.push(alias);
      return { ...acme, id: String(asked.length) };
    });
    const [one, other, third] = await Promise.all([find('acme'), find('acme'), find('globex')]);
    assert.deepEqual([one?.id, other?.id, third?.id], ['1', '1', '2']);
    assert.equal((await find('acme'))?.id, '3', 'nothing is kept: a database may have changed');
    assert.deepEqual(asked, ['acme', 'globex', 'acme']);
  });

  it('a look-up that failed is made again', async () => {
    let calls = 0;
    const find = createAccountLookup(() => {
      calls += 1;
      if (calls === 1) throw new Error(`no database for ${token}`);
      return acme;
    });
    await assert.rejects(find('acme'));
    assert.deepEqual(await find('acme'), acme);
  });

  it('gives a function five seconds', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      let calls = 0;
      const find = createAccountLookup(() => {
        calls += 1;
        return calls === 1 ? new Promise<Account>(() => {}) : acme;
      });
      const hanging = find('acme');
      mock.timers.tick(4999);
      const joined = find('acme');
      mock.timers.tick(1);
      await assert.rejects(hanging, /"acme" was not found within 5 seconds/);
      await assert.rejects(joined, /"acme" was not found within 5 seconds/);
      assert.deepEqual(await find('acme'), acme);
    } finally {
      mock.timers.reset();
    }
  });

  const wrong: [name: string, account: object, words: RegExp][] = [
    // Two accounts of that id would be given each other's answers.
    ['the id "me"', { id: 'me' }, /id of "acme" cannot be used.*not "me"/],
    ['another host', { host: 'graph.evil.example' }, /host of "acme" cannot be used/],
    ['a host with a port', { host: 'graph.facebook.com:8443' }, /host of "acme" cannot be used/],
    ['an address for a host', { host: 'https://graph.facebook.com' }, /host of "acme" cannot be used/],
    ['a date for milliseconds', { expiresAt: '2026-04-01' }, /expiresAt of "acme" cannot be used/],
    ['milliseconds before there were any', { expiresAt: -1 }, /expiresAt of "acme" cannot be used/],
  ];
  for (const [name, more, words] of wrong) {
    it(`takes no account with ${name}`, async () => {
      const accounts = { acme: { ...acme, ...more } } as Accounts;
      assert.throws(() => createAccountLookup(accounts), words);
      await assert.rejects(createAccountLookup(() => ({ ...acme, ...more }))('acme'), words);
    });
  }
});

describe('baseUrlOf', () => {
  it("is the account's own host, or the backend's", () => {
    assert.equal(baseUrlOf(acme, 'http://127.0.0.1:9'), 'http://127.0.0.1:9');
    assert.equal(baseUrlOf({ ...acme, host: 'graph.instagram.com' }, 'x'), 'https://graph.instagram.com');
  });

  it('sends each account to the host of its login, and the token in the way of that host', async () => {
    const graph = createFakeGraph(total);
    const { ask } = createBackend(graph, {
      accounts: {
        default: acme,
        ig: { ...acme, id: '2', host: 'graph.instagram.com' },
        fb: { ...acme, host: 'graph.facebook.com' },
      },
      graph: { baseUrl: 'https://graph.instagram.com', version: 'v25.0', fetch: graph.fetch },
    });
    for (const alias of ['default', 'ig', 'fb']) assert.equal((await ask(reach.replace('default', alias))).status, 200);
    assert.deepEqual(
      graph.requests.map(({ url, headers }) => [
        url.hostname,
        url.searchParams.has('access_token'),
        headers.has('Authorization'),
      ]),
      [
        ['graph.instagram.com', true, false],
        ['graph.instagram.com', true, false],
        ['graph.facebook.com', false, true],
      ],
    );
  });
});
