/** A file for the visitor: by the browser's own download, under a name that any system takes. */
import { type InsightsResult, looksLikeSecret } from '../spec/index.js';
import type { AuthoredElement } from './authored-element.js';

/** How long a browser may take to read the file, in milliseconds. */
const patience = 10_000;

/** A table as a file. */
export const csvFile = (csv: string): Blob => new Blob([csv], { type: 'text/csv;charset=utf-8' });

/** Gives a file to the browser. Nothing stays in the document, and its address ends after a while. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), patience);
}

/** What a file is about. */
type About = Partial<InsightsResult> & Pick<InsightsResult, 'metric'>;

/** `<account>-<metric>-<since>-<until>.<ending>`: letters of ASCII, digits, `_` and `-`. */
export function fileName(element: Element, results: readonly About[], ending: string): string {
  const metrics = [...new Set(results.map(({ metric }) => metric))];
  const { range } = results[0] ?? {};
  const about = metrics.length > 3 ? ['insights'] : metrics;
  const words = [accountOf(element), ...about, range?.since ?? '', range?.until ?? ''].map(safe);
  if (!words[0]) words[0] = 'instagram';
  return `${words.filter(Boolean).join('-')}.${ending}`;
}

const safe = (word: string): string =>
  looksLikeSecret(word)
    ? ''
    : word
        .normalize('NFKD')
        .replaceAll(/\p{M}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9_-]+/g, '-')
        .replaceAll(/^-+|-+$/g, '')
        .slice(0, 60);

/** The account that the element names or, where it does not, the nearest of ours around it. */
function accountOf(element: Element): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (isOurs(node) && node.account) return node.account;
  return '';
}

/** By what no other element has, whatever its tag and whichever copy of the library it is of. */
const isOurs = (node: Node): node is AuthoredElement => 'tokenScope' in node && 'backendUrl' in node;
