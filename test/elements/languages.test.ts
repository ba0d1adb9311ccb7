// In which language an element speaks, and that it speaks no other.
import { expect, fixture, html as template, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { Case, Section } from '../../demo/gallery/cases/case.js';
import { sections } from '../../demo/gallery/cases/sections.js';
import { elementsIn } from '../../demo/gallery/settled.js';
import { show as showCase } from '../../demo/gallery/show.js';
import { languages, spokenWords } from '../../src/format/languages.js';
import { type InsightsAccountHeader, type InsightsMetricCard, setWords } from '../../src/index.js';
import { afterTest, clientOf, guard, make, settled, textOf, totals, travel } from './harness.js';
import { stopClock } from './page-clock.js';

const client = clientOf(({ metric }) => totals(metric, 41_200));
const card = (properties: object = {}) => make('insights-metric-card', { client, metric: 'reach', ...properties });
const labelOf = (element: Element): string => textOf(element, '#label');
const baseOf = (element: Element): HTMLElement | null => element.shadowRoot?.querySelector('[part=base]') ?? null;
const reachIn = (language: string): string => spokenWords(language)?.metrics?.reach ?? '';

/** Puts an element into a page, or a part of one, of a language. */
async function within<T extends Element>(html: string, element: T): Promise<T> {
  const host = await fixture<HTMLElement>(html);
  (host.querySelector('.here') ?? host).append(element);
  return element;
}

describe('language: which one', () => {
  guard();

  const cases: readonly { name: string; html: string; given?: object; speaks: string; lang: string; dir: string }[] = [
    { name: 'none is English', html: '<div></div>', speaks: 'en', lang: 'en', dir: '' },
    { name: 'that of the nearest lang', html: '<div lang="de"></div>', speaks: 'de', lang: 'de', dir: '' },
    {
      name: 'of the nearest, not of the farthest',
      html: '<div lang="de"><p class="here" lang="fr-CA"></p></div>',
      speaks: 'fr',
      lang: 'fr-CA',
      dir: '',
    },
    {
      name: 'its own locale before the page’s',
      html: '<div lang="de"></div>',
      given: { locale: 'ja' },
      speaks: 'ja',
      lang: 'ja',
      dir: '',
    },
    {
      name: 'that of its provider',
      html: '<insights-provider lang="de" locale="es"><p class="here"></p></insights-provider>',
      speaks: 'es',
      lang: 'es',
      dir: '',
    },
    {
      name: 'English for one that there are no words of',
      html: '<div lang="id"></div>',
      speaks: 'en',
      lang: 'en',
      dir: '',
    },
    {
      name: 'Arabic runs from right to left, on any page',
      html: '<div lang="ar-EG"></div>',
      speaks: 'ar',
      lang: 'ar-EG',
      dir: 'rtl',
    },
    { name: 'Portuguese of either side', html: '<div lang="pt-PT"></div>', speaks: 'pt', lang: 'pt-PT', dir: '' },
  ];
  for (const { name, html, given = {}, speaks, lang, dir } of cases) {
    it(name, async () => {
      const element = await settled(await within(html, card(given)));
      const label = speaks === 'en' ? 'Reach' : reachIn(speaks);
      expect(label).to.not.equal('');
      expect(labelOf(element)).to.equal(label);
      expect([baseOf(element)?.lang, baseOf(element)?.dir]).to.deep.equal([lang, dir]);
    });
  }

  it('numbers and dates are those of the locale, also where the words are English', async () => {
    const element = await settled(await within('<div lang="id"></div>', card()));
    expect(textOf(element, '[part=value]')).to.equal('41.200');
  });

  it('changes with the page, live', async () => {
    const element = await settled(await within('<div></div>', card()));
    const { lang } = document.documentElement;
    afterTest(() => {
      document.documentElement.lang = lang;
    });
    document.documentElement.lang = 'de';
    await waitUntil(() => labelOf(element) === reachIn('de') && reachIn('de') !== '', 'it does not speak German');
    document.documentElement.lang = 'en';
    await waitUntil(() => labelOf(element) === 'Reach', 'it does not speak English again');
  });
});

describe('language: on its way', () => {
  guard();

  /** Replaces how a language is loaded, or adds one that nobody has spoken yet. */
  function loadBy(language: string, load: () => Promise<unknown>): void {
    const own = languages[language];
    const put = (way: unknown): void => void Object.assign(languages, { [language]: way });
    afterTest(() => (own ? put(own) : Reflect.deleteProperty(languages, language)));
    put(load);
  }

  /** Has the words of Italian come for a language when they are let go. @returns what lets them go */
  function loadLate(language: string): () => void {
    const own = languages['it'];
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    loadBy(language, async () => {
      await gate;
      return own?.();
    });
    return release;
  }

  it('until the words are there the box is that of an answer to come; then there is no word of another language', async () => {
    const release = loadLate('it');
    const element = await within('<div lang="it"></div>', card());
    await waitUntil(() => element.state === 'ready', 'it waits for words before it asks');
    expect([labelOf(element), textOf(element, '.body')]).to.deep.equal(['', '']);
    expect(element.shadowRoot?.querySelectorAll('.skeleton').length).to.be.greaterThan(0);
    release();
    await element.updateComplete;
    expect([labelOf(element), element.shadowRoot?.querySelector('.skeleton')]).to.deep.equal([reachIn('it'), null]);
  });

  it('words that cannot be had are English, until the network is back', async () => {
    let isOffline = true;
    loadBy('fi', async () => {
      if (isOffline) throw new TypeError('no network');
      return languages['ja']?.();
    });
    const element = await settled(await within('<div lang="fi"></div>', card()));
    expect([labelOf(element), baseOf(element)?.lang]).to.deep.equal(['Reach', 'en']);
    isOffline = false;
    dispatchEvent(new Event('online'));
    await waitUntil(() => labelOf(element) === 'リーチ', 'it stays English');
    expect(baseOf(element)?.lang).to.equal('fi');
  });

  it('words that take too long are English until they come', async () => {
    const clock = stopClock();
    const release = loadLate('da');
    const element = await within('<div lang="da"></div>', card());
    await waitUntil(() => element.state === 'ready');
    expect(labelOf(element)).to.equal('');
    await clock.pass(4000);
    await waitUntil(() => labelOf(element) === 'Reach', 'no language at all');
    expect(baseOf(element)?.lang).to.equal('en');
    release();
    await waitUntil(() => labelOf(element) === 'Copertura', 'it stays English');
    expect(baseOf(element)?.lang).to.equal('da');
  });

  it('what a page says instead is said at once', async () => {
    const element = await settled(await within('<div></div>', card()));
    await setWords('en', { metrics: { reach: 'Unique viewers' } });
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Unique viewers');
    await setWords('en', { metrics: { reach: 'Reach' } });
    await element.updateComplete;
    expect(labelOf(element)).to.equal('Reach');
  });
});

/** Attributes that are read or heard. */
const heard = [
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'alt',
  'placeholder',
];

/** Every text of our elements that is seen or heard, without numbers, dates and code. */
function wordsOf(root: ParentNode): Set<string> {
  const texts = elementsIn(root).flatMap(({ shadowRoot }) => {
    if (!shadowRoot) return [];
    const all = [...shadowRoot.querySelectorAll('*')].filter((element) => !element.closest('style, code'));
    return all.flatMap((element) => [
      ...[...element.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ textContent }) => textContent),
      ...heard.map((name) => element.getAttribute(name)),
    ]);
  });
  const given = givenIn(root);
  return new Set(texts.map(plainOf).filter((text) => text.length > 2 && !given.has(text)));
}

/** A text without numbers, signs and marks. */
const plainOf = (text: string | null | undefined): string =>
  [text ?? '']
    .join()
    .replaceAll(/[^\p{L}\s]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** What a text says that only English says; whole texts are compared word for word in test/format/languages.test.ts. */
const isEnglish = (text: string): boolean =>
  /\b(the|of|and|days?|with|this|which|show|number|by|not|from|last|before|reported|owner|more|table|data)\b/i.test(
    text,
  );

/** What is nobody's to translate: names of accounts and places, and what the page's author wrote. */
function givenIn(root: ParentNode): Set<string> {
  const given = elementsIn(root).flatMap((element) => {
    const { result, profile, heading } = element as Partial<InsightsMetricCard & InsightsAccountHeader>;
    const places = (result?.breakdowns ?? []).flatMap(({ dimensions, rows }) =>
      rows.flatMap(({ values }) => values.filter((_, at) => dimensions[at] === 'city')),
    );
    return [heading, profile?.name, profile?.username, element.getAttribute('metric'), ...places];
  });
  return new Set(given.map((text) => plainOf(text)));
}

/** What each case of an element says in a language: all are shown at once. */
async function saidIn(language: string, { element, cases }: Section): Promise<Map<Case, Set<string>>> {
  const host = await fixture<HTMLElement>(template`<div lang=${language} style="width: 480px"></div>`);
  const shown = cases.map((one) => ({ one, ...showCase(element, one) }));
  host.append(...shown.map(({ figure }) => figure));
  await Promise.all(shown.map(({ whenSettled }) => whenSettled()));
  const said = new Map(shown.map(({ one, figure }) => [one, wordsOf(figure)]));
  host.remove();
  return said;
}

/** English, shown once for all languages. */
const inEnglish = new Map<Section, Promise<Map<Case, Set<string>>>>();

for (const language of Object.keys(languages)) {
  describe(`language: ${language}, every state of every element`, () => {
    guard();
    let back: () => void;
    before(() => {
      back = travel();
    });
    after(() => back());

    for (const section of sections) {
      it(`<insights-${section.element}> has no English left`, async function () {
        this.timeout(60_000);
        if (!inEnglish.has(section)) inEnglish.set(section, saidIn('en', section));
        const english = await inEnglish.get(section);
        const left: string[] = [];
        for (const [one, said] of await saidIn(language, section)) {
          for (const text of said)
            if (english?.get(one)?.has(text) && isEnglish(text)) left.push(`${one.name}: ${text}`);
        }
        expect(left).to.deep.equal([]);
      });
    }
  });
}
