/**
 * What a provider hands to the elements it contains, and how.
 *
 * By the web components community's context protocol, which @lit/context speaks too: an element asks with an event, the
 * nearest provider answers and keeps it posted. The key is a global symbol and the value a frozen, numbered interface, so
 * that two copies of the library on one page agree. Our own, since @lit/context weighs more than the rest of a provider.
 */
import type { InsightsClient } from '../client/index.js';
import type { QueryInput } from '../spec/index.js';

/** Attributes that an element takes over where it has none of its own and they apply to it. */
export type QueryDefaults = Pick<QueryInput, 'range' | 'since' | 'until' | 'compare' | 'timeframe'>;

/** What a visitor's control can change of a provider: its properties of the same names. */
export type ProviderSettings = { readonly [Name in keyof QueryDefaults | 'account' | 'locale']?: string | undefined };

export interface InsightsContext {
  readonly version: 1;
  /** undefined while the provider has nothing to ask. */
  readonly client: InsightsClient | undefined;
  /** The same source for an account that an element names; undefined where the provider has a client of one account. */
  readonly clientOf: (account: string) => InsightsClient | undefined;
  readonly defaults: QueryDefaults;
  readonly locale: string | undefined;
  /** Seconds after which elements ask again. */
  readonly refreshInterval?: number | undefined;
  /** Where charts tell each other what a visitor points at, by events: see pointing.ts. */
  readonly pointing?: EventTarget;
  /** Changes the provider: what is not named stays. */
  readonly change?: (settings: ProviderSettings) => void;
}

const key = Symbol.for('insights-elements.client');

/** Called with the value of the moment and, while nobody left, with each new one. */
type Receive = (value: InsightsContext, leave?: () => void) => void;

/** The protocol's event: https://github.com/webcomponents-cg/community-protocols/blob/main/proposals/context.md */
class ContextRequest extends Event {
  readonly context = key;
  readonly contextTarget: Element;
  readonly callback: Receive;
  readonly subscribe = true;
  constructor(target: Element, callback: Receive) {
    super('context-request', { bubbles: true, composed: true });
    this.contextTarget = target;
    this.callback = callback;
  }
}

/** Asks the nearest provider around an element, which answers at once if there is one. */
export const requestContext = (element: Element, receive: Receive): boolean =>
  element.dispatchEvent(new ContextRequest(element, receive));

/** Calls back whenever a provider comes that no other one is around. @returns what stops that */
export function onProvider(listener: () => void): () => void {
  const hear = (event: Event): void => {
    if (isAbout(event)) listener();
  };
  document.addEventListener('context-provider', hear);
  return () => document.removeEventListener('context-provider', hear);
}

const isAbout = (event: Event & { context?: unknown }): boolean => event.context === key;

export interface ContextProvision {
  /** Answers the elements inside, from now on and anew. */
  readonly provide: (value: InsightsContext) => void;
  /** Makes elements inside ask again that nobody, or a provider further out, has answered: called when the host is connected. */
  readonly announce: () => void;
}

/** Makes a host the provider of the elements inside it. */
export function provideContext(host: Element): ContextProvision {
  const receivers = new Map<Receive, { readonly target: Element; readonly leave: () => void }>();
  let current: InsightsContext | undefined;
  host.addEventListener('context-request', (event) => {
    const { context, contextTarget: target, callback, subscribe } = event as Event & Partial<ContextRequest>;
    if (context !== key || target === host || !target || !callback || !current) return;
    event.stopPropagation();
    // Whoever asked once more has another way to leave.
    const leave = (): void => {
      if (receivers.get(callback)?.leave === leave) receivers.delete(callback);
    };
    if (subscribe) receivers.set(callback, { target, leave });
    callback(current, subscribe ? leave : undefined);
  });
  host.addEventListener('context-provider', (event) => {
    if (!isAbout(event) || event.composedPath()[0] === host) return;
    event.stopPropagation();
    for (const [receive, { target }] of [...receivers]) {
      receivers.delete(receive);
      requestContext(target, receive);
    }
  });
  return {
    provide: (value) => {
      current = value;
      for (const [receive, { leave }] of [...receivers]) receive(value, leave);
    },
    announce: () => {
      const event = new Event('context-provider', { bubbles: true, composed: true });
      host.dispatchEvent(Object.assign(event, { context: key, contextTarget: host }));
    },
  };
}
