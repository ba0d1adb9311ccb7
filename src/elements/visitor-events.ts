/** What a visitor does with an element, apart from events.ts: a card has nothing to choose or to set. */
import type { MetricName, Timeframe } from '../spec/index.js';
import type { DayProps, OpenList } from './authored-questions.js';
import { reaching } from './events.js';

/** One number of a chart: what a visitor has chosen. */
export interface InsightsPoint {
  readonly metric: string;
  /** null where the API gave no number. */
  readonly value: number | null;
  /** The API's day, for a point of a series. */
  readonly day?: string;
  /** The API's names and values, for a row of a breakdown. */
  readonly dimensions?: readonly string[];
  readonly values?: readonly string[];
}

/** A visitor has chosen a data point, with the pointer or the keyboard. */
export class InsightsSelectEvent extends Event {
  /** The name to listen to. */
  static readonly type = 'insights-select';
  /** One for each series drawn at the place that was chosen. */
  readonly points: readonly InsightsPoint[];
  constructor(points: readonly InsightsPoint[]) {
    super(InsightsSelectEvent.type, reaching);
    this.points = points;
  }
}

/** What controls change: of a provider, and of a dashboard its metrics. They are properties of both, by the same names and types. */
export type ControlSettings = Readonly<DayProps> & {
  readonly timeframe?: Timeframe | undefined;
  readonly account?: string | undefined;
  readonly locale?: string | undefined;
  readonly metrics?: OpenList<MetricName> | '';
};

/** A visitor has set a control. `preventDefault()` leaves the provider as it is, for a page that sets its attributes itself. */
export class InsightsChangeEvent extends Event {
  /** The name to listen to. */
  static readonly type = 'insights-change';
  /** What is changed, and to what; what is not named stays. */
  readonly settings: ControlSettings;
  constructor(settings: ControlSettings) {
    super(InsightsChangeEvent.type, { ...reaching, cancelable: true });
    this.settings = settings;
  }
}

declare global {
  /** They bubble out of every tree: elements, the document and the window hear them. */
  interface GlobalEventHandlersEventMap {
    'insights-select': InsightsSelectEvent;
    'insights-change': InsightsChangeEvent;
  }
}
