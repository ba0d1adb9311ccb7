// The embed builder: what it offers is what the elements take, and what it writes is what they show.
import { expect, fixtureCleanup, fixtureSync, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import { startBuilder } from '../../demo/builder/builder.js';
import { controlsOf } from '../../demo/builder/controls.js';
import { createJudge, type Judge } from '../../demo/builder/judge.js';
import { type Offers, offersFor } from '../../demo/builder/offers.js';
import { choose, type Selection, startOf, type Tag, tags } from '../../demo/builder/selection.js';
import { snippetsFor } from '../../demo/builder/snippets.js';
import { languages } from '../../src/format/languages.js';
import type { InsightsElement } from '../../src/index.js';

const controlsFor = (tag: Tag): ReturnType<typeof controlsOf> =>
  controlsOf(tag, (customElements.get(tag) as unknown as { observedAttributes: string[] }).observedAttributes);

describe('embed builder', () => {
  let judge: Judge;
  const offer = (selection: Selection): Promise<Offers> => offersFor(selection, controlsFor(selection.tag), judge);
  const choiceOf = ({ offers }: Offers, name: string, value: string): { closed?: string | undefined } =>
    offers.find(({ control }) => control.name === name)?.choices.find((choice) => choice.value === value) ??
    expect.fail(`${name} has no ${value}`);

  beforeEach(() => {
    judge = createJudge(fixtureSync<HTMLElement>('<div hidden></div>'));
  });
  afterEach(() => fixtureCleanup());

  const closed: readonly [what: string, Tag, Record<string, string>, name: string, value: string, why: RegExp][] = [
    ['a period', 'insights-metric-card', { metric: 'likes' }, 'period', 'lifetime', /likes has no period "lifetime"/],
    ['a metric of others', 'insights-metric-card', {}, 'metric', 'follower_demographics', /Use <insights-demographics/],
    ['a retired metric', 'insights-metric-card', {}, 'metric', 'impressions', /retired.*Ask for "views" instead/],
    ['a breakdown', 'insights-metric-card', { metric: 'likes' }, 'breakdown', 'age', /likes has no breakdown "age"/],
    [
      'a retired timeframe',
      'insights-demographics-chart',
      { metric: 'reached_audience_demographics', breakdown: 'age' },
      'timeframe',
      'last_90_days',
      /retired timeframe "last_90_days"/,
    ],
    ['days', 'insights-demographics-chart', { metric: 'follower_demographics' }, 'range', 'last_7_days', /a timeframe/],
    ['a short memory', 'insights-trend-chart', { metric: 'follower_count' }, 'range', 'last_90_days', /remembers/],
    [
      'a doughnut of who may be twice',
      'insights-breakdown-chart',
      { metric: 'reach', breakdown: 'media_product_type' },
      'display',
      'doughnut',
      /no parts of one total/,
    ],
    [
      'a map of cities',
      'insights-demographics-chart',
      { metric: 'follower_demographics', breakdown: 'city' },
      'display',
      'map',
      /shows countries/,
    ],
  ];
  for (const [what, tag, attributes, name, value, why] of closed) {
    it(`closes ${what}, and says why`, async () => {
      const offers = await offer({ ...startOf(tag), attributes });
      expect(choiceOf(offers, name, value).closed).to.match(why);
    });
  }

  const open: readonly [what: string, Tag, Record<string, string>, name: string, value: string][] = [
    [
      'a doughnut of parts',
      'insights-breakdown-chart',
      { metric: 'views', breakdown: 'follow_type' },
      'display',
      'doughnut',
    ],
    [
      'a map',
      'insights-demographics-chart',
      { metric: 'follower_demographics', breakdown: 'country' },
      'display',
      'map',
    ],
    [
      'a second dimension',
      'insights-demographics-chart',
      { metric: 'follower_demographics', breakdown: 'age' },
      'breakdown',
      'gender',
    ],
  ];
  for (const [what, tag, attributes, name, value] of open) {
    it(`leaves ${what} open`, async () => {
      expect(choiceOf(await offer({ ...startOf(tag), attributes }), name, value).closed).to.equal(undefined);
    });
  }

  it('offers every language that there are words in', () => {
    const { values = [] } = controlsFor('insights-metric-card').find(({ name }) => name === 'locale') ?? {};
    expect(values.map((value) => value.split('-')[0])).to.have.members(['en', ...Object.keys(languages)]);
  });

  it('lets a trend have several metrics, and keeps one', async () => {
    const start = startOf('insights-trend-chart');
    const both = await offer(choose(start, 'metric', 'likes,reach'));
    expect(both.selection.attributes['metric']).to.equal('reach,likes');
    expect(choiceOf(both, 'metric', 'follows_and_unfollows').closed).to.match(/both sides of zero/);
    const none = await offer(choose(start, 'metric', ''));
    expect(none.selection.attributes['metric']).to.equal('reach');
  });

  it('takes back what fits no longer, and says why', async () => {
    const before = { ...startOf('insights-metric-card'), attributes: { metric: 'replies', breakdown: 'follow_type' } };
    const { selection, dropped } = await offer(before);
    expect(selection.attributes).to.deep.equal({ metric: 'replies' });
    expect(dropped.map(({ value, why }) => [value, why])).to.have.deep.members([
      ['follow_type', 'replies has no breakdown "follow_type". Remove breakdown.'],
    ]);
  });

  it('answers an address that somebody has made up with something legal', async () => {
    const { selection } = await offer({
      ...startOf('insights-trend-chart'),
      attributes: { metric: '<b>', range: 'yesterday', compare: 'x', 'no-menu': 'perhaps' },
    });
    expect(selection.attributes).to.deep.equal({ metric: 'reach' });
  });

  for (const tag of tags) {
    it(`${tag}: whatever is chosen of what is open is shown`, async function () {
      this.timeout(60_000);
      const box = fixtureSync<HTMLElement>('<insights-provider demo></insights-provider>');
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), async (turns) => {
          let offers = await offer(startOf(tag));
          for (const turn of turns) {
            const choices = offers.offers.flatMap(({ control, choices: all }) =>
              all.filter((choice) => choice.closed === undefined).map(({ value }) => ({ name: control.name, value })),
            );
            const { name, value } = choices[turn % choices.length] ?? expect.fail('nothing is open');
            offers = await offer(choose(offers.selection, name, value));
            expect((offers.selection.attributes[name] ?? '').split(','), name).to.include(value);
          }
          const [html] = snippetsFor(offers.selection, { version: '1.2.3' });
          const code = (html?.blocks[0]?.code ?? '').replace(/^[^]*<\/style>/, '').replace(/backend-url="[^"]*"/, '');
          box.innerHTML = code;
          const element = box.firstElementChild as InsightsElement;
          expect(element.localName).to.equal(tag);
          if (tag === 'insights-dashboard') return;
          await waitUntil(() => !['idle', 'loading'].includes(element.state), code, { timeout: 5000 });
          // Thirty days over a change of clocks have no total: that is no mistake.
          expect(element.state, `${code} ${element.error?.message}`).to.be.oneOf(['ready', 'empty']);
        }),
        { numRuns: tag === 'insights-dashboard' ? 3 : 8, includeErrorInReport: true },
      );
    });
  }

  describe('on screen', () => {
    const settled = async (): Promise<HTMLElement> => {
      history.replaceState(
        null,
        '',
        location.pathname + location.search.replace(/[?&](?:element|metric|compare|breakdown)=[^&]*/g, ''),
      );
      const root = fixtureSync<HTMLElement>('<div id="builder"></div>');
      startBuilder(root, { version: '1.2.3', integrity: 'sha384-abc' });
      await waitUntil(() => root.querySelector('form'));
      return root;
    };
    const press = async (root: HTMLElement, label: string): Promise<void> => {
      const found = [...root.querySelectorAll('label')].find(({ textContent }) => textContent?.trim() === label);
      (found ?? expect.fail(`no ${label}`)).click();
      await waitUntil(() => found?.isConnected === false || found?.querySelector('input')?.checked);
    };
    const code = (root: HTMLElement): string =>
      [...root.querySelectorAll('pre')].map(({ textContent }) => textContent).join('\n');
    const address = location.href;
    afterEach(() => history.replaceState(null, '', address));

    it('shows the element, its code, and keeps both in the address', async () => {
      const root = await settled();
      await press(root, 'Demographics');
      await waitUntil(() => root.querySelector('insights-demographics-chart[state=ready]'), 'no preview', {
        timeout: 5000,
      });
      expect(code(root)).to.include('breakdown="age,gender"');
      await press(root, 'Country');
      await waitUntil(() => code(root).includes('country'));
      expect(location.search).to.include('metric=follower_demographics');
    });

    it('writes code for each way of using it', async () => {
      const root = await settled();
      for (const [label, part] of [
        ['React', "from 'insights-elements/react'"],
        ['Vue', '<template>'],
        ['CDN', 'insights-elements@1.2.3/cdn/insights-elements.js" integrity="sha384-abc" crossorigin="anonymous"'],
        ['No server', 'src="/insights/snapshot.json"'],
        ['HTML', 'backend-url="/insights"'],
      ] as const) {
        await press(root, label);
        await waitUntil(() => code(root).includes(part), `${label}: ${part}`);
      }
    });

    it('can be used by everybody', async () => {
      const root = await settled();
      await press(root, 'Trend');
      await waitUntil(() => root.querySelector('insights-trend-chart[state=ready]'), 'no preview', { timeout: 5000 });
      await expect(root).to.be.accessible();
    });
  });
});
