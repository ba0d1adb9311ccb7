/** What an author of JSX or of a template may set on each tag: the properties that have an effect, and the events. */
import type { InsightsDemographicsChart } from './demographics-chart/demographics-chart.js';
import type { InsightsErrorEvent, InsightsLoadEvent } from './events.js';
import type { InsightsMetricCard } from './metric-card/metric-card.js';
import type { InsightsProvider } from './provider/provider.js';

type Source =
  | 'backendUrl'
  | 'account'
  | 'apiVersion'
  | 'locale'
  | 'demo'
  | 'client'
  | 'getToken'
  | 'refreshInterval'
  | 'persist'
  | 'tokenScope';
type Days = 'range' | 'since' | 'until' | 'compare';
type Question = 'metric' | 'period' | 'timeframe' | 'breakdown' | 'metricType' | 'heading' | 'result';

/** Attributes whose names are not those of their properties. */
export interface DashedAttributes {
  'backend-url'?: string;
  'api-version'?: string;
  'metric-type'?: string;
  'refresh-interval'?: number | string;
  'token-scope'?: string;
}

export interface AuthoredProps {
  'insights-provider': Partial<Pick<InsightsProvider, Source | Days>>;
  'insights-metric-card': Partial<Pick<InsightsMetricCard, Source | Days | Question | 'daily'>>;
  'insights-demographics-chart': Partial<Pick<InsightsDemographicsChart, Source | Days | Question>>;
}

export interface AuthoredEvents {
  'insights-load': InsightsLoadEvent;
  'insights-error': InsightsErrorEvent;
}

/** Each tag's element. */
export interface AuthoredElements {
  'insights-provider': InsightsProvider;
  'insights-metric-card': InsightsMetricCard;
  'insights-demographics-chart': InsightsDemographicsChart;
}
