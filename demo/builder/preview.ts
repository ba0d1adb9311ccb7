/** The element that is chosen, alive, with sample data made inside the page. */
import type { Selection } from './selection.js';

export interface Preview {
  readonly box: HTMLElement;
  show(selection: Selection): void;
}

export function createPreview(): Preview {
  const box = document.createElement('insights-provider');
  box.setAttribute('demo', '');
  let element: Element | undefined;
  return {
    box,
    show({ tag, attributes, look }) {
      if (element?.localName !== tag) {
        element = document.createElement(tag);
        box.replaceChildren(element);
      }
      for (const name of element.getAttributeNames()) {
        if (!['state', 'reason'].includes(name) && !(name in attributes)) element.removeAttribute(name);
      }
      for (const [name, value] of Object.entries(attributes)) {
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      }
      box.style.colorScheme = look.scheme;
      if (look.theme) box.dataset['insightsTheme'] = look.theme;
      else delete box.dataset['insightsTheme'];
      const own = { accent: look.accent, 'series-1': look.accent, radius: look.radius && `${look.radius}px` };
      for (const [name, value] of Object.entries(own)) box.style.setProperty(`--insights-${name}`, value || null);
    },
  };
}
