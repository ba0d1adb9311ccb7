import type { PropertyValues } from 'lit';
import type { ChartConfiguration, ChartTheme } from '../../chart/index.js';
import { breakdownWordsFor, listText, metricLabel, namesFor } from '../../format/index.js';
import { dimensionInText } from '../../format/names.js';
import { dayOf, type InsightsResult, type MetricSpec, type QueryInput, readSpec } from '../../spec/index.js';
import type { ChartModule } from '../chart-controller.js';
import type { KeyOrder } from '../chart-keys.js';
import type { ChartSpot, ChartTable, LegendEntry } from '../chart-parts.js';
import { derivationOf } from '../derivation.js';
import { DisplayChartElement } from '../display-chart.js';
import { type EarlierWindow, earlierWindow } from '../earlier-window.js';
import { main } from '../insights-element.js';
import { property } from '../property.js';
import { boxOf } from './box.js';
import { breakdownStyles } from './breakdown-chart.styles.js';
import { itemSpots, matrixSpots, ringSpots, type SpotParts, sideSpots } from './breakdown-spots.js';
import {
  canvasFacts,
  rowFacts,
  sentenceOf,
  sidesSentence,
  sidesTable,
  type TableParts,
  tableOf,
} from './breakdown-text.js';
import { type Drawn, isMarked, legendOf, readDrawn, type Wording } from './drawn.js';
import { wholeRing } from './ring.js';
import { versusOf } from './versus.js';

/**
 * Where the numbers come from: by kind of post, by follower or not, by contact button.
 *
 * ```html
 * <insights-breakdown-chart metric="likes" breakdown="media_product_type" backend-url="/insights">
 * </insights-breakdown-chart>
 * ```
 *
 * @summary A metric of an Instagram account by kind of post, follower or button: as bars, or as a ring where its rows are parts of a total.
 * @tag insights-breakdown-chart
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
 * @cssproperty --insights-accent - The first series, and focus.
 * @cssproperty --insights-series-1 - The first series: bars, or what was gained.
 * @cssproperty --insights-series-2 - The second series: the second part, or what was lost.
 * @cssproperty --insights-series-3 - The third part.
 * @cssproperty --insights-series-4 - The fourth part.
 * @cssproperty --insights-series-5 - The fifth part.
 * @cssproperty --insights-series-6 - The sixth part.
 * @cssproperty --insights-series-7 - The seventh part.
 * @cssproperty --insights-series-8 - The eighth part.
 * @cssproperty --insights-surface - Ground of the card.
 * @cssproperty --insights-text - Title, names and numbers.
 * @cssproperty --insights-muted - Shares, notes, and the marks of the window before.
 * @cssproperty --insights-grid - The ring around the card.
 * @cssproperty --insights-font - Font family, on the canvas too.
 * @cssproperty --insights-radius - Rounding of the card.
 * @fires {InsightsLoadEvent} insights-load - A new answer is on screen.
 * @fires {InsightsErrorEvent} insights-error - A failure, also one that leaves older numbers on screen.
 * @fires {InsightsSelectEvent} insights-select - A visitor has chosen a row or a part.
 */
export class InsightsBreakdownChart extends DisplayChartElement {
  /** The name that `define()` registers, unless it is given another. */
  static readonly tag: string = 'insights-breakdown-chart';
  static override styles = [...DisplayChartElement.styles, breakdownStyles];

  /** `bars` or `doughnut`. A doughnut is drawn only where the rows are the parts of a total; else bars are. @default bars */
  @property() display?: string;
  protected override readonly displays = ['bars', 'doughnut'];

  protected override readonly otherwise = 'notForBreakdown';

  /** What is on screen: read once per update, used by the canvas, the sentence and the table. */
  #drawn: Drawn | undefined;

  protected override accepts({ kind, breakdowns }: MetricSpec): boolean {
    return kind === 'interaction' && breakdowns.length > 0;
  }

  /** Without a breakdown of the author's: the one that the metric is nothing without, or its first. */
  protected override get ownQuery(): QueryInput {
    const own = super.ownQuery;
    const { impliedBreakdown, breakdowns = [] } = readSpec(own.metric) ?? {};
    return (own.breakdown ?? '') === '' ? { ...own, breakdown: impliedBreakdown ?? breakdowns[0] } : own;
  }

  protected override questions(query: QueryInput): Readonly<Record<string, QueryInput>> {
    const { compare: _, ...asked } = query;
    const earlier = this.#earlierOf(query);
    return {
      [main]: asked,
      ...(earlier && !earlier.refusal && { before: { ...asked, range: undefined, ...earlier.window } }),
    };
  }

  #earlierOf(query: QueryInput): EarlierWindow | undefined {
    const earlier = earlierWindow(query, this.now, this.source);
    // Rows of two windows cannot be compared where one of them has none.
    return earlier?.refusal === 'notOne' ? undefined : earlier;
  }

  /** The window before of the answer on screen; none for a result that the page set itself. */
  get #earlier(): EarlierWindow | undefined {
    const isAnswer = this.result !== undefined && this.result === this.answer?.result;
    return isAnswer ? this.#earlierOf(this.query) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { result } = this;
    this.#drawn =
      result &&
      readDrawn(result, {
        ...this.#wording,
        isRing: this.wanted === 'doughnut',
        before: this.#earlier && this.insights.snapshot('before')?.result,
        card: this.words,
      });
  }

  /** The box takes the shape of what is drawn before the canvas takes its size from it. */
  protected override get box(): string {
    return boxOf({
      drawn: this.isDrawn && this.state === 'ready' ? this.#drawn : undefined,
      wantsRing: this.wanted === 'doughnut',
      dimensions: this.#dimensions.length,
    });
  }

  get #wording(): Wording {
    const { formats } = this;
    return { formats, names: namesFor(formats.locale), words: breakdownWordsFor(formats.locale) };
  }

  /** Of the answer; until it is there, as they are asked for. */
  get #dimensions(): readonly string[] {
    const { breakdown } = this.ownQuery;
    const asked = typeof breakdown === 'string' ? breakdown.split(',') : [];
    const { dimensions = [] } = this.#drawn?.table ?? {};
    return dimensions.length > 0 ? dimensions : asked.map((name) => name.trim()).filter(Boolean);
  }

  protected override get topic(): string {
    const { names, words, formats } = this.#wording;
    if (readSpec(this.result?.metric ?? this.metric)?.rowMeanings) return super.topic;
    const labels = this.#dimensions.map((dimension) => dimensionInText(dimension, names));
    return labels.length > 0 ? words.title(super.topic, listText(labels, formats)) : super.topic;
  }

  protected override get isDrawn(): boolean {
    return super.isDrawn && Boolean(this.#drawn && (this.#drawn.sides || this.#drawn.table.rows.length > 0));
  }

  protected override configure(chart: ChartModule, theme: ChartTheme): ChartConfiguration | undefined {
    const { formats } = this;
    if (!this.#drawn) return undefined;
    const { table, shown, ring, sides } = this.#drawn;
    if (sides) return chart.gainedAndLostConfig(...sides, theme);
    if (shown.matrix) return chart.stacksConfig(shown.matrix, theme, formats, this.hiddenSeries);
    if (!ring) return chart.rowsConfig(shown.rows, theme, formats);
    return chart.doughnutConfig(
      wholeRing(table, ring, metricLabel(this.result?.metric ?? '', this.formats.locale), formats),
      theme,
    );
  }

  protected override get spots(): readonly ChartSpot[] {
    if (!this.#drawn) return [];
    const { table, shown, ring, sides } = this.#drawn;
    const parts = this.#spotParts;
    if (sides) return sideSpots(sides, parts);
    if (ring) return ringSpots(ring, parts);
    if (!shown.matrix) return itemSpots(shown.rows, parts);
    const { total } = this.#wording.words;
    const whole = table.unshared === undefined ? table.total : undefined;
    return matrixSpots(shown.matrix, { ...parts, hidden: this.hiddenSeries, total, whole });
  }

  protected override get keyOrder(): KeyOrder {
    return this.#drawn?.ring ? 'parts' : 'rows';
  }

  get #spotParts(): SpotParts {
    const { formats, words, result } = this;
    const { dimensions = [] } = this.#drawn?.table ?? {};
    const { earlier } = this.#tableParts;
    return { metric: result?.metric ?? '', dimensions, days: this.#days, earlier, formats, words };
  }

  /** The days of the answer on screen. */
  get #days(): string | undefined {
    const { range } = this.result ?? {};
    return range && this.formats.window(range, dayOf(this.now));
  }

  /** Where two windows are on screen, a number is named by its days. */
  get #tableParts(): TableParts {
    const earlier = this.insights.snapshot('before')?.result && this.#earlier;
    const metric = metricLabel(this.result?.metric ?? '', this.formats.locale);
    return {
      ...this.#wording,
      label: (earlier && this.#days) || metric,
      earlier: earlier && this.formats.window(earlier.window, dayOf(this.now)),
      noNumber: this.words.noNumber,
    };
  }

  protected override get legend(): readonly LegendEntry[] {
    return this.#drawn ? legendOf(this.#drawn, this.formats) : [];
  }

  protected override sentence({ metric }: InsightsResult): string {
    if (!this.#drawn) return '';
    const { sides, table } = this.#drawn;
    return sides
      ? sidesSentence(sides, this.#wording)
      : sentenceOf(table, metricLabel(metric, this.formats.locale), this.#wording);
  }

  protected override facts(result: InsightsResult): (string | undefined)[] {
    const drawn = this.#drawn;
    return [
      this.#days,
      this.#versus,
      ...(drawn && !drawn.sides ? rowFacts(drawn.table, this.#wording) : []),
      ...(drawn && this.isDrawn ? canvasFacts(drawn, this.hiddenSeries, this.#wording) : []),
      derivationOf(result, this.formats),
    ];
  }

  get #versus(): string | undefined {
    const earlier = this.#earlier;
    if (!earlier || !this.#drawn) return undefined;
    const { words, formats } = this.#wording;
    const snapshot = this.insights.snapshot('before');
    const hasMarks = this.isDrawn && isMarked(this.#drawn);
    return versusOf({ earlier, snapshot, hasMarks, words, formats, today: dayOf(this.now) });
  }

  protected override table(): ChartTable {
    const { table, sides } = this.#drawn ?? {};
    if (!table) return { columns: [], rows: [] };
    return sides ? sidesTable(sides, table, this.#tableParts) : tableOf(table, this.#tableParts);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-breakdown-chart': InsightsBreakdownChart;
  }
}
