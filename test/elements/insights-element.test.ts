import { expect, fixture, fixtureSync, waitUntil } from '@open-wc/testing';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import { setDefaultClient } from '../../src/client/index.js';
import { InsightsErrorEvent, InsightsLoadEvent } from '../../src/elements/events.js';
import { InsightsElement } from '../../src/elements/insights-element.js';
import { InsightsError, type InsightsResult } from '../../src/spec/index.js';
import {
  afterTest,
  backendUrl,
  clientAt,
  clientOf,
  days,
  faultUrl,
  guard,
  listen,
  make,
  nextTask,
  settled,
  shown,
  textOf,
  totals,
  travel,
  watchFetch,
} from './harness.js';

const tags = ['insights-metric-card', 'insights-demographics-chart'] as const;
const network = (): never => {
  throw new InsightsError('network');
};

/** A card whose answers follow one another; the last one stays. */
function cardOver(...answers: readonly (number | (() => never))[]) {
  let asked = 0;
  const client = clientOf(({ metric }) => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? 0;
    asked += 1;
    return totals(metric, typeof answer === 'function' ? answer() : answer);
  });
  return make('insights-metric-card', { metric: 'likes', ...days, client });
}

const refreshed = async (element: InsightsElement): Promise<void> => {
  element.refresh();
  await waitUntil(() => element.shadowRoot?.querySelector('[aria-busy=true]'), 'nothing is asked', { interval: 1 });
  await waitUntil(() => element.shadowRoot?.querySelector('[aria-busy=false]'), 'nothing comes', { interval: 1 });
};

describe('InsightsElement: state', () => {
  guard();

  for (const tag of tags) {
    it(`<${tag}> is idle until it is connected, and writes no attributes`, () => {
      const element = document.createElement(tag);
      expect(element).to.be.instanceOf(InsightsElement);
      expect([element.state, element.reason, element.error, element.result]).to.deep.equal([
        'idle',
        undefined,
        undefined,
        undefined,
      ]);
      expect(element.getAttributeNames()).to.deep.equal([]);
      expect([...element.results]).to.deep.equal([]);
    });
  }

  it('goes idle -> loading -> ready, reflected', async () => {
    const element = make('insights-metric-card', { metric: 'likes', ...days, client: clientAt(backendUrl()) });
    const seen: (string | null)[] = [element.state];
    const observer = new MutationObserver(() => seen.push(element.getAttribute('state')));
    observer.observe(element, { attributeFilter: ['state'] });
    await shown(element);
    await nextTask();
    expect(seen).to.deep.equal(['idle', 'loading', 'ready']);
    observer.disconnect();
  });

  for (const [name, value] of [
    ['state', 'error'],
    ['state', null],
    ['reason', 'not-yet'],
  ] as const) {
    it(`setting the attribute ${name} to ${value} changes nothing`, async () => {
      const element = await shown(cardOver(1234));
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
      await element.updateComplete;
      expect([element.state, element.reason]).to.deep.equal(['ready', undefined]);
      expect([element.getAttribute('state'), element.getAttribute('reason')]).to.deep.equal(['ready', null]);
      expect(textOf(element, '[part=value]')).to.equal('1,234');
    });
  }

  it('has no setters', async () => {
    const element = await shown(cardOver(1));
    for (const name of ['state', 'reason', 'error', 'results', 'issues']) {
      expect(() => Object.assign(element, { [name]: 'idle' }), name).to.throw(TypeError);
    }
  });

  it('an attribute in the HTML that is not ours to take is written over', async () => {
    const element = fixtureSync<InsightsElement>(
      '<insights-metric-card metric="reech" state="ready" reason="none"></insights-metric-card>',
    );
    await settled(element);
    expect([element.getAttribute('state'), element.getAttribute('reason')]).to.deep.equal(['error', 'invalid-query']);
  });

  it('follows its attributes: wrong, then right, then another metric', async () => {
    const asked = watchFetch();
    const element = make('insights-metric-card', { metric: 'likez', ...days, client: clientAt(backendUrl()) });
    await shown(element);
    expect(element.state).to.equal('error');
    expect(element.issues.map(({ suggestion }) => suggestion)).to.deep.equal(['likes']);
    element.setAttribute('metric', 'likes');
    await element.updateComplete;
    expect([element.state, element.error]).to.deep.equal(['loading', undefined]);
    await settled(element);
    const likes = textOf(element, '[part=value]');
    element.setAttribute('metric', 'comments');
    await element.updateComplete;
    expect(element.state).to.equal('loading');
    await settled(element);
    expect(textOf(element, '[part=value]')).to.not.equal(likes);
    expect(textOf(element, '#label')).to.equal('Comments');
    expect(asked.length).to.equal(2);
  });

  it('a warning is asked all the same', async () => {
    const element = make('insights-metric-card', { metric: 'saves', ...days, client: clientAt(backendUrl()) });
    await shown(element);
    expect([element.state, element.error]).to.deep.equal(['ready', undefined]);
    expect(element.issues.map(({ severity, code }) => [severity, code])).to.deep.equal([['warning', 'renamed']]);
  });
});

describe('InsightsElement: events', () => {
  guard();

  it('insights-load once per answer, through shadow roots, and no error', async () => {
    const loads = listen('insights-load');
    const errors = listen('insights-error');
    const host = await fixture<HTMLElement>('<div></div>');
    const inner = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('p'));
    const element = cardOver(7, 8);
    inner.attachShadow({ mode: 'open' }).append(element);
    await settled(element);
    element.heading = 'Hearts';
    await element.updateComplete;
    expect(loads.length).to.equal(1);
    expect(loads[0]).to.be.instanceOf(InsightsLoadEvent);
    expect([loads[0]?.bubbles, loads[0]?.composed, loads[0]?.cancelable]).to.deep.equal([true, true, false]);
    expect(loads[0]?.result.total).to.equal(7);
    await refreshed(element);
    expect(loads.map(({ result }) => result.total)).to.deep.equal([7, 8]);
    expect(errors).to.deep.equal([]);
  });

  it('insights-error once per failure, not per update', async () => {
    const errors = listen('insights-error');
    const element = await shown(cardOver(network));
    for (const heading of ['a', 'b']) {
      element.heading = heading;
      await element.updateComplete;
    }
    expect(errors.length).to.equal(1);
    await refreshed(element);
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['network', 'network']);
    expect(errors[0]).to.be.instanceOf(InsightsErrorEvent);
    expect([errors[0]?.bubbles, errors[0]?.composed]).to.deep.equal([true, true]);
  });

  it("a server's refusal is a failure each time, our own is one until it changes", async () => {
    const errors = listen('insights-error');
    const refuse = (): never => {
      throw new InsightsError('invalid-query', { status: 400 });
    };
    const element = await shown(cardOver(refuse));
    await refreshed(element);
    expect(errors.length).to.equal(2);
    element.metric = 'nothing like it';
    await shown(element);
    const { error } = element;
    element.heading = 'Another';
    await element.updateComplete;
    expect([errors.length, element.error === error]).to.deep.equal([3, true]);
  });

  it('another mistake is another event', async () => {
    const errors = listen('insights-error');
    const element = make('insights-metric-card', { metric: 'likez', client: clientAt(backendUrl()) });
    await shown(element);
    element.metric = 'commentz';
    await element.updateComplete;
    expect(errors.map(({ error }) => error.issues[0]?.suggestion)).to.deep.equal(['likes', 'comments']);
  });

  it('are on screen when they are told', async () => {
    const seen: string[] = [];
    const element = cardOver(42);
    element.addEventListener('insights-load', () => seen.push(textOf(element, '[part=value]'), element.state));
    await shown(element);
    expect(seen).to.deep.equal(['42', 'ready']);
  });
});

describe('InsightsElement: days that Instagram has forgotten', () => {
  guard();

  const longAgo = { metric: 'likes', since: '2021-01-01', until: '2021-01-28', backendUrl: backendUrl() } as const;

  it('are asked for where the backend keeps a history, with a warning for the author', async () => {
    const back = travel();
    afterTest(back);
    const asked = watchFetch();
    const without = await shown(make('insights-metric-card', longAgo));
    expect([without.state, without.error?.code, asked.length]).to.deep.equal(['error', 'invalid-query', 0]);
    const element = await shown(
      make('insights-metric-card', { ...longAgo, compare: 'previous_period', history: true }),
    );
    expect(element.issues.map(({ severity, attribute }) => [severity, attribute])).to.deep.equal([
      ['warning', 'since'],
    ]);
    expect(asked.map((url) => new URL(url).searchParams.get('since'))).to.include(
      String(Date.parse('2020-12-04T08:00:00Z') / 1000),
    );
  });

  it('by the history of the provider too, and of no other client', async () => {
    const back = travel();
    afterTest(back);
    const asked = watchFetch();
    const provider = await fixture<HTMLElement>(
      make('insights-provider', { history: true, backendUrl: backendUrl(), since: '2021-01-01', until: '2021-01-28' }),
    );
    provider.innerHTML = '<insights-metric-card metric="likes"></insights-metric-card>';
    await settled(provider.firstElementChild as InsightsElement);
    expect(new URL(asked[0] ?? '').searchParams.get('since')).to.equal(
      String(Date.parse('2021-01-01T08:00:00Z') / 1000),
    );
  });
});

describe('InsightsElement: failures after a success', () => {
  guard();

  it('keep the number, dated and dimmed, until the next success', async () => {
    const errors = listen('insights-error');
    const loads = listen('insights-load');
    const element = await shown(cardOver(1234, network, 1300));
    await refreshed(element);
    expect([element.state, element.error?.code, element.result?.stale]).to.deep.equal(['ready', 'network', true]);
    expect(textOf(element, '[part=value]')).to.equal('1,234');
    expect(textOf(element, '.note')).to.match(/as of Mar 15, 2024, .*; a newer answer could not be had/);
    expect(Number(getComputedStyle(element.shadowRoot?.querySelector('.row') as Element).opacity)).to.be.below(1);
    expect([errors.length, loads.length]).to.deep.equal([1, 1]);
    await expect(element).to.be.accessible();

    await refreshed(element);
    expect([element.state, element.error, element.result?.stale]).to.deep.equal(['ready', undefined, undefined]);
    expect(textOf(element, '[part=value]')).to.equal('1,300');
    expect(textOf(element, '.note')).to.not.contain('as of');
    expect(getComputedStyle(element.shadowRoot?.querySelector('.row') as Element).opacity).to.equal('1');
    expect([errors.length, loads.length]).to.deep.equal([1, 2]);
  });

  it('of a backend that has an older number are told with it, and it is as dated and dimmed', async () => {
    const errors = listen('insights-error');
    const loads = listen('insights-load');
    const fetched_at = Date.parse('2024-03-14T11:00:00Z') / 1000;
    const answers = [{ stale: 'token-expired', fetched_at }, {}];
    const client = clientOf(({ metric }) => ({ ...(totals(metric, 7) as object), ...answers.shift() }));
    const element = await shown(make('insights-metric-card', { metric: 'likes', range: 'last_7_days', client }));
    expect([element.state, element.error?.code, element.result?.stale]).to.deep.equal(['ready', 'token-expired', true]);
    expect(textOf(element, '.note')).to.match(/as of Mar 14, 2024, .*; a newer answer could not be had/);
    expect(Number(getComputedStyle(element.shadowRoot?.querySelector('.row') as Element).opacity)).to.be.below(1);
    expect([errors.length, loads.length]).to.deep.equal([1, 1]);
    await refreshed(element);
    expect([element.state, element.error, element.result?.stale]).to.deep.equal(['ready', undefined, undefined]);
    expect([errors.length, loads.length]).to.deep.equal([1, 2]);
  });

  it('keep no number of another question', async () => {
    const element = await shown(cardOver(1234, network));
    element.metric = 'comments';
    await element.updateComplete;
    await settled(element);
    expect([element.state, element.result]).to.deep.equal(['error', undefined]);
    expect(element.shadowRoot?.querySelector('[part=value]')).to.equal(null);
  });

  it('are forgotten by the number that comes when the visitor tries again', async () => {
    const element = await shown(cardOver(network, 99));
    expect(element.state).to.equal('error');
    element.shadowRoot?.querySelector('button')?.click();
    await waitUntil(() => element.state === 'ready');
    await element.updateComplete;
    expect([element.error, element.reason]).to.deep.equal([undefined, undefined]);
    expect(textOf(element, '[part=value]')).to.equal('99');
    expect(element.shadowRoot?.querySelector('[part=message]')).to.equal(null);
  });
});

describe('InsightsElement: try again', () => {
  guard();

  it('keeps the focus in the element while the button is away, and where the number comes', async () => {
    let isUp = false;
    const element = await shown(
      make('insights-metric-card', {
        metric: 'likes',
        ...days,
        client: clientOf(({ metric }) => {
          if (isUp) return totals(metric, 7);
          throw new InsightsError('network');
        }),
      }),
    );
    const button = element.shadowRoot?.querySelector('button') as HTMLButtonElement;
    button.focus();
    isUp = true;
    button.click();
    await waitUntil(() => element.state === 'ready');
    expect(element.shadowRoot?.activeElement?.getAttribute('part')).to.equal('base');
    expect(document.activeElement).to.equal(element);
  });
});

describe('InsightsElement: result', () => {
  guard();
  const given: InsightsResult = { metric: 'likes', period: 'day', total: 77, range: days };

  it('set by the page: shown, told, nothing fetched; unset: the question is asked again', async () => {
    const asked = watchFetch();
    const loads = listen('insights-load');
    const element = make('insights-metric-card', { metric: 'likes', ...days, client: clientAt(backendUrl()) });
    element.result = given;
    expect(element.result).to.equal(given);
    await shown(element);
    expect([element.state, textOf(element, '[part=value]')]).to.deep.equal(['ready', '77']);
    expect([...element.results]).to.deep.equal([given]);
    expect(loads.map(({ result }) => result)).to.deep.equal([given]);
    await nextTask(20);
    expect(asked).to.deep.equal([]);

    element.result = undefined;
    await element.updateComplete;
    expect(element.state).to.equal('loading');
    await settled(element);
    expect(asked.length).to.equal(1);
    expect(textOf(element, '[part=value]')).to.not.equal('77');

    element.result = { ...given, total: 78 };
    await element.updateComplete;
    expect(textOf(element, '[part=value]')).to.equal('78');
  });

  it('needs neither a metric nor a client, and says nothing of a window before', async () => {
    const errors = listen('insights-error');
    const element = make('insights-metric-card', { result: given, compare: 'previous_period' });
    await shown(element);
    expect([element.state, textOf(element, '#label'), textOf(element, '[part=value]')]).to.deep.equal([
      'ready',
      'Likes',
      '77',
    ]);
    expect(element.shadowRoot?.querySelector('[part=delta]')).to.equal(null);
    expect(errors).to.deep.equal([]);
  });

  it('names its own dimensions', async () => {
    const element = make('insights-demographics-chart', {
      result: {
        metric: 'follower_demographics',
        period: 'lifetime',
        breakdowns: [{ dimensions: ['country'], rows: [{ values: ['AT'], value: 3 }] }],
      },
    });
    await shown(element);
    expect(textOf(element, '#label')).to.equal('Followers by country');
  });

  for (const [name, result] of [
    ['nothing', { metric: 'likes', period: 'day' }],
    ['days without numbers', { metric: 'reach', period: 'day', series: [{ day: '2024-03-01', value: null }] }],
  ] as const) {
    it(`with ${name} in it is empty, not zero`, async () => {
      const element = make('insights-metric-card', { result });
      await shown(element);
      expect([element.state, element.reason]).to.deep.equal(['empty', 'not-returned']);
      expect(textOf(element)).to.contain('No number for these days');
    });
  }

  it('with rows and no total says that there is no total', async () => {
    const element = make('insights-metric-card', {
      result: {
        metric: 'likes',
        period: 'day',
        breakdowns: [{ dimensions: ['media_product_type'], rows: [{ values: ['REELS'], value: 5 }] }],
      },
    });
    await shown(element);
    expect(textOf(element, '[part=value]')).to.equal('not reported');
    expect(textOf(element, '[part=table] ul')).to.equal('Reels 5');
    await expect(element).to.be.accessible();
  });

  it('is what the screen shows, with the answers beside it, also as CSV', async () => {
    const element = make('insights-metric-card', {
      metric: 'reach',
      ...days,
      compare: 'previous_period',
      client: clientAt(backendUrl()),
    });
    await shown(element);
    await waitUntil(() => element.results.length === 3);
    const [total, series, before] = element.results;
    expect(total).to.equal(element.result);
    expect(textOf(element, '[part=value]')).to.equal(new Intl.NumberFormat('en').format(total?.total ?? Number.NaN));
    expect(series?.series?.length).to.equal(28);
    expect(before?.range).to.deep.equal({ since: '2024-01-17', until: '2024-02-13' });
    const lines = element.toCSV().trim().split('\r\n');
    expect(lines.length).to.equal(1 + 1 + 28 + 1);
    expect(lines[1]).to.match(
      /^reach,Reach,"How many different accounts .*",2024-02-14,2024-03-12,,,,,\d+,true,false,true,/,
    );
    expect(lines[1]).to.contain(`,${total?.total},`).and.to.contain(',America/Los_Angeles,2024-03-15T');
  });
});

describe('InsightsElement: where its client comes from', () => {
  guard();

  it('setDefaultClient answers elements that have nothing else', async () => {
    setDefaultClient(clientOf(({ metric }) => totals(metric, 5)));
    afterTest(() => setDefaultClient(undefined));
    const element = make('insights-metric-card', { metric: 'likes', ...days });
    await shown(element);
    expect([element.state, textOf(element, '[part=value]')]).to.deep.equal(['ready', '5']);
  });

  it('an own client wins over an own backend-url, and that over the default', async () => {
    setDefaultClient(clientOf(({ metric }) => totals(metric, 1)));
    afterTest(() => setDefaultClient(undefined));
    afterTest(travel());
    const asked = watchFetch();
    const element = make('insights-metric-card', { metric: 'likes', ...days, backendUrl: backendUrl() });
    await shown(element);
    expect(element.state).to.equal('ready');
    expect(asked.map((url) => new URL(url).pathname)).to.deep.equal([`${backendUrl()}/default/insights`]);
    element.client = clientOf(({ metric }) => totals(metric, 2));
    await element.updateComplete;
    await settled(element);
    expect(textOf(element, '[part=value]')).to.equal('2');
    element.client = undefined;
    element.removeAttribute('backend-url');
    element.backendUrl = '';
    await element.updateComplete;
    await settled(element);
    expect(textOf(element, '[part=value]')).to.equal('1');
  });

  it('attributes that are taken away are as if they had never been', async () => {
    afterTest(travel());
    const asked = watchFetch();
    const element = await fixture<InsightsElement>(
      `<insights-metric-card metric="likes" since="${days.since}" until="${days.until}" backend-url="${faultUrl(200, 'no-data')}"
        account="somebody" api-version="v19.0" locale="de" heading="Hearts"></insights-metric-card>`,
    );
    await settled(element);
    for (const name of ['account', 'api-version', 'locale', 'heading', 'since', 'until']) element.removeAttribute(name);
    await element.updateComplete;
    await settled(element);
    expect(textOf(element, '#label')).to.equal('Likes');
    expect(new URL(asked.at(-1) ?? '').pathname).to.equal(`${faultUrl(200, 'no-data')}/default/insights`);
  });

  it('demo: sample data, without a network, and it says so', async () => {
    const asked = watchFetch();
    for (const tag of tags) {
      const element = make(tag, { demo: true, metric: tag === tags[0] ? 'reach' : 'follower_demographics' });
      await shown(element);
      expect([element.state, element.result?.source]).to.deep.equal(['ready', 'demo']);
      expect(textOf(element, '.note')).to.match(/^sample data/);
      const [head = '', first = ''] = element.toCSV().split('\r\n');
      // No cell of these has a comma but the definition's, which stands before.
      expect(first.split(',').at(head.split(',').indexOf('sample') - head.split(',').length)).to.equal('true');
    }
    expect(asked).to.deep.equal([]);
  });

  it('demo with a version that is none is demo all the same', async () => {
    const element = make('insights-metric-card', { demo: true, metric: 'likes', apiVersion: 'newest' });
    await shown(element);
    expect(element.state).to.equal('ready');
  });
});

describe('InsightsElement: locale', () => {
  guard();

  it('is its own, or the nearest lang, through shadow roots; live', async () => {
    const host = await fixture<HTMLElement>('<div lang="de"></div>');
    const element = cardOver(1234567);
    host.attachShadow({ mode: 'open' }).append(element);
    await settled(element);
    expect(textOf(element, '[part=value]')).to.equal('1.234.567');
    element.setAttribute('locale', 'en-IN');
    await element.updateComplete;
    expect(textOf(element, '[part=value]')).to.equal('12,34,567');
    element.locale = 'no such language';
    await element.updateComplete;
    expect(textOf(element, '[part=value]')).to.equal('1,234,567');
  });
});
