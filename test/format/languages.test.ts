import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatsFor } from '../../src/format/formats.js';
import { listText } from '../../src/format/further-formats.js';
import {
  hasWords,
  languageOf,
  languages,
  loadWords,
  spokenLanguages,
  spokenWords,
} from '../../src/format/languages.js';
import { words as english } from '../../src/format/locales/en/index.js';
import type { LanguageWords } from '../../src/format/locales/language-words.js';
import { type PageWords, setWords } from '../../src/format/set-words.js';
import { metricLabel, wordsFor } from '../../src/format/words.js';
import { metricNames } from '../../src/spec/index.js';
import { argumentsIn, type Given, textsOf } from './probe.js';

const loaded = await Promise.all(
  Object.entries(languages).map(async ([language, load]) => [language, (await load()).words] as const),
);

const counts = [0, 1, 2, 3, 11, 28, 100, 1_000_000];
const readings: readonly Given[] = counts.flatMap((value) =>
  (['up', 'down', 'same'] as const).flatMap((direction) =>
    [true, false].map((flag): Given => ({ value, direction, flag })),
  ),
);

/** Words that a language has from English, or shares with it. */
const shared: Readonly<Record<string, readonly string[]>> = {
  ar: [],
  de: ['vs', 'Likes', 'Reposts', 'Button'],
  es: ['Total', 'provisional', 'vs'],
  fr: ['vs', 'Total', 'Impressions', 'Interactions', 'Followers', 'followers', 'Email'],
  it: ['vs', 'Email'],
  ja: [],
  pt: ['Total', 'vs', 'Reposts', 'Email'],
};

/** Names of Instagram's own that are the same everywhere. */
const proper = ['IGTV', 'Reels', 'Stories', 'Feed'];

/** Words that are English and nothing else. */
const onlyEnglish: Readonly<Record<string, RegExp>> = {
  default: /\b(the|of|and|days?|with|this|which|show|number|by|not|from|last|before|reported|owner|page)\b/i,
  fr: /\b(the|of|and|days?|with|this|which|show|number|by|not|from|last|before|reported|owner)\b/i,
};

/** What stands for the same in any language: numbers, signs, code. */
const wordsIn = (text: string): string =>
  text
    .replaceAll(/‹[^›]*›/gu, '')
    .replaceAll(/<insights-[^>]*>|\b[a-z]+(?:[-_][a-z_]+)*="[^"]*"|\b[a-z]+[-_][a-z_-]+\b/g, '')
    .replaceAll(/[^\p{L}\s]+/gu, '')
    .trim();

for (const [language, words] of loaded) {
  describe(`the words of ${language}`, () => {
    it('have the keys of English, in their order', () => {
      const keysOf = (value: LanguageWords): string[] => [...textsOf(value, readings[0] as Given).keys()];
      const pathsOf = (value: LanguageWords): string[] =>
        Object.keys(value)
          .toSorted()
          .flatMap((group) => keysOf({ [group]: value[group as keyof LanguageWords] } as unknown as LanguageWords));
      assert.deepEqual(
        pathsOf(words).filter((path) => !/^(definitions|metrics)\./.test(path)),
        pathsOf(english).filter((path) => !/^(definitions|metrics)\./.test(path)),
      );
    });

    it('name every metric, and no two alike; define every metric', () => {
      assert.deepEqual(Object.keys(words.metrics).toSorted(), [...metricNames].toSorted());
      assert.deepEqual(Object.keys(words.definitions).toSorted(), [...metricNames].toSorted());
      assert.equal(new Set(Object.values(words.metrics)).size, metricNames.length);
    });

    it('tell each argument that English tells, for every number', () => {
      for (const given of readings) {
        const inEnglish = textsOf(english, given);
        for (const [path, text] of textsOf(words, given)) {
          const told = argumentsIn(text);
          const missing = argumentsIn(inEnglish.get(path) ?? '').filter((argument) => !told.includes(argument));
          // The Arabic noun says one and two by itself.
          const isSaidByNoun = language === 'ar' && (given.value === 1 || given.value === 2);
          const isMissing = missing.length > 0 && !isSaidByNoun;
          assert.ok(!isMissing, `${path} of ${JSON.stringify(given)}: ${text} lacks ${missing.join()}`);
          assert.doesNotMatch(text, /undefined|NaN|\[object|\bnull\b/, path);
          assert.equal(text, text.trim(), path);
          assert.doesNotMatch(text, / {2}|\.\.(?!\.)/, path);
        }
      }
    });

    it('have no English left', () => {
      for (const given of readings) {
        const inEnglish = textsOf(english, given);
        for (const [path, text] of textsOf(words, given)) {
          const said = wordsIn(text);
          if (said === '' || proper.includes(said) || shared[language]?.includes(said)) continue;
          assert.notEqual(said, wordsIn(inEnglish.get(path) ?? ''), path);
          assert.doesNotMatch(said, onlyEnglish[language] ?? (onlyEnglish['default'] as RegExp), path);
        }
      }
    });
  });
}

describe('languageOf, loadWords', () => {
  const cases: readonly [string, string][] = [
    ['en', 'en'],
    ['en-GB', 'en'],
    ['de-AT', 'de'],
    ['pt-BR', 'pt'],
    ['pt-PT', 'pt'],
    ['ar-EG', 'ar'],
    ['eu', 'en'],
    ['toString', 'en'],
    ['', 'en'],
  ];
  for (const [locale, language] of cases) {
    it(`${locale || 'nothing'} is spoken in ${language}`, () => assert.equal(languageOf(locale), language));
  }

  it('English is at hand; another language is loaded once, and told of', async () => {
    let told = 0;
    spokenLanguages.addEventListener('change', () => {
      told += 1;
    });
    assert.deepEqual(
      [hasWords('en'), hasWords('eu'), hasWords('it'), loadWords('en'), loadWords('eu')],
      [true, true, false, undefined, undefined],
    );
    assert.notEqual(wordsFor('it').estimated, undefined);
    await Promise.all([loadWords('it'), loadWords('it-CH')]);
    assert.deepEqual([hasWords('it'), told], [true, 1]);
    assert.equal(wordsFor('it').estimated, spokenWords('it')?.card?.estimated);
    assert.equal(metricLabel('reach', 'it'), spokenWords('it')?.metrics?.reach);
  });
});

describe('setWords', () => {
  it('changes some words of a language, and leaves the others', async () => {
    const { stale } = wordsFor('en');
    await setWords('en', { card: { estimated: 'approx.' }, metrics: { reach: 'Unique viewers' } });
    assert.deepEqual(
      [wordsFor('en-GB').estimated, wordsFor('en').stale, metricLabel('reach', 'en'), metricLabel('likes', 'en')],
      ['approx.', stale, 'Unique viewers', 'Likes'],
    );
    await setWords('en', { card: { estimated: 'estimated' }, metrics: { reach: 'Reach' } });
  });

  it('of a language that is loaded later: first it is loaded', async () => {
    await setWords('fr', { card: { estimated: 'env.' } });
    const french = new Map(loaded).get('fr');
    assert.deepEqual([wordsFor('fr').estimated, wordsFor('fr').provisional], ['env.', french?.card.provisional]);
  });

  it('of a language that cannot be had yet: laid over it when it comes', async () => {
    const { es } = languages;
    const online = new EventTarget();
    Object.assign(globalThis, { addEventListener: online.addEventListener.bind(online) });
    let isOffline = true;
    Object.assign(languages, { es: () => (isOffline ? Promise.reject(new TypeError('offline')) : es?.()) });
    await setWords('es', { metrics: { reach: 'Personas' } });
    assert.deepEqual([metricLabel('reach', 'es'), metricLabel('likes', 'es')], ['Personas', 'Likes']);
    let isTold: () => void = () => {};
    const told = new Promise<void>((resolve) => {
      isTold = resolve;
    });
    spokenLanguages.addEventListener('change', () => isTold(), { once: true });
    isOffline = false;
    online.dispatchEvent(new Event('online'));
    await told;
    Reflect.deleteProperty(globalThis, 'addEventListener');
    const spanish = new Map(loaded).get('es');
    assert.deepEqual(
      [metricLabel('reach', 'es'), metricLabel('likes', 'es'), wordsFor('es').estimated],
      ['Personas', spanish?.metrics.likes, spanish?.card.estimated],
    );
  });

  it('takes in a language that there are no words of; what it lacks is English', async () => {
    assert.equal(languageOf('af-NA'), 'en');
    assert.equal(listText(['a', 'b'], formatsFor('af')), 'a and b');
    await setWords('af', { card: { estimated: 'geskat' } });
    assert.equal(listText(['a', 'b'], formatsFor('af')), 'a en b');
    assert.deepEqual(
      [languageOf('af-NA'), wordsFor('af').estimated, wordsFor('af').retry],
      ['af', 'geskat', 'Try again'],
    );
  });

  for (const tag of ['EN', 'en_US', 'en-x-own'])
    it(`takes ${tag} for English`, async () => {
      await setWords(tag, { metrics: { reach: `by ${tag}` } });
      assert.equal(metricLabel('reach', 'en'), `by ${tag}`);
      await setWords('en', { metrics: { reach: 'Reach' } });
    });

  it('a tag that is none is refused', async () => assert.rejects(setWords('not a tag', {}), RangeError));

  it('what is of another shape than ours is not said', async () => {
    const before = wordsFor('en');
    const wrong: readonly unknown[] = [
      { card: 'x' },
      { card: null },
      { card: { more: 'More' } },
      { card: { estimated: { strings: [] } } },
      { card: { more: () => 5 } },
      {
        card: {
          more() {
            throw new Error('hostile');
          },
        },
      },
      { card: { constructor: 'x', other: 'y' } },
      { metrics: { reach: { a: 1 } } },
    ];
    for (const words of wrong) await setWords('en', words as PageWords);
    const { more, estimated } = wordsFor('en');
    assert.deepEqual([more('Reach'), estimated], [before.more('Reach'), before.estimated]);
    assert.deepEqual(Object.keys(wordsFor('en')), Object.keys(before));
    assert.equal(metricLabel('reach', 'en'), 'Reach');
  });

  it('what it is given cannot reach other objects', async () => {
    await setWords('en', JSON.parse('{"__proto__": {"polluted": 1}, "card": {"__proto__": {"polluted": 1}}}'));
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });
});
