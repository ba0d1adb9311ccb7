/** The button of a menu with which a visitor takes something away. The menu is loaded with the button's first touch. */
import { html, type TemplateResult } from 'lit';
import { type Formats, wordsFor } from '../format/index.js';
import { loadTakeAway } from './late-take-away.js';
import type { MenuItem } from './menu.js';
import type { Takeable } from './take-away.js';

/** @param further what the element offers beside */
export function menuButton(
  element: Takeable,
  label: string,
  formats: Formats,
  further?: () => readonly MenuItem[],
): TemplateResult {
  const onTouch = async ({ type, currentTarget }: Event): Promise<void> => {
    const button = currentTarget as HTMLElement;
    try {
      const { toggleTakeAway } = await loadTakeAway();
      if (type === 'click') toggleTakeAway({ element, button, formats, further: further?.() ?? [] });
    } catch {
      button.title = wordsFor(formats.locale).offline;
    }
  };
  return html`<button
    type="button"
    part="menu"
    aria-haspopup="menu"
    aria-expanded="false"
    aria-label=${label}
    @focus=${onTouch}
    @click=${onTouch}
  >⋯</button>`;
}
