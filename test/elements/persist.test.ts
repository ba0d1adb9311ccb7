// Answers kept between visits: shown at once and dated, then replaced; and nothing kept that must not be.
import { expect, waitUntil } from '@open-wc/testing';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { looksLikeToken } from '../../src/spec/index.js';
import { afterTest, backendUrl, faultUrl, guard, nextTask, now, settled, textOf } from './harness.js';
import { type Visit, type VisitOptions, visit } from './visit.js';

const minutes = (count: number): number => count * 60_000;
const later = now() + minutes(30);

const stores = { session: sessionStorage, local: localStorage } as const;
/** All that the page has stored, names and values. */
const stored = (): string =>
  Object.values(stores)
    .map((store) => JSON.stringify(store))
    .join('\n');
const isEmpty = (): boolean => Object.values(stores).every(({ length }) => length === 0);

const moment = (ms: number): string =>
  new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(ms).replaceAll(/\s+/g, ' ');

/** Two backends with other numbers, of which no test sees the second, a later one, under its own name. */
const url = backendUrl({ version: 'v25.0', followers: 50_000 });
const other = backendUrl({ version: 'v25.0', followers: 90_000, at: new Date(later).toISOString() });
const asOther = (address: string): string => address.replace(url, other);

const cardHtml = (attributes: string): string =>
  `<insights-metric-card metric="likes" range="last_7_days" backend-url="${url}" ${attributes}></insights-metric-card>`;

const cardIn = ({ document }: Visit): InsightsElement =>
  document.querySelector('insights-metric-card') as InsightsElement;
const number = (opened: Visit): string => textOf(cardIn(opened), '[part=value]');
const note = (opened: Visit): string => textOf(cardIn(opened), '.note');

/** A visit that sees its answer, from the first to the last. @returns the number */
async function seen(options: VisitOptions): Promise<string> {
  const opened = await visit(options);
  opened.answer();
  await settled(cardIn(opened));
  const shown = number(opened);
  await nextTask(20);
  opened.leave();
  return shown;
}

/** That a page has to wait for its answer: what is kept is looked for before anything is asked. */
async function expectNothing(opened: Visit): Promise<void> {
  await waitUntil(() => opened.asked.length > 0, 'nothing was asked');
  await nextTask(20);
  expect([cardIn(opened).state, number(opened)]).to.deep.equal(['loading', '']);
}

describe('persist', () => {
  guard();
  beforeEach(() => {
    for (const store of Object.values(stores)) store.clear();
    afterTest(() => {
      for (const store of Object.values(stores)) store.clear();
    });
  });

  const places = [
    ['of a card', 'session', cardHtml('persist="session"')],
    ['of a card', 'local', cardHtml('persist="local"')],
    [
      'of a provider',
      'session',
      `<insights-provider backend-url="${url}" range="last_7_days" persist="session">
        <insights-metric-card metric="likes"></insights-metric-card></insights-provider>`,
    ],
  ] as const;
  for (const [whose, place, html] of places) {
    it(`${whose}, "${place}": the next visit has the old number at once, dated, then the new one`, async () => {
      const before = await seen({ html, at: now() });
      expect(before).to.match(/^\d/);
      expect(stores[place].length).to.equal(1);

      const opened = await visit({ html, at: later, divert: asOther });
      await settled(cardIn(opened));
      expect(number(opened)).to.equal(before);
      // The question follows in a task of its own.
      await nextTask(20);
      expect([number(opened), opened.asked.length]).to.deep.equal([before, 1]);
      expect(note(opened)).to.contain(`as of ${moment(now())}`);
      expect(cardIn(opened).result?.stored).to.equal(true);
      opened.answer();
      await waitUntil(() => number(opened) !== before, 'no newer number came');
      expect(cardIn(opened).state).to.equal('ready');
      expect(note(opened)).to.not.contain('as of');

      await nextTask(20);
      const third = await visit({ html, at: later + minutes(1) });
      await settled(cardIn(third));
      // Kept a minute ago: fresh, and not asked for.
      expect([number(third), third.asked.length]).to.deep.equal([number(opened), 0]);
    });
  }

  it('what is a day old is not shown', async () => {
    const html = cardHtml('persist="local"');
    await seen({ html, at: now() });
    const opened = await visit({ html, at: now() + minutes(24 * 60 + 1) });
    await expectNothing(opened);
  });

  for (const attributes of ['', 'persist', 'persist="yes"', 'persist="SESSION"']) {
    it(`nothing is kept by a card with ${attributes || 'no attribute'}`, async () => {
      await seen({ html: cardHtml(attributes), at: now() });
      expect(isEmpty()).to.equal(true);
      const opened = await visit({ html: cardHtml(attributes), at: later });
      await expectNothing(opened);
    });
  }

  const token = 'embed-token-of-a-visitor-1234567890';
  const prepare = (document: Document): void => {
    const card = document.querySelector('insights-metric-card');
    if (card) Object.assign(card, { getToken: () => token });
  };

  it('with getToken nothing is kept, as nobody knows for whom', async () => {
    await seen({ html: cardHtml('persist="session"'), at: now(), prepare });
    expect(isEmpty()).to.equal(true);
  });

  it('with getToken and a token-scope it is kept, for that scope only', async () => {
    const html = (scope: string): string => cardHtml(`persist="session" token-scope="${scope}"`);
    const before = await seen({ html: html('team-a'), at: now(), prepare });
    expect(sessionStorage.length).to.equal(1);
    expect(stored()).to.not.contain(token).and.to.not.contain('team-a');
    const same = await visit({ html: html('team-a'), at: later, prepare });
    await settled(cardIn(same));
    expect(number(same)).to.equal(before);
    const another = await visit({ html: html('team-b'), at: later, prepare });
    await expectNothing(another);
  });

  it('another account has nothing of it', async () => {
    await seen({ html: cardHtml('persist="session"'), at: now() });
    const opened = await visit({ html: cardHtml('persist="session" account="somebody-else"'), at: later });
    await expectNothing(opened);
  });

  for (const status of [401, 403]) {
    it(`${status}: who may no longer ask keeps nothing`, async () => {
      const html = cardHtml('persist="session"');
      const before = await seen({ html, at: now() });
      expect(sessionStorage.length).to.equal(1);
      const opened = await visit({ html, at: later, divert: () => faultUrl(status, 'json') });
      await settled(cardIn(opened));
      expect(number(opened)).to.equal(before);
      opened.answer();
      await waitUntil(() => cardIn(opened).error, 'no refusal came');
      await nextTask(20);
      expect(isEmpty()).to.equal(true);
      opened.leave();
      const next = await visit({ html, at: later + minutes(1) });
      await expectNothing(next);
    });
  }

  it('keeps aggregates, and no name, address, account or token', async () => {
    const html = `<insights-provider backend-url="${url}" persist="session" range="last_7_days">
      <insights-metric-card metric="likes"></insights-metric-card>
      <insights-demographics-chart metric="follower_demographics" breakdown="city"></insights-demographics-chart>
      </insights-provider>`;
    const opened = await visit({ html, at: now() });
    opened.answer();
    const chart = opened.document.querySelector('insights-demographics-chart') as InsightsElement;
    await waitUntil(() => textOf(chart, '.note').includes('of followers'), 'no count of followers came');
    await nextTask(20);
    const account = (await (await fetch(`${url}/default?fields=username,name`)).json()) as Record<string, string>;
    const { username = '', name = '' } = account;
    expect([username, name].every(Boolean)).to.equal(true);
    const text = stored();
    expect(text).to.contain('likes').and.to.contain('follower_demographics');
    for (const secret of [username, name, url, location.host, 'default']) expect(text).to.not.contain(secret);
    expect(text.split(/[^\w.|-]+/).filter(looksLikeToken)).to.deep.equal([]);
  });
});
