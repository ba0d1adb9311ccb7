import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createFolder, type Ran, runCommand } from './command.js';

describe('insights-elements check', () => {
  let folder: Awaited<ReturnType<typeof createFolder>>;
  const run = (...args: string[]): Promise<Ran> => runCommand(['check', ...args], { directory: folder.path });
  before(async () => {
    folder = await createFolder();
    const write = (file: string, text: string): Promise<void> => writeFile(join(folder.path, file), text);
    await mkdir(join(folder.path, 'site/node_modules'), { recursive: true });
    await mkdir(join(folder.path, 'site/parts'));
    await write('good.html', '<insights-metric-card metric="reach"></insights-metric-card>');
    await write('warned.html', '<insights-metric-card metric="saves"></insights-metric-card>');
    await write(
      'site/index.html',
      '<p>\n<insights-metric-card metric="likes" period="lifetime"></insights-metric-card>',
    );
    await write('site/parts/Card.vue', '<insights-metric-card metric="reach" metricType="all"></insights-metric-card>');
    await write('site/notes.txt', '<insights-metric-card metric="nope">');
    await write('site/node_modules/a.html', '<insights-metric-card metric="nope">');
    await write('none.html', '<p>Nothing</p>');
  });
  after(() => folder.remove());

  it('prints file, line and column as compilers do, and ends with 1', async () => {
    const { code, out } = await run('site/index.html');
    assert.equal(code, 1);
    assert.equal(
      out,
      'site/index.html:2:38: error: likes has no period "lifetime". Allowed: day.\n1 element of 1 file: 1 error, 0 warnings.',
    );
  });

  it('ends with 0 where nothing is wrong, or nothing but warnings', async () => {
    assert.deepEqual(await run('good.html'), {
      code: 0,
      out: '1 element of 1 file: 0 errors, 0 warnings.',
      errors: '',
    });
    const { code, out } = await run('warned.html', 'good.html');
    assert.equal(code, 0);
    assert.match(out, /^warned\.html:1:23: warning: .*\n2 elements of 2 files: 0 errors, 1 warning\.$/);
  });

  it('reads pages and templates of a folder, and none of its packages', async () => {
    const { out } = await run('site');
    assert.match(out, /^site\/index\.html:2:38: error/);
    assert.match(out, /site\/parts\/Card\.vue:1:38: error: "all" is not a metric-type/);
    assert.match(out, /2 elements of 2 files: 2 errors/);
  });

  it('prints no line and no command of the terminal that a file has written', async () => {
    await writeFile(
      join(folder.path, 'hostile.html'),
      '<insights-metric-card metric="\u001b]0;x\u0007\n::warning::x" persist="\u001b[31m\r\u009bx"></insights-metric-card>',
    );
    const { out } = await run('hostile.html');
    assert.equal(out.split('\n').length, 3);
    assert.doesNotMatch(out, /[^\P{Cc}\n]|^::/mu);
  });

  it('reads files of a folder and nothing else, whatever their names', async () => {
    await mkdir(join(folder.path, 'odd/real'), { recursive: true });
    await writeFile(join(folder.path, 'odd/real/a.html'), '<insights-metric-card metric="reach">');
    await symlink('real/a.html', join(folder.path, 'odd/linked.html'));
    await symlink('.', join(folder.path, 'odd/again.html'));
    await symlink('nowhere', join(folder.path, 'odd/gone.html'));
    if (process.platform !== 'win32') execFileSync('mkfifo', [join(folder.path, 'odd/pipe.html')]);
    assert.match((await run('odd')).out, /^2 elements of 2 files: 0 errors/);
  });

  it('judges by a Graph version', async () => {
    await writeFile(join(folder.path, 'old.html'), '<insights-metric-card metric="impressions">');
    assert.equal((await run('old.html')).code, 0);
    assert.equal((await run('old.html', '--api-version', 'v25.0')).code, 1);
  });

  it('checks again when a file was saved, until it is ended', async () => {
    const name = join(folder.path, 'live.html');
    await writeFile(name, '<insights-metric-card metric="reech">');
    const end = new AbortController();
    let looks = 0;
    const wait = async (): Promise<void> => {
      looks += 1;
      if (looks === 2) await writeFile(name, '<insights-metric-card metric="reach">');
      // The same second is another time all the same.
      if (looks === 2) await utimes(name, new Date(), new Date(Date.now() + 5_000));
      if (looks === 4) end.abort();
    };
    const options = { directory: folder.path, stop: end.signal, wait };
    const { code, out } = await runCommand(['check', 'live.html', '--watch'], options);
    assert.equal(code, 0);
    assert.match(
      out,
      /^Checking …\nlive\.html:1:23: error: .*\n1 element of 1 file: 1 error, 0 warnings\.\nChecking …\n1 element of 1 file: 0 errors, 0 warnings\.$/,
    );
  });

  it('says what it needs, and what is not there', async () => {
    assert.match((await run()).errors, /Name a file or a folder/);
    const { code, errors } = await run('nowhere.html');
    assert.deepEqual([code, errors], [1, 'nowhere.html is not there.']);
    assert.equal((await run('none.html')).out, 'No insights element in 1 file.');
  });
});
