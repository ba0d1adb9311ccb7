/** What an author is told whose page has defined the elements before it could teach them to begin with a server's nodes. */

/** Whether an element lives already, and was not taught by another copy. */
function isUntaught({ localName, constructor }: Element): boolean {
  const observed = (constructor as { readonly observedAttributes?: readonly string[] }).observedAttributes;
  return localName.startsWith('insights-') && observed !== undefined && !observed.includes('defer-hydration');
}

/** Looks for answers of a server in elements that have not read them, and never will. */
export function warnIfLate(): void {
  const scripts = document.querySelectorAll('* > script[type="application/json"]');
  if (![...scripts].some(({ parentElement }) => parentElement && isUntaught(parentElement))) return;
  console.warn(
    'insights-elements: insights-elements/hydrate was loaded after the elements were defined, so what the server has drawn ' +
      'was drawn anew, and asked for again. Import it first. ' +
      'More: https://github.com/insights-elements/insights-elements/blob/main/docs/server-rendering.md#the-page',
  );
}
