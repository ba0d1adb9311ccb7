import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { createTokenSaver, envOf, readEnvFile, withChanges, writeEnvFile } from '../../src/server/env-file.js';
import { createFolder } from './commands/command.js';

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});
async function folder(): Promise<string> {
  const { path, remove } = await createFolder();
  endings.push(remove);
  return path;
}

describe('withChanges', () => {
  const cases: [name: string, text: string, changes: Record<string, string | undefined>, expected: string][] = [
    ['a new file', '', { A: '1', B: '2' }, 'A=1\nB=2\n'],
    ['a file without an end of line', 'X=1', { A: '1' }, 'X=1\nA=1\n'],
    ['its line, and no other', '# note\nAA=0\nA=1 # old\nB=2\n', { A: '3' }, '# note\nAA=0\nA=3\nB=2\n'],
    ['the last line', 'B=2\nA=1', { A: '3' }, 'B=2\nA=3\n'],
    ['an export', 'export A = "1"\nB=2\n', { A: '3' }, 'A=3\nB=2\n'],
    ['a value of several lines', 'A="1\n2\nB=no"\nB=2\n', { A: '3' }, 'A=3\nB=2\n'],
    ['a name that stands twice: the last would win', 'A=1\nB=2\nA=3\n', { A: '4' }, 'A=4\nB=2\n'],
    ['lines to be taken away', 'A=1\nB=2\n', { A: undefined, C: undefined }, 'B=2\n'],
    ['a comment with the name in it', '#A=1\n', { A: '2' }, '#A=1\nA=2\n'],
    ['nothing', 'A=1', {}, 'A=1'],
    ['what a regular expression would read as its own', 'A=1\n', { A: '$&$1' }, "A='$&$1'\n"],
  ];
  for (const [name, text, changes, expected] of cases) {
    it(`changes ${name}`, () => assert.equal(withChanges(text, changes), expected));
  }

  it('writes what Node reads back as it was', () => {
    for (const value of ['IGAA123', 'a#b', "it's", 'say "x"', '`', 'a=b', ' spaced ', '$HOME', '']) {
      assert.equal(envOf(withChanges('B=1\n', { A: value })).A, value);
    }
    assert.throws(() => withChanges('', { A: `'"\`` }), /all kinds of quotes/);
    assert.throws(() => withChanges('', { A: 'a\nb' }), /cannot be written/);
  });
});

describe('writeEnvFile', () => {
  it('makes a file that only its owner can read, also where others could', async () => {
    const directory = await folder();
    const path = join(directory, '.env');
    await writeEnvFile(path, { A: '1' });
    assert.equal((await stat(path)).mode & 0o777, 0o600);
    const open = join(directory, 'open.env');
    await writeFile(open, 'B=2\n', { mode: 0o644 });
    await writeEnvFile(open, { A: '1' });
    assert.equal((await stat(open)).mode & 0o777, 0o600);
    assert.equal(await readFile(open, 'utf8'), 'B=2\nA=1\n');
    assert.deepEqual((await readdir(directory)).toSorted(), ['.env', 'open.env'], 'nothing is left beside it');
  });

  it('follows no link, and takes no folder', async () => {
    const directory = await folder();
    const elsewhere = join(directory, 'elsewhere');
    await writeFile(elsewhere, 'B=2\n');
    await symlink(elsewhere, join(directory, 'link'));
    await symlink(join(directory, 'nowhere'), join(directory, 'dangling'));
    await mkdir(join(directory, 'folder'));
    for (const name of ['link', 'dangling', 'folder']) {
      await assert.rejects(writeEnvFile(join(directory, name), { A: '1' }), /is no file, but a link or a folder/);
    }
    assert.equal(await readFile(elsewhere, 'utf8'), 'B=2\n');
  });

  it('leaves the file as it was where it cannot be replaced', async () => {
    await assert.rejects(writeEnvFile(join(await folder(), 'no-such-folder', '.env'), { A: '1' }), /cannot be written/);
  });
});

describe('createTokenSaver', () => {
  it('writes each renewed token in the place of the one before, and nowhere else', async () => {
    const path = join(await folder(), '.env');
    await writeFile(path, 'PORT=1\nIG_ACCESS_TOKEN=first\n');
    const save = createTokenSaver(path, 'first');
    await save({ accessToken: 'second', expiresAt: Date.parse('2026-05-19T18:00:00.123Z') });
    assert.equal(await readEnvFile(path), 'PORT=1\nIG_ACCESS_TOKEN=second\nIG_TOKEN_EXPIRES=2026-05-19T18:00:00Z\n');
    await save({ accessToken: 'third', expiresAt: Date.parse('2026-07-08T18:00:00Z') });
    assert.deepEqual(
      { ...envOf(await readEnvFile(path)) },
      {
        PORT: '1',
        IG_ACCESS_TOKEN: 'third',
        IG_TOKEN_EXPIRES: '2026-07-08T18:00:00Z',
      },
    );
    await writeFile(path, 'IG_ACCESS_TOKEN=connected-anew\n');
    await assert.rejects(save({ accessToken: 'fourth', expiresAt: 0 }), /does not hold the token/);
    assert.equal(await readEnvFile(path), 'IG_ACCESS_TOKEN=connected-anew\n');
  });
});
