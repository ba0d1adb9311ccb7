/**
 * What a server has drawn, beside what the page would draw: whether the one can become the other without a new node.
 *
 * Texts and attributes may differ, as by another year, time zone or library of the runtime: those are set right. Where
 * nodes differ, nothing can be kept.
 */

/** Whether two nodes hold the same elements and texts, in the same order. */
export function agrees(shown: Node, wanted: Node): boolean {
  const [before, after] = [contentOf(shown), contentOf(wanted)];
  return (
    before.length === after.length &&
    before.every((node, at) => {
      const other = after[at] as Node;
      return node.nodeName === other.nodeName && agrees(node, other);
    })
  );
}

/** Gives nodes that agree the texts and attributes of the others. */
export function conform(shown: Node, wanted: Node): void {
  const after = contentOf(wanted);
  for (const [at, node] of contentOf(shown).entries()) {
    const other = after[at] as Node;
    if (node instanceof Element && other instanceof Element) conformAttributes(node, other);
    else if (node.nodeValue !== other.nodeValue) node.nodeValue = other.nodeValue;
    conform(node, other);
  }
}

/** Marks of Lit are comments; the server's style sheet goes, and an empty text is not there at all. */
const contentOf = (node: Node): Node[] =>
  [...node.childNodes].filter(
    (child) => child.nodeType !== Node.COMMENT_NODE && child.nodeName !== 'STYLE' && child.nodeValue !== '',
  );

function conformAttributes(shown: Element, wanted: Element): void {
  for (const { name, value } of wanted.attributes)
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  // An element writes attributes itself; and what a visitor has opened by now stays open.
  if (shown.localName.includes('-')) return;
  for (const { name } of [...shown.attributes]) {
    if (name !== 'open' && !wanted.hasAttribute(name)) shown.removeAttribute(name);
  }
}
