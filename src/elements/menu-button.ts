/** The button of a menu with which a visitor takes something away. The menu is loaded with the button's first touch. */
import { html, type TemplateResult } from 'lit';
import { type Formats, wordsFor } from '../format/index.js';
import { loadTakeAway } from './late-take-away.js';
import type { MenuItem } from './menu.js';
import type { Takeable } from './take-away.js';

/** Buttons that were pressed, and whose menu is on its way: a second press is not for closing it. */
const waiting = new WeakSet<HTMLElement>();

/** How long a visitor is told that there is no menu, in milliseconds. */
const told = 4000;

/** Where that fails, the click is told. */
const loadAhead = (): void => void loadTakeAway().catch(() => {});

/** @param further what the element offers beside */
export function menuButton(
  element: Takeable,
  label: string,
  formats: Formats,
  further?: () => readonly MenuItem[],
): TemplateResult {
  const onClick = async ({ currentTarget }: Event): Promise<void> => {
    const button = currentTarget as HTMLElement;
    if (waiting.has(button)) return;
    waiting.add(button);
    try {
      const { toggleTakeAway } = await loadTakeAway();
      if (button.isConnected) toggleTakeAway({ element, button, formats, further: further?.() ?? [] });
    } catch {
      tell(button, wordsFor(formats.locale).offline);
    }
    waiting.delete(button);
  };
  return html`<button
    type="button"
    part="menu"
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label=${label}
    @focus=${loadAhead}
    @click=${onClick}
  >⋯</button>`;
}

/** Below the numbers, and heard: a region is listened to that stood empty before. */
function tell(button: HTMLElement, text: string): void {
  const place = Object.assign(document.createElement('p'), { className: 'note', role: 'status' });
  button.closest('[part=base]')?.append(place);
  setTimeout(() => place.append(text), 50);
  setTimeout(() => place.remove(), told);
}
