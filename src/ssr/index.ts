/**
 * Renders elements on a server: to HTML with declarative shadow DOM, and the answers in it as data for the page.
 *
 * Decides what is asked there, and which script holds which answers. Does not know how an element draws, nor what the page
 * does with it (hydrate/). Keeps nothing between two pages.
 */
import '../define.js';

export { html } from 'lit';
export { answerData } from './answer-data.js';
export { type RenderOptions, renderInsights } from './render-insights.js';
