// Where an element gets its numbers from, beside a plain backend: a snapshot, and a backend that asks for an embed token.
import { expect, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import { type GraphCall, metricsOf } from '../../src/client/call.js';
import { cellKey } from '../../src/client/cells.js';
import { planCalls } from '../../src/client/plan.js';
import type { InsightsQuery } from '../../src/spec/index.js';
import { afterTest, guard, instant, listen, make, now, settled, shown, textOf, totals } from './harness.js';

guard();

/** Answers the page's requests, by path; everything else goes its way. */
function answerFetch(routes: Readonly<Record<string, (url: URL, init: RequestInit) => Response>>): URL[] {
  const real = globalThis.fetch;
  const asked: URL[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const url = new URL(new Request(input, init).url);
    const path = Object.keys(routes).find((start) => url.pathname.startsWith(start));
    if (path === undefined) return real(input, init);
    asked.push(url);
    return (routes[path] as (url: URL, init: RequestInit) => Response)(url, init);
  };
  afterTest(() => {
    globalThis.fetch = real;
  });
  return asked;
}

/** A file of totals, taken at the instant of these tests: long before the visitor's clock. */
function snapshotOf(queries: readonly InsightsQuery[]): object {
  const calls = planCalls(queries, { now: now() }).map(({ call }): GraphCall => call);
  const taken_at = Date.parse(instant) / 1000;
  const cells = calls.flatMap((call) =>
    metricsOf(call).map((metric) => {
      const { data } = totals(metric, 1234) as { data: unknown[] };
      return [cellKey(call, metric), { fetched_at: taken_at, row: data[0] }] as const;
    }),
  );
  return { insights_snapshot: 1, taken_at, graph_version: 'v19.0', answers: Object.fromEntries(cells) };
}

describe('src', () => {
  it('shows the numbers of a snapshot, by the days of when it was taken', async () => {
    const asked = answerFetch({ '/acme-1.json': () => Response.json(snapshotOf([{ metric: 'likes' }])) });
    const card = await shown(make('insights-metric-card', { metric: 'likes', src: '/acme-1.json' }));
    expect(card.state).to.equal('ready');
    expect(card.result?.total).to.equal(1234);
    expect(card.result?.range).to.deep.equal({ since: '2024-02-16', until: '2024-03-14' });
    expect(asked.length).to.equal(1);
  });

  it('compares with the window before, where the file has it, without a question of another clock', async () => {
    const errors = listen('insights-error');
    answerFetch({
      '/acme-2.json': () =>
        Response.json(snapshotOf([{ metric: 'likes' }, { metric: 'likes', since: '2024-01-19', until: '2024-02-15' }])),
    });
    const card = await shown(
      make('insights-metric-card', { metric: 'likes', src: '/acme-2.json', compare: 'previous_period' }),
    );
    await waitUntil(() => card.results.length === 2);
    expect(errors.length).to.equal(0);
  });

  it('says what is not in it, and the line to add', async () => {
    const errors = listen('insights-error');
    answerFetch({ '/acme-3.json': () => Response.json(snapshotOf([{ metric: 'likes' }])) });
    const card = await shown(make('insights-metric-card', { metric: 'comments', src: '/acme-3.json' }));
    await waitUntil(() => textOf(card, '[part=message]') !== '');
    expect([card.state, card.reason]).to.deep.equal(['empty', 'not-in-snapshot']);
    expect(textOf(card, '[part=message]')).to.equal(
      'Not in this snapshot The owner of this page can add the question to it. { "metric": "comments", "range": "last_28_days" }',
    );
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['not-in-snapshot']);
  });

  it('a provider hands it to all inside, which load it once; for another account it has no numbers', async () => {
    const asked = answerFetch({
      '/acme-4.json': () => Response.json(snapshotOf([{ metric: 'likes' }, { metric: 'comments' }])),
    });
    const provider = make('insights-provider', { src: '/acme-4.json' });
    const cards = [
      make('insights-metric-card', { metric: 'likes' }),
      make('insights-metric-card', { metric: 'comments' }),
      make('insights-metric-card', { metric: 'likes', account: 'other' }),
    ];
    provider.append(...cards);
    document.body.append(provider);
    afterTest(() => provider.remove());
    await Promise.all(cards.map((card) => settled(card)));
    expect(cards.map(({ state, reason }) => `${state} ${reason ?? ''}`)).to.deep.equal([
      'ready ',
      'ready ',
      'error no-client',
    ]);
    expect(asked.length).to.equal(1);
  });

  it('a file that is none is an error that speaks of the file', async () => {
    answerFetch({ '/acme-5.json': () => new Response('<!doctype html>') });
    const card = await shown(make('insights-metric-card', { metric: 'likes', src: '/acme-5.json' }));
    expect(card.error?.code).to.equal('malformed-response');
    expect(card.error?.message).to.contain('`src`');
  });
});

describe('token-url', () => {
  /** Says that it ends in an hour: until then it is used again. */
  const tokenOf = (count: number): string => `x.${btoa(JSON.stringify({ exp: Date.now() / 1000 + 3600, count }))}.y`;

  it('a token that is no longer taken is renewed before anybody sees it: numbers, selection and focus stay', async () => {
    const errors = listen('insights-error');
    let tokens = 0;
    let taken = 1;
    const issued = new Map<number, string>();
    const statuses: number[] = [];
    answerFetch({
      '/embed-token': () => {
        tokens += 1;
        issued.set(tokens, tokenOf(tokens));
        return Response.json({ token: issued.get(tokens) });
      },
      '/embed-backend': (url, init) => {
        const isTaken = new Headers(init.headers).get('Authorization') === `Bearer ${issued.get(taken)}`;
        statuses.push(isTaken ? 200 : 401);
        const error = { code: 190, error_data: { code: 'unauthorized' } };
        if (!isTaken) return Response.json({ error }, { status: 401 });
        const rows = [
          ['FOLLOWER', 60 + tokens],
          ['NON_FOLLOWER', 40],
        ] as const;
        return Response.json(totals(url.searchParams.get('metric') ?? '', 100, { dimensions: ['follow_type'], rows }));
      },
    });
    const chart = await shown(
      make('insights-breakdown-chart', {
        metric: 'reach',
        breakdown: 'follow_type',
        backendUrl: '/embed-backend',
        tokenUrl: '/embed-token',
      }),
    );
    expect(chart.state).to.equal('ready');
    const states: string[] = [];
    const watch = new MutationObserver(() => states.push(chart.state));
    watch.observe(chart, { attributes: true, attributeFilter: ['state'] });
    afterTest(() => watch.disconnect());
    const plot = chart.shadowRoot?.querySelector<HTMLElement>('[tabindex="0"]');
    plot?.focus();
    plot?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    const before = chart.result;
    for (const next of [2, 3]) {
      taken = next;
      chart.refresh();
      await waitUntil(() => chart.result?.breakdowns?.[0]?.rows[0]?.value === 60 + next);
      expect(tokens).to.equal(next);
    }
    expect(statuses.filter((status) => status === 401).length).to.equal(2);
    expect(states).to.deep.equal([]);
    expect(errors.length).to.equal(0);
    expect(chart.result === before).to.equal(false);
    expect(chart.shadowRoot?.activeElement === plot).to.equal(true);
  });
});
