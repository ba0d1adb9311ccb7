import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Fetch } from '../../src/client/transports/http.js';
import type { Account } from '../../src/server/accounts.js';
import type { LogEntry, RenewalEntry } from '../../src/server/index.js';
import { createTokenRenewal, type RenewedToken, type SaveToken } from '../../src/server/token-renewal.js';
import { createBackend, graphError, reach, now as start, token, total } from './fake-graph.js';

const day = 86_400_000;
const fresh = 'IGAARenewedRenewedRenewed0123456789';
const renewedJson = { access_token: fresh, token_type: 'bearer', expires_in: 60 * 86_400 };
const account: Account = {
  id: '17841400000000001',
  accessToken: token,
  host: 'graph.instagram.com',
  expiresAt: start + 9 * day,
};

interface Bench {
  readonly renewal: ReturnType<typeof createTokenRenewal>;
  readonly asked: URL[];
  readonly saved: [alias: string, token: RenewedToken][];
  readonly log: LogEntry[];
  /** The clock, and what Instagram answers. */
  readonly set: { now: number; answer: unknown; status: number; isSavable: boolean };
}

function createBench({
  baseUrl = 'https://graph.facebook.com',
  answer = renewedJson,
  status = 200,
}: {
  baseUrl?: string;
  answer?: unknown;
  status?: number;
} = {}): Bench {
  const [asked, saved, log]: [URL[], Bench['saved'], LogEntry[]] = [[], [], []];
  const set = { now: start, answer, status, isSavable: true };
  const fetch: Fetch = async (url, init) => {
    asked.push(new URL(url));
    assert.equal(init?.redirect, 'manual');
    if (set.answer instanceof Error) throw set.answer;
    return Response.json(set.answer, { status: set.status });
  };
  const saveToken: SaveToken = async (alias, renewed) => {
    if (!set.isSavable) throw new Error(`cannot write ${renewed.accessToken}`);
    saved.push([alias, renewed]);
  };
  const renewal = createTokenRenewal({
    graph: { baseUrl, fetch },
    saveToken,
    log: (entry) => log.push(entry),
    now: () => set.now,
  });
  return { renewal, asked, saved, log, set };
}

describe('createTokenRenewal', () => {
  it('renews in the background, saves, and uses the new token while the record still gives the old one', async () => {
    const { renewal, asked, saved, log } = createBench();
    assert.equal(renewal.current('acme', account), account, 'the request under way does not wait');
    await renewal.settled();
    const [url] = asked as [URL];
    assert.equal(url.origin + url.pathname, 'https://graph.instagram.com/refresh_access_token');
    assert.deepEqual(Object.fromEntries(url.searchParams), { grant_type: 'ig_refresh_token', access_token: token });
    const renewed = { accessToken: fresh, expiresAt: start + 60 * day };
    assert.deepEqual(saved, [['acme', renewed]]);
    assert.deepEqual(renewal.current('acme', account), { ...account, ...renewed });
    assert.equal(renewal.current('acme', account), renewal.current('acme', account));
    assert.deepEqual(renewal.current('acme', { ...account, accessToken: fresh }), { ...account, ...renewed });
    assert.deepEqual(log, [{ event: 'renewal', ms: 0, account: 'acme' }]);
    assert.equal(asked.length, 1);
  });

  const idle: [name: string, given: Partial<Account>, baseUrl?: string][] = [
    ['ten days or more are left', { expiresAt: start + 10 * day }],
    ['the end is not known', { expiresAt: undefined }],
    ['it has ended: Instagram takes it no more', { expiresAt: start }],
    ['it is one of Facebook Login', { host: 'graph.facebook.com' }],
    ["the backend's host is that of Facebook Login", { host: undefined }],
    ['the backend asks a stand-in', { host: undefined }, 'http://127.0.0.1:9999'],
    ['the host only looks like it', { host: undefined }, 'https://graph.instagram.com.example'],
  ];
  for (const [name, given, baseUrl] of idle) {
    it(`leaves the token alone where ${name}`, async () => {
      const { renewal, asked } = createBench(baseUrl === undefined ? {} : { baseUrl });
      renewal.current('acme', { ...account, ...given });
      await renewal.settled();
      assert.deepEqual(asked, []);
    });
  }

  it("renews by the backend's host too", async () => {
    const { renewal, saved } = createBench({ baseUrl: 'https://graph.instagram.com' });
    renewal.current('acme', { ...account, host: undefined });
    await renewal.settled();
    assert.equal(saved.length, 1);
  });

  it('asks once for all requests of an account, and for each account by itself', async () => {
    const { renewal, asked } = createBench();
    for (let i = 0; i < 20; i += 1) renewal.current('acme', account);
    renewal.current('globex', { ...account, id: '2' });
    await renewal.settled();
    assert.equal(asked.length, 2);
  });

  const failures: [name: string, answer: unknown, status: number, entry: Partial<RenewalEntry>][] = [
    ['no answer', new Error(`refused ${token}`), 0, { code: 'network', fault: 'graph' }],
    [
      'a refusal',
      graphError(190),
      400,
      { code: 'token-expired', fault: 'graph', graphCode: 190, trace: 'AbCdEfGh123' },
    ],
    ['a failure', 'busy', 503, { code: 'server-error', fault: 'graph' }],
    ['no token', { expires_in: 5 }, 200, { code: 'malformed-response', fault: 'graph' }],
    [
      'a token with a line break',
      { ...renewedJson, access_token: 'a\nb' },
      200,
      { code: 'malformed-response', fault: 'graph' },
    ],
    ['an end that is none', { ...renewedJson, expires_in: 1e12 }, 200, { code: 'malformed-response', fault: 'graph' }],
  ];
  for (const [name, answer, status, entry] of failures) {
    it(`after ${name} goes on with the token it has, and tries again in an hour`, async () => {
      const { renewal, asked, log, saved, set } = createBench({ answer, status: status || 200 });
      const later = async (ms: number) => {
        set.now = start + ms;
        assert.equal(renewal.current('acme', account).accessToken, token);
        await renewal.settled();
      };
      await later(0);
      await later(3_599_999);
      assert.equal(asked.length, 1);
      assert.deepEqual(log, [{ event: 'renewal', ms: 0, account: 'acme', ...entry }]);
      assert.ok(!JSON.stringify(log).includes(token.slice(0, 12)));
      await later(3_600_000);
      assert.equal(asked.length, 2);
      assert.deepEqual(saved, []);
      Object.assign(set, { answer: renewedJson, status: 200, now: start + 8_000_000 });
      renewal.current('acme', account);
      await renewal.settled();
      assert.equal(renewal.current('acme', account).accessToken, fresh);
    });
  }

  it('uses a token that could not be saved, logs the fault without its words, and saves it an hour later', async () => {
    const { renewal, asked, saved, log, set } = createBench();
    set.isSavable = false;
    renewal.current('acme', account);
    await renewal.settled();
    assert.equal(renewal.current('acme', account).accessToken, fresh);
    assert.deepEqual(log, [{ event: 'renewal', ms: 0, account: 'acme', code: 'server-error', fault: 'saveToken' }]);
    set.isSavable = true;
    renewal.current('acme', account);
    await renewal.settled();
    assert.deepEqual(saved, [], 'not before the hour is over');
    set.now += 3_600_000;
    renewal.current('acme', account);
    await renewal.settled();
    assert.deepEqual(saved, [['acme', { accessToken: fresh, expiresAt: start + 60 * day }]]);
    assert.equal(asked.length, 1, 'the token itself was not renewed again');
    renewal.current('acme', account);
    await renewal.settled();
    assert.equal(saved.length, 1);
  });

  it('gives way to a token that somebody has connected anew', async () => {
    const { renewal } = createBench();
    renewal.current('acme', account);
    await renewal.settled();
    const anew = { ...account, accessToken: 'IGAAconnectedanew0123456789', expiresAt: start + 50 * day };
    assert.equal(renewal.current('acme', anew), anew);
    assert.equal(renewal.current('acme', { ...account, id: '2' }).accessToken, token, 'another account is another');
  });

  it('does not ask for each request where Instagram gives a token of a few days only', async () => {
    const { renewal, asked, set } = createBench({ answer: { ...renewedJson, expires_in: 86_400 } });
    for (const ms of [0, 1, 2]) {
      set.now = start + ms;
      renewal.current('acme', account);
      await renewal.settled();
    }
    assert.equal(asked.length, 1);
  });

  it('renews again when the renewed one nears its end, also from the record of long ago', async () => {
    const { renewal, asked, set } = createBench();
    renewal.current('acme', account);
    await renewal.settled();
    set.now = start + 51 * day;
    set.answer = { ...renewedJson, access_token: `${fresh}Second` };
    assert.equal(renewal.current('acme', account).accessToken, fresh);
    await renewal.settled();
    assert.equal(asked[1]?.searchParams.get('access_token'), fresh);
    for (const accessToken of [token, fresh, `${fresh}Second`]) {
      assert.equal(renewal.current('acme', { ...account, accessToken }).accessToken, `${fresh}Second`);
    }
  });
});

describe('saveToken of createInsightsHandler', () => {
  it('gets the token, which the next request goes up with; a page hears of neither', async () => {
    const used: string[] = [];
    const saved: RenewedToken[] = [];
    const fetch: Fetch = async (input) => {
      const url = new URL(input);
      used.push(`${url.pathname.split('/').at(-1)} ${url.searchParams.get('access_token')}`);
      return Response.json(url.pathname.endsWith('/insights') ? total : renewedJson);
    };
    const log: LogEntry[] = [];
    const { ask } = createBackend(
      { fetch, requests: [] },
      {
        accounts: () => account,
        saveToken: (_alias, renewed) => void saved.push(renewed),
        log: (entry) => log.push(entry),
      },
    );
    const first = await ask(reach);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await ask('/default/insights?metric=likes');
    assert.deepEqual(
      used.toSorted(),
      [`insights ${fresh}`, `insights ${token}`, `refresh_access_token ${token}`].toSorted(),
    );
    assert.deepEqual(saved, [{ accessToken: fresh, expiresAt: start + 60 * day }]);
    assert.deepEqual([first.status, second.status], [200, 200]);
    assert.ok(!`${await first.text()} ${await second.text()} ${JSON.stringify(log)}`.includes(fresh.slice(0, 12)));
    assert.deepEqual(log.map((entry) => entry.event).toSorted(), ['answer', 'answer', 'call', 'call', 'renewal']);
  });

  it('nobody who may not ask brings a renewal about', async () => {
    const { ask, log } = createBackend(
      { fetch: async () => assert.fail('nothing goes up'), requests: [] },
      { accounts: () => account, access: () => false, saveToken: () => assert.fail('nothing is saved') },
    );
    assert.equal((await ask(reach)).status, 404);
    assert.deepEqual(
      log.map(({ event }) => event),
      ['answer'],
    );
  });
});
