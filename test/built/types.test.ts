/** The published types, as a strict project sees them that checks its libraries too: in the oldest TypeScript and the newest. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { elementFolders, root } from '../../scripts/entries.js';
import { install, packInto, run } from './pack.js';
import { askedQuestions, shownQuestions } from './typed-questions.js';

const rootPath = fileURLToPath(root);
const consumer = mkdtempSync(join(tmpdir(), 'insights-types-'));
const oldest = '5.4';

const write = (file: string, text: string): void => writeFileSync(join(consumer, file), text);

/** What a person writes who uses the names of tags and events. */
const page = `
import 'insights-elements/define';
import type { AuthoredElements, AuthoredEvents, AuthoredProps, CardMetric, InsightsLoadEvent } from 'insights-elements';
const card = document.querySelector('insights-metric-card')!;
card.metric = 'reach';
card.addEventListener('insights-load', (event) => event.result.total?.toFixed());
card.addEventListener('insights-error', (event) => event.error.code);
document.addEventListener('insights-select', (event) => event.points[0]?.value);
window.addEventListener('insights-change', (event) => event.settings.metrics);
document.createElement('insights-trend-chart').toPNG();
const load: HTMLElementEventMap['insights-load'] extends InsightsLoadEvent ? true : false = true;
const tags: { [T in keyof AuthoredElements]: HTMLElementTagNameMap[T] extends AuthoredElements[T] ? true : false } = {
  'insights-provider': true, 'insights-dashboard': true, 'insights-account-header': true, 'insights-range-picker': true,
  'insights-metric-card': true, 'insights-trend-chart': true, 'insights-breakdown-chart': true,
  'insights-demographics-chart': true,
};
const events: { [E in keyof AuthoredEvents]: GlobalEventHandlersEventMap[E] extends AuthoredEvents[E] ? true : false } = {
  'insights-load': true, 'insights-error': true, 'insights-select': true, 'insights-change': true,
};
// @ts-expect-error: a card has no such property
card.colour;
// @ts-expect-error: an answer has no such field
card.addEventListener('insights-load', (event) => event.result.sum);
declare const metric: CardMetric;
declare const text: string;
declare const range: 'last_7_days' | 'last_28_days';
const props: AuthoredProps['insights-metric-card'] = { metric, range, compare: 'previous_period', daily: true };
const none: AuthoredProps['insights-metric-card'] = { metric: undefined, heading: undefined };
const list: AuthoredProps['insights-trend-chart'] = { metric: 'likes,comments,shares', since: text, until: text };
// @ts-expect-error: any text is no metric
const loose: AuthoredProps['insights-metric-card'] = { metric: text };
// @ts-expect-error: demographics are no lines
const wrong: AuthoredProps['insights-trend-chart'] = { metric: 'follower_demographics' };
// @ts-expect-error: nor are they the first of a list
const wrongList: AuthoredProps['insights-trend-chart'] = { metric: 'like,comments' };
void [load, tags, events, props, none, list, loose, wrong, wrongList];
`;

/** Of somebody who imports one element: its tag, and every event that reaches the document. */
const alone = (folder: string): string => `
import 'insights-elements/elements/${folder}';
document.querySelector('insights-${folder}')!.backendUrl = '/insights';
document.addEventListener('insights-load', (event) => event.result.total?.toFixed());
document.addEventListener('insights-error', (event) => event.error.code);
document.addEventListener('insights-select', (event) => event.points[0]?.value);
document.addEventListener('insights-change', (event) => event.settings.metrics);
`;

const jsx = `
import 'insights-elements/jsx';
import type { CardMetric } from 'insights-elements';
export const Right = ({ metric }: { metric: CardMetric }) => (
  <insights-provider backend-url="/insights" range="last_7_days">
    <insights-metric-card metric={metric} className="wide" oninsights-load={(event) => event.result.total} />
    <insights-trend-chart metric="likes,reach" compare="previous_period" />
    <insights-demographics-chart metric="follower_demographics" timeframe="this_week" breakdown="age,gender" />
  </insights-provider>
);
// @ts-expect-error: likes have no lifetime
export const period = <insights-metric-card metric="likes" period="lifetime" />;
// @ts-expect-error: likes are not by follower
export const breakdown = <insights-metric-card metric="likes" breakdown="follow_type" />;
// @ts-expect-error: demographics take a timeframe
export const range = <insights-demographics-chart metric="follower_demographics" range="last_7_days" />;
`;

const head = `
import type { AuthoredProps, InsightsQuery } from 'insights-elements';
declare function ask(query: InsightsQuery): void;
declare function show<T extends keyof AuthoredProps>(props: AuthoredProps[T]): void;`;

describe('published types', () => {
  before(async () => {
    const tarball = await packInto(consumer);
    write('package.json', JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
    await install(consumer, tarball, `typescript@${oldest}`, '@types/react@19', '@types/node@20');

    const asked = askedQuestions();
    const shown = shownQuestions();
    assert.ok(asked.right.length > 1_000 && asked.wrong.length > 5_000, `${asked.right.length} ${asked.wrong.length}`);
    assert.ok(shown.right.length > 500 && shown.wrong.length > 5_000, `${shown.right.length} ${shown.wrong.length}`);
    write('right.ts', [head, ...asked.right, ...shown.right].join('\n'));
    write('wrong.ts', [head, ...asked.wrong, ...shown.wrong].join('\n'));
    // The older one takes four times as long over them: one range stands for all there.
    const plain = [...asked.right, ...shown.right].filter((line) => !/"range":"(?!last_28_days")/.test(line));
    write('some-right.ts', [head, ...plain].join('\n'));
    const some = [...asked.wrong, ...shown.wrong].filter((_, at) => at % 8 === 0);
    write('some-wrong.ts', [head, ...some].join('\n'));
    write('page.ts', page);
    write('tags.tsx', jsx);
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noEmit: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: ['node'],
      skipLibCheck: false,
    };
    const others = ['page.ts', 'tags.tsx'];
    for (const folder of elementFolders()) {
      write(`${folder}.ts`, alone(folder));
      const options = { ...compilerOptions, skipLibCheck: true };
      write(`${folder}.json`, JSON.stringify({ compilerOptions: options, files: [`${folder}.ts`] }));
    }
    write('newest.json', JSON.stringify({ compilerOptions, files: [...others, 'right.ts', 'wrong.ts'] }));
    write('oldest.json', JSON.stringify({ compilerOptions, files: [...others, 'some-right.ts', 'some-wrong.ts'] }));
  });
  after(() => rmSync(consumer, { recursive: true, force: true }));

  it('take what is legal and nothing else in the newest TypeScript', async () => {
    await run(
      consumer,
      process.execPath,
      join(rootPath, 'node_modules/typescript/bin/tsc'),
      '-p',
      join(consumer, 'newest.json'),
    );
  });

  for (const folder of elementFolders()) {
    it(`know tag and events where ${folder} is imported alone`, async () => {
      const tsc = join(rootPath, 'node_modules/typescript/bin/tsc');
      await run(consumer, process.execPath, tsc, '-p', join(consumer, `${folder}.json`));
    });
  }

  it(`do so in TypeScript ${oldest}`, async () => {
    const tsc = join(consumer, 'node_modules/typescript/bin/tsc');
    const version = await run(consumer, process.execPath, tsc, '--version');
    assert.ok(version.includes(` ${oldest}.`), version);
    await run(consumer, process.execPath, tsc, '-p', join(consumer, 'oldest.json'));
  });
});
