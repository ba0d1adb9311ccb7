/** The answers of an element's script: set on the element, or standing before its client. */

import type { InsightsClient } from '../client/index.js';
import { dueIn, readServed, type Served, withServed } from '../client/served-answers.js';
import type { InsightsAccount, InsightsResult } from '../spec/index.js';
import type { Inside } from './hydrating.js';

interface Front {
  readonly client: InsightsClient | undefined;
  readonly front: InsightsClient;
}

const served = new WeakMap<object, Served>();
const fronts = new WeakMap<object, Front>();
/** Whose the answers of an element are: of whom it asked first. */
const owners = new WeakMap<object, unknown>();
/** The account that an element shows because it was served. */
const shown = new WeakMap<object, InsightsAccount>();
/** The account that came with the answers of a client. */
const accounts = new WeakMap<InsightsClient, InsightsAccount>();

type Settable = Inside & { result?: InsightsResult; profile?: InsightsAccount | undefined };

/** What says whose numbers an element asks for. Not the token: one that comes later changes the client, not the owner. */
const places = ['backendUrl', 'src', 'demo', 'account', 'tokenScope'] as const;
type Placed = Inside & { readonly [Place in (typeof places)[number]]?: unknown } & { client?: InsightsClient };

function ownerOf(element: Placed, client: InsightsClient): unknown {
  const named = places.map((name) => element[name] || '');
  return element.client ?? (named.some(Boolean) ? JSON.stringify(named) : client);
}

/** Whether what an element was served is of whom it asks now. */
function isOwn(element: Inside, client: InsightsClient | undefined): boolean {
  if (!client) return !owners.has(element);
  const owner = ownerOf(element, client);
  if (!owners.has(element)) owners.set(element, owner);
  return owners.get(element) === owner;
}

function scriptOf(element: Element): string | null | undefined {
  for (const child of element.children) if (child.matches('script[type="application/json"]')) return child.textContent;
  return undefined;
}

export const ServedBy = {
  /** Reads the script of an element that comes into the page. One that is none of ours is left alone. */
  take(element: Inside): void {
    const text = scriptOf(element);
    if (!text) return;
    try {
      const found = readServed(text);
      const { result, profile } = found;
      served.set(element, found);
      if (result) Object.assign(element, { result });
      if (profile) Object.assign(element, { profile });
    } catch {
      // Then the element asks, as without it.
    }
  },

  /** The client of an element, behind the answers that it was served. */
  sourceOf(prototype: Inside): PropertyDescriptor {
    const source = Object.getOwnPropertyDescriptor(prototype, 'source')?.get;
    return {
      configurable: true,
      get(this: Inside): InsightsClient | undefined {
        const client: InsightsClient | undefined = source?.call(this);
        const own = served.get(this);
        if ((!own?.account && !own?.answers.size) || !isOwn(this, client)) return client;
        const known = fronts.get(this);
        if (known && known.client === client) return known.front;
        const front = withServed(client, own);
        if (own.account) accounts.set(front, own.account);
        fronts.set(this, { client, front });
        return front;
      },
    };
  },

  /** Shows the account that was served, in an element that shows one, until it is to be asked again. */
  showAccount(element: Settable): void {
    const { source } = element;
    const account = source && accounts.get(source);
    if (!account || !('profile' in element) || element.profile) return;
    element.profile = account;
    shown.set(element, account);
    const leave = (): void => {
      deafen?.();
      if (element.profile === account) element.profile = undefined;
    };
    const deafen = source.onClear?.(leave);
    setTimeout(() => source.account().then(leave, () => {}), dueIn(account, source.now()) + 1000);
  },

  /** Takes back the account that was served, once the element asks for another. */
  checkAccount(element: Settable): void {
    const account = shown.get(element);
    if (!account) return;
    if (element.profile === account && element.source && accounts.get(element.source) === account) return;
    shown.delete(element);
    if (element.profile === account) element.profile = undefined;
  },
};
