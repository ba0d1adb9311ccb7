/**
 * The web as a snippet's page sees it: the built package wherever an address ends in /cdn/, a backend over the
 * sandbox behind whichever address it names, tokens, snapshots. Nothing leaves this machine.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Request as PageRequest } from 'playwright-core';
import { root } from '../../../scripts/entries.js';
import { createSandbox } from '../../../src/sandbox/index.js';
import { createEmbedTokenAccess, createInsightsHandler, issueEmbedToken } from '../../../src/server/index.js';
import { metricNames } from '../../../src/spec/index.js';

export interface Answer {
  readonly status: number;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const sandbox = createSandbox();
const keys = [{ id: 'a', secret: 's'.repeat(32) }];
const account = { id: sandbox.id, accessToken: sandbox.accessToken };
const options = { accounts: async () => account, graph: { fetch: sandbox.fetch } };
const open = createInsightsHandler({ ...options, access: 'public' });
const locked = createInsightsHandler({ ...options, access: createEmbedTokenAccess({ keys }) });

const types: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };
const typeOf = (path: string): string => types[/\w+$/.exec(path)?.[0] ?? ''] ?? 'text/plain';

/** What a file of the package, named by the end of an address, is here. */
function fileAt(path: string): string | undefined {
  const [, name = ''] = /\/cdn\/([\w./-]+)$/.exec(path) ?? [];
  const file = fileURLToPath(new URL(`cdn/${name}`, root));
  return name && existsSync(file) ? file : undefined;
}

/**
 * Answers a request of a page.
 * @param markup of the page, whose elements say what a snapshot has to hold
 */
export async function answerOf(request: PageRequest, markup: string): Promise<Answer> {
  const url = new URL(request.url());
  const origin = request.headers()['origin'];
  const headers = {
    'Access-Control-Allow-Origin': origin ?? '*',
    'Access-Control-Allow-Headers': 'authorization, content-type',
    ...(origin && { 'Access-Control-Allow-Credentials': 'true' }),
  };
  if (request.method() === 'OPTIONS') return { status: 204, headers };
  const file = fileAt(url.pathname);
  if (file) return { status: 200, headers, contentType: typeOf(file), body: readFileSync(file, 'utf8') };
  const json = (body: string, status = 200): Answer => ({ status, headers, contentType: types['json'] ?? '', body });
  if (/token/.test(url.pathname)) {
    const owner = url.searchParams.get('account') ?? accountIn(markup);
    const token = await issueEmbedToken({ account: owner, metrics: metricNames }, { keys });
    return json(JSON.stringify({ token }));
  }
  if (url.pathname.endsWith('.json')) return json(snapshotOf(markup));
  const [, path = ''] = /(\/[\w-]+(?:\/insights)?)$/.exec(url.pathname) ?? [];
  if (!url.searchParams.has('metric') && !url.searchParams.has('fields')) return { status: 404, headers };
  const authorization = request.headers()['authorization'];
  const asked = new Request(`https://insights.example${path}${url.search}`, {
    headers: authorization ? { Authorization: authorization } : {},
  });
  const answer = await (authorization ? locked : open)(asked);
  return json(await answer.text(), answer.status);
}

const accountIn = (markup: string): string => /\baccount="([^"]+)"/.exec(markup)?.[1] ?? 'default';

/** What the command writes for the questions of the elements. */
function snapshotOf(markup: string): string {
  const queries = [...markup.matchAll(/<insights-[\w-]+\s([^>]*)>/g)]
    .map(
      ([, attributes = '']) =>
        new Map([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, a = '', b = '']) => [a, b])),
    )
    .filter((attributes) => attributes.has('metric'))
    .map((attributes) => {
      const names = ['metric', 'period', 'timeframe', 'breakdown', 'range', 'since', 'until', 'compare'];
      return Object.fromEntries(names.flatMap((name) => (attributes.has(name) ? [[name, attributes.get(name)]] : [])));
    });
  const folder = mkdtempSync(join(tmpdir(), 'insights-snapshot-'));
  try {
    writeFileSync(join(folder, 'q.json'), JSON.stringify(queries));
    const cli = fileURLToPath(new URL('dist/server/cli.js', root));
    execFileSync(process.execPath, [cli, 'snapshot', '--queries', 'q.json', '--out', 'a.json', '--demo'], {
      cwd: folder,
      stdio: 'pipe',
    });
    return readFileSync(join(folder, 'a.json'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Puts the right hash where a page of documentation has `sha384-…` for a file of `cdn/`. */
export const withHashes = (html: string): string =>
  html
    .replaceAll(
      /(<[^>]*?(?:src|href)="[^"]*?(\/cdn\/[\w.-]+)[^>]*?integrity=")sha384-…/g,
      (_, head, path) => head + hashOf(path),
    )
    .replaceAll(/("[^"]*?(\/cdn\/[\w.-]+)":\s*")sha384-…/g, (_, head, path) => head + hashOf(path));

function hashOf(path: string): string {
  const file = fileAt(path);
  return `sha384-${file ? createHash('sha384').update(readFileSync(file)).digest('base64') : 'of-no-file'}`;
}
