/**
 * What the author of JSX or of a typed template may ask by each tag: a question that Instagram does not answer does not compile.
 *
 * Follows the registry: a new record needs no line here. Types alone; HTML has none, there validateQuery judges.
 */
import type { BreakdownOf, MetricName, MetricTypeOf, metrics, PeriodOf, Range, TimeframeOf } from '../spec/index.js';

type Records = typeof metrics;
type MetricWhere<Field extends keyof Records[MetricName], Value> = {
  [M in MetricName]: Records[M][Field] extends Value ? M : never;
}[MetricName];
type Interaction = MetricWhere<'kind', 'interaction'>;

/** The metrics of `<insights-metric-card>`: one number for all days. */
export type CardMetric = Exclude<Interaction, MetricWhere<'counts', 'people'>>;
/** The metrics of `<insights-trend-chart>`: a number for each day. */
export type TrendMetric = CardMetric;
/** The metrics of `<insights-breakdown-chart>`: those that have rows. */
export type BreakdownMetric = {
  [M in Interaction]: [BreakdownOf<M>] extends [never] ? never : M;
}[Interaction];
/** The metrics of `<insights-demographics-chart>`. */
export type DemographicsMetric = MetricWhere<'kind', 'demographic'>;

/** Names with commas between them, each once: of two, three or four all orders, of more the first. */
export type CommaList<Name extends string, All extends string = Name> = Name extends Name
  ? [Exclude<All, Name>] extends [never]
    ? Name
    : Name | `${Name},${CommaList<Exclude<All, Name>>}`
  : never;

/** Names with commas between them, the first of which is checked: of so many metrics all lists are too many for a compiler. */
export type OpenList<Name extends string> = Name | `${Name},${string}`;

/** The days of a question. That `range` and `since` exclude each other is said on the page: a type would refuse variables. */
export interface DayProps {
  /** Days by name. */
  range?: Range | undefined;
  /** The first day, `YYYY-MM-DD`, in Instagram's days (US Pacific). */
  since?: string | undefined;
  /** The last day, inclusive. */
  until?: string | undefined;
  /** Also asks for the window of the same length just before. */
  compare?: 'previous_period' | '' | undefined;
}

/** A metric of demographics takes a timeframe in their place. */
type NoDayProps = { [Name in keyof DayProps]?: undefined };

interface Asking<M extends MetricName, Metric = M> {
  metric?: Metric | undefined;
  period?: PeriodOf<M> | undefined;
}

type Rows<M extends MetricName> = [BreakdownOf<M>] extends [never]
  ? { breakdown?: undefined }
  : { breakdown?: CommaList<BreakdownOf<M>> | undefined };

/** The total, which can have rows. */
type TotalOf<M extends MetricName> =
  'total_value' extends MetricTypeOf<M> ? Rows<M> & { metricType?: 'total_value' | undefined } : never;
/** The days, which have none. */
type SeriesOf<M extends MetricName> =
  'time_series' extends MetricTypeOf<M>
    ? {
        breakdown?: undefined;
        metricType?: 'total_value' extends MetricTypeOf<M> ? 'time_series' : 'time_series' | undefined;
      }
    : never;

type CardQuestions = { [M in CardMetric]: Asking<M> & (TotalOf<M> | SeriesOf<M>) }[CardMetric];
export type CardQuestion = CardQuestions & DayProps & { timeframe?: undefined };

/** Several metrics have their days in common only; one that is nothing without its rows stands alone. */
type Flow = { [M in TrendMetric]: Records[M] extends { impliedBreakdown: string } ? M : never }[TrendMetric];
type Lined = Exclude<TrendMetric, Flow>;
type TrendQuestions =
  | { [M in Lined]: Asking<M> & { breakdown?: undefined; metricType?: MetricTypeOf<M> | undefined } }[Lined]
  | (Asking<Lined, `${Lined},${string}`> & { breakdown?: undefined; metricType?: MetricTypeOf<Lined> | undefined })
  | { [M in Flow]: Asking<M> & TotalOf<M> }[Flow];
export type TrendQuestion = TrendQuestions & DayProps & { timeframe?: undefined };

type BreakdownQuestions = { [M in BreakdownMetric]: Asking<M> & TotalOf<M> }[BreakdownMetric];
export type BreakdownQuestion = BreakdownQuestions & DayProps & { timeframe?: undefined };

/** Records of demographics are alike in what may be asked. */
export type DemographicsQuestion = Asking<DemographicsMetric> &
  TotalOf<DemographicsMetric> &
  NoDayProps & { timeframe?: TimeframeOf<DemographicsMetric> | undefined };
