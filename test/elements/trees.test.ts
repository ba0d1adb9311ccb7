// What a screen reader is told of each element, recorded in trees/. After a change that is meant:
// `npm run trees -- --update`, and read what has become of them as a visitor does who hears them.
import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { needing } from './engine.js';
import { type GalleryCase, galleryCases, galleryClock, openAll, openMenu, present, readTree } from './gallery-cases.js';
import { guard } from './harness.js';

/** Each element, each kind of chart, and each kind of state; some of them also with all that can be opened, with the menu, or in another language. */
const recorded: Readonly<Record<string, readonly string[]>> = {
  'metric-card': [
    'compared',
    'gained-and-lost',
    'breakdown opened',
    'sample-data',
    'stale',
    'gap',
    'long-window',
    'loading',
    'not-yet',
    'unknown-metric',
    'network',
    'no-client',
  ],
  'trend-chart': [
    'compared',
    'compared menu',
    'compared ar-EG',
    'one-day opened',
    'several opened',
    'gained-and-lost',
    'missing-days',
  ],
  'breakdown-chart': ['bars', 'bars opened', 'doughnut', 'two-dimensions', 'gained-and-lost'],
  'demographics-chart': ['pyramid opened', 'cities', 'map', 'too-few-followers'],
  'account-header': ['known', 'sample-data', 'loading', 'network'],
  'range-picker': ['all-controls', 'own-days'],
  dashboard: ['chosen', 'chosen opened', 'chosen ar-EG', 'chosen ja'],
  provider: ['handed-down'],
};

const nameOf = (element: string, title: string): string => `${element}.${title.replaceAll(' ', '.')}`;

needing('the accessibility tree').describe('accessibility trees', () => {
  guard();
  galleryClock();

  it('none is stored of what is not recorded any more', async () => {
    const stage = await present(galleryCases[0] as GalleryCase);
    const { stored } = await readTree();
    stage.remove();
    const names = Object.entries(recorded).flatMap(([element, titles]) =>
      titles.map((title) => nameOf(element, title)),
    );
    expect(stored.filter((name) => !names.includes(name))).to.deep.equal([]);
  });

  for (const [element, names] of Object.entries(recorded)) {
    for (const title of names) {
      it(`${element}: ${title}`, async () => {
        const [name, ...ways] = title.split(' ');
        const one = galleryCases.find(({ id }) => id === `${element}/${name}`);
        if (!one) return expect.fail('The gallery has no such case.');
        const lang = ways.find((way) => !['opened', 'menu'].includes(way));
        const stage = await present(one, lang === undefined ? {} : { lang });
        try {
          if (ways.includes('opened')) await openAll(stage);
          if (ways.includes('menu')) await openMenu(stage);
          const { now, before } = await readTree(nameOf(element, title));
          expect(now).to.equal(before);
        } finally {
          stage.remove();
        }
      });
    }
  }
});
