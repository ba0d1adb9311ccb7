// The site as it is written: its pages, their heads, links and texts. How it looks and works in a browser: test/built/site.test.ts.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildSite, type Files } from '../../demo/site/build-site.js';
import { declarations } from '../../demo/site/manifest.js';
import { slugOf } from '../../demo/site/markdown.js';
import { pageOfFile, pages } from '../../demo/site/pages.js';
import { root } from '../../scripts/entries.js';
import { metricsOf, valuesOf } from '../../src/check/attribute-values.js';
import { errorCodes, metricNames } from '../../src/spec/index.js';

let files: Files;
let htmlFiles: readonly (readonly [string, string])[];
before(async () => {
  files = await buildSite();
  htmlFiles = [...files].flatMap(([path, body]) => (path.endsWith('.html') ? [[path, String(body)] as const] : []));
});

const text = (path: string): string => String(files.get(path) ?? assert.fail(`${path} is not there`));
const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, found = '']) => found);

describe('the list of pages', () => {
  it('has every file of docs/', () => {
    for (const file of readdirSync(new URL('docs/', root)).filter((name) => name.endsWith('.md')))
      assert.ok(pageOfFile(`docs/${file}`), `docs/${file} has no page: demo/site/pages.ts`);
  });

  it('has every element', () => {
    const made = pages.map(({ path }) => path);
    for (const tag of declarations.keys()) assert.ok(made.includes(`/elements/${tag.replace('insights-', '')}/`), tag);
  });

  it('has each address, name and description once', () => {
    for (const key of ['path', 'description'] as const)
      assert.equal(new Set(pages.map((page) => page[key])).size, pages.length, key);
    for (const { path, description } of pages) assert.match(description, /^[^]{20,160}\.$/, path);
  });
});

describe('the tables of what may be asked', () => {
  it('say what Instagram has retired', () => {
    const row = (path: string, start: string): string =>
      text(path)
        .split('\n')
        .findLast((line) => line.startsWith(start)) ?? assert.fail(start);
    assert.match(row('/elements.md', '| `impressions`'), /^\| `impressions` \(retired: ask `views`\) \|/);
    assert.match(
      row('/elements/demographics-chart.md', '| `reached_audience_demographics`'),
      /\| `this_month` `this_week`; retired: `last_14_days` `last_30_days` `last_90_days` `prev_month` \|/,
    );
    assert.doesNotMatch(row('/elements.md', '| `follower_demographics`'), /retired/);
  });
});

describe('every page', () => {
  it('says what it is: language, title, description, one heading, its Markdown', () => {
    assert.ok(htmlFiles.length > pages.length);
    const titles = new Map<string, string>();
    for (const [path, html] of htmlFiles) {
      assert.match(html, /^<!doctype html>\s*<html lang="en">/i, path);
      const [title = ''] = all(html, /<title>([^<]+)<\/title>/g);
      assert.ok(title && !titles.has(title), `${path} and ${titles.get(title)}: ${title}`);
      titles.set(title, path);
      assert.equal(all(html, /<meta name="description" content="([^"]{20,})"/g).length, 1, path);
      assert.equal(all(html, /<(h1)\b/g).length, 1, path);
      if (path === '/404.html') continue;
      const [alternate = ''] = all(html, /<link rel="alternate" type="text\/markdown" href="([^"]+)"/g);
      assert.ok(files.has(new URL(alternate, `https://site.example${path}`).pathname), `${path}: ${alternate}`);
    }
  });

  it('has landmarks, and a link past them', () => {
    for (const { path, content } of pages) {
      if ('alone' in content) continue;
      const html = text(`${path}index.html`);
      for (const part of ['<header', '<nav', '<main id="content"', '<footer', 'href="#content"'])
        assert.ok(html.includes(part), `${path}: ${part}`);
      assert.equal(all(html, /(aria-current="page")/g).length, 1, path);
    }
  });

  it('leads to places that are there, anchors too', () => {
    let count = 0;
    for (const [path, html] of htmlFiles) {
      for (const href of all(html, /<(?:a|link|script)\b[^>]*?(?:href|src)="([^"]*)"/g)) {
        const [, own] =
          /^https:\/\/github\.com\/insights-elements\/insights-elements\/blob\/main\/([^#]+)/.exec(href) ?? [];
        if (own) assert.ok(existsSync(new URL(decodeURI(own), root)), `${path} leads to ${href}`);
        if (/^(https:|data:)/.test(href)) continue;
        const { pathname, hash } = new URL(href, `https://site.example${path}`);
        const target = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
        assert.ok(files.has(target), `${path} leads to ${href}`);
        const id = decodeURIComponent(hash.slice(1));
        if (id) assert.ok(text(target).includes(` id="${id}"`), `${path} leads to ${href}`);
        count += 1;
      }
    }
    assert.ok(count > 500);
  });

  it('can be served from any folder', () => {
    for (const [path, html] of htmlFiles) {
      if (path === '/404.html') continue;
      assert.deepEqual(all(html, /(?:href|src)="(\/[^"]*)"/g), [], path);
    }
  });

  it('is strict: nothing inline, and nothing of another host', () => {
    for (const [path, html] of htmlFiles) {
      assert.match(html, /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';/, path);
      assert.deepEqual(all(html, /<script(?![^>]*\bsrc=)([^>]*)>/g), [], path);
      assert.deepEqual(all(html, /(<style\b|<[^>]*\s(?:style|on\w+)=["'])/g), [], path);
      assert.deepEqual(all(html, /<(?:script|img|iframe|link)\b[^>]*(?:src|href)="(https?:[^"]*)"/g), [], path);
    }
    for (const [path, body] of files) {
      if (path.endsWith('.css')) assert.doesNotMatch(String(body), /url\(["']?(https?:)?\/\//, path);
    }
  });
});

describe('an element’s page', () => {
  it('has every attribute that it takes, event, slot, part and property of the manifest', () => {
    for (const [tag, { attributes = [], events = [], slots = [], cssParts = [], cssProperties = [] }] of declarations) {
      const html = text(`/elements/${tag.replace('insights-', '')}/index.html`);
      const taken = attributes.filter(({ name }) => valuesOf(tag, name)?.values.length !== 0);
      for (const { name } of [...taken, ...events, ...cssProperties])
        assert.ok(html.includes(`<th scope="row"><code>${name}</code></th>`), `${tag} ${name}`);
      for (const { name } of cssParts) assert.ok(html.includes(`<code>::part(${name})</code>`), `${tag} ${name}`);
      for (const { name } of slots.filter((slot) => slot.name)) assert.ok(html.includes(`<code>${name}</code>`), name);
    }
  });

  it('shows alive what it shows as code', () => {
    for (const tag of declarations.keys()) {
      const html = text(`/elements/${tag.replace('insights-', '')}/index.html`);
      const live = all(html, /<div class="stage">(.*?)<\/div><figure/gs);
      const unescaped = (code: string): string =>
        code
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
      assert.ok(live.length > 0, tag);
      assert.deepEqual(all(html, /<code>((?:(?!<\/code>).)*)<\/code><\/pre>/gs).map(unescaped), live, tag);
      assert.ok(live.every((code) => code.includes(`<${tag}`)));
    }
  });

  it('begins with what is asked, and ends with what an element says of itself', () => {
    const names = all(text('/elements/metric-card.md'), /^\| `([\w-]+)` \| [^|]+ \| [^|]* \| [^|]* \|$/gm);
    assert.deepEqual(names.slice(0, 3), ['metric', 'period', 'breakdown']);
    assert.deepEqual(names.slice(names.indexOf('state')).slice(0, 2), ['state', 'reason']);
  });

  it('lists no attribute that it refuses', () => {
    const listed = (element: string): string[] =>
      all(text(`/elements/${element}.md`), /^\| `([\w-]+)` \| [^|]+ \| [^|]* \| [^|]* \|$/gm);
    for (const name of ['timeframe', 'breakdown']) assert.ok(listed('demographics-chart').includes(name), name);
    for (const name of ['range', 'compare']) assert.ok(!listed('demographics-chart').includes(name), name);
    assert.ok(listed('metric-card').includes('range') && !listed('metric-card').includes('timeframe'));
    assert.match(text('/elements/demographics-chart.md'), /^\| `period` \| [^|]+ \| `lifetime` \| – \|$/m);
  });

  it('offers what its class takes', () => {
    assert.deepEqual(metricsOf('insights-demographics-chart').toSorted(), [
      'engaged_audience_demographics',
      'follower_demographics',
      'reached_audience_demographics',
    ]);
    assert.ok(metricsOf('insights-metric-card').includes('reach'));
    assert.deepEqual(metricsOf('insights-provider'), []);
    const page = text('/elements/index.html');
    for (const name of metricNames) assert.ok(page.includes(`<th scope="row"><code>${name}</code>`), name);
  });
});

describe('troubleshooting', () => {
  it('has its labels in bold', () => {
    const html = text('/troubleshooting/index.html');
    for (const label of ['What happened', 'A visitor reads', 'What to do', 'Who', 'Heals by itself', 'Graph codes'])
      assert.equal(
        all(html, new RegExp(`<li><strong>(${label}):</strong> `, 'g')).length,
        Object.keys(errorCodes).length,
        label,
      );
  });

  it('has an anchor for each error code', () => {
    const html = text('/troubleshooting/index.html');
    for (const code of Object.keys(errorCodes)) assert.ok(html.includes(` id="${code}"`), code);
  });
});

describe('for programs', () => {
  it('llms.txt has every page, with its sentence', () => {
    const listed = new Map(
      [...text('/llms.txt').matchAll(/^- \[[^\]]+\]\(\.\/([^)]+)\): (.+)$/gm)].map(([, to = '', words = '']) => [
        `/${to}`,
        words,
      ]),
    );
    assert.match(text('/llms.txt'), /^# insights-elements\n\n> /);
    assert.equal(listed.size, pages.length);
    for (const [path, words] of listed) {
      assert.match(text(path), /^# /, path);
      assert.ok(
        pages.some(({ description }) => description === words),
        words,
      );
    }
  });

  it('Markdown leads to Markdown that is there', () => {
    for (const [path, body] of files) {
      if (!path.endsWith('.md')) continue;
      const outside = String(body).replaceAll(/^```.*?^```$/gms, '');
      assert.doesNotMatch(outside, /^<!-- snippet/m, path);
      for (const target of all(outside, /\]\(([^)\s]+)\)/g)) {
        if (/^(https:|#)/.test(target)) continue;
        assert.ok(files.has(new URL(target, `https://site.example${path}`).pathname), `${path} leads to ${target}`);
      }
    }
  });
});

describe('over a backend', () => {
  it('home and dashboard ask it; without one they make samples', async () => {
    const served = await buildSite({ backend: '/insights' });
    for (const path of ['/index.html', '/dashboard/index.html']) {
      assert.match(String(served.get(path)), /<insights-provider[^>]* backend-url="\/insights"/, path);
      assert.match(text(path), /<insights-provider[^>]* demo/, path);
      assert.doesNotMatch(text(path), /<insights-[^>]* backend-url=/, path);
    }
  });
});

describe('slugOf', () => {
  it('makes anchors as GitHub does', () => {
    assert.equal(slugOf('Languages, and `lang`'), 'languages-and-lang');
    assert.equal(slugOf('When it got out'), 'when-it-got-out');
    assert.equal(slugOf('token-expired'), 'token-expired');
  });
});

it('build:site takes no folder away that is not a site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insights-site-'));
  writeFileSync(join(folder, 'kept.txt'), 'mine');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('scripts/build-site.ts', root)), '--out', folder],
    { cwd: root, encoding: 'utf8' },
  );
  assert.equal(existsSync(join(folder, 'kept.txt')), true);
  assert.notEqual(status, 0);
  assert.match(stderr, /was left alone/);
  rmSync(folder, { recursive: true });
});
