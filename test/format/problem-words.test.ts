import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enProblems } from '../../src/format/locales/en/problems.js';
import { errorCodes, InsightsError, type InsightsErrorCode } from '../../src/spec/index.js';

/** What the author of a page reads are words of the trade. */
const { issues, ...forVisitors } = enProblems;

const codes = Object.keys(errorCodes) as readonly InsightsErrorCode[];
const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!]) /);

/** Words that mean nothing to who reads a page. */
const jargon =
  /\b(graph|cors|api|http|https|url|json|code|parameter|endpoint|origin|query|null|undefined)\b|`|_|[{}<>]/i;
/** What only who runs the page can do something with: named only to them. */
const trade = /\b(tokens?|backend|secret|logs?(?! in)|app)\b/i;

/** What stands for a text and for a quantity. */
const part = Object.assign('12 November', { text: '12', value: 12 });

/** Every text of the locale, with its path; one that is made of parts as it is made of them. */
function textsOf(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return textsOf((value as (part: unknown) => string)(path === 'sentences' ? [] : part), path);
  return Object.entries(value as object).flatMap(([key, member]) =>
    textsOf(member, path === '' ? key : `${path}/${key}`),
  );
}

describe('what a visitor reads', () => {
  it('there is a head and what to do for each error code, and no other', () => {
    assert.deepEqual(Object.keys(enProblems.errors).toSorted(), codes.toSorted());
    for (const code of codes) {
      const [head, text] = enProblems.errors[code];
      assert.match(head, /^[A-Z][^.]{4,48}$/, code);
      const sentences = sentencesOf(text);
      assert.ok(
        sentences.length <= 2 && sentences.every((sentence) => /^[A-Z].+\.$/.test(sentence)),
        `${code}: ${text}`,
      );
    }
  });

  for (const [path, text] of textsOf(forVisitors)) {
    const [, code] = /^errors\/([\w-]+)/.exec(path) ?? [];
    const audience = code === undefined ? 'visitor' : errorCodes[code as InsightsErrorCode].audience;
    it(`${path}: no words of the trade but for who knows them`, () => {
      assert.doesNotMatch(text, jargon);
      if (audience !== 'page author') assert.doesNotMatch(text, trade);
    });
  }

  for (const code of codes) {
    const text = enProblems.errors[code].join('. ');
    it(`${code}: says who can act, where it is not the reader`, () => {
      const { audience } = errorCodes[code];
      const mentions = {
        'page author': /the owner of this page|the operator|asks to wait|does not give/i,
        'account owner': /the account owner/i,
        visitor: /\b(try again)\b/i,
      }[audience];
      assert.match(text, mentions);
      if (audience === 'visitor') assert.doesNotMatch(text, /owner|operator/i);
    });
  }
});

describe('what the author of a page reads', () => {
  it('what was meant stands in a whole sentence', () => {
    assert.equal(issues.meant('metric="reach"'), 'Did you mean metric="reach"?');
    assert.equal(issues.remove('breakdown'), 'Remove breakdown.');
  });
});

describe('what a developer reads', () => {
  for (const code of codes) {
    it(`${code}: one or two sentences, who can act, and where to read on`, () => {
      const { message, audience, recoverable, docs } = new InsightsError(code);
      const sentences = sentencesOf(message);
      assert.ok(sentences.length <= 2 && sentences.every((sentence) => /^[A-Z].+\.$/.test(sentence)), message);
      assert.ok(message.length >= 40 && message.length <= 200, `${message.length} characters`);
      assert.ok(['visitor', 'page author', 'account owner'].includes(audience));
      assert.deepEqual([typeof recoverable, new URL(docs).hash], ['boolean', `#${code}`]);
    });
  }

  it('no two codes say the same', () => {
    assert.equal(new Set(codes.map((code) => errorCodes[code].message)).size, codes.length);
  });

  it('more of what happened comes first, and the sentence of the code stays', () => {
    const { message } = new InsightsError('network', { detail: 'Nothing was heard from https://site.test.' });
    assert.equal(message, `Nothing was heard from https://site.test. ${errorCodes.network.message}`);
  });
});
