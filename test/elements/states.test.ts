import { expect, fixture } from '@open-wc/testing';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import { createInsightsClient } from '../../src/client/index.js';
import { InsightsErrorEvent, InsightsLoadEvent } from '../../src/elements/events.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { InsightsError, type Issue, type IssuePhrase, isInsightsError } from '../../src/spec/index.js';
import {
  afterTest,
  backendUrl,
  clientAt,
  days,
  faultUrl,
  guard,
  listen,
  make,
  now,
  settled,
  shown,
  textOf,
  watchFetch,
} from './harness.js';

const card = (properties: Partial<HTMLElementTagNameMap['insights-metric-card']>): InsightsElement =>
  make('insights-metric-card', { client: clientAt(backendUrl()), ...properties });
const chart = (properties: Partial<HTMLElementTagNameMap['insights-demographics-chart']>): InsightsElement =>
  make('insights-demographics-chart', { client: clientAt(backendUrl()), ...properties });
const cardOver = (url: string, account?: string): InsightsElement =>
  card({ metric: 'reach', ...days, client: clientAt(url, account) });
const chartOver = (url: string): InsightsElement =>
  chart({ metric: 'follower_demographics', breakdown: 'age', client: clientAt(url) });

interface Case {
  readonly name: string;
  readonly make: () => InsightsElement;
  readonly state: 'empty' | 'error';
  readonly reason: string;
  /** What is on screen. */
  readonly words: readonly string[];
  /** What the page is told; `load` is an answer without a number. */
  readonly event: 'error' | 'load';
  /** Whether something is asked. */
  readonly asks?: boolean;
}

const refused = { state: 'error', reason: 'invalid-query', event: 'error', asks: false } as const;

const cases: readonly Case[] = [
  {
    ...refused,
    name: 'an unknown metric',
    make: () => card({ metric: 'reech' }),
    words: ['"reech" is not a metric.', 'Did you mean metric="reach"?'],
  },
  { ...refused, name: 'no metric', make: () => card({}), words: ['Which number?', 'Allowed here', 'likes'] },
  {
    ...refused,
    name: 'a wrong period',
    make: () => card({ metric: 'likes', period: 'lifetime' }),
    words: ['likes has no period "lifetime".', 'Allowed here', 'day'],
  },
  {
    ...refused,
    name: 'a timeframe where none is taken',
    make: () => card({ metric: 'likes', timeframe: 'last_30_days' }),
    words: ['likes has no timeframe "last_30_days".', 'Remove timeframe.'],
  },
  {
    ...refused,
    name: 'a wrong timeframe',
    make: () => chart({ metric: 'follower_demographics', timeframe: 'last_30_day' }),
    words: ['"last_30_day" is not a timeframe.', 'Did you mean timeframe="last_30_days"?'],
  },
  {
    ...refused,
    name: 'a wrong breakdown',
    make: () => card({ metric: 'reach', breakdown: 'city' }),
    words: ['reach has no breakdown "city".', 'media_product_type', 'follow_type'],
  },
  {
    ...refused,
    name: 'a wrong metric type',
    make: () => card({ metric: 'likes', metricType: 'time_series' }),
    words: ['likes has no metric-type "time_series".', 'total_value'],
  },
  {
    ...refused,
    name: 'since without until',
    make: () => card({ metric: 'likes', since: '2024-03-01' }),
    words: ['since needs until.'],
  },
  {
    ...refused,
    name: 'a metric that the Graph version has retired',
    make: () => card({ metric: 'impressions', apiVersion: 'v22.0' }),
    words: ['Instagram retired impressions', 'Did you mean metric="views"?'],
  },
  {
    ...refused,
    name: 'demographics on a card',
    make: () => card({ metric: 'follower_demographics', breakdown: 'age' }),
    words: ['follower_demographics is not for this element.', 'Allowed here'],
  },
  {
    ...refused,
    name: 'an interaction on a demographics chart',
    make: () => chart({ metric: 'likes', breakdown: 'media_product_type' }),
    words: ['likes is not for this element.', 'follower_demographics'],
  },
  {
    ...refused,
    name: 'the wire name of an interaction on a demographics chart',
    make: () => chart({ metric: 'saves', breakdown: 'media_product_type' }),
    words: ['saves is not for this element.'],
  },
  {
    ...refused,
    name: 'two metrics on a card',
    make: () => card({ metric: 'likes,comments' }),
    words: ['One element shows one metric.'],
  },
  {
    ...refused,
    name: 'an array of metrics',
    make: () => card({ metric: ['likes', 'comments'] as unknown as string }),
    words: ['One element shows one metric.'],
  },
  {
    ...refused,
    name: 'two metrics on a chart',
    make: () => chart({ metric: 'follower_demographics,reached_audience_demographics', breakdown: 'age' }),
    words: ['One element shows one metric.'],
  },
  {
    name: 'no client',
    make: () => card({ metric: 'likes', client: undefined }),
    state: 'error',
    reason: 'no-client',
    words: [
      'This number is not connected yet',
      'The owner of this page has to say where its numbers come from.',
      // What an author would look for in `error` otherwise.
      'Set backend-url here or on an <insights-provider>.',
    ],
    event: 'error',
    asks: false,
  },
  {
    name: 'an address that is none',
    make: () => cardOver('javascript:alert(1)'),
    state: 'error',
    reason: 'no-client',
    words: ['This number is not connected yet', 'backend-url is not an http address.'],
    event: 'error',
    asks: false,
  },
  ...[cardOver, chartOver].flatMap((over): Case[] => [
    {
      name: `a broken connection (${over.name})`,
      make: () => over(faultUrl(200, 'drop')),
      state: 'error',
      reason: 'network',
      words: ['No connection', 'Try again in a moment.', 'Try again'],
      event: 'error',
    },
    {
      name: `a failure of the server (${over.name})`,
      make: () => over(backendUrl({ scenario: 'server-error' })),
      state: 'error',
      reason: 'server-error',
      words: ['Instagram did not answer', 'Try again'],
      event: 'error',
    },
    {
      name: `half an answer (${over.name})`,
      make: () => over(faultUrl(200, 'malformed')),
      state: 'error',
      reason: 'malformed-response',
      words: ['The answer could not be read', 'The owner of this page can check the address it came from.'],
      event: 'error',
    },
    {
      name: `an expired token (${over.name})`,
      make: () => over(backendUrl({ scenario: 'expired-token' })),
      state: 'error',
      reason: 'token-expired',
      words: ['The connection to Instagram has ended', 'The account owner has to connect again.'],
      event: 'error',
    },
    {
      name: `too many calls (${over.name})`,
      make: () => over(backendUrl({ scenario: 'throttled' })),
      state: 'error',
      reason: 'rate-limited',
      words: ['Asked too often', 'Instagram asks to wait before it answers again. Again from'],
      event: 'error',
    },
    {
      name: `no permission (${over.name})`,
      make: () => over(backendUrl({ scenario: 'no-permission' })),
      state: 'empty',
      reason: 'no-permission',
      words: ['Not shared by the account', 'The account owner has to connect again and allow insights.'],
      event: 'error',
    },
    {
      name: `an answer without the metric (${over.name})`,
      make: () => over(faultUrl(200, 'no-data')),
      state: 'empty',
      reason: 'not-returned',
      words: ['No number for these days', 'Instagram gave none and did not say why.'],
      event: 'load',
    },
  ]),
  {
    name: 'a page where the backend should be',
    make: () => cardOver(faultUrl(200, 'html')),
    state: 'error',
    reason: 'malformed-response',
    words: ['The answer could not be read'],
    event: 'error',
  },
  {
    name: 'a number of another shape',
    make: () => cardOver(faultUrl(200, 'wrong-shape')),
    state: 'error',
    reason: 'malformed-response',
    words: ['The answer could not be read'],
    event: 'error',
  },
  {
    name: 'a page that is not there',
    make: () => cardOver(faultUrl(404, 'html')),
    state: 'error',
    reason: 'malformed-response',
    words: ['The answer could not be read', 'The owner of this page can check the address it came from.'],
    event: 'error',
  },
  {
    name: 'an account that the backend does not know',
    make: () => cardOver(backendUrl(), 'somebody-else'),
    state: 'error',
    reason: 'not-found',
    words: ['No such account here'],
    event: 'error',
  },
  {
    name: 'a 403',
    make: () => cardOver(faultUrl(403, 'html')),
    state: 'error',
    reason: 'closed',
    words: ['This page may not ask', 'The operator of the backend has to open it for this page.'],
    event: 'error',
  },
  {
    name: 'a 500 of something else',
    make: () => cardOver(faultUrl(500, 'html')),
    state: 'error',
    reason: 'server-error',
    words: ['Instagram did not answer'],
    event: 'error',
  },
  {
    name: "the Graph API's own error",
    make: () => cardOver(faultUrl(502, 'graph-error')),
    state: 'error',
    reason: 'server-error',
    words: ['Instagram did not answer'],
    event: 'error',
  },
  {
    name: 'a row without a number',
    make: () => card({ metric: 'accounts_engaged', ...days, client: clientAt(backendUrl({ scenario: 'partial' })) }),
    state: 'empty',
    reason: 'not-returned',
    words: ['No number for these days'],
    event: 'load',
  },
  {
    name: 'days that are not reported yet',
    make: () =>
      card({ metric: 'likes', since: '2024-03-14', until: '2024-03-15', client: clientAt(faultUrl(200, 'no-data')) }),
    state: 'empty',
    reason: 'not-yet',
    words: ['Not reported yet', 'Instagram gave none so far. Numbers of the last days can take 48 hours.'],
    event: 'load',
  },
  {
    name: 'too few followers for gained and lost',
    make: () =>
      card({
        metric: 'follows_and_unfollows',
        ...days,
        client: clientAt(backendUrl({ scenario: 'small-account', followers: 57 })),
      }),
    state: 'empty',
    reason: 'too-few-followers',
    words: ['Not shown below 100 followers'],
    event: 'load',
  },
  {
    name: 'too few followers for demographics',
    make: () => chartOver(backendUrl({ scenario: 'small-account', followers: 57 })),
    state: 'empty',
    reason: 'too-few-followers',
    words: ['Not shown below 100 followers'],
    event: 'load',
  },
  {
    name: 'more days than unique accounts are counted over',
    make: () => card({ metric: 'accounts_engaged', range: 'last_90_days' }),
    state: 'empty',
    reason: 'window-too-long',
    words: ['Not counted over so many days', 'unique accounts over more than 30 days.', 'Show the last 28 days'],
    asks: false,
    event: 'load',
  },
];

const dark = (): void => {
  document.documentElement.style.colorScheme = 'dark';
  document.body.style.background = '#0d0e11';
  afterTest(() => {
    document.documentElement.style.colorScheme = '';
    document.body.style.background = '';
  });
};

describe('InsightsElement: states', () => {
  guard();

  for (const { name, make: create, state, reason, words, event, asks = true } of cases) {
    it(`${name} -> ${state}, ${reason}`, async () => {
      const errors = listen('insights-error');
      const loads = listen('insights-load');
      const asked = watchFetch();
      const element = await shown(create());
      expect([element.state, element.reason]).to.deep.equal([state, reason]);
      expect([element.getAttribute('state'), element.getAttribute('reason')]).to.deep.equal([state, reason]);
      for (const text of words) expect(textOf(element)).to.contain(text);
      expect(element.shadowRoot?.querySelector('[part=value], canvas')).to.equal(null);

      expect([errors.length, loads.length]).to.deep.equal(event === 'error' ? [1, 0] : [0, 1]);
      if (event === 'error') {
        expect(errors[0]).to.be.instanceOf(InsightsErrorEvent);
        expect(errors[0]?.error.code).to.equal(reason);
        expect(isInsightsError(element.error)).to.equal(true);
        expect(element.error).to.equal(errors[0]?.error);
      } else {
        expect(loads[0]).to.be.instanceOf(InsightsLoadEvent);
        expect(loads[0]?.result).to.equal(element.result);
        expect(element.error).to.equal(undefined);
      }
      expect(asked.length > 0).to.equal(asks);

      // Nothing is said twice.
      element.requestUpdate();
      await element.updateComplete;
      expect([errors.length, loads.length]).to.deep.equal(event === 'error' ? [1, 0] : [0, 1]);
      await expect(element).to.be.accessible();
    });
  }

  for (const { name, make: create } of cases.filter(({ state }, at) => at % 4 === 0 || state === 'empty')) {
    it(`${name}: accessible in the dark too`, async () => {
      dark();
      await expect(await shown(create())).to.be.accessible();
    });
  }

  const good: readonly (readonly [string, () => InsightsElement])[] = [
    ['a card', () => card({ metric: 'reach', ...days, compare: 'previous_period' })],
    ['a card that fell', () => card({ metric: 'comments', ...days, compare: 'previous_period' })],
    ['a card of gained and lost', () => card({ metric: 'follows_and_unfollows', ...days })],
    ['a card with a breakdown', () => card({ metric: 'reach', ...days, breakdown: 'media_product_type,follow_type' })],
    ['a pyramid', () => chart({ metric: 'follower_demographics', breakdown: 'age,gender' })],
    ['bars', () => chart({ metric: 'follower_demographics', breakdown: 'city' })],
  ];
  for (const [name, create] of good) {
    for (const scheme of ['light', 'dark']) {
      it(`${name}: accessible when ready, ${scheme}`, async () => {
        if (scheme === 'dark') dark();
        const element = await shown(create());
        expect(element.state).to.equal('ready');
        for (const details of element.shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
        await expect(element).to.be.accessible();
      });
    }
  }

  for (const over of [cardOver, chartOver]) {
    for (const scheme of ['light', 'dark']) {
      it(`${over.name}: accessible while loading, ${scheme}`, async () => {
        if (scheme === 'dark') dark();
        const element = await fixture<InsightsElement>(over(faultUrl(200, 'hang')));
        expect(element.state).to.equal('loading');
        expect(element.shadowRoot?.querySelector('[part=base]')?.getAttribute('aria-busy')).to.equal('true');
        await expect(element).to.be.accessible();
      });
    }
  }
});

describe('InsightsElement: an access token in an attribute', () => {
  guard();
  const token = `EAAG${'x1Y2z3'.repeat(8)}`;
  const opaque = 'a1b2c3d4'.repeat(6);

  const places: readonly (readonly [string, string, Record<string, string>])[] = [
    ['metric', 'secret', { metric: token }],
    ['heading', 'secret', { metric: 'likes', heading: `My ${token}` }],
    ['breakdown', 'secret', { metric: 'likes', breakdown: token }],
    ['account', 'secret', { metric: 'likes', account: token }],
    ['backend-url', 'secret', { metric: 'likes', 'backend-url': `/insights?access_token=${token}` }],
    ['an attribute of nobody', 'secret', { metric: 'likes', 'access-token': token }],
    ['a metric that is some other secret', 'invalid-query', { metric: opaque }],
    ['an account that is some other secret', 'secret', { metric: 'likes', account: opaque }],
  ];
  for (const tag of ['insights-metric-card', 'insights-demographics-chart'] as const) {
    for (const [name, reason, attributes] of places) {
      it(`${name} of <${tag}>: refused, masked, not asked`, async () => {
        const errors = listen('insights-error');
        const asked = watchFetch();
        const element = make(tag, { client: clientAt(backendUrl()) });
        for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
        await shown(element);
        expect([element.state, element.reason]).to.deep.equal(['error', reason]);
        expect(asked).to.deep.equal([]);
        expect(errors.map(({ error }) => error.code)).to.deep.equal([reason]);
        const { error } = element;
        const told = JSON.stringify([
          error,
          error?.message,
          error?.stack,
          error?.cause,
          element.issues,
          element.results,
        ]);
        for (const text of [element.shadowRoot?.innerHTML ?? '', told, element.toCSV()]) {
          expect(text).to.not.contain(token.slice(0, 12));
          expect(text).to.not.contain(opaque.slice(0, 12));
        }
      });
    }
  }

  it('on a provider: told once, used by nobody', async () => {
    const errors = listen('insights-error');
    const asked = watchFetch();
    const provider = make('insights-provider', { client: clientAt(backendUrl()) });
    provider.setAttribute('backend-url', `/insights?access_token=${token}`);
    provider.innerHTML = '<insights-metric-card metric="likes"></insights-metric-card>';
    await fixture(provider);
    await settled(provider.querySelector('insights-metric-card') as InsightsElement);
    provider.requestUpdate();
    await provider.updateComplete;
    expect(asked).to.deep.equal([]);
    expect(errors.filter(({ target }) => target === provider).map(({ error }) => error.code)).to.deep.equal(['secret']);
    expect(JSON.stringify(errors.map(({ error }) => [error, error.message, error.stack]))).to.not.contain(
      token.slice(0, 12),
    );
  });

  it('taken away: the number comes', async () => {
    const element = make('insights-metric-card', { metric: 'likes', ...days, client: clientAt(backendUrl()) });
    element.setAttribute('title', token);
    await shown(element);
    expect(element.reason).to.equal('secret');
    element.removeAttribute('title');
    element.heading = 'Likes';
    await element.updateComplete;
    await settled(element);
    expect([element.state, element.reason]).to.deep.equal(['ready', undefined]);
  });
});

describe('InsightsElement: a metric that is none', () => {
  guard();

  for (const metric of ['', 'follower_demografics']) {
    it(`"${metric}": what is suggested and allowed is what the element shows`, async () => {
      const element = await shown(chart({ metric }));
      const [issue] = element.issues;
      expect(issue?.allowed).to.have.members([
        'engaged_audience_demographics',
        'reached_audience_demographics',
        'follower_demographics',
      ]);
      expect(issue?.message).to.contain('follower_demographics').and.not.contain('reach"');
      expect(textOf(element, '#label')).to.match(/^(follower_demografics by )?age and gender$/i);
    });
  }
});

describe('InsightsElement: an issue that a server has found', () => {
  guard();

  const allowed = ['last_7_days', 'last_28_days'];
  const issue: Issue = {
    severity: 'error',
    code: 'unknown',
    attribute: 'range',
    value: 'x',
    message: 'Es gibt keinen Zeitraum x.',
    allowed,
    suggestion: 'last_7_days',
  };
  const phrase = { id: 'unknownValue', args: ['x', 'range'] } as const;
  const sent: readonly (readonly [string, Issue, string])[] = [
    [
      'with a phrase: said by it',
      { ...issue, phrase },
      `"x" is not a range. Did you mean range="last_7_days"? Allowed here ${allowed.join(' ')}`,
    ],
    ['without one: as it came', issue, `This number is set up wrongly ${issue.message}`],
    [
      'with one that nobody knows: as it came',
      { ...issue, phrase: { id: 'sentiment', args: [] } as unknown as IssuePhrase },
      `This number is set up wrongly ${issue.message}`,
    ],
  ];
  for (const [name, found, words] of sent) {
    it(name, async () => {
      const transport = (): Promise<unknown> =>
        Promise.reject(new InsightsError('invalid-query', { issues: [found], status: 400 }));
      const element = await shown(card({ metric: 'likes', client: createInsightsClient({ transport, now }) }));
      expect(textOf(element, '[part=message]')).to.equal(words);
    });
  }
});
