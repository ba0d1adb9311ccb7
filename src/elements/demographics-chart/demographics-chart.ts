import type { PropertyValues } from 'lit';
import type { ChartConfiguration, ChartTheme } from '../../chart/index.js';
import {
  namesFor,
  type PeopleTable,
  type Pyramid,
  peopleTable,
  peopleWordsFor,
  pyramidOf,
} from '../../format/index.js';
import {
  type Breakdown,
  canonicalQuery,
  dayOf,
  type InsightsError,
  type MetricSpec,
  type QueryInput,
  readSpec,
} from '../../spec/index.js';
import type { ChartModule } from '../chart-controller.js';
import type { KeyOrder } from '../chart-keys.js';
import type { ChartSpot, ChartTable, LegendEntry } from '../chart-parts.js';
import { DisplayChartElement } from '../display-chart.js';
import { main } from '../insights-element.js';
import { property } from '../property.js';
import { CountryMap, type MapWords } from './country-map.js';
import { Followers } from './followers.js';
import { pyramidSpots, rowSpots } from './people-spots.js';
import { factsOf, genderLegend, sentenceOf, tableOf, titleOf, topRowsOf, type Wording } from './people-text.js';

/** How many rows are drawn; the table has all. */
const maxRows = 8;

/** What is shown when an author names no breakdown. */
const defaultBreakdown = 'age,gender';

/**
 * Who the followers, the reached or the engaged people are: by age, gender, city or country.
 *
 * ```html
 * <insights-demographics-chart metric="follower_demographics" breakdown="age,gender" backend-url="/insights">
 * </insights-demographics-chart>
 * ```
 *
 * @summary Demographics of an Instagram account as bars, or as a pyramid of ages by gender.
 * @tag insights-demographics-chart
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
 * @cssproperty --insights-series-1 - The first series: bars, or women in a pyramid.
 * @cssproperty --insights-series-2 - The second series: men in a pyramid.
 * @cssproperty --insights-surface - Ground of the card.
 * @cssproperty --insights-text - Title and names.
 * @cssproperty --insights-muted - Numbers and notes.
 * @cssproperty --insights-grid - The ring around the card.
 * @cssproperty --insights-font - Font family, on the canvas too.
 * @cssproperty --insights-radius - Rounding of the card.
 * @fires {InsightsLoadEvent} insights-load - A new answer is on screen.
 * @fires {InsightsErrorEvent} insights-error - A failure, also one that leaves older numbers on screen.
 * @fires {InsightsSelectEvent} insights-select - A visitor has chosen a row, an age or a country.
 */
export class InsightsDemographicsChart extends DisplayChartElement {
  /** The name that `define()` registers, unless it is given another. */
  static readonly tag: string = 'insights-demographics-chart';

  /** `bars` or `map`. A map of the world is drawn of countries only; else bars are. @default bars */
  @property() display?: string;
  protected override readonly displays = ['bars', 'map'];

  protected override readonly otherwise = 'notForDemographics';

  readonly #map = new CountryMap(() => this.requestUpdate());
  readonly #followers = new Followers(() => this.requestUpdate());
  /** What is drawn: read once per update, used by the canvas, the sentence and the table. */
  #table: PeopleTable = { dimensions: [], rows: [], listed: 0 };
  #pyramid: Pyramid | undefined;

  /** Of nobody there is no drawing. */
  protected override get isDrawn(): boolean {
    return super.isDrawn && this.#table.listed > 0;
  }

  protected override configure(chart: ChartModule, theme: ChartTheme): ChartConfiguration | undefined {
    if (!this.isDrawn) return undefined;
    if (this.#pyramid) return chart.pyramidConfig(this.#pyramid, theme, this.formats, this.hiddenSeries);
    if (this.#isMap) return this.#map.config(this.#table.rows, theme, this.formats);
    return chart.barsConfig(this.#shownRows, theme, this.formats);
  }

  protected override get spots(): readonly ChartSpot[] {
    const { metric = '' } = this.result ?? {};
    const { formats } = this;
    const { dimensions, rows } = this.#table;
    if (this.#isMap) return this.#map.spots(rows, { metric, formats, words: this.#mapWords });
    return this.#pyramid
      ? pyramidSpots(this.#pyramid, { metric, formats, hidden: this.hiddenSeries })
      : rowSpots(this.#shownRows, { metric, formats, dimensions, people: this.#wording.words.table.people });
  }

  /** What is on its way, and on screen before the drawing: a server waits for it, and the page that goes on there. */
  protected get coming(): Promise<void> | undefined {
    return this.#map.loading;
  }

  protected override async whenDrawable(): Promise<void> {
    await this.coming;
    await this.updateComplete;
  }

  protected override get keyOrder(): KeyOrder {
    return this.#isMap ? 'parts' : 'rows';
  }

  override refresh(): void {
    this.#map.forget();
    super.refresh();
  }

  protected override get aside(): InsightsError | undefined {
    return super.aside ?? this.#map.failure;
  }

  /** Whether countries are a map: until it is there it is one to come, and without it they are bars. */
  get #isMap(): boolean {
    const isOfCountries = this.#table.dimensions.join() === ('country' satisfies Breakdown);
    return this.wanted === 'map' && isOfCountries && this.isDrawn && !this.#map.failure;
  }

  get #mapWords(): MapWords {
    const { table, notListed, between } = this.#wording.words;
    return { people: table.people, notListed, between };
  }

  get #shownRows(): PeopleTable['rows'] {
    return this.#table.rows.slice(0, maxRows);
  }

  protected override accepts({ kind }: MetricSpec): boolean {
    return kind === 'demographic';
  }

  protected override get ownQuery(): QueryInput {
    return { ...super.ownQuery, breakdown: this.breakdown ?? defaultBreakdown };
  }

  protected override questions(query: QueryInput): Readonly<Record<string, QueryInput>> {
    return { [main]: query };
  }

  protected override get topic(): string {
    const asked = (this.breakdown ?? defaultBreakdown).split(',').map((name) => name.trim());
    const dimensions = this.state === 'ready' ? this.#table.dimensions : asked.filter(Boolean);
    return titleOf(super.topic, dimensions, this.#asOf, this.#wording);
  }

  /** The API's day of the answer on screen; nothing of a result that does not say it. */
  get #asOf(): string | undefined {
    const fetchedAt = this.result?.fetchedAt;
    return fetchedAt === undefined ? undefined : this.#wording.words.asOf(this.formats.day(dayOf(fetchedAt)));
  }

  get #topRows(): string | undefined {
    const { cap = Number.POSITIVE_INFINITY } = readSpec(this.result?.metric) ?? {};
    return topRowsOf(this.#table, cap, this.#wording);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { formats, result } = this;
    if (!result) return;
    const { names } = this.#wording;
    this.#table = peopleTable(result, names, formats);
    this.#pyramid = pyramidOf(this.#table, names, formats);
    const { source } = this;
    const answer = this.answer?.result;
    if (answer && source) this.#followers.ask(answer, source);
    if (this.#isMap) this.#map.load();
  }

  protected override get legend(): readonly LegendEntry[] {
    if (this.#isMap) return this.#map.legend(this.#table.rows, this.formats, this.#mapWords);
    return this.#pyramid && this.#table.listed > 0 ? genderLegend(this.#pyramid, this.formats) : [];
  }

  protected override sentence(): string {
    return sentenceOf(this.#table, this.#wording);
  }

  get #wording(): Wording {
    const { formats } = this;
    return { formats, names: namesFor(formats.locale), words: peopleWordsFor(formats.locale) };
  }

  protected override facts(): (string | undefined)[] {
    // Of a result that the page set nothing is known but what it says.
    const isAnswer = this.answer?.result !== undefined;
    const isCut = this.isDrawn && !this.#pyramid && !this.#isMap;
    return factsOf({
      ...this.#wording,
      table: this.#table,
      pyramid: this.#pyramid,
      timeframe: isAnswer ? canonicalQuery(this.query, this.now).timeframe : undefined,
      // The title says it, where that is ours.
      asOf: (this.heading ?? undefined) === undefined ? undefined : this.#asOf,
      followers: isAnswer ? (this.#followers.count ?? 0) : 0,
      unmapped: this.#isMap ? this.#map.unmapped(this.#table.rows) : [],
      drawn: isCut ? maxRows : Number.POSITIVE_INFINITY,
      topRows: this.#topRows,
    });
  }

  protected override table(): ChartTable {
    return tableOf(this.#table, this.#topRows, this.#wording);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-demographics-chart': InsightsDemographicsChart;
  }
}
