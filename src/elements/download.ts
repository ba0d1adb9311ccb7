/** A file for the visitor: by the browser's own download, under a name that any system takes. */
import type { InsightsResult } from '../spec/index.js';

/** How long a browser may take to read the file, in milliseconds. */
const patience = 10_000;

/** Gives a file to the browser. Nothing stays in the document, and its address ends after a while. */
export function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), patience);
}

/** `<account>-<metric>-<since>-<until>.<ending>`: letters of ASCII, digits, `_` and `-`. */
export function fileName(element: Element, results: readonly InsightsResult[], ending: string): string {
  const metrics = [...new Set(results.map(({ metric }) => metric))].slice(0, 4);
  const { range } = results[0] ?? {};
  const words = [accountOf(element) ?? '', ...metrics, range?.since ?? '', range?.until ?? ''].map(safe);
  if (!words[0]) words[0] = 'instagram';
  return `${words.filter(Boolean).join('-')}.${ending}`;
}

const safe = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

/** The account that the element names or, where it does not, the nearest provider around it. */
function accountOf(element: Element): string | undefined {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const { account } = node as { readonly account?: unknown };
    if (typeof account === 'string' && account !== '') return account;
  }
  return undefined;
}
