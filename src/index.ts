/** insights-elements: classes, client and spec. No side effects: nothing is registered (see define.ts). */
export * from './client/index.js';
export { InsightsDemographicsChart } from './elements/demographics-chart/demographics-chart.js';
export type { InsightsState } from './elements/element-state.js';
export { InsightsErrorEvent, InsightsLoadEvent } from './elements/events.js';
export { InsightsElement } from './elements/insights-element.js';
export { InsightsMetricCard } from './elements/metric-card/metric-card.js';
export { InsightsProvider } from './elements/provider/provider.js';
export * from './spec/index.js';
