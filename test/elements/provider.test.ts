import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../src/elements/provider/define.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import { createInsightsClient, setDefaultClient } from '../../src/client/index.js';
import type { InsightsContext } from '../../src/elements/context.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { InsightsProvider } from '../../src/elements/provider/provider.js';
import {
  type Answer,
  afterTest,
  backendUrl,
  clientOf,
  days,
  guard,
  listen,
  make,
  nextTask,
  now,
  settled,
  shown,
  textOf,
  totals,
  travel,
  watchFetch,
} from './harness.js';

const answering =
  (value: number): Answer =>
  ({ metric }) =>
    totals(metric, value);

const number = (element: Element): string => textOf(element, '[part=value]');
const cardsOf = (root: ParentNode): InsightsElement[] => [...root.querySelectorAll('insights-metric-card')];

async function provide(html: string, properties: Partial<InsightsProvider> = {}): Promise<InsightsProvider> {
  const provider = make('insights-provider', { client: clientOf(answering(1)), ...properties });
  provider.innerHTML = html;
  return fixture(provider);
}

describe('InsightsProvider', () => {
  guard();

  it('answers the elements inside it, at any depth and in shadow roots', async () => {
    const provider = await provide('<section><div id="host"></div></section>');
    const host = provider.querySelector('#host') as HTMLElement;
    const inner = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(inner);
    const card = make('insights-metric-card', { metric: 'likes' });
    inner.attachShadow({ mode: 'open' }).append(card);
    await settled(card);
    expect([card.state, number(card)]).to.deep.equal(['ready', '1']);
  });

  it('hands down its days, comparison, language and version, and changes them live', async () => {
    const provider = await provide('<insights-metric-card metric="likes"></insights-metric-card>', {
      range: 'last_7_days',
      compare: 'previous_period',
      locale: 'de',
      client: clientOf(answering(1234)),
    });
    const [card] = cardsOf(provider) as [InsightsElement];
    await settled(card);
    expect(card.result?.range).to.deep.equal({ since: '2024-03-08', until: '2024-03-14' });
    await waitUntil(() => card.results.length === 2);
    expect(number(card)).to.equal('1.234');

    provider.setAttribute('range', 'last_14_days');
    provider.setAttribute('locale', 'en');
    provider.compare = '';
    await waitUntil(() => card.state === 'ready' && card.result?.range?.since === '2024-03-01');
    await card.updateComplete;
    expect(number(card)).to.equal('1,234');
    expect([card.results.length, card.shadowRoot?.querySelector('[part=delta]')]).to.deep.equal([1, null]);

    provider.removeAttribute('range');
    Object.assign(provider, days);
    await waitUntil(() => card.state === 'ready' && card.result?.range?.since === days.since);
  });

  it('an element that says its own days, language or comparison keeps them; taken away, the provider is heard', async () => {
    const provider = await provide(
      `<insights-metric-card metric="likes" range="last_14_days" locale="fr" compare=""></insights-metric-card>
       <insights-metric-card metric="likes" since="${days.since}" until="${days.until}"></insights-metric-card>`,
      { range: 'last_7_days', locale: 'de', compare: 'previous_period', client: clientOf(answering(1234)) },
    );
    const [own, dated] = cardsOf(provider) as [InsightsElement, InsightsElement];
    await settled(own);
    await settled(dated);
    expect(own.result?.range?.since).to.equal('2024-03-01');
    expect(number(own)).to.equal('1 234');
    expect(own.shadowRoot?.querySelector('[part=delta]')).to.equal(null);
    expect(dated.result?.range).to.deep.equal(days);
    expect(dated.shadowRoot?.querySelector('[part=delta]')).to.not.equal(null);

    for (const name of ['range', 'locale', 'compare']) own.removeAttribute(name);
    for (const name of ['since', 'until']) dated.removeAttribute(name);
    await waitUntil(() => [own, dated].every(({ result }) => result?.range?.since === '2024-03-08'));
    await own.updateComplete;
    expect(number(own)).to.equal('1.234');
    expect(own.shadowRoot?.querySelector('[part=delta]')).to.not.equal(null);
  });

  it('backend-url, account and api-version reach elements, and change live', async () => {
    afterTest(travel());
    const asked = watchFetch();
    const provider = make('insights-provider', { backendUrl: backendUrl(), apiVersion: 'v22.0', ...days });
    provider.innerHTML = '<insights-metric-card metric="impressions"></insights-metric-card>';
    await fixture(provider);
    const [card] = cardsOf(provider) as [InsightsElement];
    await settled(card);
    expect(card.issues.map(({ code }) => code)).to.deep.equal(['retired']);
    expect([card.state, asked]).to.deep.equal(['error', []]);

    provider.apiVersion = 'v19.0';
    await waitUntil(() => card.state === 'ready');
    provider.account = 'somebody-else';
    await waitUntil(() => card.state === 'error');
    expect(card.reason).to.equal('not-found');
    provider.account = 'default';
    provider.setAttribute('backend-url', backendUrl({ followers: 5_000 }));
    await waitUntil(() => card.state === 'ready');
    expect(new Set(asked.map((url) => new URL(url).pathname))).to.deep.equal(
      new Set([
        `${backendUrl()}/default/insights`,
        `${backendUrl()}/somebody-else/insights`,
        `${backendUrl({ followers: 5_000 })}/default/insights`,
      ]),
    );
  });

  it("an element's own backend-url, client or account wins", async () => {
    afterTest(travel());
    const asked = watchFetch();
    const provider = make('insights-provider', { backendUrl: backendUrl(), ...days });
    provider.innerHTML = `
      <insights-metric-card metric="likes" backend-url="${backendUrl({ followers: 5_000 })}"></insights-metric-card>
      <insights-metric-card metric="likes" account="somebody-else"></insights-metric-card>
      <insights-metric-card metric="likes"></insights-metric-card>`;
    const [own, other, client] = cardsOf(provider) as [InsightsElement, InsightsElement, InsightsElement];
    client.client = clientOf(answering(9));
    await fixture(provider);
    for (const card of [own, other, client]) await settled(card);
    expect([own.state, other.state, other.reason, number(client)]).to.deep.equal(['ready', 'error', 'not-found', '9']);
    expect(asked.map((url) => new URL(url).pathname).sort()).to.deep.equal([
      `${backendUrl()}/somebody-else/insights`,
      `${backendUrl({ followers: 5_000 })}/default/insights`,
    ]);
  });

  it("never answers for an account with another account's numbers", async () => {
    setDefaultClient(clientOf(answering(3)));
    afterTest(() => setDefaultClient(undefined));
    const provider = await provide('<insights-metric-card metric="likes" account="brand-b"></insights-metric-card>');
    const [card] = cardsOf(provider) as [InsightsElement];
    await settled(card);
    expect([card.state, card.reason]).to.deep.equal(['error', 'no-client']);
    const alone = make('insights-metric-card', { metric: 'likes', account: 'brand-b' });
    await shown(alone);
    expect(alone.reason).to.equal('no-client');
  });

  it('days and comparisons that do not apply to an element are ignored without a word', async () => {
    const errors = listen('insights-error');
    const provider = await provide(
      `<insights-demographics-chart metric="follower_demographics" breakdown="age"></insights-demographics-chart>
       <insights-metric-card metric="follower_count"></insights-metric-card>`,
      {
        range: 'last_90_days',
        compare: 'previous_period',
        client: clientOf(({ metric, breakdown }) =>
          breakdown
            ? totals(metric, undefined, { dimensions: ['age'], rows: [['18-24', 4]] })
            : { data: [{ name: metric, period: 'day', values: [{ value: 6, end_time: '2024-03-10T07:00:00+0000' }] }] },
        ),
      },
    );
    const [chart, card] = [...provider.children] as [InsightsElement, InsightsElement];
    await settled(chart);
    await settled(card);
    expect([chart.state, card.state]).to.deep.equal(['ready', 'ready']);
    expect([...chart.issues, ...card.issues]).to.deep.equal([]);
    // 90 days are more than Instagram remembers of new followers: the default is shown.
    expect(card.result?.range).to.deep.equal({ since: '2024-02-16', until: '2024-03-14' });
    expect(errors).to.deep.equal([]);
  });

  it('says itself what is wrong with its own attributes, once; elements show the default', async () => {
    const errors = listen('insights-error');
    const provider = await provide('<insights-metric-card metric="likes"></insights-metric-card>', {
      range: 'last_60_days',
    });
    const [card] = cardsOf(provider) as [InsightsElement];
    await settled(card);
    provider.locale = 'de';
    await provider.updateComplete;
    expect(errors.map(({ target, error }) => [target, error.code, error.issues[0]?.attribute])).to.deep.equal([
      [provider, 'invalid-query', 'range'],
    ]);
    expect([card.state, card.result?.range?.since]).to.deep.equal(['ready', '2024-02-16']);
    provider.range = 'last_28_days';
    await provider.updateComplete;
    provider.range = 'last_60_days';
    await waitUntil(() => errors.length > 1);
    expect(errors.length).to.equal(2);
  });

  it('an element that moves hears the provider it is in, and only that one', async () => {
    const one = await provide('<insights-metric-card metric="likes"></insights-metric-card>', { range: 'last_7_days' });
    const two = await provide('', { client: clientOf(answering(2)), range: 'last_14_days' });
    const nobody = await fixture<HTMLElement>('<div></div>');
    const [card] = cardsOf(one) as [InsightsElement];
    await settled(card);
    expect(number(card)).to.equal('1');

    two.append(card);
    await waitUntil(() => number(card) === '2');
    expect(card.result?.range?.since).to.equal('2024-03-01');
    one.client = clientOf(answering(5));
    one.range = 'last_30_days';
    await one.updateComplete;
    await card.updateComplete;
    await nextTask(20);
    expect([number(card), card.result?.range?.since]).to.deep.equal(['2', '2024-03-01']);

    nobody.append(card);
    await waitUntil(() => card.state === 'error');
    expect(card.reason).to.equal('no-client');
    one.append(card);
    await waitUntil(() => number(card) === '5');
  });

  it('the nearest provider is heard, also when it comes later under a tag of its own', async () => {
    const outer = await provide(
      '<late-provider><insights-metric-card metric="likes"></insights-metric-card></late-provider>',
    );
    const [card] = cardsOf(outer) as [InsightsElement];
    await settled(card);
    expect(number(card)).to.equal('1');
    InsightsProvider.define('late-provider');
    const inner = outer.querySelector('late-provider') as InsightsProvider;
    inner.client = clientOf(answering(2));
    await waitUntil(() => number(card) === '2');
    outer.client = clientOf(answering(3));
    await outer.updateComplete;
    await card.updateComplete;
    await nextTask(20);
    expect(number(card)).to.equal('2');
  });

  it('one that comes late under a tag of its own, around elements that nobody answered, is heard', async () => {
    const root = await fixture<HTMLElement>(
      '<later-provider><insights-metric-card metric="likes"></insights-metric-card></later-provider>',
    );
    const [card] = cardsOf(root.parentElement as ParentNode) as [InsightsElement];
    await settled(card);
    expect(card.reason).to.equal('no-client');
    InsightsProvider.define('later-provider');
    (root as InsightsProvider).client = clientOf(answering(4));
    await waitUntil(() => number(card) === '4');
  });

  it('whoever is answered, or has left, asks no more when a provider comes', async () => {
    const asking: EventTarget[] = [];
    const hear = (event: Event): void => {
      const [target] = event.composedPath();
      // A provider asks too: for what it does not say itself.
      if (target && !(target instanceof InsightsProvider)) asking.push(target);
    };
    const alone = await shown(make('insights-metric-card', { metric: 'likes' }));
    const left = await shown(make('insights-metric-card', { metric: 'likes' }));
    left.remove();
    const provider = await provide('<insights-metric-card metric="likes"></insights-metric-card>');
    await settled(cardsOf(provider)[0] as InsightsElement);
    const contexts: EventTarget[] = [window, left, provider];
    for (const target of contexts) target.addEventListener('context-request', hear);
    afterTest(() => window.removeEventListener('context-request', hear));
    await provide('');
    document.dispatchEvent(Object.assign(new Event('context-provider'), { context: Symbol('another') }));
    expect(asking).to.deep.equal([alone]);
  });

  it('its context is a frozen interface under a global symbol, so that two copies of the library agree', async () => {
    const provider = await provide('<p></p>');
    const values: InsightsContext[] = [];
    const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
      context: Symbol.for('insights-elements.client'),
      contextTarget: provider.firstElementChild,
      callback: (value: InsightsContext) => values.push(value),
      subscribe: false,
    });
    provider.firstElementChild?.dispatchEvent(request);
    expect(values.map(({ version, client }) => [version, client])).to.deep.equal([[1, provider.client]]);
    expect(Object.isFrozen(values[0])).to.equal(true);
  });
});

describe('InsightsProvider: what it does not say itself', () => {
  guard();

  it('is taken from the provider around it, live, and group by group', async () => {
    const outer = await provide(
      '<insights-provider><insights-metric-card metric="likes"></insights-metric-card></insights-provider>',
      { client: clientOf(answering(1234)), range: 'last_7_days', locale: 'de', compare: 'previous_period' },
    );
    const inner = outer.querySelector('insights-provider') as InsightsProvider;
    const [card] = cardsOf(outer) as [InsightsElement];
    await settled(card);
    expect([number(card), card.result?.range?.since]).to.deep.equal(['1.234', '2024-03-08']);
    await waitUntil(() => card.results.length === 2, 'it is not compared');
    outer.range = 'last_14_days';
    await waitUntil(() => card.result?.range?.since === '2024-03-01');
    Object.assign(inner, { since: '2024-02-01', until: '2024-02-07', locale: 'en' });
    await waitUntil(() => card.result?.range?.since === '2024-02-01');
    expect(number(card)).to.equal('1,234');
  });

  it('another account of the backend around it', async () => {
    const asked = watchFetch();
    const outer = make('insights-provider', { backendUrl: backendUrl() });
    outer.innerHTML =
      '<insights-provider account="second"><insights-metric-card metric="likes"></insights-metric-card></insights-provider>';
    await fixture(outer);
    await waitUntil(() => asked.length > 0);
    expect(asked.every((url) => url.includes('/second/'))).to.equal(true);
  });

  it('a timeframe reaches demographics, unless they have their own; a wrong one is ignored', async () => {
    const asked: (string | undefined)[] = [];
    const client = clientOf(({ timeframe, metric }, edge) => {
      if (edge === 'insights') asked.push(timeframe);
      return totals(metric, undefined, { dimensions: ['gender'], rows: [['F', 3]] });
    });
    const chart = '<insights-demographics-chart metric="engaged_audience_demographics" breakdown="gender"';
    const provider = await provide(`${chart}></insights-demographics-chart>`, { client, timeframe: 'last_90_days' });
    await waitUntil(() => asked.length === 1);
    provider.timeframe = 'last_90_minutes';
    await waitUntil(() => asked.length === 2);
    provider.innerHTML = `${chart} timeframe="prev_month"></insights-demographics-chart>`;
    await waitUntil(() => asked.length === 3);
    expect(asked).to.deep.equal(['last_90_days', 'this_month', 'prev_month']);
  });

  it('a control changes it, and what is not named stays', async () => {
    const provider = await provide('<p></p>', { range: 'last_7_days', compare: 'previous_period' });
    const values: InsightsContext[] = [];
    const request = Object.assign(new Event('context-request', { bubbles: true, composed: true }), {
      context: Symbol.for('insights-elements.client'),
      contextTarget: provider.firstElementChild,
      callback: (value: InsightsContext) => values.push(value),
      subscribe: true,
    });
    provider.firstElementChild?.dispatchEvent(request);
    values[0]?.change?.({ range: undefined, since: '2024-02-01', until: '2024-02-07' });
    await provider.updateComplete;
    expect(values.at(-1)?.defaults).to.deep.equal({
      since: '2024-02-01',
      until: '2024-02-07',
      range: undefined,
      compare: 'previous_period',
      timeframe: undefined,
    });
  });
});

describe('setDefaultClient', () => {
  guard();

  it('is heard by elements that are there already, and by none that left', async () => {
    afterTest(() => setDefaultClient(undefined));
    const card = await shown(make('insights-metric-card', { metric: 'likes' }));
    expect(card.reason).to.equal('no-client');
    setDefaultClient(clientOf(answering(3)));
    await waitUntil(() => number(card) === '3');
    setDefaultClient(clientOf(answering(4)));
    await waitUntil(() => number(card) === '4');

    card.remove();
    await card.updateComplete;
    setDefaultClient(clientOf(answering(5)));
    expect(card.isUpdatePending).to.equal(false);
  });

  it('of another copy of the library is heard too', async () => {
    const path = '/src/client/default-client.ts?another-copy';
    const copy = (await import(path)) as { setDefaultClient: typeof setDefaultClient };
    expect(copy.setDefaultClient).to.not.equal(setDefaultClient);
    afterTest(() => copy.setDefaultClient(undefined));
    const card = await shown(make('insights-metric-card', { metric: 'likes' }));
    copy.setDefaultClient(clientOf(answering(6)));
    await waitUntil(() => number(card) === '6');
  });
});

describe('InsightsProvider: requests', () => {
  guard();
  const metrics = [
    'likes',
    'comments',
    'saved',
    'shares',
    'replies',
    'total_interactions',
    'profile_views',
    'website_clicks',
  ];

  it('elements with the same question share one', async () => {
    const asked: string[] = [];
    const provider = await provide('<insights-metric-card metric="likes"></insights-metric-card>'.repeat(5), {
      client: clientOf(({ metric = '' }) => {
        asked.push(metric);
        return totals(metric, 1);
      }),
    });
    for (const card of cardsOf(provider)) await settled(card);
    expect(asked).to.deep.equal(['likes']);
  });

  it('twelve cards of one shape, compared, are two requests, and reach with its days three', async () => {
    afterTest(travel());
    const asked = watchFetch();
    const provider = make('insights-provider', { backendUrl: backendUrl(), compare: 'previous_period' });
    provider.innerHTML = [...metrics, 'accounts_engaged', 'profile_links_taps', 'impressions', 'reach']
      .map((metric) => `<insights-metric-card metric="${metric}"></insights-metric-card>`)
      .join('');
    await fixture(provider);
    const cards = cardsOf(provider);
    for (const card of cards) await settled(card);
    await waitUntil(() => cards.every(({ results }) => results.length >= 2));
    expect(cards.length).to.equal(12);
    expect(cards.map(({ state }) => state)).to.deep.equal(cards.map(() => 'ready'));
    // The totals, the totals before, and the days of reach and impressions.
    expect(asked.map((url) => new URL(url).searchParams.get('metric_type') ?? '').sort()).to.deep.equal([
      'time_series',
      'total_value',
      'total_value',
    ]);
  });

  it('elements without a provider share a client by their attributes', async () => {
    afterTest(travel());
    const asked = watchFetch();
    const root = await fixture<HTMLElement>(
      `<div>${metrics
        .map(
          (metric) =>
            `<insights-metric-card metric="${metric}" backend-url="${backendUrl({ followers: 777 })}"></insights-metric-card>`,
        )
        .join('')}</div>`,
    );
    for (const card of cardsOf(root)) await settled(card);
    expect(asked.length).to.equal(1);
  });

  it('one client however an address and its account are written', async () => {
    afterTest(travel());
    const asked = watchFetch();
    const url = backendUrl({ followers: 778 });
    const ways = [
      `backend-url="${url}"`,
      `backend-url="${url}/"`,
      `backend-url="${location.origin}${url}" account=""`,
      `backend-url="${url}" account="default"`,
    ];
    const root = await fixture<HTMLElement>(
      `<div>${ways.map((way) => `<insights-metric-card metric="likes" ${way}></insights-metric-card>`).join('')}</div>`,
    );
    for (const card of cardsOf(root)) await settled(card);
    expect(cardsOf(root).map(({ state }) => state)).to.deep.equal(ways.map(() => 'ready'));
    expect(asked.map((address) => new URL(address).pathname)).to.deep.equal([`${url}/default/insights`]);
  });

  it('nobody left: the call is given up, and only then', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const client = createInsightsClient({
      transport: (_call, { signal } = {}) => {
        signals.push(signal);
        return new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason as Error)),
        );
      },
      now,
      retries: 0,
    });
    const provider = await provide(
      '<insights-metric-card metric="likes"></insights-metric-card><insights-metric-card metric="comments"></insights-metric-card>',
      { client },
    );
    const errors = listen('insights-error');
    const [one, two] = cardsOf(provider) as [InsightsElement, InsightsElement];
    await waitUntil(() => signals.length > 0);
    one.remove();
    await nextTask();
    expect(signals.map((signal) => signal?.aborted)).to.deep.equal([false]);
    two.remove();
    await nextTask();
    expect(signals.map((signal) => signal?.aborted)).to.deep.equal([true]);
    expect(errors).to.deep.equal([]);
  });
});
