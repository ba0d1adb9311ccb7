/** VS Code's own HTML and CSS services over the packed custom data: what an author sees who types. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../../scripts/entries.js';
import { type MetricSpec, metrics } from '../../src/spec/index.js';

interface Text {
  positionAt(offset: number): unknown;
}
interface Completions {
  readonly items: readonly { readonly label: string; readonly documentation?: { readonly value: string } }[];
}
interface Service {
  parseHTMLDocument(text: Text): unknown;
  parseStylesheet(text: Text): unknown;
  setDataProviders(useDefault: boolean, providers: readonly unknown[]): void;
  doComplete(text: Text, position: unknown, parsed: unknown): Completions;
  doHover(text: Text, position: unknown, parsed: unknown): { readonly contents: { readonly value: string } } | null;
}
interface Services {
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): Text };
  getLanguageService(options: object): Service;
  getCSSLanguageService(options: object): Service;
  newHTMLDataProvider(id: string, data: unknown): unknown;
  newCSSDataProvider(data: unknown): unknown;
}

const folder = mkdtempSync(join(tmpdir(), 'insights-editors-'));
const data = (file: string): unknown => JSON.parse(readFileSync(new URL(file, root), 'utf8'));
let code: Services;
let styles: Services;

/** The text with the place of the cursor taken out, and that place. */
function cursorIn(marked: string, language: string): { readonly text: Text; readonly at: unknown } {
  const text = code.TextDocument.create(`file:///page.${language}`, language, 1, marked.replace('|', ''));
  return { text, at: text.positionAt(marked.indexOf('|')) };
}
const htmlService = (): Service =>
  code.getLanguageService({
    useDefaultDataProvider: false,
    customDataProviders: [code.newHTMLDataProvider('insights', data('vscode.html-custom-data.json'))],
  });
function complete(marked: string): Completions['items'] {
  const { text, at } = cursorIn(marked, 'html');
  const service = htmlService();
  return service.doComplete(text, at, service.parseHTMLDocument(text)).items;
}
function hover(marked: string): string {
  const { text, at } = cursorIn(marked, 'html');
  const service = htmlService();
  return service.doHover(text, at, service.parseHTMLDocument(text))?.contents.value ?? '';
}
const labels = (items: Completions['items']): string[] => items.map(({ label }) => label);

describe('VS Code', () => {
  before(() => {
    const packages = ['vscode-html-languageservice@5', 'vscode-css-languageservice@6'];
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--prefix', folder, ...packages], {
      cwd: folder,
    });
    const load = createRequire(join(folder, 'package.json'));
    const [html, css] = packages.map((name) => load(name.replace(/@\d+$/, '')) as Services);
    assert.ok(html && css);
    [code, styles] = [html, css];
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('completes the metrics of the element, with a sentence each', () => {
    const items = complete('<insights-metric-card metric="|"></insights-metric-card>');
    const shown = Object.entries<MetricSpec>(metrics).filter(
      ([, { kind, counts }]) => kind === 'interaction' && counts !== 'people',
    );
    assert.deepEqual(labels(items).toSorted(), shown.map(([name]) => name).toSorted());
    for (const { documentation } of items) assert.match(documentation?.value ?? '', /\.$/);
  });

  it('completes timeframes, breakdowns and pairs of them', () => {
    assert.ok(labels(complete('<insights-demographics-chart timeframe="|">')).includes('this_week'));
    const rows = labels(complete('<insights-demographics-chart breakdown="|">'));
    assert.deepEqual(rows.slice(0, 5), ['age', 'city', 'country', 'gender', 'age,city']);
    assert.ok(rows.includes('age,gender'));
  });

  it('completes tags and attributes, a flag without a value', () => {
    assert.ok(labels(complete('<insights-|')).includes('insights-trend-chart'));
    const names = labels(complete('<insights-metric-card |>'));
    assert.ok(['metric', 'compare', 'daily'].every((name) => names.includes(name)));
    // An element that refuses it whatever it says: nobody is led there.
    assert.ok(!names.includes('timeframe'));
  });

  it('says on hover what a tag and an attribute are', () => {
    assert.match(hover('<insights-tr|end-chart metric="reach">'), /^Metrics of an Instagram account by day as lines/);
    assert.match(hover('<insights-trend-chart comp|are="previous_period">'), /window of the same length just before/);
  });

  it('completes custom properties and parts in CSS', () => {
    const service = styles.getCSSLanguageService({ useDefaultDataProvider: true });
    service.setDataProviders(true, [styles.newCSSDataProvider(data('vscode.css-custom-data.json'))]);
    const at = (marked: string): string[] => {
      const { text, at: position } = cursorIn(marked, 'css');
      return labels(service.doComplete(text, position, service.parseStylesheet(text)).items);
    };
    assert.ok(at('insights-provider { --insights-| }').includes('--insights-series-8'));
    assert.ok(at('insights-metric-card::p|').includes('::part(delta)'));
  });
});
