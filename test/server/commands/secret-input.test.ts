import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { readSecret, type SecretInput } from '../../../src/server/commands/secret-input.js';
import { token } from '../fake-graph.js';

interface Terminal {
  readonly input: PassThrough & SecretInput;
  readonly output: PassThrough;
  readonly modes: boolean[];
}

function createTerminal(): Terminal {
  const modes: boolean[] = [];
  const input = Object.assign(new PassThrough(), {
    isTTY: true as const,
    setRawMode(mode: boolean) {
      modes.push(mode);
      return this as never;
    },
  });
  return { input, output: new PassThrough(), modes };
}

const shown = (output: PassThrough): string => String(output.read() ?? '');

describe('readSecret', () => {
  it('shows nothing of what is typed into a terminal, and leaves it as it was', async () => {
    const { input, output, modes } = createTerminal();
    const secret = readSecret('Token: ', input, output);
    input.write(token.slice(0, 5));
    input.write(`x\u007F${token.slice(5)}`);
    input.write('\rmore');
    assert.equal(await secret, token);
    assert.equal(shown(output), 'Token: \n');
    assert.deepEqual(modes, [true, false]);
  });

  it('ends by Ctrl-C, and leaves the terminal as it was', async () => {
    const { input, output, modes } = createTerminal();
    const secret = readSecret('Token: ', input, output);
    input.write('abc\u0003');
    await assert.rejects(secret, /Ended by Ctrl-C/);
    assert.deepEqual(modes, [true, false]);
  });

  const ends: [name: string, text: string, expected: string | RegExp][] = [
    ['a pipe, less the end of its line', `${token}\n`, token],
    ['nothing', ' \n', /Nothing came on standard input/],
    ['far too much', 'a'.repeat(20_000), /too long/],
  ];
  for (const [name, text, expected] of ends) {
    it(`reads ${name}`, async () => {
      const output = new PassThrough();
      const secret = readSecret('Token: ', new PassThrough().end(text), output);
      if (typeof expected === 'string') assert.equal(await secret, expected);
      else await assert.rejects(secret, expected);
      assert.equal(shown(output), '', 'a pipe has nobody to be asked');
    });
  }
});
