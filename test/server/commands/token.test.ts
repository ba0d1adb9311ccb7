import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createEmbedTokenReader } from '../../../src/server/embed-token.js';
import { readEmbedKeys } from '../../../src/server/environment.js';
import { token as igToken, now } from '../fake-graph.js';
import { runCommand } from './command.js';

const secret = 'x'.repeat(32);
const env = { EMBED_KEYS: `new=${secret}, old=${'y'.repeat(40)}=` };

describe('insights-elements token', () => {
  it('prints a token alone, that opens what was said', async () => {
    const { code, out, errors } = await runCommand(
      [
        'token',
        ...['--account', 'acme', '--metrics', 'reach, likes', '--max-range-days', '31', '--lookback-days', '90'],
        ...['--origins', 'https://a.example,https://b.example', '--expires-in', '60'],
      ],
      { env },
    );
    assert.deepEqual([code, errors], [0, '']);
    const read = createEmbedTokenReader(readEmbedKeys(env), () => now + 59_000);
    const { id, ...grant } = (await read(out)) ?? assert.fail(out);
    assert.match(id, /^[\w-]{36}$/);
    assert.deepEqual(grant, {
      account: 'acme',
      metrics: ['reach', 'likes'],
      maxRangeDays: 31,
      lookbackDays: 90,
      origins: ['https://a.example', 'https://b.example'],
    });
    const late = createEmbedTokenReader(readEmbedKeys(env), () => now + 91_000);
    assert.equal(await late(out), undefined);
  });

  it('opens the account default, and everything only where that is said', async () => {
    const { out } = await runCommand(['token', '--metrics', 'all'], { env });
    const grant = await createEmbedTokenReader(readEmbedKeys(env), () => now)(out);
    assert.deepEqual([grant?.account, grant?.metrics], ['default', 'all']);
  });

  it('makes keys of chance, which the variable takes', async () => {
    const first = await runCommand(['token', '--new-key']);
    const second = await runCommand(['token', '--new-key'], { env });
    assert.notEqual(first.out, second.out);
    for (const { code, out } of [first, second]) {
      assert.equal(code, 0);
      assert.match(out, /^EMBED_KEYS=k[0-9a-f]{8}=[\w-]{43}$/);
      assert.equal(readEmbedKeys({ EMBED_KEYS: out.slice('EMBED_KEYS='.length) }).length, 1);
      assert.ok(!out.includes(secret), 'keys that are there are not shown');
    }
    assert.equal(first.errors, '');
    assert.match(second.errors, /before those that are there/);
  });

  const wrong: [args: string[], keys: string, words: RegExp][] = [
    [['--metrics', 'all'], '', /Set EMBED_KEYS.*token --new-key/],
    [['--metrics', 'all'], 'secret', /EMBED_KEYS is not of the form/],
    [['--metrics', 'all'], `short=${'z'.repeat(31)}`, /at least 32 characters/],
    [['--metrics', 'all'], `a b=${secret}`, /EMBED_KEYS is not of the form/],
    [['--metrics', 'all'], `a=${secret},a=${secret}`, /same id/],
    [[], env.EMBED_KEYS, /--metrics reach,likes, or --metrics all/],
    [['--metrics', ''], env.EMBED_KEYS, /^--metrics takes names of metrics, with commas between them, or all\.$/],
    [['--metrics', 'likes,reech'], env.EMBED_KEYS, /^--metrics takes.*"reech" is none\. Did you mean reach\?$/],
    [['--metrics', igToken], env.EMBED_KEYS, /^--metrics takes.* is none\. There are impressions, /],
    [['--metrics', 'all', '--account', 'a/b'], env.EMBED_KEYS, /account is the alias/],
    [['--metrics', 'all', '--origins', 'example.com'], env.EMBED_KEYS, /^--origins takes scheme and host only/],
    [['--metrics', 'all', '--expires-in', '3601'], env.EMBED_KEYS, /^--expires-in takes a whole number from 1 to 3600/],
    [['--metrics', 'all', '--expires-in', '10m'], env.EMBED_KEYS, /^--expires-in takes a whole number/],
    [['--metrics', 'all', '--max-range-days', '0'], env.EMBED_KEYS, /^--max-range-days takes a whole number from 1/],
    [['--metrics', 'all', igToken], env.EMBED_KEYS, /does not take these arguments/],
  ];
  for (const [args, keys, words] of wrong) {
    it(`${args.join(' ') || 'nothing'} with ${keys.slice(0, 8) || 'no key'}: 1`.replace(igToken, '…'), async () => {
      const { code, out, errors } = await runCommand(['token', ...args], { env: { EMBED_KEYS: keys } });
      assert.deepEqual([code, out], [1, '']);
      assert.match(errors, words);
      for (const text of [secret, 'zzz', igToken]) assert.ok(!errors.includes(text));
    });
  }
});
