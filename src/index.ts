/** insights-elements: classes, client and spec. No side effects: nothing is registered (see define.ts). */
export * from './client/index.js';
export { InsightsAccountHeader } from './elements/account-header/account-header.js';
export type {
  BreakdownMetric,
  CardMetric,
  DemographicsMetric,
  TrendMetric,
} from './elements/authored-questions.js';
export type { AuthoredElements, AuthoredEvents, AuthoredProps } from './elements/authoring.js';
export { InsightsBreakdownChart } from './elements/breakdown-chart/breakdown-chart.js';
export { InsightsDashboard } from './elements/dashboard/dashboard.js';
export { InsightsDemographicsChart } from './elements/demographics-chart/demographics-chart.js';
export type { InsightsState } from './elements/element-state.js';
export { InsightsErrorEvent, InsightsLoadEvent } from './elements/events.js';
export { InsightsElement } from './elements/insights-element.js';
export { InsightsMetricCard } from './elements/metric-card/metric-card.js';
export { InsightsProvider } from './elements/provider/provider.js';
export { InsightsRangePicker } from './elements/range-picker/range-picker.js';
export { InsightsTrendChart } from './elements/trend-chart/trend-chart.js';
export type { ControlSettings, InsightsPoint } from './elements/visitor-events.js';
export { InsightsChangeEvent, InsightsSelectEvent } from './elements/visitor-events.js';
export { type PageWords, setWords } from './format/set-words.js';
export * from './spec/index.js';
