// How numbers stay fresh: asked again after a while, and on return.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import type { InsightsMetricCard } from '../../src/elements/metric-card/metric-card.js';
import { backendUrl, guard, make, nextTask, now, settled, shown, textOf, watchFetch } from './harness.js';
import { type PageClock, stopClock } from './page-clock.js';

const minutes = (count: number): number => count * 60_000;

/** An address, and with it a client and a backend, that no other test has. */
let followers = 40_000;
const freshUrl = (scenario?: string): string => {
  followers += 1;
  return backendUrl({ version: 'v25.0', followers, ...(scenario && { scenario }) });
};

/** Days that still move: those that have settled are never asked for again. */
const range = 'last_7_days';

interface Polling {
  readonly clock: PageClock;
  readonly asked: readonly string[];
  readonly card: InsightsMetricCard;
  /** Moves the clock on. @returns how many requests that brought */
  readonly requests: (ms: number) => Promise<number>;
}

/** A card that has been answered once, in a provider. */
async function polling(attributes: string, ofProvider = '', scenario?: string): Promise<Polling> {
  const clock = stopClock();
  const asked = watchFetch();
  const host = await fixture<HTMLElement>('<div></div>');
  host.innerHTML = `<insights-provider backend-url="${freshUrl(scenario)}" range="${range}" ${ofProvider}>
    <insights-metric-card metric="likes" ${attributes}></insights-metric-card></insights-provider>`;
  const card = host.querySelector('insights-metric-card') as InsightsMetricCard;
  await settled(card);
  expect([card.state, asked.length]).to.deep.equal(['ready', 1]);
  const requests = async (ms: number): Promise<number> => {
    const before = asked.length;
    await clock.pass(ms);
    await waitUntil(() => card.shadowRoot?.querySelector('[aria-busy=true]') === null, 'still busy', { interval: 5 });
    return asked.length - before;
  };
  return { clock, asked, card, requests };
}

describe('refresh-interval', () => {
  guard();

  const cases: readonly (readonly [string, string, string, number])[] = [
    ['of an element', 'refresh-interval="300"', '', 300],
    ['of its provider', '', 'refresh-interval="120"', 120],
    ['of an element, before its provider', 'refresh-interval="300"', 'refresh-interval="120"', 300],
    ['below a minute is a minute', 'refresh-interval="10"', '', 60],
    ['of a provider, below a minute too', '', 'refresh-interval="1"', 60],
    ['a part of a second is a minute', 'refresh-interval="0.5"', '', 60],
  ];
  for (const [what, own, ofProvider, seconds] of cases) {
    it(`${what}: asks after ${seconds} seconds, and again`, async () => {
      const { requests, card } = await polling(own, ofProvider);
      for (const turn of ['first', 'second']) {
        expect(await requests(seconds * 1000 - 1), turn).to.equal(0);
        expect(await requests(1)).to.equal(1);
        expect(card.state).to.equal('ready');
      }
    });
  }

  for (const text of ['', '0', '-300', 'often', 'NaN', '5 minutes', 'Infinity']) {
    it(`"${text}" never asks again`, async () => {
      const { requests } = await polling(`refresh-interval="${text}"`);
      expect(await requests(minutes(120))).to.equal(0);
    });
  }

  it('may change: the next turn is counted from then on', async () => {
    const { requests, card } = await polling('refresh-interval="300"');
    await requests(minutes(2));
    card.setAttribute('refresh-interval', '60');
    await card.updateComplete;
    expect(await requests(minutes(1) - 1)).to.equal(0);
    expect(await requests(1)).to.equal(1);
    card.removeAttribute('refresh-interval');
    await card.updateComplete;
    expect(await requests(minutes(60))).to.equal(0);
  });

  it('of the provider may change too', async () => {
    const { requests, card } = await polling('');
    expect(await requests(minutes(10))).to.equal(0);
    const provider = card.parentElement as HTMLElement;
    provider.setAttribute('refresh-interval', '60');
    await card.updateComplete;
    await nextTask();
    expect(await requests(minutes(1))).to.equal(1);
    provider.setAttribute('refresh-interval', 'never');
    await nextTask();
    expect(await requests(minutes(60))).to.equal(0);
  });

  it('ends when the element goes', async () => {
    const { requests, card } = await polling('refresh-interval="60"');
    card.remove();
    expect(await requests(minutes(10))).to.equal(0);
  });

  it('keeps its number while it asks, and only says that it is busy', async () => {
    const { clock, card, asked } = await polling('refresh-interval="60"');
    const states: string[] = [];
    const watch = new MutationObserver(() => states.push(card.state));
    watch.observe(card, { attributes: true });
    const value = textOf(card, '[part=value]');
    let wasBusy = false;
    const busy = new MutationObserver(() => {
      wasBusy ||= card.shadowRoot?.querySelector('[aria-busy=true]') !== null;
      expect(textOf(card, '[part=value]')).to.equal(value);
    });
    busy.observe(card.shadowRoot as ShadowRoot, { attributes: true, subtree: true });
    await clock.pass(minutes(1));
    await waitUntil(() => asked.length === 2 && card.shadowRoot?.querySelector('[aria-busy=false]'));
    expect([wasBusy, states.filter((state) => state !== 'ready')]).to.deep.equal([true, []]);
    watch.disconnect();
    busy.disconnect();
  });
});

describe('a limit on calls that is nearly used up', () => {
  guard();

  /** In the visitor's own zone: it is a moment of theirs. */
  const clockTime = (ms: number): string =>
    new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }).format(ms).replaceAll(/\s+/g, ' ');

  it('pauses the updates, says until when, and goes on after', async () => {
    const { requests, card } = await polling('refresh-interval="60"', '', 'busy');
    await card.updateComplete;
    expect(textOf(card, '.findings')).to.equal(
      `No updates until ${clockTime(now() + minutes(60))}: nearly all calls that Instagram allows are used.`,
    );
    expect(await requests(minutes(59))).to.equal(0);
    expect(await requests(minutes(2))).to.equal(1);
    await card.updateComplete;
    // That answer said the same of the limit again.
    expect(textOf(card, '.findings')).to.contain('No updates until');
    expect(textOf(card, '.findings')).to.not.contain(clockTime(now() + minutes(60)));
  });

  it('is of no matter to an element that does not ask again', async () => {
    const { card } = await polling('', '', 'busy');
    await card.updateComplete;
    expect(textOf(card)).to.not.contain('No updates');
  });

  it('does not keep a person from asking', async () => {
    const { card, asked } = await polling('refresh-interval="60"', '', 'busy');
    card.refresh();
    await waitUntil(() => asked.length === 2, 'nothing was asked');
  });
});

describe('a visitor who returns', () => {
  guard();

  const returns: readonly (readonly [string, () => void])[] = [
    ['to the page', () => void document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))],
    ['to the network', () => void (dispatchEvent(new Event('offline')), dispatchEvent(new Event('online')))],
  ];
  for (const [where, happens] of returns) {
    it(`${where}: what is fresh stays, what is stale is asked again`, async () => {
      const { clock, requests, asked } = await polling('');
      await clock.pass(minutes(14));
      happens();
      expect(await requests(0)).to.equal(0);
      await clock.pass(minutes(1));
      happens();
      await waitUntil(() => asked.length === 2, 'nothing was asked');
      happens();
      expect(await requests(0)).to.equal(0);
    });
  }

  it('to days that have settled finds them as they were: they are not asked for again', async () => {
    const clock = stopClock();
    const asked = watchFetch();
    const days = { since: '2024-02-14', until: '2024-03-10' };
    await shown(make('insights-metric-card', { metric: 'likes', backendUrl: freshUrl(), ...days }));
    await clock.pass(minutes(30));
    returns[0]?.[1]();
    await clock.pass(minutes(1));
    expect(asked.length).to.equal(1);
  });
});
