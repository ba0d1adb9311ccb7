// Every snippet of the documentation runs: README.md and docs/, which are also the pages of the site.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { homeText } from '../../demo/site/home.js';
import { root } from '../../scripts/entries.js';
import { snippetsIn } from './snippets/markdown.js';
import { createSnippetRunner, type SnippetRunner } from './snippets/run-snippet.js';

const pages = [
  'README.md',
  ...readdirSync(new URL('docs/', root), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.md'))
    .toSorted(),
];

let runner: SnippetRunner;
before(() => {
  runner = createSnippetRunner();
});
after(() => runner.close());

const texts = new Map(pages.map((page) => [page, readFileSync(new URL(page, root), 'utf8')]));
// What the site writes itself. The examples of its other pages are alive on them: site.test.ts.
texts.set('the first page of the site', homeText());

for (const [page, text] of texts) {
  const snippets = snippetsIn(page, text);
  if (snippets.length === 0) continue;
  describe(page, () => {
    for (const snippet of snippets) {
      const { place, language, notes } = snippet;
      it(`${place} ${language}${notes.shown ? ` (shown, because ${notes.shown})` : ''}`, () => runner.run(snippet));
    }
  });
}

describe('a snippet that does not do what it should', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a question that is none', 'html', '<insights-metric-card demo metric="reech"></insights-metric-card>'],
    ['a tag that is none', 'html', '<insights-metric-chart demo metric="reach"></insights-metric-chart>'],
    ['a script that is not there', 'html', '<script src="/nowhere.js"></script>'],
    ['a script that throws', 'js', "throw new Error('as it should');"],
    ['an import that is none', 'js', "import { nothing } from 'insights-elements'; nothing();"],
    ['a type that does not fit', 'ts', "import { validateQuery } from 'insights-elements'; validateQuery(1);"],
    ['a handler that answers nobody', 'ts', closedHandler()],
    ['a component with a wrong name', 'jsx', 'export const App = () => <insights-metric-kard />;'],
    ['a command that there is not', 'sh', 'npx insights-elements server'],
    ['a script of npm that there is not', 'sh', 'npm run biuld'],
    ['a program that nobody knows', 'sh', 'rm -rf /'],
    ['a property that there is not', 'css', 'insights-provider { --insights-accents: red; }'],
    ['a value that there is not', 'css', 'insights-provider { color: reddish; }'],
    ['a part that there is not', 'css', 'insights-metric-card::part(vaule) { color: red; }'],
    ['a question in JSON that is none', 'json', '[{ "metric": "reech" }]'],
    ['a language without a runner', 'cobol', 'DISPLAY "reach".'],
  ];
  for (const [name, language, code] of cases) {
    it(`${name}: fails`, async () => {
      const [snippet] = snippetsIn('case', `\`\`\`${language}\n${code}\n\`\`\`\n`);
      assert.ok(snippet);
      await assert.rejects(runner.run(snippet));
    });
  }
});

describe('snippetsIn', () => {
  it('reads indented snippets, places and notes', () => {
    const text =
      'a\n\n<!-- snippet: given accounts, access; in node; state error -->\n  ```ts\n  x;\n  ```\n```sh\ny\n```\n';
    const notes = { given: ['accounts', 'access'], in: 'node', state: 'error', shown: undefined };
    assert.deepEqual(snippetsIn('p.md', text), [
      { place: 'p.md:4', language: 'ts', code: 'x;\n', notes },
      {
        place: 'p.md:7',
        language: 'sh',
        code: 'y\n',
        notes: { given: [], in: undefined, state: 'ready', shown: undefined },
      },
    ]);
    assert.throws(() => snippetsIn('p.md', '<!-- snippet: skip -->\n```sh\ny\n```\n'), /p\.md:2: a snippet's note/);
  });
});

function closedHandler(): string {
  return `import { createInsightsHandler } from 'insights-elements/server';
const account = { id: '17841405822304914', accessToken: 'EAAGm0PX4ZCpsBAKq7vV2hZBtYcW9xUe5dR1sLnTfHj' };
const handler = createInsightsHandler({ accounts: { default: account }, access: () => false as never });`;
}
