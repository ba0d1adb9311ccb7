/** The answers of all elements inside a dashboard. */
import type { InsightsResult } from '../../spec/index.js';
import { InsightsElement } from '../insights-element.js';

/** In the order of the page: what its own shadow root holds first, then what the page has put inside. */
export function resultsIn(dashboard: HTMLElement): InsightsResult[] {
  const found = [dashboard.shadowRoot, dashboard].flatMap((root) => (root ? elementsIn(root) : []));
  return found.flatMap((element) => (element instanceof InsightsElement ? element.results : []));
}

const elementsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);
