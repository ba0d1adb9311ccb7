/** Colours code while the site is built: as classes, since a strict page takes no style attribute. */
import { createCssVariablesTheme, createHighlighter } from 'shiki';

const known = [
  'html',
  'css',
  'js',
  'ts',
  'jsx',
  'tsx',
  'vue',
  'svelte',
  'json',
  'sh',
  'yaml',
  'php',
  'http',
  'ini',
] as const;
type Language = (typeof known)[number];

const theme = createCssVariablesTheme({ name: 'site', variablePrefix: '--', fontStyle: false });

const isKnown = (language: string): language is Language => (known as readonly string[]).includes(language);

/** `&` and `<` of a text, for HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export type Highlight = (code: string, language: string) => string;

/** @returns what makes HTML of code */
export async function createHighlight(): Promise<Highlight> {
  const highlighter = await createHighlighter({ themes: [theme], langs: [...known] });
  return (code, language) => {
    if (!isKnown(language)) return escaped(code);
    const { tokens } = highlighter.codeToTokens(code, { lang: language, theme: 'site' });
    return tokens
      .map((line) =>
        line
          .map(({ content, color = '' }) => {
            const [, kind] = /--token-([\w-]+)/.exec(color) ?? [];
            return kind ? `<span class="t-${kind}">${escaped(content)}</span>` : escaped(content);
          })
          .join(''),
      )
      .join('\n');
  };
}
