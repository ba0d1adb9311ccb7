import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { root } from '../../scripts/entries.js';
import { enProblems } from '../../src/format/locales/en/problems.js';
import { errorCodes, InsightsError, type InsightsErrorCode, readGraphError } from '../../src/spec/index.js';

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const codes = Object.keys(errorCodes) as readonly InsightsErrorCode[];

/** What stands below each heading. */
const parts = new Map(
  read('docs/errors.md')
    .split(/^## /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))]),
);
const line = (code: string, name: string): string =>
  new RegExp(`^- ${name}: ([^]*?)(?=\\n- |\\n*$(?![^]))`, 'm').exec(parts.get(code) ?? '')?.[1] ?? '';

describe('docs/errors.md', () => {
  it('has a heading for each code, and no other', () => {
    assert.deepEqual([...parts.keys()], codes);
  });

  it('is where errors point to: a file of the repository', () => {
    const { repository } = JSON.parse(read('package.json')) as { repository: { url: string } };
    const home = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');
    for (const code of codes) {
      assert.equal(new InsightsError(code).docs, `${home}/blob/main/docs/errors.md#${code}`);
    }
  });

  for (const code of codes) {
    it(`${code}: says who and whether it heals as the error does, and what a visitor reads as the page does`, () => {
      const { audience, recoverable } = errorCodes[code];
      assert.match(line(code, 'What happened'), /^[^]{20,}\.$/);
      assert.match(line(code, 'What to do'), /^[^]{20,}\.$/);
      assert.equal(line(code, 'A visitor reads'), `"${enProblems.errors[code][0]}".`);
      assert.ok(line(code, 'Who').startsWith(audience), line(code, 'Who'));
      assert.match(line(code, 'Heals by itself'), recoverable ? /^yes/ : /^no\.$/);
    });

    it(`${code}: lists Graph codes that mean it`, () => {
      const listed = line(code, 'Graph codes');
      assert.notEqual(listed, '');
      for (const [, number, subcode] of listed.matchAll(/`(-?\d+)(?:\/(\d+))?`/g)) {
        const error = { code: Number(number), ...(subcode !== undefined && { error_subcode: Number(subcode) }) };
        assert.equal(readGraphError({ error })?.code, code, `${number}/${subcode}`);
      }
    });
  }
});
