// An accessibility tree as text, as it is stored and compared: a line for each thing that is told to a visitor, with role,
// name, description and states. Pure; knows nothing of browsers.

interface TreeValue {
  readonly value?: string | number | boolean;
}

/** A node as the DevTools protocol gives it: https://chromedevtools.github.io/devtools-protocol/tot/Accessibility/#type-AXNode */
export interface TreeNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: TreeValue;
  readonly name?: TreeValue;
  readonly description?: TreeValue;
  readonly value?: TreeValue;
  readonly properties?: readonly { readonly name: string; readonly value: TreeValue }[];
  readonly childIds?: readonly string[];
  readonly backendDOMNodeId?: number;
}

/** Boxes without a meaning: what is in them stands in their place. */
const boxes = new Set(['none', 'generic', 'InlineTextBox']);

/** Controls whose insides are each browser's own. */
const browserOwn = new Set(['Date']);

/** What is told of a node where it is so. */
const states = ['disabled', 'required', 'readonly', 'modal', 'busy'];
/** What is told whichever way it is. */
const switches = ['checked', 'pressed', 'expanded', 'invalid', 'live', 'hasPopup', 'roledescription'];

/** What is in the element with that id of the DOM. */
export function treeText(nodes: readonly TreeNode[], within: number): string {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === within);
  if (!start) throw new Error('The element is not in the tree.');
  return childrenOf(start, byId)
    .flatMap((node) => linesOf(node, byId))
    .join('\n')
    .concat('\n');
}

function childrenOf({ childIds = [] }: TreeNode, byId: ReadonlyMap<string, TreeNode>): TreeNode[] {
  return childIds.flatMap((id) => {
    const node = byId.get(id);
    if (!node) return [];
    return isBox(node) ? childrenOf(node, byId) : [node];
  });
}

const isBox = (node: TreeNode): boolean =>
  node.ignored || (boxes.has(textOf(node.role)) && textOf(node.name) === '' && !isFocusable(node));

function linesOf(node: TreeNode, byId: ReadonlyMap<string, TreeNode>): string[] {
  const role = textOf(node.role);
  const name = textOf(node.name);
  if (role === 'StaticText') return name.trim() === '' ? [] : [`“${name}”`];
  const children = browserOwn.has(role) ? [] : childrenOf(node, byId).flatMap((child) => linesOf(child, byId));
  const description = textOf(node.description);
  const value = textOf(node.value);
  const head = [
    role,
    name && `“${name}”`,
    value && `= ${value}`,
    description && `described “${description}”`,
    ...propertiesOf(node),
  ];
  // What is only its own name again is not said twice.
  const isName = children.length === 1 && children[0] === `“${name}”`;
  return [head.filter(Boolean).join(' '), ...(isName ? [] : children).map((line) => `  ${line}`)];
}

function propertiesOf({ properties = [] }: TreeNode): string[] {
  const values = new Map(properties.map(({ name, value }) => [name, value.value]));
  return [
    ...states.filter((name) => Boolean(values.get(name))),
    ...switches.flatMap((name) => {
      const value = values.get(name);
      const isUsual = value === undefined || (value === 'false' && name !== 'pressed');
      return isUsual ? [] : [`${name}=${inLetters(String(value))}`];
    }),
    ...(isFocusable({ properties } as unknown as TreeNode) ? ['focusable'] : []),
  ].map((text) => `[${text}]`);
}

/** The protocol gives the bytes of some texts one by one. */
const inLetters = (text: string): string =>
  /^[\0-\u00FF]*$/.test(text) ? Buffer.from(text, 'latin1').toString('utf8') : text;

const isFocusable = ({ properties = [] }: TreeNode): boolean =>
  properties.some(({ name, value }) => name === 'focusable' && value.value === true);

const textOf = (value: TreeValue | undefined): string => String(value?.value ?? '');
