'use client';
/** The elements as React components, for React 18 and 19: typed props and events, no logic. Importing registers them. */
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { InsightsAccountHeader as AccountHeaderElement } from '../elements/account-header/define.js';
import { InsightsBreakdownChart as BreakdownChartElement } from '../elements/breakdown-chart/define.js';
import { InsightsDashboard as DashboardElement } from '../elements/dashboard/define.js';
import { InsightsDemographicsChart as DemographicsChartElement } from '../elements/demographics-chart/define.js';
import { InsightsErrorEvent, InsightsLoadEvent } from '../elements/events.js';
import { InsightsMetricCard as MetricCardElement } from '../elements/metric-card/define.js';
import { InsightsProvider as ProviderElement } from '../elements/provider/define.js';
import { InsightsRangePicker as RangePickerElement } from '../elements/range-picker/define.js';
import { InsightsTrendChart as TrendChartElement } from '../elements/trend-chart/define.js';
import { InsightsChangeEvent, InsightsSelectEvent } from '../elements/visitor-events.js';

/** Every event bubbles: an element hears its own, and what it contains. */
const events = {
  onInsightsChange: InsightsChangeEvent.type as EventName<InsightsChangeEvent>,
  onInsightsError: InsightsErrorEvent.type as EventName<InsightsErrorEvent>,
  onInsightsLoad: InsightsLoadEvent.type as EventName<InsightsLoadEvent>,
  onInsightsSelect: InsightsSelectEvent.type as EventName<InsightsSelectEvent>,
};

/** `<insights-provider>`. */
export const InsightsProvider = createComponent({
  tagName: 'insights-provider',
  elementClass: ProviderElement,
  react: React,
  events,
});

/** `<insights-dashboard>`. */
export const InsightsDashboard = createComponent({
  tagName: 'insights-dashboard',
  elementClass: DashboardElement,
  react: React,
  events,
});

/** `<insights-account-header>`. */
export const InsightsAccountHeader = createComponent({
  tagName: 'insights-account-header',
  elementClass: AccountHeaderElement,
  react: React,
  events,
});

/** `<insights-range-picker>`. */
export const InsightsRangePicker = createComponent({
  tagName: 'insights-range-picker',
  elementClass: RangePickerElement,
  react: React,
  events,
});

/** `<insights-metric-card>`. */
export const InsightsMetricCard = createComponent({
  tagName: 'insights-metric-card',
  elementClass: MetricCardElement,
  react: React,
  events,
});

/** `<insights-trend-chart>`. */
export const InsightsTrendChart = createComponent({
  tagName: 'insights-trend-chart',
  elementClass: TrendChartElement,
  react: React,
  events,
});

/** `<insights-breakdown-chart>`. */
export const InsightsBreakdownChart = createComponent({
  tagName: 'insights-breakdown-chart',
  elementClass: BreakdownChartElement,
  react: React,
  events,
});

/** `<insights-demographics-chart>`. */
export const InsightsDemographicsChart = createComponent({
  tagName: 'insights-demographics-chart',
  elementClass: DemographicsChartElement,
  react: React,
  events,
});
