import { InsightsDemographicsChart } from './demographics-chart.js';

InsightsDemographicsChart.define();

export { InsightsDemographicsChart };
