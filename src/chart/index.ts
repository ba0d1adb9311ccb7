/** HOW answers are drawn: the only folder that imports chart.js. Loaded with the first chart, never by a card. */
export type { ChartConfiguration } from 'chart.js';
export { barsConfig } from './bars.js';
export { divergingConfig } from './diverging.js';
export { doughnutConfig, type Ring, type Segment } from './doughnut.js';
export { gainedAndLostConfig, type Side } from './gained-lost.js';
export type { PictureEntry } from './picture-legend.js';
export type { Spot } from './pointed.js';
export { pyramidConfig } from './pyramid.js';
export { rowsConfig, stacksConfig } from './stacks.js';
export { createSurface, drawOnce, type Surface } from './surface.js';
export { type ChartTheme, readColor, readTheme } from './theme.js';
export { trendConfig } from './trend.js';
