import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { reserved } from '../../demo/builder/reserved.js';
import { entries, root } from '../../scripts/entries.js';
import { languages } from '../../src/format/languages.js';
import { metricNames, metrics, type QueryInput, validateQuery } from '../../src/spec/index.js';

const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const readme = read('README.md');
const snippets = (language: string): string[] =>
  [...readme.matchAll(/```(\w+)\n(.*?)```/gs)].filter(([, name]) => name === language).map(([, , code]) => code ?? '');

/** Every element tag in a text, with its attributes. */
const tagsIn = (text: string): { tag: string; attributes: Map<string, string> }[] =>
  [...text.matchAll(/<(insights-[\w-]+)([^>]*)>/g)].map(([, tag = '', rest = '']) => ({
    tag,
    attributes: new Map([...rest.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value])),
  }));

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly { readonly name: string }[];
}
const { modules } = JSON.parse(read('custom-elements.json')) as { modules: { declarations?: Declaration[] }[] };
const attributesOf = new Map(
  modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName !== undefined)
    .map(({ tagName, attributes = [] }) => [tagName, attributes.map(({ name }) => name)]),
);

describe('README.md', () => {
  it('shows a picture that is there, and links to files that are there', () => {
    const targets = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, target = '']) => target);
    assert.ok(targets.length > 0);
    for (const target of targets) assert.ok(existsSync(new URL(target, root)), target);
  });

  it('gives commands that exist', () => {
    const scripts = [...readme.matchAll(/npm (?:run )?(start|test|check|build|[a-z:]+)\b(?! install)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !['ci', 'install'].includes(name));
    assert.ok(scripts.includes('start') && scripts.includes('test') && scripts.includes('check'));
    const known = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
    for (const name of scripts) assert.ok(known.includes(name), name);
  });

  it('imports only what is exported', () => {
    const known = entries().map(({ specifier }) => specifier);
    const named = [...readme.matchAll(/'(insights-elements(?:\/[\w-]+)*)'/g)].map(([, name = '']) => name);
    assert.ok(named.length > 4);
    for (const name of named) assert.ok(known.includes(name), name);
  });

  it('writes tags with attributes that exist, and questions that are legal', () => {
    const tags = snippets('html').flatMap(tagsIn);
    assert.ok(tags.length > 2);
    for (const { tag, attributes } of tags) {
      const known = attributesOf.get(tag);
      assert.ok(known, tag);
      for (const name of attributes.keys()) assert.ok(known.includes(name), `${tag} ${name}`);
      if (!attributes.has('metric')) continue;
      const query: QueryInput = Object.fromEntries(attributes);
      assert.deepEqual(validateQuery(query, { now: Date.parse('2026-06-01T20:00:00Z') }), []);
    }
  });

  it('has every attribute in its table, and no other', () => {
    const table = readme.slice(readme.indexOf('### Attributes'), readme.indexOf('What an element has not'));
    const listed = [...table.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`([\w-]+)`/g)].map(([, name = '']) => name),
    );
    const real = new Set([...attributesOf.values()].flat().filter((name) => name !== 'state' && name !== 'reason'));
    assert.deepEqual(listed.toSorted(), [...real].toSorted());
  });

  it('names every metric, each among those that its element shows', () => {
    const part = readme.slice(readme.indexOf('### Metrics'), readme.indexOf('### React'));
    const [cards = '', charts = ''] = part.split('Demographics:');
    for (const metric of metricNames) {
      // A map of hours is for a chart that is still to come.
      if (metric === 'online_followers') continue;
      const where = metrics[metric].kind === 'demographic' ? charts : cards;
      assert.ok(where.includes(`\`${metric}\``), metric);
    }
  });

  it('names every language that there are words in', () => {
    const nameOf = new Intl.DisplayNames('en', { type: 'language' });
    const part = readme.slice(readme.indexOf('**Languages.**')).split('\n- ')[0] ?? '';
    for (const language of ['en', ...Object.keys(languages)])
      assert.ok(part.includes(nameOf.of(language) ?? '?'), language);
  });

  it('reserves the boxes as the demo does', () => {
    const rules = (css: string): string[] => css.match(/insights-[\w-]+:not\(:defined\) \{[^}]*\}/g) ?? [];
    const tidy = (css: string): string => css.replaceAll(/\s+/g, ' ');
    const said = rules(snippets('css').join('')).map(tidy);
    assert.deepEqual(said, rules(read('demo/boxes.css')).map(tidy));
    for (const [tag, height] of Object.entries(reserved)) {
      assert.ok(said.includes(`${tag}:not(:defined) { display: block; min-height: ${height}px; }`), tag);
    }
  });

  it('has every environment variable of the command', () => {
    const help = read('src/server/commands/serve.ts');
    for (const name of [
      'IG_USER_ID',
      'IG_ACCESS_TOKEN',
      'IG_APP_SECRET',
      'IG_TOKEN_EXPIRES',
      'GRAPH_HOST',
      'GRAPH_VERSION',
      'HOST',
      'PORT',
      'EMBED_KEYS',
      'ORIGINS',
      'STORE',
      'RETENTION_DAYS',
      'CLIENT_ADDRESS',
      'PER_CLIENT',
    ]) {
      assert.ok(help.includes(name) && readme.includes(`\`${name}\``), name);
    }
  });
});
