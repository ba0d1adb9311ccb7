import '../../src/define.js';
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, type TemplateResult } from 'lit';
import { elementFolders } from '../../scripts/entries.js';
import { createDemoTransport, createGraphTransport, createInsightsClient } from '../../src/client/index.js';
import { readServed } from '../../src/client/served-answers.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { InsightsError } from '../../src/spec/index.js';
import { answerData, renderInsights } from '../../src/ssr/index.js';

const range = { since: '2026-11-01', until: '2026-11-03' };
const series = [
  { day: '2026-11-01', value: 1203 },
  { day: '2026-11-02', value: 1511 },
  { day: '2026-11-03', value: 1702 },
];
const reach = { metric: 'reach', period: 'day', total: 4321, range, series };
const views = {
  metric: 'views',
  period: 'day',
  total: 4321,
  range,
  breakdowns: [
    {
      dimensions: ['follow_type'],
      rows: [
        { values: ['FOLLOWER'], value: 4000 },
        { values: ['NON_FOLLOWER'], value: 321 },
      ],
    },
  ],
};
const hostile = '</script><img src=x onerror=alert(1)>';
const cities = {
  metric: 'follower_demographics',
  period: 'lifetime',
  breakdowns: [
    {
      dimensions: ['city'],
      rows: [
        { values: [hostile], value: 4000 },
        { values: ['Oslo'], value: 321 },
      ],
    },
  ],
};
const profile = {
  username: 'studio',
  name: `Studio ${hostile}`,
  followersCount: 4321,
  mediaCount: 12,
  source: 'api',
} as const;

/** Each element with a result: drawn are its numbers, in whatever digits. */
const given: Readonly<Record<string, (locale: string) => TemplateResult>> = {
  'metric-card': (locale) =>
    html`<insights-metric-card metric="reach" locale=${locale} .result=${reach}></insights-metric-card>`,
  'trend-chart': (locale) =>
    html`<insights-trend-chart metric="reach" locale=${locale} .result=${reach}></insights-trend-chart>`,
  'breakdown-chart': (locale) =>
    html`<insights-breakdown-chart metric="views" breakdown="follow_type" locale=${locale} .result=${views}></insights-breakdown-chart>`,
  'demographics-chart': (locale) =>
    html`<insights-demographics-chart metric="follower_demographics" breakdown="city" locale=${locale} .result=${cities}></insights-demographics-chart>`,
  'account-header': (locale) =>
    html`<insights-account-header locale=${locale} .profile=${profile}></insights-account-header>`,
};
const bare: Readonly<Record<string, TemplateResult>> = {
  'metric-card': html`<insights-metric-card metric="reach" backend-url="/insights"></insights-metric-card>`,
  'trend-chart': html`<insights-trend-chart metric="reach" backend-url="/insights"></insights-trend-chart>`,
  'breakdown-chart': html`<insights-breakdown-chart metric="views" backend-url="/insights"></insights-breakdown-chart>`,
  'demographics-chart': html`<insights-demographics-chart metric="follower_demographics" src="/a.json"></insights-demographics-chart>`,
  'account-header': html`<insights-account-header demo></insights-account-header>`,
  'range-picker': html`<insights-range-picker comparison timeframes></insights-range-picker>`,
  provider: html`<insights-provider backend-url="/insights"><insights-metric-card metric="likes"></insights-metric-card></insights-provider>`,
  dashboard: html`<insights-dashboard backend-url="/insights" choosable></insights-dashboard>`,
};

const plainly = (template: TemplateResult): Promise<string> => collectResult(render(template));
/** What a reader gets: no sheets, no data, no marks. */
const seen = (drawn: string): string =>
  drawn.replaceAll(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, '');
const scriptsOf = (drawn: string): string[] =>
  [...drawn.matchAll(/<script type="application\/json">([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
const demo = () => createInsightsClient({ transport: createDemoTransport({}) });

describe('an element under @lit-labs/ssr', () => {
  it('has a case for each', () => {
    assert.deepEqual(Object.keys(bare).toSorted(), elementFolders());
    assert.equal('document' in globalThis, false);
  });

  for (const [folder, template] of Object.entries(bare)) {
    it(`${folder}: a skeleton, where there is nothing`, async () => {
      for (const drawn of [await plainly(template), await renderInsights(template)]) {
        assert.match(drawn, new RegExp(`<insights-${folder}[^>]*><template shadowroot="open" shadowrootmode="open">`));
        if (folder === 'range-picker') assert.match(drawn, /<option value="last_28_days">/);
        else assert.match(drawn, /class="skeleton/);
        assert.doesNotMatch(drawn, /part="message"|checked="false"/);
        assert.deepEqual(scriptsOf(drawn), []);
      }
    });
  }

  for (const [folder, make] of Object.entries(given)) {
    it(`${folder}: numbers, sentence and table of a result`, async () => {
      for (const drawn of [await plainly(make('en')), await renderInsights(make('en'))]) {
        assert.match(seen(drawn), /4,321|4,000/);
        assert.doesNotMatch(drawn, /class="skeleton|<img/);
        if (!folder.endsWith('chart')) continue;
        assert.match(seen(drawn), /<p class="sentence" id="sentence">[^<]*\S[^<]*<\/p>/);
        assert.match(seen(drawn), /<details part="table" >[\s\S]*<tbody>[\s\S]*<td class="number">/);
      }
    });

    it(`${folder}: in Arabic, from right to left`, async () => {
      const drawn = seen(await renderInsights(make('ar')));
      assert.match(drawn, /<div part="base" lang="ar" dir="rtl"/);
      assert.match(drawn, /\p{Script=Arabic}{3}/u);
      assert.doesNotMatch(drawn, /class="skeleton/);
    });
  }
});

describe('renderInsights', () => {
  it('puts what was given into a script inside the element, and no text of it ends the script', async () => {
    const drawn = await renderInsights(given['demographics-chart']?.('en') ?? assert.fail());
    assert.match(drawn, /<\/template><script type="application\/json">[^<]*<\/script><\/insights-demographics-chart>/);
    const [text = ''] = scriptsOf(drawn);
    assert.deepEqual(readServed(text), { result: cities, answers: new Map() });
    assert.deepEqual(readServed(answerData({ profile })).profile, profile);
    assert.doesNotMatch(answerData({ profile }), /</);
  });

  it('asks a client, in few calls, and draws its answers: change, sparkline, account', async () => {
    const calls: string[] = [];
    const transport = createDemoTransport({});
    const client = createInsightsClient({
      transport: Object.assign(
        (...[call, options]: Parameters<typeof transport>) => {
          calls.push(JSON.stringify(call));
          return transport(call, options);
        },
        { dailyTotals: true },
      ),
    });
    const template = html`<insights-provider backend-url="/insights" compare="previous_period" locale="de">
      <insights-account-header></insights-account-header>
      <insights-metric-card metric="reach"></insights-metric-card>
      <insights-metric-card metric="likes"></insights-metric-card>
    </insights-provider>`;
    const drawn = await renderInsights(template, { client });
    assert.equal(new Set(calls).size, calls.length);
    assert.match(seen(drawn), /<div part="delta"[^>]*>[^<]*<span aria-hidden="true">[▲▼△▽▶]?/);
    assert.match(drawn, /<svg part="chart"/);
    assert.match(seen(drawn), /Beispieldaten/);
    assert.match(drawn, /<insights-metric-card[^>]* state="ready"/);
    // One script, of the outermost.
    const [text = '', ...others] = scriptsOf(drawn);
    assert.deepEqual(others, []);
    const { answers, account } = readServed(text);
    assert.equal(answers.size, 5);
    assert.ok(Number(account?.followersCount) > 0);
  });

  it('draws a dashboard whole', async () => {
    const drawn = await renderInsights(html`<insights-dashboard backend-url="/insights"></insights-dashboard>`, {
      client: demo(),
      lang: 'fr',
    });
    assert.doesNotMatch(drawn, /class="skeleton|state="(?!ready)/);
    assert.equal(drawn.match(/state="ready"/g)?.length, 23);
    assert.doesNotMatch(seen(drawn), /lang="(?!fr")/);
    assert.equal(scriptsOf(drawn).length, 1);
  });

  it('asks many questions without a warning of the process', async () => {
    const warned: string[] = [];
    const hear = ({ message }: Error): unknown => warned.push(message);
    process.on('warning', hear);
    await renderInsights(html`<insights-dashboard backend-url="/insights"></insights-dashboard>`, { client: demo() });
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', hear);
    assert.deepEqual(warned, []);
  });

  it('leaves to the page what failed, and what has a source of its own', async () => {
    const client = createInsightsClient({
      retries: 0,
      transport: async () => {
        throw new InsightsError('network');
      },
    });
    const template = html`<insights-provider backend-url="/insights">
      <insights-metric-card metric="reach"></insights-metric-card>
      <insights-metric-card metric="likes" account="another"></insights-metric-card>
    </insights-provider>`;
    const drawn = await renderInsights(template, { client });
    assert.equal(drawn.match(/class="skeleton value"/g)?.length, 2);
    assert.deepEqual(scriptsOf(drawn), []);
    const half = await renderInsights(template, { client: demo() });
    assert.equal(half.match(/class="skeleton value"/g)?.length, 1);
  });

  it('draws no account as another, and none as sample data', async () => {
    const sampler = demo();
    const client = {
      ...sampler,
      get: async (...asked: Parameters<typeof sampler.get>) => ({
        ...(await sampler.get(...asked)),
        source: 'api' as const,
      }),
      account: async () => ({ ...(await sampler.account()), source: 'api' as const }),
    };
    const drawn = async (template: TemplateResult) =>
      [...(await renderInsights(template, { client })).matchAll(/ state="(\w+)"/g)].map(([, state]) => state);
    const insideDemo = html`<insights-provider demo>
      <insights-metric-card metric="likes"></insights-metric-card>
      <insights-account-header></insights-account-header>
    </insights-provider>`;
    assert.deepEqual(await drawn(html`<insights-metric-card metric="likes" account="a"></insights-metric-card>`), [
      'ready',
    ]);
    assert.deepEqual(await drawn(html`<insights-metric-card metric="likes" demo></insights-metric-card>`), ['loading']);
    assert.deepEqual(await drawn(html`<insights-account-header demo></insights-account-header>`), ['loading']);
    assert.deepEqual(await drawn(insideDemo), ['loading', 'loading']);
    const two = html`<insights-metric-card metric="likes" account="a"></insights-metric-card>
      <insights-metric-card metric="reach" account="a"></insights-metric-card>
      <insights-metric-card metric="likes" account="b"></insights-metric-card>
      <insights-account-header account="b"></insights-account-header>`;
    assert.deepEqual(await drawn(two), ['ready', 'ready', 'loading', 'loading']);
    const samples = await renderInsights(insideDemo, { client: demo() });
    assert.equal(samples.match(/state="ready"/g)?.length, 2);
  });

  it('keeps no page waiting for who does not answer', async () => {
    const ended: unknown[] = [];
    const never = (signal?: AbortSignal): Promise<never> =>
      new Promise((_, reject) => {
        signal?.addEventListener('abort', () => {
          ended.push(signal.reason);
          reject(new InsightsError('network'));
        });
      });
    const client = {
      ...demo(),
      opening: undefined,
      get: (_query: unknown, options?: { signal?: AbortSignal }) => never(options?.signal),
      account: (options?: { signal?: AbortSignal }) => never(options?.signal),
    };
    const template = html`<insights-metric-card metric="likes"></insights-metric-card><insights-account-header></insights-account-header>`;
    mock.timers.enable({ apis: ['setTimeout'] });
    const come: string[] = [];
    void renderInsights(template, { client }).then((text) => come.push(text));
    for (let seconds = 0; seconds < 20 && come.length === 0; seconds += 1) {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      if (seconds < 10) assert.deepEqual(come, []);
      mock.timers.tick(1_000);
    }
    mock.timers.reset();
    assert.equal(come[0]?.match(/state="loading"/g)?.length, 2);
    assert.equal(ended.length, 2);
  });

  it('says on the server already what is wrong with an attribute', async () => {
    const drawn = await renderInsights(html`<insights-metric-card metric="reech"></insights-metric-card>`, {
      client: demo(),
    });
    assert.match(drawn, /state="error" reason="invalid-query"/);
    assert.match(seen(drawn), /metric=&quot;reach&quot;/);
    assert.match(drawn, /<style>[^<]*\[part='message'\]/);
  });

  it('refuses a result that cannot travel whole', async () => {
    const gaps = [{ ...range, error: new InsightsError('network') }];
    for (const result of [
      { ...reach, gaps },
      { ...reach, total: 'many' },
      { ...reach, metric: 'charm' },
    ]) {
      const template = html`<insights-metric-card .result=${result}></insights-metric-card>`;
      await assert.rejects(renderInsights(template), { name: 'InsightsError', code: 'malformed-response' });
    }
  });

  it('keeps pages apart that are drawn at the same time', async () => {
    const drawn = await Promise.all(
      ['en', 'de', 'ja', 'ar'].map((lang) =>
        renderInsights(
          html`<insights-metric-card metric="reach" .result=${{ ...reach, total: lang.charCodeAt(0) }}></insights-metric-card>`,
          { lang },
        ),
      ),
    );
    for (const [at, lang] of ['en', 'de', 'ja', 'ar'].entries()) {
      assert.match(drawn[at] ?? '', new RegExp(`lang="${lang}"`));
      assert.match(seen(drawn[at] ?? ''), new RegExp(`<div part="value">${lang.charCodeAt(0)}</div>`));
    }
  });

  it('lets no token of the client into the page', async () => {
    const accessToken = `EAAG${'SecretSecret'.repeat(4)}`;
    const client = createInsightsClient({
      transport: createGraphTransport({ id: '17841400000000000', accessToken, fetch: createSandbox({}).fetch }),
    });
    const drawn = await renderInsights(html`<insights-metric-card metric="likes"></insights-metric-card>`, { client });
    assert.match(drawn, /state="ready"/);
    assert.doesNotMatch(drawn, /Secret|Bearer|17841400000000000/);
  });

  it('lets no token that a template puts into an attribute into the page', async () => {
    const token = `EAAG${'SecretSecret'.repeat(4)}`;
    for (const template of [
      html`<insights-metric-card metric="likes" backend-url=${`/insights?access_token=${token}`}></insights-metric-card>`,
      html`<insights-metric-card metric="likes" token-scope=${'Secret7'.repeat(8)}></insights-metric-card>`,
      html`<insights-trend-chart metric=${token} class="wide"></insights-trend-chart>`,
      html`<insights-provider account=${token}><insights-metric-card metric="likes" heading=${token}></insights-metric-card></insights-provider>`,
    ]) {
      const drawn = await renderInsights(template, { client: demo() });
      assert.doesNotMatch(drawn, /Secret/);
      assert.match(drawn, /="\(hidden: looks like an access token\)"/);
      assert.doesNotMatch(drawn, /state="ready"/);
    }
  });

  it('gives its style sheets the nonce of the page, and no other text', async () => {
    const template = given['metric-card']?.('en') ?? assert.fail();
    assert.match(await renderInsights(template, { nonce: 'r4nd0m+/==' }), /<style nonce="r4nd0m\+\/==">/);
    assert.match(await renderInsights(template, { nonce: '"><script>' }), /<style>/);
  });

  it('writes dates with the spaces that browsers write', async () => {
    assert.match(seen(await renderInsights(given['metric-card']?.('en') ?? assert.fail())), /Nov 1 – 3/);
  });
});
