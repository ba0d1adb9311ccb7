/** Markdown as the HTML of a page: headings with anchors, coloured code, live examples, tables that scroll on their own. */
import { Marked, type Token, type Tokens } from 'marked';
import { escaped, type Highlight } from './highlight.js';
import { linkIn } from './links.js';

export interface Heading {
  readonly id: string;
  /** As HTML. */
  readonly text: string;
  readonly depth: number;
}

export interface Rendered {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** As GitHub makes anchors, so that links work in both places. */
export const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/<[^>]*>|&[^;]+;/g, '')
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const labels: Readonly<Record<string, string>> = {
  html: 'HTML',
  css: 'CSS',
  js: 'JavaScript',
  ts: 'TypeScript',
  jsx: 'JSX',
  vue: 'Vue',
  svelte: 'Svelte',
  php: 'PHP',
  json: 'JSON',
  sh: 'Shell',
  text: 'Text',
};

/** Apostrophes and dashes as they are printed; files keep those that are typed. */
const typeset = (text: string): string => text.replaceAll(/(?<=\p{L})'(?=\p{L})/gu, '’').replaceAll(' - ', ' – ');

/** What a reader of the site need not see: notes for the tests. */
const withoutComments = (text: string): string => text.replaceAll(/^ *<!--.*?-->\n/gms, '');

/** What stands before the colon in each item of a list, as on the page about errors, is found at a glance. */
const leader = /^[A-Z][a-z]*( [a-z]+){0,3}:(?= )/;
function labelled(token: Token): void {
  if (token.type !== 'list') return;
  const { items } = token as Tokens.List;
  if (!items.every(({ text }) => leader.test(text))) return;
  for (const {
    tokens: [block],
  } of items) {
    const [first] = (block as Tokens.Text | undefined)?.tokens ?? [];
    const [text] = (first?.type === 'text' && leader.exec((first as Tokens.Text).text)) || [];
    if (!first || text === undefined) continue;
    (first as Tokens.Text).text = (first as Tokens.Text).text.slice(text.length);
    const strong: Tokens.Strong = { type: 'strong', raw: text, text, tokens: [{ type: 'text', raw: text, text }] };
    (block as Tokens.Text).tokens?.unshift(strong);
  }
}

/**
 * @param path of the page
 * @param from the Markdown file
 */
export function renderMarkdown(text: string, path: string, from: string, highlight: Highlight): Rendered {
  const headings: Heading[] = [];
  const used = new Map<string, number>();
  const anchor = (title: string): string => {
    const slug = slugOf(title);
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };

  const block = (code: string, language: string): string =>
    `<figure class="listing"><figcaption>${labels[language] ?? escaped(language)}</figcaption><pre tabindex="0" aria-label="Code"><code>${highlight(code, language)}</code></pre></figure>`;

  const marked = new Marked({
    walkTokens: labelled,
    renderer: {
      heading({ tokens, depth, text: raw }: Tokens.Heading): string {
        const inside = this.parser.parseInline(tokens);
        if (depth === 1) return `<h1>${inside}</h1>\n`;
        const id = anchor(raw.replaceAll(/[`*]/g, ''));
        headings.push({ id, text: inside, depth });
        return `<h${depth} id="${id}"><a class="anchor" href="#${id}">${inside}</a></h${depth}>\n`;
      },
      code({ text: code, lang = '' }: Tokens.Code): string {
        const [language = '', ...words] = lang.split(/\s+/);
        if (!words.includes('live')) return block(code, language);
        const stage = `<div class="stage">${code}</div>`;
        return words.includes('bare') ? stage : `<div class="example">${stage}${block(code, language)}</div>`;
      },
      table(token: Tokens.Table): string {
        // A cell of a sentence needs room where the table is wider than the page; one of nothing is no heading.
        const cell = (name: string, { tokens, text: words }: Tokens.TableCell, scope = ''): string => {
          const [tag, given] = words ? [name, scope] : ['td', ''];
          const inside = this.parser.parseInline(tokens);
          const isLong = inside.replaceAll(/<code>.*?<\/code>|<[^>]*>/g, '').length > 40;
          return `<${tag}${given}${isLong ? ' class="long"' : ''}>${inside}</${tag}>`;
        };
        const hasHead = token.header.some(({ text: words }) => words);
        const head = hasHead
          ? `<thead><tr>${token.header.map((one) => cell('th', one, ' scope="col"')).join('')}</tr></thead>`
          : '';
        const rows = token.rows.map(
          ([first, ...rest]) =>
            `<tr>${first ? cell('th', first, ' scope="row"') : ''}${rest.map((one) => cell('td', one)).join('')}</tr>`,
        );
        const label = escaped(headings.at(-1)?.text.replaceAll(/<[^>]*>/g, '') ?? 'Table');
        return `<div class="table" tabindex="0" role="group" aria-label="${label}"><table>${head}<tbody>${rows.join('')}</tbody></table></div>\n`;
      },
      text(token: Tokens.Text | Tokens.Escape): string {
        return 'tokens' in token && token.tokens ? this.parser.parseInline(token.tokens) : escaped(typeset(token.text));
      },
      link({ href, tokens }: Tokens.Link): string {
        return `<a href="${escaped(linkIn(href, path, from))}">${this.parser.parseInline(tokens)}</a>`;
      },
      image: ({ text: words }: Tokens.Image): string => escaped(words),
    },
  });
  const html = marked.parse(withoutComments(text), { async: false });
  return { html, headings };
}

/** The Markdown that stands beside the page: without notes, and with links to Markdown. */
export const plainMarkdown = (text: string, path: string, from: string): string =>
  withoutComments(text)
    .split(/(^```.*?^```$)/gms)
    .map((part) =>
      part.startsWith('```')
        ? part.replace(/^```(\w+) .*$/m, '```$1')
        : part.replaceAll(/\]\(([^)\s]+)\)/g, (_, target: string) => `](${linkIn(target, path, from, 'markdown')})`),
    )
    .join('');
