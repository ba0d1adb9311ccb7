// SECURITY.md promises nothing that no test holds.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { manifest, root } from '../../scripts/entries.js';

const text = readFileSync(new URL('SECURITY.md', root), 'utf8');
const part = (title: string): string => text.split(`## ${title}\n`)[1]?.split(/^## /m)[0] ?? '';
const rowsOf = (section: string): string[][] =>
  [...section.matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) => row.split(' | '));

describe('SECURITY.md', () => {
  const promises = rowsOf(part('What is promised')).filter(([promise]) => promise !== 'promise');

  it('says how to report, which versions are supported, and what is not promised', () => {
    assert.match(part('Report something'), /security\/advisories\/new/);
    assert.match(part('Report something'), /newest `0\.x`/);
    assert.ok(part('What is not promised').split(/^- /m).length > 8);
    assert.ok(promises.length > 12);
  });

  for (const [promise = '', against = '', tests = ''] of promises) {
    it(`${promise}: held by tests that are there`, () => {
      const files = [...tests.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      assert.ok(files.length > 0 && against.length > 3);
      for (const file of files) {
        assert.match(file, /^test\/.*\.test\.ts$/);
        assert.ok(existsSync(new URL(file, root)), `${file} is not there`);
      }
    });
  }

  it('names everybody against whom something is promised', () => {
    const known = part('What is protected, and from whom').toLowerCase();
    for (const who of [
      'visitor',
      'another page',
      'another tenant',
      'network',
      "instagram's answers",
      'operator',
      'store',
      'cdn',
    ])
      assert.ok(known.includes(who), who);
  });

  it('says the numbers that the code has', () => {
    const source = (path: string): string => readFileSync(new URL(path, root), 'utf8');
    assert.match(source('src/server/answers/piece-fetcher.ts'), /mostCalls = 31;/);
    assert.match(text, /more than 31 calls/);
    assert.match(text, new RegExp(`newest \`${manifest.version.split('.')[0]}\\.x\``));
  });
});
