/** What an author of JSX or of a template may set on each tag: the properties that have an effect, and the events. */
import type { MetricName, MetricType, Range, Timeframe } from '../spec/index.js';
import type { InsightsAccountHeader } from './account-header/account-header.js';
import type {
  BreakdownQuestion,
  CardQuestion,
  DayProps,
  DemographicsQuestion,
  OpenList,
  TrendQuestion,
} from './authored-questions.js';
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

/** A prop can be undefined: then it counts as left out. */
type Props<Element, Names extends keyof Element> = { [Name in Names]?: Element[Name] | undefined };
type SourceProps = Omit<Props<InsightsProvider, Source>, 'persist'> & { persist?: 'session' | 'local' | undefined };
type Shown = 'heading' | 'result' | 'noMenu';
/** What a provider hands down to all that it contains. */
type HandedDown = DayProps & { timeframe?: Timeframe | undefined };

/** Attributes whose names are not those of their properties. */
export interface DashedAttributes {
  'backend-url'?: string | undefined;
  'api-version'?: string | undefined;
  'metric-type'?: MetricType | undefined;
  'refresh-interval'?: number | string | undefined;
  'token-scope'?: string | undefined;
  'token-url'?: string | undefined;
  'no-custom'?: boolean | '' | undefined;
  'no-menu'?: boolean | '' | undefined;
}

/**
 * The props of each tag. `metric`, `period`, `timeframe`, `breakdown` and `metricType` go together: what Instagram does not
 * answer does not compile. A variable is typed by the metrics of its tag, such as `CardMetric`.
 */
export interface AuthoredProps {
  'insights-provider': SourceProps & HandedDown;
  'insights-dashboard': SourceProps &
    HandedDown &
    Props<InsightsDashboard, 'choosable' | 'noMenu'> & { metrics?: OpenList<MetricName> | '' | undefined };
  'insights-account-header': SourceProps & Props<InsightsAccountHeader, 'profile' | 'noMenu'>;
  'insights-range-picker': SourceProps &
    HandedDown &
    Props<InsightsRangePicker, 'timeframes' | 'comparison' | 'noCustom'> & { presets?: OpenList<Range> | undefined };
  'insights-metric-card': SourceProps & CardQuestion & Props<InsightsMetricCard, Shown | 'daily'>;
  'insights-trend-chart': SourceProps & TrendQuestion & Props<InsightsTrendChart, Shown>;
  'insights-breakdown-chart': SourceProps &
    BreakdownQuestion &
    Props<InsightsBreakdownChart, Shown> & { display?: 'bars' | 'doughnut' | undefined };
  'insights-demographics-chart': SourceProps &
    DemographicsQuestion &
    Props<InsightsDemographicsChart, Shown> & { display?: 'bars' | 'map' | undefined };
}

/** Each event by its name, for a listener of your own: all are also in the DOM's event maps. */
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
