// No text of ours outside the words: what a visitor sees or hears has to be there in every language.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/**
 * Folders of which nothing reaches the screen as it stands there: issues and errors are said by their names. Nor does a
 * warning in the console.
 */
const unseen =
  /^(check|client|react|sandbox|server|spec|vue)\/|^format\/locales\/|^elements\/two-versions\.ts$|^hydrate\/late\.ts$/;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !unseen.test(file));

/** Texts that are no language's, by why. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'an error for a developer, which a visitor is told by its code': [
    ' was refused.',
    'The chart library could not be loaded.',
    'The map could not be loaded.',
    'The picture is larger than a canvas can be.',
    'The tones could not be loaded.',
  ],
  'what the record of a metric says of it': ['unique accounts'],
  'a name of a question': ['total before'],
  'classes of an element': ['plot stale', 'row stale'],
};
const isAllowed = (text: string): boolean => Object.values(allowed).some((texts) => texts.includes(text));

interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const nodesIn = (value: unknown): Node[] => [value].flat().filter(isNode);

/** Attributes that are read out, or shown by a pointer. */
const heard = /^(aria-(label|description|roledescription|valuetext|placeholder)|title|alt|placeholder|label)$/;
/** Members of an object that are shown somewhere. */
const shown = /^(label|title|text|caption|hint|head|summary|spoken|sentence)$/;

/** A property of a style sheet is no text. */
const hasLetters = (text: string): boolean => /^(?!--|var\().*\p{Script=Latin}{2}/su.test(text);
/** Two words in a row, neither of them part of code: a name of a class has a hyphen or stands alone. */
const isProse = (text: string): boolean => /(^|\s)\p{L}[\p{Ll}’']+,? \p{Ll}{2,}([\s.,:;?!]|$)/u.test(text);

/** What a node can come to as a text. */
function textsOf(node: Node): string[] {
  const within = (...members: readonly unknown[]): string[] => members.flatMap(nodesIn).flatMap(textsOf);
  switch (node.type) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral':
      return [...quasisOf(node), ...within(node['expressions'])];
    case 'ConditionalExpression':
      return within(node['consequent'], node['alternate']);
    case 'LogicalExpression':
      return within(node['left'], node['right']);
    case 'BinaryExpression':
      return node['operator'] === '+' ? within(node['left'], node['right']) : [];
    case 'ArrayExpression':
      return within(node['elements']);
    case 'CallExpression':
      // A list that is made text, or whatever a function of its own gives.
      return within(
        node['callee'],
        nodesIn(node['arguments']).filter(({ type }) => type === 'ArrowFunctionExpression'),
      );
    case 'MemberExpression':
      return within(node['object']);
    case 'ArrowFunctionExpression':
      return within(node['body']);
    case 'BlockStatement':
      return within(node['body']);
    case 'ReturnStatement':
      return within(node['argument']);
    default:
      return within(node['expression']);
  }
}

const quasisOf = (template: Node): string[] =>
  nodesIn(template['quasis']).map(({ value }) => (value as { readonly cooked: string }).cooked);

/** Stands for an expression in the markup of a template. */
const hole = '\uE000';

/** Texts of a template that are seen or heard. */
function textsOfTemplate(template: Node): string[] {
  const expressions = nodesIn(template['expressions']);
  let at = 0;
  const said = (text: string): string[] => [
    text,
    ...[...text].filter((character) => character === hole).flatMap(() => textsOf(expressions[at++] as Node)),
  ];
  const pass = (text: string): void => void (at += text.split(hole).length - 1);
  const texts: string[] = [];
  const markup = quasisOf(template).join(hole);
  for (const [piece] of markup.matchAll(/<!--[\s\S]*?-->|<[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*>|[^<]+/g)) {
    if (!piece.startsWith('<')) texts.push(...said(piece));
    else if (piece.startsWith('<!--')) pass(piece);
    else {
      let done = 0;
      for (const found of piece.matchAll(/([@.?]?[\w-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/g)) {
        pass(piece.slice(done, found.index));
        done = found.index + found[0].length;
        const [, name = '', value = ''] = found;
        if (heard.test(name)) texts.push(...said(value));
        else pass(value);
      }
      pass(piece.slice(done));
    }
  }
  return texts;
}

/** Texts of a source that a visitor could see or hear. */
function visibleTexts(code: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown, parent?: Node): void => {
    if (Array.isArray(value)) return value.forEach((member) => walk(member, parent));
    if (!isNode(value) || value.type === 'ImportDeclaration') return;
    const { type } = value;
    if (type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)/.test(type)) return;
    if (type === 'TaggedTemplateExpression') {
      const isMarkup = ['html', 'svg'].includes(String((value['tag'] as Node)['name']));
      const template = value['quasi'] as Node;
      if (isMarkup) found.push(...textsOfTemplate(template).filter(hasLetters));
      return walk(template['expressions'], template);
    }
    if (type === 'Property' && shown.test(String((value['key'] as Node)['name'])))
      found.push(...textsOf(value['value'] as Node).filter(hasLetters));
    if (type === 'Literal' || type === 'TemplateLiteral') {
      const own = type === 'Literal' ? [String(value['value'])] : quasisOf(value);
      // A list of classes is part of a template, and of nothing else.
      found.push(...own.filter((text) => isProse(text) && parent?.type !== 'TemplateLiteral'));
    }
    for (const member of Object.values(value)) walk(member, value);
  };
  walk(parseAst(code, { lang: 'ts' }).body);
  return [...new Set(found.map((text) => text.replaceAll(/\s+/g, ' ')))];
}

const textsIn = (file: string): string[] => visibleTexts(readFileSync(join(src, file), 'utf8'));

describe('texts outside the words of a language', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['text between tags', 'html`<p class="a b">Hello</p>`', ['Hello']],
    ['what is read out', 'html`<b aria-label="Close" data-x="no"></b>`', ['"Close"']],
    ['a choice of texts', "html`<p>${on ? 'On' : words.off}</p>`", ['On']],
    ['a text in what is read out', 'html`<b class=${"no"} title=${`Day ${day}`}></b>`', ['Day ']],
    ['a list', "html`${rows.map((row) => row.name + ' each')}`", [' each']],
    ['a template in a template', 'html`<p>${html`<b>Hi</b>`}</p>`', ['Hi']],
    ['what a chart shows', "const entry = { key: 'others', label: 'Others' };", ['Others']],
    ['a sentence', "const sentence = 'Nothing was counted.';", ['Nothing was counted.']],
    ['part of a sentence', 'const text = `${a} of all ${b}`;', [' of all ']],
    [
      'code, classes, places of expressions',
      "html`<p class=${on ? 'stale' : 'row'} @click=${f}>${say('x')}: ${a}</p>`",
      [],
    ],
    ['types and imports', "import { a } from 'some of it'; type A = 'this or that';", []],
  ];
  for (const [name, code, texts] of cases) it(`${name}: seen`, () => assert.deepEqual(visibleTexts(code), texts));

  for (const file of files) {
    it(`none in ${file}`, () =>
      assert.deepEqual(
        textsIn(file).filter((text) => !isAllowed(text)),
        [],
      ));
  }

  it('every exception is still one', () => {
    const all = new Set(files.flatMap(textsIn));
    for (const text of Object.values(allowed).flat()) assert.ok(all.has(text), text);
  });
});
