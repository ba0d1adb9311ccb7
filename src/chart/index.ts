/** HOW answers are drawn: the only folder that imports chart.js. Loaded with the first chart, never by a card. */
export type { ChartConfiguration } from 'chart.js';
export { barsConfig } from './bars.js';
export type { Spot } from './pointed.js';
export { pyramidConfig } from './pyramid.js';
export { createSurface, type Surface } from './surface.js';
export { type ChartTheme, readTheme } from './theme.js';
