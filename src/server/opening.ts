/** Who may ask a backend that an operator has started from the environment, without a verifier of their own. */
import type { Access, Origins } from './access.js';
import { type EnvironmentSettings, isLoopback } from './environment.js';

export interface Opening {
  readonly access: Access | undefined;
  readonly origins?: Origins | undefined;
  /** What of it an operator should know. */
  readonly words: string;
}

/** Who may ask. A backend on a loopback address is asked by its own machine, also where a web page has talked its way to it. */
export function openingOf({ host, isPublic }: EnvironmentSettings, flag = false): Opening {
  if (isPublic || flag) return { access: 'public', words: 'Open to everybody: every page may show these numbers.' };
  if (!isLoopback(host)) {
    return {
      access: undefined,
      words: `Closed: ${host} can be reached from other machines, and nobody has said who may ask. Every request is answered 403. To open it to everybody, start it with --public or ACCESS=public.`,
    };
  }
  return {
    // A page of any site can have its name resolve to 127.0.0.1; it cannot choose the Host header.
    access: (request) => isLoopback(new URL(request.url).hostname),
    origins: (origin) => URL.canParse(origin) && isLoopback(new URL(origin).hostname),
    words:
      'Open to pages of this machine (localhost) only. Behind a proxy, or for other pages, start it with --public or ACCESS=public.',
  };
}
