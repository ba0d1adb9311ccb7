import { InsightsBreakdownChart } from './breakdown-chart.js';

InsightsBreakdownChart.define();

export { InsightsBreakdownChart };
