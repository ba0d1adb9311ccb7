/** Who may ask a backend that an operator has started from the environment, without a verifier of their own. */
import type { Access, Origins } from './access.js';
import { createEmbedTokenAccess } from './embed-access.js';
import { EnvironmentError, type EnvironmentSettings, isLoopback } from './environment.js';

export interface Opening {
  readonly access: Access | undefined;
  readonly origins?: Origins | undefined;
  /** What of it an operator should know. */
  readonly words: string;
}

export type OpeningSettings = Pick<EnvironmentSettings, 'host' | 'isPublic'> &
  Partial<Pick<EnvironmentSettings, 'embedKeys' | 'origins'>>;

/**
 * Who may ask. A backend on a loopback address is asked by its own machine, also where a web page has talked its way to it.
 * @param flag whether it was started with `--public`
 * @param isNamed whether it answers named questions only
 * @throws EnvironmentError where it is said to be open to everybody and to who has a token
 */
export function openingOf(
  { host, isPublic, embedKeys = [], origins }: OpeningSettings,
  flag = false,
  isNamed = false,
): Opening {
  if (embedKeys.length > 0) {
    if (isPublic || flag) {
      throw new EnvironmentError(
        'EMBED_KEYS asks for a token, and ACCESS=public or --public opens the backend to everybody. Keep one of them.',
      );
    }
    return {
      access: createEmbedTokenAccess({ keys: embedKeys }),
      origins: origins ?? [],
      words: `Open to pages with an embed token, signed by ${embedKeys.length === 1 ? 'the key' : 'one of the keys'} ${embedKeys.map(({ id }) => id).join(', ')}; ${pagesOf(origins)}.`,
    };
  }
  if (isPublic || flag) {
    const pages = origins
      ? `Browsers let pages of ${origins.join(', ')} read them`
      : 'Every page may show these numbers';
    return {
      access: 'public',
      ...(origins && { origins }),
      words: isNamed
        ? `Open to everybody: the named questions about the account "default", and who it is. ${pages}.`
        : `Open to everybody: every question about the account "default", each of which a stranger can ask at the cost of a call. Name those of your pages with --questions q.json. ${pages}.`,
    };
  }
  if (!isLoopback(host)) {
    return {
      access: undefined,
      words: `Closed: ${host} can be reached from other machines, and nobody has said who may ask. Every request is answered 403. To open it to pages with a token, set EMBED_KEYS (insights-elements token --new-key); to everybody, start it with --public or ACCESS=public.`,
    };
  }
  return {
    // A page of any site can have its name resolve to 127.0.0.1; it cannot choose the Host header.
    access: (request) => isLoopback(new URL(request.url).hostname) && !isForwarded(request),
    origins: (origin) =>
      origins?.includes(origin) === true || (URL.canParse(origin) && isLoopback(new URL(origin).hostname)),
    words:
      'Open to pages of this machine (localhost) only. Behind a proxy, or for other pages, set EMBED_KEYS, or start it with --public or ACCESS=public.',
  };
}

/** Whether a proxy says that it asks for another machine: many of them call what is behind them by a loopback name. */
function isForwarded({ headers }: Request): boolean {
  const addresses = ['X-Forwarded-For', 'X-Real-IP', 'CF-Connecting-IP'].flatMap(
    (name) => headers.get(name)?.split(',') ?? [],
  );
  const hosts = headers.get('X-Forwarded-Host')?.split(',') ?? [];
  return (
    headers.has('Forwarded') ||
    addresses.some((text) => !isLoopback(text.trim().replace(/^::ffff:/i, ''))) ||
    hosts.some((text) => !isLoopback(text.trim().replace(/:\d+$/, '')))
  );
}

const pagesOf = (origins: readonly string[] | undefined): string =>
  origins
    ? `browsers let pages of ${origins.join(', ')} read answers`
    : "of the backend's own origin, unless ORIGINS lists others";
