import { InsightsTrendChart } from './trend-chart.js';

InsightsTrendChart.define();

export { InsightsTrendChart };
