/** llms.txt: what there is to read, for programs that read (llmstxt.org). */
import { markdownOf, relativeFrom } from './links.js';
import { pages, type Section } from './pages.js';

const titles: Readonly<Record<Section, string>> = {
  start: 'Start',
  elements: 'Elements',
  guides: 'Guides',
  tools: 'Optional',
};

export function llmsText(): string {
  const parts = (Object.keys(titles) as Section[]).map((section) => {
    const lines = pages
      .filter((page) => page.section === section)
      .map(({ path, name, description }) => `- [${name}](${relativeFrom('/', markdownOf(path))}): ${description}`);
    return `## ${titles[section]}\n\n${lines.join('\n')}\n`;
  });
  return `# insights-elements

> Custom elements that put an Instagram account's insights on any web page, and the small backend that keeps the access token off it.

Attributes carry the Graph API's own names and values. Unique counts are never added up, missing is not zero, and days are Pacific days.
A wrong value sends no request: the element says what is allowed.

${parts.join('\n')}`;
}
