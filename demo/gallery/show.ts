/** Puts a case on the page: its elements, what it shows in words, and its HTML. */
import { type InsightsElement, maskSecret } from '../../src/index.js';
import type { Case, Tag } from './cases/case.js';
import { firstWithState, settled } from './settled.js';
import type { Source } from './sources.js';

/** A tag of the page with its attributes and what is in it. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const build = ({ tag, attributes, children = [] }: Tag): HTMLElement =>
  make(tag as 'div', attributes, ...children.map(build));

/** Where a page of its own would name its backend. */
const backend = { 'backend-url': '/insights' };

/** The HTML of a case as its author would write it, secrets masked. */
export function htmlOf({ tag, attributes, children = [] }: Tag, more: Readonly<Record<string, string>>): string {
  const written = Object.entries({ ...attributes, ...more }).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${maskSecret(value)}"`,
  );
  const inner = children.map((child) => `\n  ${htmlOf(child, {}).replaceAll('\n', '\n  ')}`);
  return `<${tag}${written.join('')}>${inner.join('')}${inner.length > 0 ? '\n' : ''}</${tag}>`;
}

export interface Shown {
  readonly figure: HTMLElement;
  /** Resolves when it will not change any more: with what is not as the case says. */
  readonly whenSettled: () => Promise<readonly string[]>;
}

export function show(id: string, one: Case): Shown {
  const { name, shows, tag } = one;
  const source = one.source?.();
  const element = build(tag);
  if (source) Object.assign(element, { client: source.client });
  const stage = make('div', { class: 'stage' }, element);
  const code = make('pre', { tabindex: '0' }, make('code', {}, htmlOf(tag, source ? backend : {})));
  const figure = make(
    'figure',
    { id: `${id}/${name}` },
    make('figcaption', {}, make('b', {}, name.replaceAll('-', ' ')), ` · ${shows}`),
    stage,
    make('details', {}, make('summary', {}, 'HTML'), code),
  );
  return { figure, whenSettled: () => settle(stage, one, source) };
}

async function settle(stage: HTMLElement, { state, reason }: Case, source: Source | undefined): Promise<string[]> {
  const mayLoad = state === 'loading';
  let isStill = await settled(stage, { mayLoad });
  const asked = firstWithState(stage);
  if (source?.breakDown) {
    source.breakDown();
    (asked as InsightsElement | undefined)?.refresh();
    isStill &&= await settled(stage, { until: () => asked?.error !== undefined });
  }
  const wanted = [state ?? 'ready', reason].filter(Boolean).join(', ');
  const got = [asked?.state, reason && asked?.reason].filter(Boolean).join(', ');
  return [
    isStill ? '' : 'has not settled',
    asked === undefined || got === wanted ? '' : `is ${got}, not ${wanted}`,
  ].filter(Boolean);
}
