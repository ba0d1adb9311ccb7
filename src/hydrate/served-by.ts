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
/** The account that came with the answers of a client. */
const accounts = new WeakMap<InsightsClient, InsightsAccount>();

type Settable = Inside & { result?: InsightsResult; profile?: InsightsAccount | undefined };

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
        if (!own?.account && !own?.answers.size) return client;
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
    setTimeout(
      () =>
        source.account().then(
          () => {
            if (element.profile === account) element.profile = undefined;
          },
          () => {},
        ),
      dueIn(account, source.now()) + 1000,
    );
  },
};
