/** Every element's section, in the order of the page. */
import { breakdownChart } from './breakdown-chart.js';
import type { Section } from './case.js';
import { accountHeader, dashboard, provider, rangePicker } from './controls.js';
import { demographicsChart } from './demographics-chart.js';
import { metricCard } from './metric-card.js';
import { trendChart } from './trend-chart.js';

export const sections: readonly Section[] = [
  metricCard,
  trendChart,
  breakdownChart,
  demographicsChart,
  accountHeader,
  rangePicker,
  dashboard,
  provider,
];
