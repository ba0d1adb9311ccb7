/** What an author of JSX or of a template may set on each tag: the properties that have an effect, and the events. */
import type { InsightsAccountHeader } from './account-header/account-header.js';
import type { InsightsBreakdownChart } from './breakdown-chart/breakdown-chart.js';
import type { InsightsDashboard } from './dashboard/dashboard.js';
import type { InsightsDemographicsChart } from './demographics-chart/demographics-chart.js';
import type { InsightsErrorEvent, InsightsLoadEvent } from './events.js';
import type { InsightsMetricCard } from './metric-card/metric-card.js';
import type { InsightsProvider } from './provider/provider.js';
import type { InsightsRangePicker } from './range-picker/range-picker.js';
import type { InsightsTrendChart } from './trend-chart/trend-chart.js';
import type { InsightsChangeEvent, InsightsSelectEvent } from './visitor-events.js';

type Source =
  | 'backendUrl'
  | 'src'
  | 'account'
  | 'apiVersion'
  | 'locale'
  | 'demo'
  | 'history'
  | 'client'
  | 'getToken'
  | 'refreshInterval'
  | 'persist'
  | 'tokenScope'
  | 'tokenUrl';
type Days = 'range' | 'since' | 'until' | 'compare';
type Question = 'metric' | 'period' | 'timeframe' | 'breakdown' | 'metricType' | 'heading' | 'result' | 'noMenu';

/** Attributes whose names are not those of their properties. */
export interface DashedAttributes {
  'backend-url'?: string;
  'api-version'?: string;
  'metric-type'?: string;
  'refresh-interval'?: number | string;
  'token-scope'?: string;
  'token-url'?: string;
  'no-custom'?: boolean | '';
  'no-menu'?: boolean | '';
}

export interface AuthoredProps {
  'insights-provider': Partial<Pick<InsightsProvider, Source | Days | 'timeframe'>>;
  'insights-dashboard': Partial<
    Pick<InsightsDashboard, Source | Days | 'timeframe' | 'metrics' | 'choosable' | 'noMenu'>
  >;
  'insights-account-header': Partial<Pick<InsightsAccountHeader, Source | 'profile' | 'noMenu'>>;
  'insights-range-picker': Partial<
    Pick<InsightsRangePicker, Source | Days | 'timeframe' | 'presets' | 'timeframes' | 'comparison' | 'noCustom'>
  >;
  'insights-metric-card': Partial<Pick<InsightsMetricCard, Source | Days | Question | 'daily'>>;
  'insights-trend-chart': Partial<Pick<InsightsTrendChart, Source | Days | Question>>;
  'insights-breakdown-chart': Partial<Pick<InsightsBreakdownChart, Source | Days | Question | 'display'>>;
  'insights-demographics-chart': Partial<Pick<InsightsDemographicsChart, Source | Days | Question | 'display'>>;
}

export interface AuthoredEvents {
  'insights-load': InsightsLoadEvent;
  'insights-error': InsightsErrorEvent;
  'insights-select': InsightsSelectEvent;
  'insights-change': InsightsChangeEvent;
}

/** Each tag's element. */
export interface AuthoredElements {
  'insights-provider': InsightsProvider;
  'insights-dashboard': InsightsDashboard;
  'insights-account-header': InsightsAccountHeader;
  'insights-range-picker': InsightsRangePicker;
  'insights-metric-card': InsightsMetricCard;
  'insights-trend-chart': InsightsTrendChart;
  'insights-breakdown-chart': InsightsBreakdownChart;
  'insights-demographics-chart': InsightsDemographicsChart;
}
