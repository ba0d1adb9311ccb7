// What a whole page costs: twelve cards and fifteen charts in one provider, over HTTP.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import type { InsightsProvider } from '../../src/elements/provider/provider.js';
import {
  afterTest,
  backendUrl,
  guard,
  listen,
  make,
  nextTask,
  settled,
  textOf,
  travel,
  type WatchedRequest,
  watchRequests,
} from './harness.js';
import { visit } from './visit.js';

const cards = [
  'reach',
  'views',
  'likes',
  'comments',
  'saved',
  'shares',
  'replies',
  'total_interactions',
  'accounts_engaged',
  'profile_links_taps',
  'follows_and_unfollows',
  'follower_count',
];
const people = ['follower_demographics', 'reached_audience_demographics', 'engaged_audience_demographics'];
const breakdowns = ['age', 'gender', 'city', 'country', 'age,gender'];
const mostCalls = 8;

const page = (metrics: readonly string[] = cards): string =>
  [
    ...metrics.map((metric) => `<insights-metric-card metric="${metric}"></insights-metric-card>`),
    ...people.flatMap((metric) =>
      breakdowns.map(
        (breakdown) =>
          `<insights-demographics-chart metric="${metric}" breakdown="${breakdown}"></insights-demographics-chart>`,
      ),
    ),
  ].join('');

const elementsIn = (root: ParentNode): InsightsElement[] => [
  ...root.querySelectorAll<InsightsElement>('insights-metric-card, insights-demographics-chart'),
];
const cardOf = (root: ParentNode, metric: string): InsightsElement => {
  const card = elementsIn(root).find((element) => element.metric === metric);
  if (!card) throw new Error(`No card shows ${metric}.`);
  return card;
};

/** An address, and with it a client and a backend, that no other test has. */
let followers = 30_000;
const freshUrl = (scenario?: string): string => {
  followers += 1;
  return backendUrl({ version: 'v25.0', followers, ...(scenario && { scenario }) });
};

interface Open {
  readonly provider: InsightsProvider;
  readonly asked: readonly WatchedRequest[];
}

async function open(properties: Partial<InsightsProvider>, html = page()): Promise<Open> {
  afterTest(travel());
  const asked = watchRequests();
  const provider = make('insights-provider', { backendUrl: freshUrl(), ...properties });
  provider.innerHTML = html;
  await fixture(provider);
  return { provider, asked };
}

/** Waits until nothing more is asked: what an element says beside its number is asked after it. */
async function quiet({ provider, asked }: Open): Promise<void> {
  for (const element of elementsIn(provider)) await settled(element);
  await waitUntil(() => elementsIn(provider).every((element) => textOf(element) !== ''));
  let before: number;
  do {
    before = asked.length;
    await nextTask(60);
  } while (asked.length > before || asked.some(({ isOpen }) => isOpen));
}

const isInsights = ({ url }: WatchedRequest): boolean => new URL(url).pathname.endsWith('/insights');
const count = (asked: readonly WatchedRequest[]): { insights: number; account: number } => ({
  insights: asked.filter(isInsights).length,
  account: asked.filter((request) => !isInsights(request)).length,
});

describe('a page of 27 elements', () => {
  guard();

  for (const [what, apiVersion] of [
    ['without a version', undefined],
    ['of v25.0', 'v25.0'],
  ] as const) {
    describe(what, () => {
      const properties = apiVersion ? { apiVersion } : {};

      it(`is ready after at most ${mostCalls} calls, and one for the count of followers`, async () => {
        const errors = listen('insights-error');
        const opened = await open(properties);
        await quiet(opened);
        const elements = elementsIn(opened.provider);
        expect(elements.length).to.equal(27);
        expect(elements.filter(({ state }) => state !== 'ready').map(({ metric }) => metric)).to.deep.equal([]);
        const { insights, account } = count(opened.asked);
        expect(insights).to.be.within(1, mostCalls);
        expect(account).to.equal(1);
        expect(errors).to.deep.equal([]);
        const shares = elements.filter((element) => textOf(element, '.note').includes('of followers'));
        expect(shares.length).to.equal(5);
      });

      it('elements that are added, and ask the same, ask nothing', async () => {
        const opened = await open(properties);
        await quiet(opened);
        const before = opened.asked.length;
        opened.provider.insertAdjacentHTML('beforeend', `<section>${page()}</section>`);
        await quiet(opened);
        expect(elementsIn(opened.provider).map(({ state }) => state)).to.deep.equal(Array(54).fill('ready'));
        expect(opened.asked.slice(before).map(({ url }) => url)).to.deep.equal([]);
      });

      it('elements that are moved ask nothing, and keep their numbers', async () => {
        const opened = await open(properties);
        await quiet(opened);
        const before = opened.asked.length;
        const elements = elementsIn(opened.provider);
        const texts = elements.map((element) => textOf(element));
        const section = document.createElement('section');
        opened.provider.prepend(section);
        for (const element of elements) section.prepend(element);
        await quiet(opened);
        expect(elements.map(({ state }) => state)).to.deep.equal(Array(27).fill('ready'));
        expect(elements.map((element) => textOf(element))).to.deep.equal(texts);
        expect(opened.asked.slice(before).map(({ url }) => url)).to.deep.equal([]);
      });
    });
  }

  it('that goes while it loads gives up every call, without a word', async () => {
    const events = [listen('insights-error'), listen('insights-load')];
    const { provider, asked } = await open({ backendUrl: freshUrl('slow') });
    await waitUntil(() => asked.length > 0);
    await nextTask(50);
    const under = asked.length;
    expect(asked.map(({ signal }) => signal?.aborted)).to.deep.equal(Array(under).fill(false));
    provider.replaceChildren();
    await nextTask(50);
    expect(asked.length).to.equal(under);
    expect(asked.map(({ signal }) => signal?.aborted)).to.deep.equal(Array(under).fill(true));
    expect(events.flat()).to.deep.equal([]);
  });

  it('of which most goes while it loads keeps the calls that somebody still waits for', async () => {
    const { provider, asked } = await open({ backendUrl: freshUrl('slow') });
    await waitUntil(() => asked.length > 0);
    await nextTask(50);
    for (const element of elementsIn(provider)) if (element.metric !== 'likes') element.remove();
    await nextTask(50);
    const kept = asked.filter(({ signal }) => !signal?.aborted);
    expect(kept.map(({ url }) => new URL(url).searchParams.get('metric')?.includes('likes'))).to.deep.equal([true]);
    await settled(cardOf(provider, 'likes'));
    expect(cardOf(provider, 'likes').state).to.equal('ready');
  });
});

describe('a page of 27 elements, one of which asks for what was retired', () => {
  guard();
  const metrics = cards.with(cards.indexOf('views'), 'impressions');

  const expectExplained = (provider: InsightsProvider): void => {
    const card = cardOf(provider, 'impressions');
    const others = elementsIn(provider).filter((element) => element !== card);
    expect(others.filter(({ state }) => state !== 'ready').map(({ metric }) => metric)).to.deep.equal([]);
    expect(['empty', 'error']).to.include(card.state);
    expect(textOf(card, '[part=message]')).to.contain('Instagram retired impressions');
    expect(textOf(card, '[part=message]')).to.contain('2025-04-21');
    expect(textOf(card, '[part=message]')).to.contain('metric="views"');
  };

  it('with the version it is explained, and never asked', async () => {
    const opened = await open({ apiVersion: 'v25.0' }, page(metrics));
    await quiet(opened);
    expectExplained(opened.provider);
    expect(opened.asked.filter(({ url }) => url.includes('impressions'))).to.deep.equal([]);
    expect(count(opened.asked).insights).to.be.within(1, mostCalls);
  });

  it('without one the API says so: it spoils no other answer, is explained, and is asked alone from then on', async () => {
    const opened = await open({}, page(metrics));
    await quiet(opened);
    expectExplained(opened.provider);
    // Its totals and its days: each of the two calls that it was in is asked once more, without it.
    expect(count(opened.asked).insights).to.be.within(1, mostCalls + 2);
    const before = opened.asked.length;
    const more = metrics.map((metric) => make('insights-metric-card', { metric }));
    opened.provider.append(...more);
    await quiet(opened);
    // Whoever comes later may ask for it anew, but takes no other metric along.
    const later = opened.asked.slice(before).map(({ url }) => new URL(url).searchParams.get('metric'));
    expect(later.filter((metric) => metric !== 'impressions')).to.deep.equal([]);
  });
});

describe('a page of 27 elements, opened for the first time', () => {
  guard();

  for (const [what, attributes] of [
    ['as it is', ''],
    ['with a version', 'api-version="v25.0"'],
    ["with days and a comparison that are its provider's", 'range="last_7_days"'],
  ] as const) {
    it(`${what}: nothing is loaded yet, and it costs ${mostCalls} calls`, async () => {
      const url = freshUrl();
      const {
        document: opened,
        asked,
        answer,
      } = await visit({
        html: `<insights-provider backend-url="${url}" ${attributes}>${page()}</insights-provider>`,
        at: Date.parse('2024-03-15T20:00:00Z'),
      });
      answer();
      const isShown = (): boolean => elementsIn(opened).every(({ state }) => state === 'ready' || state === 'empty');
      await waitUntil(isShown, 'not all are there', { timeout: 8000 });
      expect(asked.filter((address) => address.includes('/insights?')).length).to.be.at.most(mostCalls);
    });
  }
});
