/** The answers of all elements inside a dashboard, and those elements. */
import type { InsightsResult } from '../../spec/index.js';
import { InsightsAccountHeader } from '../account-header/account-header.js';
import { InsightsElement } from '../insights-element.js';

/** In the order of the page: what its own shadow root holds first, then what the page has put inside. */
export const resultsIn = (dashboard: HTMLElement): InsightsResult[] =>
  speakersIn(dashboard).flatMap((element) => (element instanceof InsightsElement ? element.results : []));

/** What has something to say, in that order: accounts, cards and charts. */
export const speakersIn = (dashboard: HTMLElement): (InsightsElement | InsightsAccountHeader)[] =>
  [dashboard.shadowRoot, dashboard].flatMap((root) => (root ? elementsIn(root) : [])).filter(isSpeaker);

const isSpeaker = (element: Element): element is InsightsElement | InsightsAccountHeader =>
  element instanceof InsightsElement || element instanceof InsightsAccountHeader;

const elementsIn = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);
