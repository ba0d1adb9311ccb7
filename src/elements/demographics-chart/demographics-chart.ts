import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { InsightsClient } from '../../client/index.js';
import {
  dimensionLabel,
  type PeopleTable,
  type PeopleWords,
  type Pyramid,
  peopleTable,
  peopleWordsFor,
  pyramidOf,
} from '../../format/index.js';
import { dayOf, type InsightsResult, type MetricSpec, type QueryInput, readMetric, specOf } from '../../spec/index.js';
import { ChartController } from '../chart-controller.js';
import { InsightsElement, main } from '../insights-element.js';
import { seriesStyles } from '../series.styles.js';
import { themeStyles } from '../theme.styles.js';
import { demographicsChartStyles } from './demographics-chart.styles.js';

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

  /** The account's followers, once its client has said how many. */
  #followers: { readonly client: InsightsClient; readonly count?: number } | undefined;
  /** What is drawn: read once per answer and language, used by the canvas, the sentence and the table. */
  #table: PeopleTable = { dimensions: [], rows: [], listed: 0 };
  #pyramid: Pyramid | undefined;

  constructor() {
    super();
    new ChartController(this, (chart, theme) => {
      if (this.#pyramid) return chart.pyramidConfig(this.#pyramid, theme, this.formats);
      const rows = this.#table.rows.slice(0, maxRows);
      return rows.length > 0 ? chart.barsConfig(rows, theme, this.formats) : undefined;
    });
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
    const { words, formats, result, breakdown } = this;
    const asked = (breakdown ?? defaultBreakdown).split(',').map((name) => name.trim());
    const dimensions = result ? this.#table.dimensions : asked.filter(Boolean);
    const names = dimensions.map((dimension) => dimensionLabel(dimension, words));
    return names.length > 0 ? this.#phrases.demographicTitle(super.topic, formats.list(names)) : super.topic;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { formats, result, words } = this;
    if (!result) return;
    this.#table = peopleTable(result, words, formats);
    this.#pyramid = pyramidOf(this.#table, words, formats);
    this.#askFollowers(result);
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
    return html`<div class=${result.stale ? 'plot stale' : 'plot'}>
        <canvas part="chart" role="img" aria-labelledby="label" aria-describedby="sentence"></canvas>
      </div>
      <span class="probe"></span><span class="theme-watch"></span>
      <p class="sentence" id="sentence">${this.#sentence()}</p>
      ${this.renderNote(result, this.#facts(result))}`;
  }

  #sentence(): string {
    const largest = this.#table.rows.reduce<PeopleTable['rows'][number] | undefined>(
      (best, row) => (best && best.people >= row.people ? best : row),
      undefined,
    );
    return largest ? this.#phrases.largest(largest.label, this.formats.percent(largest.share)) : '';
  }

  get #phrases(): PeopleWords {
    return peopleWordsFor(this.formats.locale);
  }

  #facts(result: InsightsResult): (string | undefined)[] {
    const { formats } = this;
    const phrases = this.#phrases;
    const metric = readMetric(result.metric);
    const { cap = Number.POSITIVE_INFINITY, defaultTimeframe }: Partial<MetricSpec> = metric ? specOf(metric) : {};
    const timeframe = this.timeframe ?? defaultTimeframe ?? '';
    const names: Readonly<Record<string, string>> = phrases.timeframe;
    const { rows, listed } = this.#table;
    const followers = this.#followers?.count;
    const unspecified = this.#pyramid && listed > 0 ? this.#pyramid.unspecified / listed : 0;
    return [
      Object.hasOwn(names, timeframe) ? names[timeframe] : undefined,
      result.fetchedAt === undefined ? undefined : phrases.asOf(formats.day(dayOf(result.fetchedAt))),
      phrases.ofListed(formats.number(listed)),
      followers ? phrases.covers(formats.percent(Math.min(1, listed / followers))) : undefined,
      unspecified > 0 ? phrases.unspecified(formats.percent(unspecified)) : undefined,
      rows.length >= cap ? phrases.topRows(formats.number(cap)) : undefined,
      !this.#pyramid && rows.length > maxRows
        ? phrases.shownOf(formats.number(maxRows), formats.number(rows.length))
        : undefined,
    ];
  }

  /** How many followers the rows are a part of; without that number nothing is said of it. */
  #askFollowers({ metric: name }: InsightsResult): void {
    const metric = readMetric(name);
    const client = this.source;
    if (!metric || specOf(metric).partOf === undefined || !client || this.#followers?.client === client) return;
    this.#followers = { client };
    client.account().then(
      ({ followersCount: count }) => {
        if (this.#followers?.client !== client || count === undefined) return;
        this.#followers = { client, count };
        this.requestUpdate();
      },
      () => {},
    );
  }

  protected override renderAppendix(): TemplateResult {
    const { formats, words } = this;
    const phrases = this.#phrases;
    const { dimensions, rows } = this.#table;
    const name = formats.list(dimensions.map((dimension) => dimensionLabel(dimension, words)));
    return html`<details part="table">
      <summary>${phrases.table.open}</summary>
      <div class="scroll" tabindex="0" role="group" aria-labelledby="label">
        <table aria-labelledby="label">
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
