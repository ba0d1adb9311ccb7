// What a demographics chart says beside its drawing, and what it says where there is no drawing.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import type { InsightsClient } from '../../src/client/index.js';
import { ChartController } from '../../src/elements/chart-controller.js';
import '../../src/elements/demographics-chart/define.js';
import '../../src/elements/metric-card/define.js';
import type { InsightsDemographicsChart } from '../../src/elements/demographics-chart/demographics-chart.js';
import type { InsightsResult } from '../../src/spec/index.js';
import {
  type Answer,
  afterTest,
  clientOf,
  guard,
  listen,
  make,
  nextFrame,
  nextTask,
  now,
  settled,
  shown,
  textOf,
  totals,
  watchFetch,
} from './harness.js';

const token = `EAAG${'x1Y2z3'.repeat(8)}`;

const given: InsightsResult = {
  metric: 'engaged_audience_demographics',
  period: 'lifetime',
  breakdowns: [
    {
      dimensions: ['gender'],
      rows: [
        { values: ['F'], value: 30 },
        { values: ['M'], value: 10 },
      ],
    },
  ],
};

/** A client of an account with so many followers; `asked` counts what was asked of it. */
function account(followers: () => number | undefined): { client: InsightsClient; asked: Record<string, number> } {
  const asked: Record<string, number> = {};
  const answer: Answer = ({ metric, breakdown = '' }, edge) => {
    asked[edge] = (asked[edge] ?? 0) + 1;
    if (edge === 'account') return { followers_count: followers() };
    const rows: [string, number][] =
      breakdown === 'age,gender'
        ? [
            ['18-24|F', 40],
            ['18-24|M', 30],
            ['18-24|U', 20],
            ['18-24|X', 10],
          ]
        : [
            // No two answers are the same; each has 100 people.
            ['F', 60 + (asked.insights ?? 0)],
            ['M', 40 - (asked.insights ?? 0)],
          ];
    return totals(metric, undefined, { dimensions: breakdown.split(','), rows });
  };
  return { client: clientOf(answer), asked };
}

const chart = (properties: Partial<InsightsDemographicsChart>): InsightsDemographicsChart =>
  make('insights-demographics-chart', { metric: 'follower_demographics', breakdown: 'gender', ...properties });

const note = (element: Element): string => textOf(element, '.note');
const title = (element: Element): string => textOf(element, '#label');

/** A result of so many people, by one dimension. */
const peopleBy = (dimension: string, counts: readonly number[]): InsightsResult => ({
  metric: 'follower_demographics',
  period: 'lifetime',
  breakdowns: [{ dimensions: [dimension], rows: counts.map((value, index) => ({ values: [`Row ${index}`], value })) }],
});

describe('InsightsDemographicsChart: a result that the page set', () => {
  guard();

  for (const metric of ['follower_demographics', 'engaged_audience_demographics']) {
    it(`${metric}: nothing is asked, and nothing said of it that it does not say itself`, async () => {
      const { client, asked } = account(() => 50);
      const element = await shown(chart({ metric, client, result: { ...given, metric } }));
      await nextTask(30);
      expect([element.state, asked]).to.deep.equal(['ready', {}]);
      expect(note(element)).to.equal('shares of the 40 people listed');
    });
  }

  it('over an answer: the followers of the account are not those of the result', async () => {
    const { client } = account(() => 200);
    const element = await shown(chart({ client }));
    await waitUntil(() => note(element).includes('covers 50% of followers'));
    element.result = { ...given, metric: 'follower_demographics' };
    await element.updateComplete;
    expect(note(element)).to.equal('shares of the 40 people listed');
    element.result = undefined;
    await settled(element);
    await waitUntil(() => note(element).includes('covers 50% of followers'));
  });

  for (const tag of ['insights-demographics-chart', 'insights-metric-card'] as const) {
    it(`<${tag}> with a token on it: refused all the same, nothing sent`, async () => {
      const asked = watchFetch();
      const element = make(tag, {
        result: { ...given, metric: 'follower_demographics', total: 3 },
        account: token,
        backendUrl: '/insights',
      });
      await shown(element);
      await nextTask(30);
      expect([element.state, element.reason, asked]).to.deep.equal(['error', 'secret', []]);
      expect(element.shadowRoot?.querySelector('canvas, [part=value]')).to.equal(null);
    });
  }

  it('beside a mistake in an attribute is shown', async () => {
    const element = await shown(chart({ breakdown: 'town', result: given }));
    expect([element.state, element.error]).to.deep.equal(['ready', undefined]);
  });
});

describe('InsightsDemographicsChart: a display that is none', () => {
  guard();

  for (const [display, suggestion] of [
    ['Map', 'map'],
    ['doughnut', undefined],
  ] as const) {
    it(`${display}: refused, with what is allowed and what was meant, and nothing asked`, async () => {
      const { client, asked } = account(() => 50);
      const element = await shown(chart({ client, display }));
      expect([element.state, element.reason, asked]).to.deep.equal(['error', 'invalid-query', {}]);
      expect(element.issues).to.have.length(1);
      expect(element.issues[0]).to.deep.include({
        attribute: 'display',
        code: 'unknown',
        value: display,
        allowed: ['bars', 'map'],
      });
      expect(element.issues[0]?.suggestion).to.equal(suggestion);
      expect(element.error?.issues).to.deep.equal(element.issues);
      element.display = ' map ';
      await element.updateComplete;
      await settled(element);
      expect([element.state, element.issues]).to.deep.equal(['ready', []]);
    });
  }

  it('that looks like a token is not said', async () => {
    const element = await shown(chart({ client: account(() => 50).client, display: token }));
    expect(element.state).to.equal('error');
    expect(JSON.stringify([element.issues, textOf(element), String(element.error)])).to.not.contain(token);
  });

  it('beside a client that is missing is what is said', async () => {
    const element = await shown(chart({ display: 'pie' }));
    expect([element.reason, element.issues[0]?.attribute]).to.deep.equal(['invalid-query', 'display']);
  });
});

describe('InsightsDemographicsChart: the day of its answer', () => {
  guard();

  it('stands in the title, which names the canvas and the table, and nowhere else', async () => {
    const { client } = account(() => 200);
    const element = await shown(chart({ client, breakdown: 'age,gender' }));
    expect(title(element)).to.equal('Followers by age and gender, as of Mar 15, 2024');
    expect(note(element)).to.not.contain('as of');
    for (const part of ['canvas', '.plot', '[part=base]'])
      expect(element.shadowRoot?.querySelector(part)?.getAttribute('aria-labelledby')).to.equal('label');
    expect(textOf(element, 'caption')).to.equal(title(element));
  });

  it('is not there before the answer', async () => {
    const element = await fixture<InsightsDemographicsChart>(chart({ client: clientOf(() => new Promise(() => {})) }));
    expect([element.state, title(element)]).to.deep.equal(['loading', 'Followers by gender']);
  });

  for (const [fetchedAt, words] of [
    ['2024-03-15T06:59:59Z', 'Followers by gender, as of Mar 14, 2024'],
    ['2024-03-15T07:00:00Z', 'Followers by gender, as of Mar 15, 2024'],
    ['2024-12-01T07:59:59Z', 'Followers by gender, as of Nov 30, 2024'],
    [undefined, 'Followers by gender'],
  ] as const) {
    it(`is Instagram's: of a result had at ${fetchedAt}, ${words}`, async () => {
      const result = { ...given, metric: 'follower_demographics' };
      const element = await shown(
        chart({ result: fetchedAt === undefined ? result : { ...result, fetchedAt: Date.parse(fetchedAt) } }),
      );
      expect(title(element)).to.equal(words);
      expect(note(element)).to.equal('shares of the 40 people listed');
    });
  }

  for (const heading of ['Our people', '']) {
    it(`is a fact below an author's own heading: "${heading}"`, async () => {
      const { client } = account(() => undefined);
      const element = await shown(chart({ client, heading }));
      const seen = element.shadowRoot?.querySelector('.label')?.textContent ?? '';
      expect(title(element)).to.not.equal('');
      expect([seen, note(element)]).to.deep.equal([
        heading,
        'last 30 days as of Mar 15, 2024 shares of the 100 people listed',
      ]);
      element.setAttribute('heading', 'Another');
      element.removeAttribute('heading');
      await element.updateComplete;
      expect([title(element), note(element)]).to.deep.equal([
        'Followers by gender, as of Mar 15, 2024',
        'last 30 days shares of the 100 people listed',
      ]);
    });
  }

  it('is never parted from its words, wherever a title wraps', async () => {
    const host = document.createElement('div');
    const element = chart({ result: { ...given, fetchedAt: now() } });
    host.append(element);
    await fixture(host);
    await settled(element);
    const label = element.shadowRoot?.querySelector('#label') as HTMLElement;
    const text = [...label.childNodes].find((node) => node instanceof Text && node.data !== '') as Text;
    const range = document.createRange();
    range.setStart(text, text.data.indexOf('as'));
    range.setEnd(text, text.data.length);
    const linesOf = (part: Element | Range): number => new Set([...part.getClientRects()].map(({ top }) => top)).size;
    const heights = new Set<number>();
    for (let width = 200; width <= 400; width += 8) {
      host.style.width = `${width}px`;
      heights.add(label.offsetHeight);
      expect(linesOf(range), `${width} px`).to.equal(1);
    }
    expect(heights.size).to.be.greaterThan(1);
  });
});

describe('InsightsDemographicsChart: who is not listed', () => {
  guard();

  const below = (count: number): string => `op ${count} only: what is not listed is below the top ${count}, not zero`;

  for (const [dimension, length, words] of [
    ['city', 44, undefined],
    ['city', 45, below(45)],
    ['country', 45, below(45)],
    // Should Instagram list more one day, the sentence stays true.
    ['city', 50, below(50)],
    ['age', 7, undefined],
    ['gender', 3, undefined],
  ] as const) {
    it(`${length} rows by ${dimension}: ${words ? 'below the last of them, not zero' : 'nothing is said'}`, async () => {
      const element = await shown(
        chart({
          result: peopleBy(
            dimension,
            Array.from({ length }, () => 2),
          ),
        }),
      );
      expect(textOf(element, 'caption')).to.equal([title(element), words && `t${words}`].filter(Boolean).join(' '));
      if (words) expect(note(element)).to.contain(`t${words}`);
      else expect(note(element)).to.not.contain('top');
    });
  }

  it('is said of nothing whose rows we do not know to be cut', async () => {
    const result = {
      ...peopleBy(
        'city',
        Array.from({ length: 60 }, () => 1),
      ),
      metric: 'new_audience',
    };
    const element = await shown(chart({ result }));
    expect(textOf(element)).to.not.contain('top 60');
  });
});

describe('InsightsDemographicsChart: shares', () => {
  guard();

  it('of few people are never 0%, and of nobody are', async () => {
    const element = await shown(chart({ result: peopleBy('city', [9990, 9, 1, 0]) }));
    const shares = [...(element.shadowRoot?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      row.lastElementChild?.textContent?.replace(/\s/, ' '),
    );
    expect(shares).to.deep.equal(['100%', '< 1%', '< 1%', '0%']);
  });

  it('in the legend and the note of a pyramid too', async () => {
    const rows = (
      [
        ['F', 9970],
        ['M', 10],
        ['U', 12],
        ['X', 8],
      ] as const
    ).map(([gender, value]) => ({ values: ['18-24', gender], value }));
    const element = await shown(chart({ result: { ...given, breakdowns: [{ dimensions: ['age', 'gender'], rows }] } }));
    expect(textOf(element, '.legend')).to.equal('Women 100% Men < 1% Not specified < 1%');
    expect(note(element)).to.contain('gender not specified: < 1%').and.contain('other gender: < 1%');
    element.result = { ...given, breakdowns: [{ dimensions: ['age', 'gender'], rows: rows.slice(0, 1) }] };
    await element.updateComplete;
    expect(textOf(element, '.legend')).to.equal('Women 100% Men 0%');
    expect(note(element)).to.not.contain('gender');
  });

  for (const [name, result] of [
    ['no row', peopleBy('country', [])],
    ['rows of zero', peopleBy('gender', [0, 0])],
    [
      'ages of zero',
      { ...given, breakdowns: [{ dimensions: ['age', 'gender'], rows: [{ values: ['18-24', 'F'], value: 0 }] }] },
    ],
  ] as const) {
    it(`${name}: no plot, also in place of an older one, and no share of nobody`, async () => {
      const element = await shown(chart({ result: peopleBy('country', [3]) }));
      await waitUntil(() => element.shadowRoot?.querySelector('canvas')?.hasAttribute('style'));
      for (const display of ['bars', 'map']) {
        element.display = display;
        element.result = result;
        await element.updateComplete;
        expect(element.shadowRoot?.querySelector('canvas, .legend')).to.equal(null);
        expect([textOf(element, '#sentence'), note(element)]).to.deep.equal(['Nobody is listed.', '']);
        expect(textOf(element)).to.not.contain('%').and.not.contain('Row 0 3');
        expect(textOf(element, 'thead')).to.not.contain('Share');
      }
    });
  }

  it('of nobody cover no followers', async () => {
    const client = clientOf(({ metric, breakdown = '' }, edge) =>
      edge === 'account'
        ? { followers_count: 500 }
        : totals(metric, undefined, { dimensions: [breakdown], rows: [['F', 0]] }),
    );
    const element = await shown(chart({ client }));
    await nextTask(30);
    await element.updateComplete;
    expect([element.state, note(element)]).to.deep.equal(['ready', 'last 30 days']);
  });

  it('stand beside names that turn nothing around them; those of the table and of CSV are as they came', async () => {
    const rows = [{ values: ['\u202Eevil'], value: 3 }];
    const element = await shown(chart({ result: { ...given, breakdowns: [{ dimensions: ['city'], rows }] } }));
    expect(textOf(element, '#sentence')).to.equal('Largest group: \u2068\u202Eevil\u2069, 100% of the people listed.');
    expect(textOf(element, 'tbody th')).to.equal('\u202Eevil');
    expect(element.toCSV()).to.contain('\u202Eevil').and.not.contain('\u2068');
  });
});

describe('InsightsDemographicsChart: nothing came back', () => {
  guard();

  const asked = 'Its documentation asks for at least 100 engagements in these days.';
  for (const [metric, followers, reason, words] of [
    ['engaged_audience_demographics', 500, 'not-returned', `Instagram gave none and did not say why. ${asked}`],
    ['engaged_audience_demographics', undefined, 'not-returned', `Instagram gave none and did not say why. ${asked}`],
    ['engaged_audience_demographics', 99, 'too-few-followers', 'Instagram gives this number from 100 followers on.'],
    ['reached_audience_demographics', 500, 'not-returned', 'Instagram gave none and did not say why.'],
    ['follower_demographics', 500, 'not-returned', 'Instagram gave none and did not say why.'],
    ['follower_demographics', undefined, 'not-returned', 'Instagram gave none and did not say why.'],
    ['follower_demographics', 99, 'too-few-followers', 'Instagram gives this number from 100 followers on.'],
  ] as const) {
    it(`of ${metric}, ${followers ?? 'nobody knows how many'} followers: ${reason}`, async () => {
      const client = clientOf((_params, edge) => (edge === 'account' ? { followers_count: followers } : { data: [] }));
      const element = await shown(chart({ metric, client }));
      expect([element.state, element.reason]).to.deep.equal(['empty', reason]);
      expect(textOf(element, '[part=message] p:not(.head)')).to.equal(words);
      expect(title(element)).to.match(/ by gender, as of Mar 15, 2024$/);
    });
  }
});

describe('InsightsDemographicsChart: facts', () => {
  guard();

  for (const [timeframe, words] of [
    [undefined, 'last 30 days'],
    ['', 'last 30 days'],
    ['prev_month', 'previous month'],
  ] as const) {
    it(`the timeframe that was asked for: ${timeframe}`, async () => {
      const { client } = account(() => undefined);
      const element = await shown(
        chart({ metric: 'engaged_audience_demographics', client, ...(timeframe !== undefined && { timeframe }) }),
      );
      expect(note(element)).to.match(new RegExp(`^${words} shares of `));
    });
  }

  it('three audiences without a timeframe are one call', async () => {
    const { client, asked } = account(() => undefined);
    const metrics = ['follower_demographics', 'reached_audience_demographics', 'engaged_audience_demographics'];
    const host = document.createElement('div');
    const charts = metrics.map((metric) => chart({ metric, client }));
    host.append(...charts);
    await fixture(host);
    await Promise.all(charts.map(settled));
    expect(charts.map(note)).to.satisfy((notes: string[]) => notes.every((text) => text.startsWith('last 30 days')));
    expect(asked.insights).to.equal(1);
  });

  for (const [followers, words] of [
    [200, 'covers 50% of followers'],
    [100, 'covers 100% of followers'],
    [99, undefined],
    [10_001, 'covers < 1% of followers'],
    [0, undefined],
    [undefined, undefined],
  ] as const) {
    it(`100 people listed of ${followers ?? 'who knows how many'} followers: ${words ?? 'nothing is said'}`, async () => {
      const { client, asked } = account(() => followers);
      const element = await shown(chart({ client }));
      await waitUntil(() => asked.account === 1);
      await nextTask(30);
      await element.updateComplete;
      if (words) expect(note(element)).to.contain(words);
      else expect(note(element)).to.not.contain('covers');
    });
  }

  it('nothing is said of followers beside an audience that is not theirs', async () => {
    const { client } = account(() => 200);
    const element = await shown(chart({ client }));
    await waitUntil(() => note(element).includes('covers 50% of followers'));
    element.metric = 'engaged_audience_demographics';
    await element.updateComplete;
    await settled(element);
    expect(note(element)).to.contain('last 30 days').and.not.contain('covers');
  });

  it('followers that could not be had are asked for again with the next answer', async () => {
    let fails = true;
    const { client, asked } = account(() => {
      if (fails) throw new Error('down');
      return 400;
    });
    const element = await shown(chart({ client }));
    await waitUntil(() => asked.account === 1);
    element.heading = 'Nothing new';
    await nextTask(30);
    expect(asked.account).to.equal(1);
    fails = false;
    element.refresh();
    await waitUntil(() => note(element).includes('covers 25% of followers'));
    expect(asked).to.deep.equal({ insights: 2, account: 2 });
    element.refresh();
    await waitUntil(() => asked.insights === 3);
    await nextTask(30);
    expect(asked.account).to.equal(2);
  });

  it('only those whose gender Instagram does not know are not specified', async () => {
    const { client } = account(() => undefined);
    const element = await shown(chart({ client, breakdown: 'age,gender' }));
    expect(note(element)).to.contain('gender not specified: 20%').and.contain('other gender: 10%');
    expect(textOf(element, '.legend')).to.equal('Women 40% Men 30% Not specified 20%');
  });

  it('samples are samples in the sentence too, which describes the canvas', async () => {
    const element = await shown(chart({ demo: true }));
    expect(textOf(element, '#sentence')).to.match(/^Sample data\. Largest group: /);
    element.result = given;
    await element.updateComplete;
    expect(textOf(element, '#sentence')).to.match(/^Largest group: \u2068Women/);
  });
});

describe('InsightsDemographicsChart: without the chart library', () => {
  guard();

  /** Breaks the library's loading. @returns how often it was tried, and what mends it */
  function breakLibrary(delay = 5): { readonly tries: () => number; readonly mend: () => void } {
    const { load } = ChartController;
    let tries = 0;
    const mend = (): void => {
      ChartController.load = load;
    };
    afterTest(mend);
    ChartController.load = async () => {
      tries += 1;
      await nextTask(delay);
      throw new TypeError('Failed to fetch dynamically imported module');
    };
    return { tries: () => tries, mend };
  }

  /** The drawing, or what stands in its place. */
  const drawing = (element: Element): unknown[] => [
    element.shadowRoot?.querySelector('.plot') !== null,
    element.shadowRoot?.querySelector<HTMLDetailsElement>('details[part=table]')?.open,
  ];
  const table = [false, true];
  const plot = [true, false];

  async function broken(properties: Partial<InsightsDemographicsChart> = {}): Promise<InsightsDemographicsChart> {
    const { client } = account(() => undefined);
    const element = await fixture<InsightsDemographicsChart>(chart({ client, ...properties }));
    await waitUntil(() => element.error !== undefined);
    await element.updateComplete;
    return element;
  }

  for (const [name, properties] of [
    ['an answer', {}],
    ['a result that the page set', { result: given }],
  ] as const) {
    it(`${name}: told once, and the table is there instead of a blank plot`, async () => {
      const { tries } = breakLibrary();
      const errors = listen('insights-error');
      const element = await broken(properties);
      expect([element.state, element.reason]).to.deep.equal(['ready', undefined]);
      expect(errors.map(({ error }) => error.code)).to.deep.equal(['network']);
      expect(errors[0]?.error.message).to.match(/^The chart library could not be loaded\./);
      expect(drawing(element)).to.deep.equal(table);
      expect(textOf(element, '#sentence')).to.contain('Largest group: \u2068Women\u2069');
      // The table follows the words: no empty box between them.
      const [above, below] = ['.note', '[part=table]'].map((part) =>
        element.shadowRoot?.querySelector(part)?.getBoundingClientRect(),
      );
      expect((below?.top ?? 0) - (above?.bottom ?? 0)).to.be.below(20);
      await expect(element).to.be.accessible();

      element.heading = 'Another';
      await element.updateComplete;
      await nextFrame();
      await nextTask(20);
      expect([errors.length, tries()]).to.deep.equal([1, 1]);
    });
  }

  it('nothing is said of rows that are drawn', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({ values: [`City ${index}`], value: 1 }));
    const result = { ...given, breakdowns: [{ dimensions: ['city'], rows }] };
    const { mend } = breakLibrary();
    const element = await broken({ result });
    expect(note(element)).to.contain('shares of the 12 people listed').and.not.contain('shown');
    mend();
    element.refresh();
    await element.updateComplete;
    expect(note(element)).to.contain('8 of 12 shown');
  });

  it('is tried again by refresh()', async () => {
    const { tries, mend } = breakLibrary();
    const errors = listen('insights-error');
    const element = await broken();
    element.refresh();
    await waitUntil(() => errors.length === 2);
    await element.updateComplete;
    expect([tries(), drawing(element)]).to.deep.equal([2, table]);
    mend();
    element.refresh();
    await waitUntil(() => element.shadowRoot?.querySelector('canvas')?.hasAttribute('style'));
    await element.updateComplete;
    expect([element.error, drawing(element), errors.length]).to.deep.equal([undefined, plot, 2]);
  });

  it('is tried again when the element comes back', async () => {
    const { mend } = breakLibrary();
    const element = await broken();
    const { parentElement } = element;
    element.remove();
    mend();
    parentElement?.append(element);
    await settled(element);
    await waitUntil(() => element.shadowRoot?.querySelector('canvas')?.hasAttribute('style'));
    expect([element.error, drawing(element)]).to.deep.equal([undefined, plot]);
  });

  it('gone before it failed: nobody is told, and it is tried again', async () => {
    const { tries } = breakLibrary(300);
    const errors = listen('insights-error');
    const { client } = account(() => undefined);
    const element = await shown(chart({ client }));
    await waitUntil(() => tries() === 1);
    const { parentElement } = element;
    element.remove();
    await nextTask(400);
    expect(errors).to.deep.equal([]);
    parentElement?.append(element);
    await waitUntil(() => errors.length === 1);
    expect(tries()).to.equal(2);
  });
});
