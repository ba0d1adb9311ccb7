// What reaches a backend that listens and is no browser's request: who is slow, says too much, or nothing that is HTTP. Each of them is
// let go, nothing goes up that should not, and the next one is answered.
import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { type Listening, listen } from '../../src/server/node.js';
import { openingOf } from '../../src/server/opening.js';
import { createFakeGraph, token, total } from './fake-graph.js';

const reach = '/default/insights?metric=reach&metric_type=total_value';
const accounts = { default: { id: '17841400000000001', accessToken: token } };
const graph = createFakeGraph(total);

let backend: Listening;
before(async () => {
  // As `serve` opens it: to names of this machine.
  const { access, origins } = openingOf({ host: '127.0.0.1', isPublic: false, embedKeys: [], origins: undefined });
  backend = await listen({ accounts, access, origins, graph: { fetch: graph.fetch }, port: 0, log: () => {} });
});
after(() => backend.close());

/** Writes, and gives what came back until the other side has closed, or until `patience` ms are over. */
async function say(write: (socket: Socket) => void, patience: number): Promise<{ text: string; closed: boolean }> {
  const socket = connect(backend.port, '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  // Closed while something is being written.
  socket.on('error', () => {});
  const closed = await new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(true);
    });
    write(socket);
  });
  socket.destroy();
  return { text, closed };
}

const get = (target: string, ...headers: readonly string[]): string =>
  [`GET ${target} HTTP/1.1`, ...headers, 'Connection: close', '', ''].join('\r\n');

describe('a request that no browser sends', { concurrency: true }, () => {
  const odd: readonly (readonly [what: string, request: string, status: number | undefined])[] = [
    ['no name of a host', get(reach), 400],
    ['an empty one', get(reach, 'Host:'), 400],
    ['a name that is none', get(reach, 'Host: a b'), 400],
    ['a name with a path', get(reach, 'Host: localhost/../x?y'), 400],
    ['a name with a user', get(reach, 'Host: localhost@evil.example'), 400],
    ['an address without an end', get(reach, 'Host: [::1'), 400],
    ['the name of another', get(reach, 'Host: evil.example'), 404],
    ['a name that ends like ours', get(reach, 'Host: notlocalhost'), 404],
    ['a name that begins like ours', get(reach, 'Host: 127.0.0.1.evil.example'), 404],
    ['the address of another, whole', get(`http://evil.example${reach}`, 'Host: localhost'), 404],
    ['another scheme', get(`ftp://localhost${reach}`, 'Host: localhost'), 400],
    ['an address without a path', get('?metric=reach', 'Host: localhost'), 400],
    ['an address of stars', get('*', 'Host: localhost'), 400],
    ['a path of two slashes and a name', get(`//evil.example${reach}`, 'Host: localhost'), 404],
    ['a path that leads up', get('/../../etc/passwd', 'Host: localhost'), 404],
    ['escapes that are none', get('/%zz/%00', 'Host: localhost'), 404],
    ['a value that is no text', get('/default/insights?metric=%ff%fe', 'Host: localhost'), 400],
    ['bytes in the path', get('/d\xe9fault', 'Host: localhost'), 400],
    ['bytes in a header', get('/nobody', 'Host: localhost', 'Origin: \xe9\xff'), 404],
    ['a thousand parameters', get(`/default/insights?${'a=b&'.repeat(1_000)}`, 'Host: localhost'), 400],
    ['an address of 20 kB', get(`/default?fields=${'a'.repeat(20_000)}`, 'Host: localhost'), 431],
    ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n', undefined],
    ['an echo', 'TRACE /default HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n', 405],
    [
      'two lengths',
      'POST /default HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
    ['something to expect', get(reach, 'Host: localhost', 'Expect: a cake'), 417],
    ['TLS', '\x16\x03\x01\x02\x00\x01', 400],
    ['another version of HTTP', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', 400],
  ];
  for (const [what, request, status] of odd) {
    it(`${what}: ${status ?? 'closed'}`, async () => {
      const { text, closed } = await say((socket) => socket.write(request, 'latin1'), 5_000);
      assert.ok(closed);
      const said = /^HTTP\/1\.1 (\d+)/.exec(text)?.[1];
      assert.equal(said === undefined ? undefined : Number(said), status, text);
      assert.ok(!text.includes('evil') && !text.includes('passwd'), 'it does not repeat what it heard');
    });
  }
});

it('none of them went up', () => assert.equal(graph.requests.length, 0));

describe('a caller that is slow', { concurrency: true }, () => {
  const every = (ms: number, text: string) => (socket: Socket) => {
    const timer = setInterval(() => socket.write(text), ms);
    socket.on('close', () => clearInterval(timer));
  };
  const slow: readonly (readonly [what: string, first: string, then: (socket: Socket) => void, status: number])[] = [
    ['says nothing', '', () => {}, 408],
    ['says a header a second', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n', every(1_000, 'a: b\r\n'), 408],
    [
      'says a byte of a body a second',
      'POST /default HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n',
      every(1_000, 'a'),
      405,
    ],
    [
      'says a body without an end',
      'POST /default HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n',
      every(20, `ffff\r\n${'a'.repeat(65_535)}\r\n`),
      405,
    ],
    ['asks once, and stays', 'GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n', () => {}, 200],
  ];
  for (const [what, first, then, status] of slow) {
    it(`${what}: is let go within 20 seconds`, { timeout: 40_000 }, async () => {
      const start = performance.now();
      const { text, closed } = await say((socket) => {
        socket.write(first);
        then(socket);
      }, 30_000);
      assert.ok(closed && performance.now() - start < 20_000);
      assert.match(text, new RegExp(`^HTTP/1\\.1 ${status} `));
    });
  }

  it('keeps nobody else waiting', async () => {
    const start = performance.now();
    const response = await fetch(backend.address + reach);
    assert.deepEqual([response.status, await response.json()], [200, total]);
    assert.ok(performance.now() - start < 3_000);
  });
});
