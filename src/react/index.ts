'use client';
/** The elements as React components, for React 18 and 19: typed props and events, no logic. Importing registers them. */
import { InsightsAccountHeader as AccountHeaderElement } from '../elements/account-header/define.js';
import { InsightsBreakdownChart as BreakdownChartElement } from '../elements/breakdown-chart/define.js';
import { InsightsDashboard as DashboardElement } from '../elements/dashboard/define.js';
import { InsightsDemographicsChart as DemographicsChartElement } from '../elements/demographics-chart/define.js';
import { InsightsMetricCard as MetricCardElement } from '../elements/metric-card/define.js';
import { InsightsProvider as ProviderElement } from '../elements/provider/define.js';
import { InsightsRangePicker as RangePickerElement } from '../elements/range-picker/define.js';
import { InsightsTrendChart as TrendChartElement } from '../elements/trend-chart/define.js';
import { type InsightsComponent, wrap } from './wrap.js';

export type { InsightsComponent, InsightsListeners, InsightsProps } from './wrap.js';

/** `<insights-provider>`. */
export const InsightsProvider: InsightsComponent<'insights-provider'> = wrap('insights-provider', ProviderElement);

/** `<insights-dashboard>`. */
export const InsightsDashboard: InsightsComponent<'insights-dashboard'> = wrap('insights-dashboard', DashboardElement);

/** `<insights-account-header>`. */
export const InsightsAccountHeader: InsightsComponent<'insights-account-header'> = wrap(
  'insights-account-header',
  AccountHeaderElement,
);

/** `<insights-range-picker>`. */
export const InsightsRangePicker: InsightsComponent<'insights-range-picker'> = wrap(
  'insights-range-picker',
  RangePickerElement,
);

/** `<insights-metric-card>`. */
export const InsightsMetricCard: InsightsComponent<'insights-metric-card'> = wrap(
  'insights-metric-card',
  MetricCardElement,
);

/** `<insights-trend-chart>`. */
export const InsightsTrendChart: InsightsComponent<'insights-trend-chart'> = wrap(
  'insights-trend-chart',
  TrendChartElement,
);

/** `<insights-breakdown-chart>`. */
export const InsightsBreakdownChart: InsightsComponent<'insights-breakdown-chart'> = wrap(
  'insights-breakdown-chart',
  BreakdownChartElement,
);

/** `<insights-demographics-chart>`. */
export const InsightsDemographicsChart: InsightsComponent<'insights-demographics-chart'> = wrap(
  'insights-demographics-chart',
  DemographicsChartElement,
);
