import type { PropertyValues } from 'lit';
import type { ChartConfiguration, ChartTheme } from '../../chart/index.js';
import {
  dimensionLabel,
  listText,
  type NameWords,
  namesFor,
  type PeopleTable,
  type PeopleWords,
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
import { ChartElement } from '../chart-element.js';
import type { ChartSpot, ChartTable, LegendEntry } from '../chart-parts.js';
import { main } from '../insights-element.js';
import { property } from '../property.js';
import { CountryMap, type MapWords } from './country-map.js';
import { Followers } from './followers.js';
import { pyramidSpots, rowSpots } from './people-spots.js';

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
 * @csspart base - The card.
 * @csspart header - Title and legend.
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
 */
export class InsightsDemographicsChart extends ChartElement {
  static readonly tag: string = 'insights-demographics-chart';

  /** `map` draws countries as a map of the world. @default bars */
  @property() display?: string;

  protected override readonly otherwise =
    'This chart shows demographics. Use <insights-metric-card> for other metrics.';

  readonly #map = new CountryMap(() => this.requestUpdate());
  readonly #followers = new Followers(() => this.requestUpdate());
  /** What is drawn: read once per update, used by the canvas, the sentence and the table. */
  #table: PeopleTable = { dimensions: [], rows: [], listed: 0 };
  #pyramid: Pyramid | undefined;

  protected override configure(chart: ChartModule, theme: ChartTheme): ChartConfiguration | undefined {
    if (this.#pyramid) return chart.pyramidConfig(this.#pyramid, theme, this.formats, this.hiddenSeries);
    if (this.#isMap) return this.#map.config(this.#table.rows, theme, this.formats);
    const rows = this.#shownRows;
    return rows.length > 0 ? chart.barsConfig(rows, theme, this.formats) : undefined;
  }

  protected override get spots(): readonly ChartSpot[] {
    const { metric = '' } = this.result ?? {};
    const { formats } = this;
    const { dimensions, rows } = this.#table;
    if (this.#isMap) return this.#map.spots(rows, { metric, formats, words: this.#mapWords });
    return this.#pyramid
      ? pyramidSpots(this.#pyramid, { metric, formats, hidden: this.hiddenSeries })
      : rowSpots(this.#shownRows, { metric, formats, dimensions, people: this.#phrases.table.people });
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
    return (
      this.display === 'map' && this.#table.dimensions.join() === ('country' satisfies Breakdown) && !this.#map.failure
    );
  }

  get #mapWords(): MapWords {
    const { table, notListed } = this.#phrases;
    return { people: table.people, notListed };
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
    const { formats, breakdown } = this;
    const phrases = this.#phrases;
    const asked = (breakdown ?? defaultBreakdown).split(',').map((name) => name.trim());
    const dimensions = this.state === 'ready' ? this.#table.dimensions : asked.filter(Boolean);
    const names = dimensions.map((dimension) => dimensionLabel(dimension, this.#names));
    const title = names.length > 0 ? phrases.demographicTitle(super.topic, listText(names, formats)) : super.topic;
    const asOf = this.#asOf;
    return asOf === undefined ? title : phrases.datedTitle(title, asOf);
  }

  /** The API's day of the answer on screen; nothing of a result that does not say it. */
  get #asOf(): string | undefined {
    const fetchedAt = this.result?.fetchedAt;
    return fetchedAt === undefined ? undefined : this.#phrases.asOf(this.formats.day(dayOf(fetchedAt)));
  }

  /** What is to be said of the people who are in no row. */
  get #topRows(): string | undefined {
    const { cap = Number.POSITIVE_INFINITY } = readSpec(this.result?.metric) ?? {};
    const { length } = this.#table.rows;
    return length >= cap ? this.#phrases.topRows(this.formats.number(length)) : undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { formats, result } = this;
    if (!result) return;
    this.#table = peopleTable(result, this.#names, formats);
    this.#pyramid = pyramidOf(this.#table, this.#names, formats);
    const { source } = this;
    const answer = this.answer?.result;
    if (answer && source) this.#followers.ask(answer, source);
    if (this.#isMap) this.#map.load();
  }

  protected override get legend(): readonly LegendEntry[] {
    if (this.#isMap) return this.#map.legend(this.#table.rows, this.formats, this.#mapWords);
    if (!this.#pyramid) return [];
    const { formats } = this;
    const { sides, listed, unspecified } = this.#pyramid;
    const drawn = unspecified.total > 0 ? [...sides, unspecified] : sides;
    const colors = [1, 2, 0] as const;
    return drawn.map(({ gender: key, label, total }, at) => ({
      key,
      label,
      value: formats.percent(listed > 0 ? total / listed : 0),
      series: colors[at] ?? 0,
    }));
  }

  protected override sentence(): string {
    const largest = this.#table.rows.reduce<PeopleTable['rows'][number] | undefined>(
      (best, row) => (best && best.people >= row.people ? best : row),
      undefined,
    );
    return largest?.people ? this.#phrases.largest(largest.label, this.formats.percent(largest.share)) : '';
  }

  get #names(): NameWords {
    return namesFor(this.formats.locale);
  }

  get #phrases(): PeopleWords {
    return peopleWordsFor(this.formats.locale);
  }

  protected override facts(): (string | undefined)[] {
    const { formats } = this;
    const phrases = this.#phrases;
    // Of a result that the page set nothing is known but what it says.
    const isAnswer = this.answer?.result !== undefined;
    const timeframe = isAnswer ? canonicalQuery(this.query, this.now).timeframe : undefined;
    const { rows, listed } = this.#table;
    const followers = isAnswer ? (this.#followers.count ?? 0) : 0;
    const share = (people = 0): string | undefined => (people > 0 ? formats.percent(people / listed) : undefined);
    const unmapped = this.#isMap ? this.#map.unmapped(rows) : [];
    const unspecified = share(this.#pyramid?.unspecified.total);
    const other = share(this.#pyramid?.other);
    return [
      timeframe && phrases.timeframe[timeframe],
      // The title says it, where that is ours.
      (this.heading ?? undefined) === undefined ? undefined : this.#asOf,
      phrases.ofListed(formats.number(listed)),
      // More people than followers is a contradiction, and no share.
      followers > 0 && listed <= followers ? phrases.covers(formats.percent(listed / followers)) : undefined,
      unspecified && phrases.unspecified(unspecified),
      other && phrases.otherGender(other),
      this.#isMap && unmapped.length > 0
        ? phrases.notOnMap(
            listText(
              unmapped.map(({ label }) => label),
              formats,
            ),
          )
        : undefined,
      !this.#pyramid && !this.#isMap && this.isDrawn && rows.length > maxRows
        ? phrases.shownOf(formats.number(maxRows), formats.number(rows.length))
        : undefined,
      this.#topRows,
    ];
  }

  protected override table(): ChartTable {
    const { formats } = this;
    const phrases = this.#phrases;
    const { dimensions, rows } = this.#table;
    const name = listText(
      dimensions.map((dimension) => dimensionLabel(dimension, this.#names)),
      formats,
    );
    return {
      columns: [name, phrases.table.people, phrases.table.share],
      rows: rows.map(({ label, people, share }) => [label, formats.number(people), formats.percent(share)]),
      caption: this.#topRows,
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-demographics-chart': InsightsDemographicsChart;
  }
}
