/** What a page is told that has two versions of the library. Loaded when the second one finds a tag taken. */

interface Copy {
  readonly version: string;
  [mark]?: boolean;
}

/** On the base class of a copy, under a name that all versions share: one warning for the page, whatever is loaded later. */
const mark = Symbol.for('insights-elements.two-versions-told');

const baseOf = (copy: Copy): Copy => {
  let base = copy;
  while (!Object.hasOwn(base, 'version')) base = Object.getPrototypeOf(base) as Copy;
  return base;
};

/** Where the page has them from, where that can be seen: without queries, which can hold what is nobody's business. */
const addresses = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name.replace(/[?#].*/s, ''))
    .filter((name) => /\/insights-elements(\.global)?\.js$/.test(name));

/** @param first whose class a tag has, and keeps */
export function warnOfTwo(first: Copy, second: Copy): void {
  const copies = [first, second].map(baseOf);
  const isTold = copies.some((copy) => copy[mark]);
  for (const copy of copies) copy[mark] = true;
  if (isTold) return;
  const found = [...new Set(addresses())];
  console.warn(
    `insights-elements: this page loads two versions, ${first.version} and ${second.version}. The first one stays: elements are ` +
      `those of ${first.version}, and what ${second.version} has changed is not there. Load one of them only: ` +
      `${found.length > 0 ? `the scripts are ${found.join(' and ')}` : '`npm ls insights-elements` shows who brings the other'}. ` +
      'More: https://github.com/insights-elements/insights-elements/blob/main/docs/cdn.md#two-versions-on-one-page',
  );
}
