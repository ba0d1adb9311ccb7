'use client';
/** The elements as React components, for React 18 and 19: typed props and events, no logic. Importing registers them. */
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import { InsightsDemographicsChart as DemographicsChartElement } from '../elements/demographics-chart/define.js';
import { InsightsErrorEvent, InsightsLoadEvent } from '../elements/events.js';
import { InsightsMetricCard as MetricCardElement } from '../elements/metric-card/define.js';
import { InsightsProvider as ProviderElement } from '../elements/provider/define.js';

const onInsightsError = InsightsErrorEvent.type as EventName<InsightsErrorEvent>;
const onInsightsLoad = InsightsLoadEvent.type as EventName<InsightsLoadEvent>;

/** `<insights-provider>`. */
export const InsightsProvider = createComponent({
  tagName: 'insights-provider',
  elementClass: ProviderElement,
  react: React,
  events: { onInsightsError, onInsightsLoad },
});

/** `<insights-metric-card>`. */
export const InsightsMetricCard = createComponent({
  tagName: 'insights-metric-card',
  elementClass: MetricCardElement,
  react: React,
  events: { onInsightsError, onInsightsLoad },
});

/** `<insights-demographics-chart>`. */
export const InsightsDemographicsChart = createComponent({
  tagName: 'insights-demographics-chart',
  elementClass: DemographicsChartElement,
  react: React,
  events: { onInsightsError, onInsightsLoad },
});
