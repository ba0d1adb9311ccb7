import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readEnvironment } from '../../src/server/environment.js';
import { openingOf } from '../../src/server/opening.js';
import type { Question } from '../../src/server/question.js';

const question = {} as Question;
const keys = 'march=a-secret-of-more-than-thirty-two-characters';

describe('openingOf', () => {
  const cases: readonly (readonly [env: Record<string, string>, flag: boolean, access: string])[] = [
    [{}, false, 'function'],
    [{ HOST: 'localhost' }, false, 'function'],
    [{ HOST: '0.0.0.0' }, false, 'undefined'],
    [{ HOST: '0.0.0.0' }, true, 'string'],
    [{ HOST: '0.0.0.0', ACCESS: 'public' }, false, 'string'],
    [{}, true, 'string'],
    [{ HOST: '0.0.0.0', EMBED_KEYS: keys }, false, 'function'],
  ];
  for (const [env, flag, kind] of cases) {
    it(`${JSON.stringify(env)}, ${flag ? '--public' : 'no flag'}: ${kind}`, () => {
      const { access, words } = openingOf(readEnvironment(env), flag);
      assert.equal(typeof access, kind);
      assert.match(words, /^(Open|Closed)/);
    });
  }

  it('to everybody says what is open: every question, and how to name some, or the named ones', () => {
    const settings = readEnvironment({ ACCESS: 'public' });
    assert.match(openingOf(settings).words, /every question about the account "default".*--questions q\.json/);
    assert.match(openingOf(settings, false, true).words, /^Open to everybody: the named questions(?!.*every question)/);
  });

  it('with keys says which, and never what they are; not beside public access', () => {
    const settings = readEnvironment({ EMBED_KEYS: keys, ORIGINS: 'https://a.example' });
    const { words, origins } = openingOf(settings);
    assert.match(words, /the key march; browsers let pages of https:\/\/a\.example/);
    assert.doesNotMatch(words, /secret/);
    assert.deepEqual(origins, ['https://a.example']);
    assert.throws(() => openingOf(settings, true), /Keep one of them/);
  });

  it('on a loopback address answers whoever calls it by a loopback name, and no page that talked its way to it', () => {
    const { access, origins } = openingOf(readEnvironment({}));
    if (typeof access !== 'function' || typeof origins !== 'function')
      return assert.fail('closed or open to everybody');
    const ask = (host: string) => access(new Request(`http://${host}:8787/default`), question);
    assert.deepEqual(['localhost', '127.0.0.1', '[::1]', 'evil.example'].map(ask), [true, true, true, false]);
    const through = (headers: Record<string, string>) =>
      access(new Request('http://127.0.0.1:8787/default', { headers }), question);
    // A proxy in front that calls it by this name, as Apache does: its operator has not said who may ask.
    const strangers = [
      { 'X-Forwarded-For': '203.0.113.9' },
      { 'X-Forwarded-For': '127.0.0.1, 203.0.113.9' },
      { 'X-Forwarded-Host': 'insights.example' },
      { 'X-Real-IP': '2001:db8::1' },
      { 'CF-Connecting-IP': '203.0.113.9' },
      { Forwarded: 'for=203.0.113.9' },
    ];
    assert.deepEqual(
      strangers.map((headers) => through(headers as Record<string, string>)),
      strangers.map(() => false),
    );
    // And one that a developer runs, for pages of this machine.
    assert.equal(through({ 'X-Forwarded-For': '::ffff:127.0.0.1, ::1', 'X-Forwarded-Host': 'localhost:3000' }), true);
    assert.deepEqual([origins('http://localhost:3000'), origins('https://evil.example')], [true, false]);
  });
});
