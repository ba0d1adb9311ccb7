import { html, nothing, svg, type TemplateResult } from 'lit';
import {
  type Comparison,
  compareTotals,
  dimensionLabel,
  gainedAndLost,
  headlineOf,
  valueLabel,
} from '../../format/index.js';
import {
  canonicalQuery,
  dayOf,
  type InsightsResult,
  type MetricSpec,
  oldestDay,
  previousWindow,
  type QueryInput,
  readMetric,
  readSpec,
  specOf,
} from '../../spec/index.js';
import { InsightsElement, main } from '../insights-element.js';
import { themeStyles } from '../theme.styles.js';
import { metricCardStyles } from './metric-card.styles.js';
import { sparklineBox, sparklineOf } from './sparkline.js';

/**
 * One number, the days it is for, and how it stands to the days before.
 *
 * ```html
 * <insights-metric-card metric="reach" compare="previous_period" backend-url="/insights"></insights-metric-card>
 * ```
 *
 * @summary A metric of an Instagram account as a card, with a sparkline where Instagram gives daily numbers.
 * @tag insights-metric-card
 * @csspart base - The card.
 * @csspart header - Label and marks above the number.
 * @csspart value - The number.
 * @csspart delta - The comparison with the window before.
 * @csspart chart - The sparkline.
 * @csspart message - What is said when there is no number.
 * @csspart table - The rows of a breakdown.
 * @cssproperty --insights-accent - Sparkline and focus.
 * @cssproperty --insights-surface - Ground of the card.
 * @cssproperty --insights-text - Numbers and headings.
 * @cssproperty --insights-muted - Labels and notes.
 * @cssproperty --insights-grid - The ring around the card.
 * @cssproperty --insights-positive - A change for the better.
 * @cssproperty --insights-negative - A change for the worse.
 * @cssproperty --insights-font - Font family.
 * @cssproperty --insights-radius - Rounding of the card.
 * @fires {InsightsLoadEvent} insights-load - A new answer is on screen.
 * @fires {InsightsErrorEvent} insights-error - A failure, also one that leaves an older number on screen.
 */
export class InsightsMetricCard extends InsightsElement {
  static readonly tag: string = 'insights-metric-card';
  static override styles = [themeStyles, metricCardStyles];

  protected override readonly otherwise =
    'A card shows one number. Use <insights-demographics-chart> for demographics.';

  protected override accepts({ kind, counts }: MetricSpec): boolean {
    return kind === 'interaction' && counts !== 'people';
  }

  protected override questions(query: QueryInput): Readonly<Record<string, QueryInput>> {
    const metric = readMetric(query.metric);
    if (!metric) return {};
    const { metricTypes }: MetricSpec = specOf(metric);
    const { compare: _, ...asked } = query;
    const both = metricTypes.length > 1 && query.metricType !== 'time_series';
    const days = { since: query.since, until: query.until, range: query.range };
    const before = this.#before(query);
    return {
      [main]: asked,
      ...(both && { series: { metric, metricType: 'time_series', ...days } }),
      ...(before && { before }),
    };
  }

  /** The window just before, where it was asked for, both have one number to compare, and the API remembers it. */
  #before({ compare, ...asked }: QueryInput): QueryInput | undefined {
    const spec = readSpec(asked.metric);
    if (!compare || !spec || spec.rowMeanings) return undefined;
    const { now } = this;
    const { window, metricType } = canonicalQuery(asked, now);
    const days = window && metricType === 'total_value' && previousWindow(window);
    return days && days.since >= oldestDay([spec], now) ? { ...asked, range: undefined, ...days } : undefined;
  }

  protected override renderReady(result: InsightsResult): TemplateResult {
    const trend = this.insights.snapshot('series')?.result ?? result;
    return html`<div class=${result.stale ? 'row stale' : 'row'}>
        <div part="value">${this.#value(result)}</div>
        ${this.#sparkline(trend)}
      </div>
      ${this.#delta(result)}
      ${this.renderNote(result, this.#facts(result))}`;
  }

  #value(result: InsightsResult): TemplateResult | string {
    const { formats, words } = this;
    const pair = gainedAndLost(result);
    if (!pair) {
      const headline = headlineOf(result, words, formats);
      return headline ? formats.number(headline.value) : html`<span class="none">${words.noNumber}</span>`;
    }
    const say = (value: number | undefined): string => (value === undefined ? words.noNumber : formats.signed(value));
    return html`${say(pair.gained)}<span class="hidden"> ${words.gained}, </span
      ><span class="lost">${say(pair.lost && -pair.lost)}</span><span class="hidden"> ${words.lost}</span>`;
  }

  #delta(result: InsightsResult): TemplateResult | typeof nothing {
    const { formats, words } = this;
    const { gained, lost } = gainedAndLost(result) ?? {};
    if (gained !== undefined && lost !== undefined)
      return html`<div part="delta">${words.net(formats.signed(gained - lost))}</div>`;
    const comparison = this.#comparison(result);
    if (!comparison) return nothing;
    return html`<div part="delta" class=${comparison.tone}>
      <span aria-hidden="true">${comparison.text}</span><span class="hidden">${comparison.spoken}</span>
    </div>`;
  }

  #comparison(result: InsightsResult): Comparison | undefined {
    const spec = readSpec(result.metric);
    if (!this.query.compare || !spec || result.total === undefined) return undefined;
    const { change } = this.words;
    const before = this.insights.snapshot('before');
    // Nothing was asked for a result that the page set itself.
    if (!before) return this.insights.snapshot(main) && unmeasured(change.outOfMemory);
    // A line of its own from the start, so that nothing moves when the base comes.
    if (before.fetching && !before.result) return unmeasured('\u00A0');
    if (before.error && !before.result) return unmeasured(change.notHad);
    return compareTotals(result, before.result, spec, this.words, this.formats);
  }

  #facts(result: InsightsResult): (string | undefined)[] {
    const { formats, words } = this;
    const base = this.insights.snapshot('before')?.result;
    const today = dayOf(this.now);
    return [
      result.range && formats.window(result.range, today),
      base?.total === undefined || !base.range
        ? undefined
        : words.versus(formats.number(base.total), formats.window(base.range, today)),
      headlineOf(result, words, formats)?.derivation,
    ];
  }

  #sparkline({ series = [], provisional }: InsightsResult): TemplateResult | typeof nothing {
    const line = sparklineOf(series, provisional);
    if (!line) return nothing;
    const { width, height } = sparklineBox;
    return html`<svg part="chart" viewBox="0 0 ${width} ${height}" aria-hidden="true">
      ${svg`<path d=${line.settled}></path><path class="moving" d=${line.provisional}></path>
        <circle cx=${line.last.x} cy=${line.last.y} r="2.5"></circle>`}
    </svg>`;
  }

  protected override renderAppendix(result: InsightsResult): TemplateResult | typeof nothing {
    const { formats, words } = this;
    const [breakdown] = result.breakdowns ?? [];
    if (!breakdown?.rows.length || gainedAndLost(result)) return nothing;
    const rows = [...breakdown.rows].sort((a, b) => b.value - a.value);
    const name = breakdown.dimensions.map((dimension) => dimensionLabel(dimension, words)).join(', ');
    return html`<details part="table">
      <summary>${words.rowsBy(name)}</summary>
      ${sharesAccounts(result) ? html`<p class="note">${words.overlap}</p>` : nothing}
      <ul>
        ${rows.map(
          ({ values, value }) => html`<li>
            <bdi>${values.map((text, at) => valueLabel(breakdown.dimensions[at] ?? '', text, words, formats)).join(', ')}</bdi>
            <span>${formats.number(value)}</span>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="skeleton value"></div>
      <div class="skeleton line"></div>
      <div class="skeleton line"></div>`;
  }
}

/** Whether one account can be in several rows of the breakdown on screen. */
function sharesAccounts({ metric, breakdowns: [breakdown] = [] }: InsightsResult): boolean {
  const { counts, partitions = [] } = readSpec(metric) ?? {};
  if (!breakdown || counts !== 'unique accounts') return false;
  return !breakdown.dimensions.every((dimension) => partitions.some((partition) => partition === dimension));
}

const unmeasured = (text: string): Comparison => ({ direction: 'none', tone: 'neutral', text, spoken: text });

declare global {
  interface HTMLElementTagNameMap {
    'insights-metric-card': InsightsMetricCard;
  }
}
