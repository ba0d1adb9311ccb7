/** The language around elements: which it is, and that it may change while they are on the page. */
import { isServer } from 'lit';
import { spokenLanguages } from '../format/index.js';

/** The nearest `lang`, through shadow roots; English where the page names none. */
export function localeOf(element: Element): string {
  // A server knows no more of the page.
  if (isServer) return element.getAttribute('lang') || 'en';
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    // What an element of ours says of its own words is no wish of the page's.
    const lang = node instanceof Element && node.getAttribute('part') !== 'base' ? node.getAttribute('lang') : null;
    if (lang) return lang;
  }
  return 'en';
}

interface Speaker {
  requestUpdate(): void;
}

const speakers = new Set<Speaker>();
let page: MutationObserver | undefined;

const tellAll = (): void => {
  for (const speaker of speakers) speaker.requestUpdate();
};

/** Asks a speaker for an update whenever there are other words, or the page has another language or direction. */
export function follow(speaker: Speaker): void {
  speakers.add(speaker);
  if (page) return;
  spokenLanguages.addEventListener('change', tellAll);
  page = new MutationObserver(tellAll);
  page.observe(document.documentElement, { attributeFilter: ['lang', 'dir'] });
}

export function unfollow(speaker: Speaker): void {
  speakers.delete(speaker);
  if (speakers.size > 0) return;
  spokenLanguages.removeEventListener('change', tellAll);
  page?.disconnect();
  page = undefined;
}
