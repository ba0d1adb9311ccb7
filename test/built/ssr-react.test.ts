// Our React components under @lit-labs/ssr-react, which changes React's functions for a whole process: a file of its own.
// biome-ignore assist/source/organizeImports: it has to come before React is used.
import '@lit-labs/ssr-react/enable-lit-ssr.js';
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { chromium } from 'playwright-core';
import React from 'react';
import { renderToString } from 'react-dom/server';
import { findBrowser } from '../../scripts/browser.js';
import type * as Components from '../../src/react/index.js';
import type { InsightsResult } from '../../src/spec/index.js';
import { pageOf, type Seen } from './drawn-page.js';
import { built, servePages } from './server-page.js';

const range = { since: '2026-11-01', until: '2026-11-03' };
const reach: InsightsResult = { metric: 'reach', period: 'day', total: 4321, range };
const likes: InsightsResult = { ...reach, metric: 'likes', series: [{ day: '2026-11-01', value: 7 }] };

const page = `import 'insights-elements/hydrate';
import { InsightsMetricCard, InsightsProvider, InsightsTrendChart } from 'insights-elements/react';
import { createElement as h } from 'react'; import { hydrateRoot } from 'react-dom/client';
hydrateRoot(document.getElementById('app'), h(InsightsProvider, { compare: 'previous_period' },
  h(InsightsMetricCard, { metric: 'reach', heading: 'Seen by', className: 'wide', result: ${JSON.stringify(reach)} }),
  h(InsightsTrendChart, { metric: 'likes', result: ${JSON.stringify(likes)} })),
  { onRecoverableError: (error) => console.error(error) });`;

it('components are drawn with their props by @lit-labs/ssr-react, and keep their nodes in the page', async () => {
  const { InsightsMetricCard, InsightsProvider, InsightsTrendChart } = await built<typeof Components>('react/index.js');
  const h = React.createElement;
  const drawn = renderToString(
    h(
      InsightsProvider,
      { compare: 'previous_period' },
      h(InsightsMetricCard, { metric: 'reach', heading: 'Seen by', className: 'wide', result: reach }),
      h(InsightsTrendChart, { metric: 'likes', result: likes }),
    ),
  );
  assert.match(drawn, /<div part="value"[^>]*>(<!--[^>]*-->)*4,321</);
  assert.match(drawn, /Seen by/);
  const pages = await servePages(async () => new Response(null, { status: 404 }), { react: page });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const visit = await browser.newPage();
    pages.put('/page', pageOf(`<div id="app">${drawn}</div>`, ['react/page.js']));
    await visit.goto(`${pages.origin}/page`);
    await visit.waitForFunction(
      'document.querySelector("insights-trend-chart").shadowRoot.querySelector("canvas").width > 300',
    );
    await visit.waitForFunction('isSettled() && document.querySelector("insights-metric-card[state=ready]")');
    const { count, lost, jumped, said } = await visit.evaluate<Seen>('see()');
    assert.ok(count > 30, String(count));
    assert.deepEqual([lost, jumped, said.filter((line) => !line.includes('React DevTools'))], [[], [], []]);
    assert.equal(await visit.locator('insights-metric-card.wide [part=value]').textContent(), '4,321');
  } finally {
    await browser.close();
    pages.close();
  }
});
