import type { PropertyValues } from 'lit';
import type { ChartConfiguration, ChartTheme } from '../../chart/index.js';
import type { InsightsSnapshot } from '../../client/index.js';
import {
  hasDailyNumbers,
  listText,
  metricLabel,
  noTrend,
  type Trend,
  type TrendAnswer,
  type TrendTotals,
  type TrendWords,
  trendOf,
  trendSentence,
  trendWordsFor,
} from '../../format/index.js';
import {
  dayOf,
  hasErrors,
  InsightsError,
  type InsightsResult,
  type Issue,
  type MetricSpec,
  maskSecret,
  type QueryInput,
  readSpec,
} from '../../spec/index.js';
import { rulesAtHand } from '../../spec/rules.js';
import type { ChartModule } from '../chart-controller.js';
import { ChartElement } from '../chart-element.js';
import type { KeyOrder } from '../chart-keys.js';
import type { ChartSpot, ChartTable, LegendEntry } from '../chart-parts.js';
import { daySpots } from '../day-spots.js';
import { listIssues, mergedIssues, readNames } from './metric-list.js';
import { trendChartStyles } from './trend-chart.styles.js';
import { compareFact, totalsOf, trendFacts } from './trend-facts.js';
import { type TrendParts, trendLegend, trendTable } from './trend-parts.js';
import { compareRefusal, questionNames, trendQuestions } from './trend-questions.js';

/**
 * One or several metrics over days.
 *
 * ```html
 * <insights-trend-chart metric="reach" compare="previous_period" backend-url="/insights"></insights-trend-chart>
 * <insights-trend-chart metric="likes,comments,shares" backend-url="/insights"></insights-trend-chart>
 * ```
 *
 * @summary Metrics of an Instagram account by day as lines, or followers gained and lost as columns.
 * @tag insights-trend-chart
 * @slot header - Beside the title and the legend.
 * @slot footer - Below the table.
 * @slot empty - In place of what is said when the API gives nothing.
 * @slot error - In place of what is said when something failed.
 * @csspart base - The card.
 * @csspart header - Title and legend.
 * @csspart menu - The button of the menu with which a visitor takes the numbers away.
 * @csspart chart - The canvas.
 * @csspart message - What is said when there is nothing to draw.
 * @csspart table - The numbers as a table.
 * @cssproperty --insights-accent - The first line, and focus.
 * @cssproperty --insights-series-1 - The line of the first metric, or followers gained.
 * @cssproperty --insights-series-2 - The line of the second metric, or followers lost.
 * @cssproperty --insights-series-3 - The line of the third metric.
 * @cssproperty --insights-series-4 - The line of the fourth metric.
 * @cssproperty --insights-series-5 - The line of the fifth metric.
 * @cssproperty --insights-series-6 - The line of the sixth metric.
 * @cssproperty --insights-series-7 - The line of the seventh metric.
 * @cssproperty --insights-series-8 - The line of the eighth metric.
 * @cssproperty --insights-surface - Ground of the card.
 * @cssproperty --insights-text - Title and sentence.
 * @cssproperty --insights-muted - Axes, notes and the window before.
 * @cssproperty --insights-grid - Lines behind the numbers, and the ring around the card.
 * @cssproperty --insights-font - Font family, on the canvas too.
 * @cssproperty --insights-radius - Rounding of the card.
 * @fires {InsightsLoadEvent} insights-load - A new answer is on screen.
 * @fires {InsightsErrorEvent} insights-error - A failure, also one that leaves other numbers on screen.
 * @fires {InsightsSelectEvent} insights-select - A visitor has chosen a day.
 */
export class InsightsTrendChart extends ChartElement {
  /** The name that `define()` registers, unless it is given another. */
  static readonly tag: string = 'insights-trend-chart';
  static override styles = [...ChartElement.styles, trendChartStyles];

  protected override readonly otherwise = 'notForTrend';

  #metrics: readonly string[] = [];
  /** The one of them that is being judged. */
  #judging: string | undefined;
  #issues: readonly Issue[] = [];
  #isJudged = false;
  /** What is known of each metric, and what is drawn of it: read once per update. */
  #answers: readonly TrendAnswer[] = [];
  #trend: Trend = noTrend;

  override get issues(): readonly Issue[] {
    return this.#issues;
  }

  protected override get isJudged(): boolean {
    return this.#isJudged;
  }

  protected override get ownQuery(): QueryInput {
    return { ...super.ownQuery, metric: this.#judging };
  }

  protected override accepts({ kind, counts }: MetricSpec): boolean {
    return kind === 'interaction' && counts !== 'people';
  }

  /** Judges each metric; the base keeps the question of the first, which is therefore judged last. */
  protected override readQuestion(): InsightsError | undefined {
    this.#metrics = readNames(this.metric);
    const names = this.#metrics.length > 0 ? this.#metrics : [undefined];
    const judged = names
      .toReversed()
      .map((name) => {
        this.#judging = name;
        return { refusal: super.readQuestion(), issues: super.issues, isJudged: super.isJudged };
      })
      .toReversed();
    const refusals = judged.flatMap(({ refusal }) => refusal ?? []);
    const failure = refusals.find(({ code }) => code !== 'invalid-query' && code !== 'no-client');
    const ofList = listIssues(this.#metrics, this.breakdown, rulesAtHand());
    this.#isJudged = ofList !== undefined && judged.every((each) => each.isJudged);
    this.#issues = mergedIssues([...judged.map(({ issues }) => issues), ofList ?? []]);
    if (failure) return failure;
    if (!this.#isJudged) return this.judgeLater();
    return hasErrors(this.#issues) ? new InsightsError('invalid-query', { issues: this.#issues }) : refusals[0];
  }

  protected override questions(query: QueryInput): Readonly<Record<string, QueryInput>> {
    const { now, source } = this;
    return trendQuestions({
      metrics: this.#metrics,
      query,
      now,
      maxWindowSeconds: source?.maxWindowSeconds,
      history: source?.history,
    });
  }

  /** That of the first metric that has numbers, or may still have some. */
  protected override get answer(): InsightsSnapshot | undefined {
    const all = this.#metrics.flatMap((_, place) => this.insights.snapshot(questionNames.days(place)) ?? []);
    const isHopeful = ({ result, fetching }: InsightsSnapshot): boolean =>
      result ? hasDailyNumbers(result) : fetching;
    return all.find(isHopeful) ?? all.find(({ result }) => result) ?? all[0];
  }

  override get results(): readonly InsightsResult[] {
    const { result } = this;
    if (!result) return [];
    const others = [...this.insights.snapshots.values()].flatMap((snapshot) => snapshot.result ?? []);
    return [result, ...others.filter((other) => other !== result)];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#answers = this.#readAnswers();
    this.#trend = trendOf(this.#answers, this.#phrases);
    // Numbers, but none of a day: for this chart there is nothing.
    if (this.view.state === 'ready' && this.#trend.days.length === 0)
      this.view = { ...this.view, state: 'empty', reason: this.view.reason ?? 'not-returned' };
  }

  #readAnswers(): TrendAnswer[] {
    const { result, insights } = this;
    // What a page sets is all there is.
    const isGiven = result !== undefined && insights.snapshots.size === 0;
    const metrics = isGiven ? [result.metric] : this.#metrics;
    return metrics.map((metric, place) => {
      const days = insights.snapshot(questionNames.days(place));
      const before = insights.snapshot(questionNames.before(place));
      return {
        metric,
        label: metricLabel(metric, this.formats.locale),
        color: place + 1,
        result: isGiven ? result : days?.result,
        isMissing: !days?.result && !days?.fetching,
        before: before?.result ?? (before?.fetching ? null : undefined),
      };
    });
  }

  protected override get topic(): string {
    const names = this.state === 'ready' ? this.#answers.map(({ metric }) => metric) : this.#metrics;
    const labels = names.map((name) => maskSecret(metricLabel(name, this.formats.locale)));
    const phrases = this.#phrases;
    const list = listText(
      labels.map((label, at) => (at > 0 ? phrases.later(label) : label)),
      this.formats,
    );
    return names.length > 0 && names.every(readSpec) ? phrases.title(list) : list;
  }

  protected override configure(chart: ChartModule, theme: ChartTheme): ChartConfiguration | undefined {
    const draw = this.#trend.isFlow ? chart.divergingConfig : chart.trendConfig;
    return this.#trend.days.length > 0 ? draw(this.#trend, theme, this.formats, this.hiddenSeries) : undefined;
  }

  protected override get legend(): readonly LegendEntry[] {
    return trendLegend(this.#parts);
  }

  protected override get spots(): readonly ChartSpot[] {
    return daySpots(this.#parts, this.hiddenSeries);
  }

  protected override get keyOrder(): KeyOrder {
    return 'days';
  }

  protected override table(): ChartTable {
    return trendTable(this.#parts);
  }

  protected override sentence(): string {
    return trendSentence(this.#trend, this.#totals, this.#parts);
  }

  /** Of a single metric the total, and what it is compared with. */
  get #totals(): TrendTotals | undefined {
    const [answer, ...others] = this.#answers;
    const { insights } = this;
    if (!answer || others.length > 0) return undefined;
    return totalsOf({
      answer,
      trend: this.#trend,
      isGiven: insights.snapshots.size === 0,
      current: insights.snapshot(questionNames.total)?.result,
      before: insights.snapshot(questionNames.totalBefore)?.result,
    });
  }

  protected override facts(): (string | undefined)[] {
    const { chartWords, words: common, insights, query, now } = this;
    const known = { ...this.#parts, answers: this.#answers, totals: this.#totals };
    const facts = trendFacts({ ...known, first: this.result?.metric, common, dataTo: chartWords.dataTo });
    if (insights.snapshots.size === 0) return facts;
    const before = this.#metrics.flatMap((_, place) => insights.snapshot(questionNames.before(place)) ?? []);
    const hasFailed = before.some(({ result, error, fetching }) => error && !result && !fetching);
    return [
      ...facts,
      compareFact({ ...known, refusal: compareRefusal({ query, now, history: this.source?.history }), hasFailed }),
    ];
  }

  get #phrases(): TrendWords {
    return trendWordsFor(this.formats.locale);
  }

  get #parts(): TrendParts {
    const { formats, now } = this;
    return { trend: this.#trend, words: this.#phrases, formats, none: this.chartWords.noNumber, today: dayOf(now) };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-trend-chart': InsightsTrendChart;
  }
}
