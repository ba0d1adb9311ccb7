import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  dimensionLabel,
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
  canonicalQuery,
  dayOf,
  type InsightsError,
  type InsightsResult,
  type MetricSpec,
  type QueryInput,
  readSpec,
} from '../../spec/index.js';
import { ChartController } from '../chart-controller.js';
import { InsightsElement, main } from '../insights-element.js';
import { seriesStyles } from '../series.styles.js';
import { themeStyles } from '../theme.styles.js';
import { demographicsChartStyles } from './demographics-chart.styles.js';
import { Followers } from './followers.js';

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
export class InsightsDemographicsChart extends InsightsElement {
  static readonly tag: string = 'insights-demographics-chart';
  static override styles = [themeStyles, seriesStyles, demographicsChartStyles];

  protected override readonly otherwise =
    'This chart shows demographics. Use <insights-metric-card> for other metrics.';

  readonly #drawing: ChartController;
  readonly #followers = new Followers(() => this.requestUpdate());
  /** What is drawn: read once per update, used by the canvas, the sentence and the table. */
  #table: PeopleTable = { dimensions: [], rows: [], listed: 0 };
  #pyramid: Pyramid | undefined;

  constructor() {
    super();
    this.#drawing = new ChartController(this, (chart, theme) => {
      if (this.#pyramid) return chart.pyramidConfig(this.#pyramid, theme, this.formats);
      const rows = this.#table.rows.slice(0, maxRows);
      return rows.length > 0 ? chart.barsConfig(rows, theme, this.formats) : undefined;
    });
  }

  override refresh(): void {
    this.#drawing.failure = undefined;
    super.refresh();
  }

  protected override get aside(): InsightsError | undefined {
    return this.#drawing.failure;
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
    const title = names.length > 0 ? phrases.demographicTitle(super.topic, formats.list(names)) : super.topic;
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
    if (this.#answer && source) this.#followers.ask(this.#answer, source);
  }

  protected override renderLegend(): TemplateResult | typeof nothing {
    if (!this.#pyramid) return nothing;
    const { formats } = this;
    const { sides, listed } = this.#pyramid;
    return html`<ul class="legend">
      ${sides.map(({ label, total }) => html` <li>${label} ${formats.percent(listed > 0 ? total / listed : 0)}</li>`)}
    </ul>`;
  }

  protected override renderReady(result: InsightsResult): TemplateResult {
    return html`${this.#drawing.failure ? nothing : this.#plot(result)}
      <p class="sentence" id="sentence">${this.#sentence(result)}</p>
      ${this.renderNote(result, this.#facts)}`;
  }

  #plot({ stale }: InsightsResult): TemplateResult {
    return html`<div class=${stale ? 'plot stale' : 'plot'}>
        <canvas part="chart" role="img" aria-labelledby="label" aria-describedby="sentence"></canvas>
      </div>
      <span class="probe"></span><span class="theme-watch"></span>`;
  }

  /** It describes the canvas too, so it says of itself what a mark beside it says. */
  #sentence({ source }: InsightsResult): string {
    const largest = this.#table.rows.reduce<PeopleTable['rows'][number] | undefined>(
      (best, row) => (best && best.people >= row.people ? best : row),
      undefined,
    );
    if (!largest?.people) return '';
    const sentence = this.#phrases.largest(largest.label, this.formats.percent(largest.share));
    return source === 'demo' ? this.#phrases.sample(sentence) : sentence;
  }

  get #names(): NameWords {
    return namesFor(this.formats.locale);
  }

  get #phrases(): PeopleWords {
    return peopleWordsFor(this.formats.locale);
  }

  get #facts(): (string | undefined)[] {
    const { formats } = this;
    const phrases = this.#phrases;
    // Of a result that the page set nothing is known but what it says.
    const isAnswer = this.#answer !== undefined;
    const timeframe = isAnswer ? canonicalQuery(this.query, this.now).timeframe : undefined;
    const { rows, listed } = this.#table;
    const followers = isAnswer ? (this.#followers.count ?? 0) : 0;
    const share = (people = 0): string | undefined => (people > 0 ? formats.percent(people / listed) : undefined);
    const unspecified = share(this.#pyramid?.unspecified);
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
      !this.#pyramid && !this.#drawing.failure && rows.length > maxRows
        ? phrases.shownOf(formats.number(maxRows), formats.number(rows.length))
        : undefined,
      this.#topRows,
    ];
  }

  /** What came back to the element's own question. */
  get #answer(): InsightsResult | undefined {
    return this.insights.snapshot(main)?.result;
  }

  protected override renderAppendix(): TemplateResult {
    const { formats } = this;
    const phrases = this.#phrases;
    const topRows = this.#topRows;
    const { dimensions, rows } = this.#table;
    const name = formats.list(dimensions.map((dimension) => dimensionLabel(dimension, this.#names)));
    return html`<details part="table" ?open=${this.#drawing.failure !== undefined}>
      <summary>${phrases.table.open}</summary>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="label">
        <table aria-labelledby="label">
          ${topRows === undefined ? nothing : html`<caption>${topRows}</caption>`}
          <thead>
            <tr>
              <th scope="col">${name}</th>
              <th scope="col" class="number">${phrases.table.people}</th>
              <th scope="col" class="number">${phrases.table.share}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              ({ label, people, share }) => html`<tr>
                <th scope="row"><bdi>${label}</bdi></th>
                <td class="number">${formats.number(people)}</td>
                <td class="number">${formats.percent(share)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="skeleton plot"></div>
      <div class="skeleton line"></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'insights-demographics-chart': InsightsDemographicsChart;
  }
}
