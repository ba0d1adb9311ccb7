/**
 * The life of an element that a server has drawn: it waits for the one around it, takes its answers, and then its nodes.
 *
 * Not Lit's own support: that is for every Lit element of a page, has to be there before Lit, and throws where server and
 * page do not agree.
 */
import { hydrate } from '@lit-labs/ssr-client';
import { LitElement, type PropertyValues, ReactiveElement, type RenderOptions, render } from 'lit';
import type { InsightsClient } from '../client/index.js';
import type { AuthoredElement } from '../elements/authored-element.js';
import { loadRemarks } from '../elements/late-remarks.js';
import { type Formats, loadWords } from '../format/index.js';
import { loadRules } from '../spec/rules.js';
import { agrees, conform } from './agree.js';
import { ServedBy } from './served-by.js';

/** What only an element itself may know of itself, and what makes it alive has to. */
export type Inside = HTMLElement & {
  readonly formats: Formats;
  readonly source: InsightsClient | undefined;
  readonly insights: { readonly waiting: boolean };
  readonly renderRoot: ShadowRoot;
  readonly renderOptions: RenderOptions;
  readonly coming?: Promise<unknown> | undefined;
  connectedCallback(): void;
  attributeChangedCallback(name: string, before: string | null, after: string | null): void;
  createRenderRoot(): HTMLElement | DocumentFragment;
  scheduleUpdate(): void | Promise<unknown>;
  willUpdate(changed: PropertyValues): void;
  render(): unknown;
};

/** Where Lit finds what it has drawn. */
const litPart = '_$litPart$';

const deferred = 'defer-hydration';

/** Teaches a class, and all that extend it, to begin with what a server has drawn. */
export function hydrating(base: typeof AuthoredElement): void {
  const { prototype } = base as unknown as { prototype: Inside };
  const { connectedCallback, attributeChangedCallback, createRenderRoot, scheduleUpdate } = prototype;
  /** Elements with nodes of a server that are not theirs yet. */
  const drawn = new WeakSet<Inside>();
  const known = new WeakSet<Inside>();

  function connect(this: Inside): void {
    if (this.hasAttribute(deferred)) return;
    if (!known.has(this)) ServedBy.take(this);
    known.add(this);
    connectedCallback.call(this);
  }

  // Lit's support waits too, where a page has it, and then ends the waiting for all.
  const waits = !Object.hasOwn(LitElement, 'observedAttributes');
  Object.defineProperties(prototype, {
    connectedCallback: { configurable: true, writable: true, value: connect },
    attributeChangedCallback: {
      configurable: true,
      writable: true,
      value(this: Inside, name: string, before: string | null, after: string | null) {
        attributeChangedCallback.call(this, name, before, after);
        if (name === deferred && after === null && waits && this.isConnected) connect.call(this);
      },
    },
    createRenderRoot: {
      configurable: true,
      writable: true,
      value(this: Inside) {
        if (!this.shadowRoot?.firstChild) return createRenderRoot.call(this);
        drawn.add(this);
        return ReactiveElement.prototype['createRenderRoot'].call(this);
      },
    },
    scheduleUpdate: {
      configurable: true,
      writable: true,
      value(this: Inside) {
        if (!drawn.delete(this)) {
          ServedBy.checkAccount(this);
          return scheduleUpdate.call(this);
        }
        return takeOver(this).then(() => scheduleUpdate.call(this));
      },
    },
    source: ServedBy.sourceOf(prototype),
  });
  const observed = Object.getOwnPropertyDescriptor(ReactiveElement, 'observedAttributes')?.get;
  Object.defineProperty(base, 'observedAttributes', {
    configurable: true,
    get() {
      return [...((observed?.call(this) as string[] | undefined) ?? []), deferred];
    },
  });
}

/** Makes the nodes of the server those of the element, or takes them away. */
async function takeOver(element: Inside): Promise<void> {
  const root = element.renderRoot;
  if (element.insights.waiting) await customElements.whenDefined('insights-provider');
  await element.source?.opening;
  await loadWords(element.formats.locale);
  ServedBy.showAccount(element);
  const value = (await draft(element)) ?? (await loadAll().then(() => draft(element)));
  if (value !== undefined && isTaken(value, root, element.renderOptions)) {
    // Each element came with sheets of its own: they share theirs.
    for (const child of [...root.children]) if (child.localName === 'style') child.remove();
    return;
  }
  root.replaceChildren();
  Reflect.deleteProperty(root, litPart);
}

/** What the element draws, where that is what the server has drawn. */
async function draft(element: Inside): Promise<unknown> {
  element.willUpdate(new Map());
  if ('coming' in element) {
    // What is known already may still be a promise.
    await Promise.all([element.coming, new Promise((resolve) => setTimeout(resolve))]);
    element.willUpdate(new Map());
  }
  const value = element.render();
  const wanted = document.createDocumentFragment();
  render(value, wanted, { host: element });
  if (!agrees(element.renderRoot, wanted)) return undefined;
  conform(element.renderRoot, wanted);
  return value;
}

function isTaken(value: unknown, root: ShadowRoot, options: RenderOptions): boolean {
  try {
    hydrate(value, root, options);
    return true;
  } catch {
    return false;
  }
}

/** What an element loads for a question, or an answer, that is out of the ordinary: a server has it at hand. */
const loadAll = (): Promise<unknown> => Promise.allSettled([loadRules(), loadRemarks()]);
