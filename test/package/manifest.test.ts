import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CSSResult } from 'lit';
import type { Described, Manifest } from '../../scripts/editors/read-manifest.js';
import { elementFolders, manifest, root } from '../../scripts/entries.js';
import { QuestionElement } from '../../src/elements/question-element.js';
import { InsightsChangeEvent, InsightsErrorEvent, InsightsLoadEvent, InsightsSelectEvent } from '../../src/index.js';

interface ElementClass {
  readonly name: string;
  readonly prototype: object;
  readonly observedAttributes: readonly string[];
  readonly elementProperties: ReadonlyMap<PropertyKey, unknown>;
  readonly styles?: CSSResult | CSSResult[];
}

const rootPath = fileURLToPath(root);
const committedFiles = [
  'custom-elements.json',
  'vscode.html-custom-data.json',
  'vscode.css-custom-data.json',
  'web-types.json',
];
const readManifest = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8'));
const committed = readManifest(join(rootPath, manifest.customElements));
const declarations = committed.modules.flatMap(({ declarations: all = [] }) => all);

/** Of what is shared that which comes to nothing: a pyramid has two colours, a row of controls is no card, a dashboard says no message. */
const idle: Readonly<Record<string, RegExp>> = {
  'demographics-chart': /series-[3-8]$/,
  'range-picker': /radius$/,
  dashboard: /^(message|empty|error)$/,
};

const eventClasses = [InsightsChangeEvent, InsightsErrorEvent, InsightsLoadEvent, InsightsSelectEvent];
const eventNames: Readonly<Record<string, string>> = Object.fromEntries(
  eventClasses.map(({ name, type }) => [name, type]),
);

/** Whether something is said, and not its name once more. */
const isSentence = ({ name, description = '' }: Described): boolean =>
  /[.:)]$|```$/.test(description.trim()) && description.trim().split(/\s+/).length > 1 && description !== `${name}.`;
const wordless = (list: readonly Described[]): string[] => names(list.filter((each) => !isSentence(each)));

/** What `--_accent` and the like come to is the page's to set. */
function usedProperties({ styles = [] }: ElementClass): string[] {
  const text = ([styles].flat(9) as { readonly cssText: string }[]).map(({ cssText }) => cssText).join('\n');
  const own = wordsIn(text, /var\((--_[\w-]+)/g);
  const direct = wordsIn(text.replaceAll(/--_[\w-]+:[^;]*;/g, ''), /var\((--insights-[\w-]+)/g);
  const behind = own.map((name) => name.replace('--_', '--insights-')).filter((name) => text.includes(`var(${name}`));
  return [...new Set([...behind, ...direct])];
}

const names = (list: readonly Described[] = []): string[] => list.map(({ name }) => name).toSorted();

/** An import that runs, and one that waits until it is needed. */
const atOnce = /^(?:import|export) (?!type)[^;]*?from '(\.[^']+)\.js'/gm;
const ever = /(?:from|import\()\s*'(\.[^']+)\.js'/g;

/** The text of the files of src/elements that an element is made of, comments out: its own, and what those import. */
function sourcesOf(folder: string, imports: RegExp): string {
  const files = new Set([`src/elements/${folder}/${folder}.ts`]);
  let text = '';
  for (const file of files) {
    const source = readFileSync(join(rootPath, file), 'utf8');
    text += source.replaceAll(/^ *\/?\*.*$/gm, '');
    for (const [, target = ''] of source.matchAll(imports)) {
      const next = `${posix.join(posix.dirname(file), target)}.ts`;
      // An element inside another one has parts of its own.
      if (posix.dirname(next) === 'src/elements' || next.startsWith(`src/elements/${folder}/`)) files.add(next);
    }
  }
  return text;
}
const wordsIn = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].flatMap(([, list = '']) => list.trim().split(/\s+/)))].toSorted();

/** The slots of templates. The one without a name is ''; one that is named by the state is there where no number is shown. */
function slotsIn(text: string): string[] {
  const found = [...text.matchAll(/<slot(?: name=(?:"([\w-]+)"|(\$\{state\})))?>/g)];
  const all = found.flatMap(([, name = '', byState]) => (byState ? ['empty', 'error'] : name));
  return [...new Set(all)].toSorted();
}

describe('custom-elements.json', () => {
  const folder = mkdtempSync(join(tmpdir(), 'insights-manifest-'));
  after(() => rmSync(folder, { recursive: true }));

  it('is up to date, and so is what editors read', async () => {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/manifest.ts', folder], { cwd: rootPath });
    for (const file of committedFiles)
      assert.ok(
        readFileSync(join(rootPath, file), 'utf8') === readFileSync(join(folder, file), 'utf8'),
        `${file}: run npm run manifest`,
      );
  });

  it('names published files only', () => {
    const paths = JSON.stringify(committed).match(/"(?:path|module)":"[^"]*"/g) ?? [];
    assert.deepEqual(
      paths.filter((path) => !/"\/?dist\/.*\.js"$/.test(path)),
      [],
    );
    const superclasses = declarations.flatMap(({ superclass }) => superclass?.module ?? []);
    assert.ok(superclasses.length > 0);
    for (const path of superclasses) {
      const source = path.replace(/^\/?dist\//, 'src/').replace(/\.js$/, '.ts');
      assert.ok(existsSync(join(rootPath, source)), path);
    }
  });

  it('shows nothing private, and has a sentence for each member of an event', () => {
    assert.doesNotMatch(JSON.stringify(committed), /"privacy":"(private|protected)"|"name":"[_#]/);
    const events = declarations.filter(({ name }) => name.endsWith('Event'));
    assert.equal(events.length, 4);
    for (const event of events) assert.deepEqual(wordless(event.members ?? []), [], event.name);
  });
});

for (const folder of elementFolders()) {
  const tag = `insights-${folder}`;
  const ElementClass = await registered(folder);
  describe(`custom-elements.json: ${tag}`, () => {
    const declaration = declarations.find(({ tagName }) => tagName === tag);

    it('is there, with a description and a summary', () => {
      assert.equal(declaration?.name, ElementClass.name);
      assert.ok(declaration.summary, 'no @summary');
      assert.match(declaration.description ?? '', new RegExp(`<${tag}`), 'the class doc shows no HTML to copy');
    });

    const {
      attributes = [],
      events = [],
      cssParts = [],
      cssProperties = [],
      slots = [],
      members = [],
    } = declaration ?? {};

    it('names each attribute that the element observes, and its type', () => {
      assert.deepEqual(names(attributes), [...ElementClass.observedAttributes].toSorted());
      assert.deepEqual(names(attributes.filter(({ type }) => !type?.text)), []);
    });

    it('names each property that the element has, and its type', () => {
      const shown = names(members.filter(({ kind, type }) => kind === 'field' && type?.text));
      const reactive = [...ElementClass.elementProperties.keys()].map(String);
      assert.deepEqual(
        reactive.filter((name) => !shown.includes(name)),
        [],
      );
    });

    it('names each part and slot of its templates', () => {
      const pattern = /\bpart="([\w -]+)"/g;
      const first = sourcesOf(folder, atOnce);
      assert.deepEqual(
        wordsIn(first, pattern).filter((part) => !names(cssParts).includes(part) && !idle[folder]?.test(part)),
        [],
      );
      const everything = wordsIn(sourcesOf(folder, ever), pattern);
      assert.deepEqual(
        names(cssParts).filter((part) => !everything.includes(part)),
        [],
      );
      assert.deepEqual(
        names(slots),
        slotsIn(first).filter((slot) => !idle[folder]?.test(slot)),
      );
    });

    it('names each event with a class', () => {
      const isAsking = ElementClass.prototype instanceof QuestionElement;
      const fired = wordsIn(sourcesOf(folder, ever), /\bnew (Insights\w+Event)\(/g);
      const own = fired.filter((name) => isAsking || name !== 'InsightsLoadEvent');
      assert.deepEqual(events.map(({ type }) => type?.text ?? '').toSorted(), own);
      for (const { name, type } of events) assert.equal(name, eventNames[type?.text ?? '']);
    });

    it('names each custom property that colours it', () => {
      const used = usedProperties(ElementClass).filter((name) => !idle[folder]?.test(name));
      const missing = used.filter((name) => !names(cssProperties).includes(name));
      assert.deepEqual(missing, []);
    });

    it('has a sentence for each of them', () => {
      for (const list of [attributes, events, cssParts, cssProperties, slots, members])
        assert.deepEqual(wordless(list), []);
    });
  });
}

async function registered(folder: string): Promise<ElementClass> {
  await import(new URL(`src/elements/${folder}/define.ts`, root).href);
  const found: unknown = customElements.get(`insights-${folder}`);
  assert.ok(found, `insights-${folder} is not registered by its define.ts`);
  return found as ElementClass;
}
