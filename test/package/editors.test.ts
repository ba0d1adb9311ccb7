/** What editors read: vscode.*-custom-data.json and web-types.json against the registry. manifest.test.ts holds them up to date. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import type { CssData, HtmlData } from '../../scripts/editors/vscode-data.js';
import type { WebTypes } from '../../scripts/editors/web-types.js';
import { elementFolders, manifest, root } from '../../scripts/entries.js';
import { attributesOf, tags } from '../../src/check/judge.js';
import { languages } from '../../src/format/languages.js';
import { type MetricSpec, metrics, rangeNames, timeframes } from '../../src/spec/index.js';

const read = <T>(file: string): T => JSON.parse(readFileSync(new URL(file, root), 'utf8')) as T;
const html = read<HtmlData>('vscode.html-custom-data.json');
const css = read<CssData>('vscode.css-custom-data.json');
const webTypes = read<WebTypes>('web-types.json');
const { elements } = webTypes.contributions.html;

const all = Object.entries<MetricSpec>(metrics);
const namesWhere = (holds: (spec: MetricSpec) => boolean): string[] =>
  all.filter(([, spec]) => holds(spec)).map(([name]) => name);
const isNumber = ({ kind, counts }: MetricSpec): boolean => kind === 'interaction' && counts !== 'people';
const isPeople = ({ kind }: MetricSpec): boolean => kind === 'demographic';
const hasRows = ({ kind, breakdowns }: MetricSpec): boolean => kind === 'interaction' && breakdowns.length > 0;
const unionOf = (key: 'periods' | 'breakdowns' | 'metricTypes', holds: (spec: MetricSpec) => boolean): string[] =>
  [...new Set(all.filter(([, spec]) => holds(spec)).flatMap(([, spec]): readonly string[] => spec[key]))].toSorted();

/** By tag and attribute, from the registry: apart from how the files are made, which is by asking the elements. */
const expected: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'insights-metric-card': {
    metric: namesWhere(isNumber),
    period: unionOf('periods', isNumber),
    breakdown: unionOf('breakdowns', isNumber),
    'metric-type': unionOf('metricTypes', isNumber),
    range: rangeNames,
  },
  'insights-trend-chart': {
    metric: namesWhere(isNumber),
    period: ['day'],
    breakdown: ['follow_type'],
    range: rangeNames,
  },
  'insights-breakdown-chart': {
    metric: namesWhere(hasRows),
    breakdown: unionOf('breakdowns', hasRows),
    'metric-type': ['total_value'],
    display: ['bars', 'doughnut'],
  },
  'insights-demographics-chart': {
    metric: namesWhere(isPeople),
    period: ['lifetime'],
    timeframe: timeframes,
    breakdown: unionOf('breakdowns', isPeople),
    display: ['bars', 'map'],
  },
  'insights-provider': {
    range: rangeNames,
    timeframe: timeframes,
    compare: ['previous_period'],
    persist: ['local', 'session'],
  },
  'insights-dashboard': {
    metrics: namesWhere((spec) => isNumber(spec) || isPeople(spec)),
    range: rangeNames,
    timeframe: timeframes,
  },
  'insights-range-picker': { presets: rangeNames, timeframe: timeframes },
  'insights-account-header': {
    locale: ['en', ...Object.keys(languages).map((name) => (name === 'pt' ? 'pt-BR' : name))],
  },
};

/** Always refused by the element: an editor does not offer them, and JetBrains' says that they are not allowed there. */
const refused: Readonly<Record<string, readonly string[]>> = {
  'insights-metric-card': ['timeframe'],
  'insights-trend-chart': ['timeframe'],
  'insights-breakdown-chart': ['timeframe'],
  'insights-demographics-chart': ['compare', 'range'],
};

const sorted = (list: readonly string[]): string[] => [...list].toSorted();

describe('files for editors', () => {
  it('know every element', () => {
    assert.equal(tags.length, elementFolders().length);
    assert.deepEqual(sorted(html.tags.map(({ name }) => name)), sorted(tags));
    assert.deepEqual(sorted(Object.keys(expected)), sorted(tags));
  });

  it('are of this version, published, and named where their editors look', () => {
    const { name, version } = read<{ name: string; version: string }>('package.json');
    assert.deepEqual([webTypes.name, webTypes.version], [name, version]);
    const published: Readonly<Record<string, unknown>> = { ...manifest };
    assert.equal(published['web-types'], './web-types.json');
    for (const file of ['vscode.html-custom-data.json', 'vscode.css-custom-data.json', 'web-types.json']) {
      assert.equal(manifest.exports[`./${file}`], `./${file}`);
      assert.ok((published['files'] as string[]).includes(file));
    }
  });

  for (const [tag, values] of Object.entries(expected)) {
    describe(tag, () => {
      const inCode = html.tags.find(({ name }) => name === tag);
      const inTypes = elements.find(({ name }) => name === tag);
      assert.ok(inCode && inTypes);

      it('has every attribute that it takes, with a sentence', () => {
        const taken = sorted(attributesOf(tag).filter((name) => !refused[tag]?.includes(name)));
        for (const attributes of [inCode.attributes, inTypes.attributes]) {
          assert.deepEqual(sorted(attributes.map(({ name }) => name)), taken);
          assert.deepEqual(
            attributes.filter(({ description }) => !description),
            [],
          );
        }
      });

      for (const [attribute, names] of Object.entries(values)) {
        it(`offers for ${attribute} what the registry has`, () => {
          const offered = inCode.attributes.find(({ name }) => name === attribute)?.values ?? [];
          const single = offered.filter(({ name }) => !name.includes(','));
          assert.deepEqual(sorted(single.map(({ name }) => name)), sorted(names));
          assert.deepEqual(
            single.filter(({ description }) => !description),
            [],
          );
          const typed = inTypes.attributes.find(({ name }) => name === attribute);
          const known = (typed?.values ?? []).filter(({ pattern }) => !pattern);
          assert.deepEqual(sorted(known.map(({ name }) => name)), sorted(names));
          // JetBrains' editors flag whatever is not in the list of such a value.
          assert.deepEqual(typed?.value, { kind: 'plain', type: 'enum', required: true });
        });
      }
    });
  }

  it('take lists where an element does, and only there', () => {
    const accepts = (tag: string, attribute: string, text: string): boolean => {
      const { values = [] } =
        elements.find(({ name }) => name === tag)?.attributes.find(({ name }) => name === attribute) ?? {};
      return values.some(
        ({ name, pattern }) => name === text || (pattern && new RegExp(`^(${pattern.regex})$`).test(text)),
      );
    };
    assert.ok(accepts('insights-trend-chart', 'metric', 'likes, comments,shares'));
    assert.ok(!accepts('insights-trend-chart', 'metric', 'likes,comment'));
    assert.ok(!accepts('insights-metric-card', 'metric', 'likes,comments'));
    assert.ok(accepts('insights-demographics-chart', 'breakdown', 'gender,age'));
    assert.ok(!accepts('insights-demographics-chart', 'breakdown', 'age,follow_type'));
    assert.ok(accepts('insights-metric-card', 'locale', 'de-AT'));
    assert.ok(!accepts('insights-metric-card', 'period', 'lifetime'));
  });

  it('know flags as such', () => {
    const flags = html.tags[0]?.attributes.filter(({ valueSet }) => valueSet === 'v').map(({ name }) => name);
    assert.deepEqual(sorted(flags ?? []), ['demo', 'history', 'no-menu']);
    const demo = elements[0]?.attributes.find(({ name }) => name === 'demo');
    assert.deepEqual(demo?.value, { kind: 'no-value' });
  });

  it('say which metric is retired', () => {
    const card = html.tags.find(({ name }) => name === 'insights-metric-card');
    const values = card?.attributes.find(({ name }) => name === 'metric')?.values;
    const words = values?.find(({ name }) => name === 'impressions')?.description?.value ?? '';
    assert.match(words, /Retired: Graph v22 .* Use views\.$/);
  });

  it('have every custom property and part, once', () => {
    const properties = css.properties.map(({ name }) => name);
    const series = Array.from({ length: 8 }, (_, at) => `--insights-series-${at + 1}`);
    for (const name of ['--insights-accent', '--insights-radius', ...series])
      assert.ok(properties.includes(name), name);
    assert.equal(new Set(properties).size, properties.length);
    const parts = css.pseudoElements.map(({ name }) => name);
    for (const part of ['base', 'header', 'value', 'delta', 'chart', 'message', 'table', 'control'])
      assert.ok(parts.includes(`::part(${part})`), part);
    assert.deepEqual(
      [...css.properties, ...css.pseudoElements].filter(({ description }) => !description),
      [],
    );
  });
});
