import { html, nothing, type PropertyDeclarations, svg, type TemplateResult } from 'lit';
import { isBeyondOneCount } from '../../client/index.js';
import { gainedAndLost, headlineOf } from '../../format/index.js';
import {
  canonicalQuery,
  dayCount,
  dayOf,
  type InsightsResult,
  loadPart,
  type MetricSpec,
  type QueryInput,
  readMetric,
  readSpec,
  specOf,
} from '../../spec/index.js';
import type { DeltaParts } from '../delta.js';
import { type EarlierWindow, earlierWindow } from '../earlier-window.js';
import type { Oddities } from '../findings.js';
import { whenIdle } from '../idle.js';
import { InsightsElement, main } from '../insights-element.js';
import { loadRemarks } from '../late-remarks.js';
import { themeStyles } from '../theme.styles.js';
import { lineAnswer } from './card-inside.js';
import { metricCardStyles } from './metric-card.styles.js';
import { lateSparkline, sparklineBox, sparklineOf } from './sparkline.js';

/**
 * One number, the days it is for, and how it stands to the days before.
 *
 * ```html
 * <insights-metric-card metric="reach" compare="previous_period" backend-url="/insights"></insights-metric-card>
 * ```
 *
 * @summary A metric of an Instagram account as a card, with a sparkline where Instagram gives daily numbers.
 * @tag insights-metric-card
 * @slot header - Beside the label.
 * @slot footer - Below the number and the rows.
 * @slot empty - In place of what is said when the API gives nothing.
 * @slot error - In place of what is said when something failed.
 * @csspart base - The card.
 * @csspart header - Label and marks above the number.
 * @csspart menu - The button of the menu with which a visitor takes the numbers away.
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
  /** The name that `define()` registers, unless it is given another. */
  static readonly tag: string = 'insights-metric-card';
  static override styles = [themeStyles, metricCardStyles];

  static override readonly properties: PropertyDeclarations = {
    daily: { type: Boolean },
  };

  /** Draws the days of a metric that Instagram gives no series of: by a question for each day. */
  daily = false;

  /** Whether the keys of the sparkline are there, or on their way. */
  #hasStop = false;

  protected override readonly otherwise = 'notForCard';

  protected override accepts({ kind, counts }: MetricSpec): boolean {
    return kind === 'interaction' && counts !== 'people';
  }

  protected override questions(query: QueryInput): Readonly<Record<string, QueryInput>> {
    const metric = readMetric(query.metric);
    if (!metric) return {};
    const { metricTypes, impliedBreakdown }: MetricSpec = specOf(metric);
    const { compare, ...asked } = query;
    // On their way while the answer is.
    if (compare || query.breakdown) void loadRemarks();
    const days = { since: query.since, until: query.until, range: query.range };
    const canonical = canonicalQuery(asked, this.now);
    // Without a total the answer is its days already; a breakdown is no line.
    const isUncounted = isBeyondOneCount(canonical, this.source?.maxWindowSeconds);
    const isTotal = canonical.metricType === 'total_value' && !impliedBreakdown && !isUncounted;
    const hasSeries = metricTypes.length > 1 && { metricType: 'time_series' };
    const series = isTotal && (hasSeries || (this.daily && { daily: true }));
    const base = this.#base(query);
    return {
      [main]: asked,
      ...(series && { series: { metric, ...series, ...days } }),
      ...(base && !base.refusal && { before: { ...asked, range: undefined, ...base.window } }),
    };
  }

  /** The window just before, where one was asked for. */
  #base(query: QueryInput): EarlierWindow | undefined {
    const earlier = earlierWindow(query, this.now, this.source);
    // What a provider hands down is left out without a word; the author of the card is told.
    return earlier?.refusal === 'notOne' && !this.compare ? undefined : earlier;
  }

  /**
   * The card as a PNG: twice as dense as CSS, as light or dark as it is on the page, with its title, days, number, change,
   * sparkline and notes on an opaque ground. Loads no chart library.
   * @throws InsightsError `not-ready` where there is no number; the card's own, where it has one; `network` when what draws
   * it cannot be had
   */
  async toPNG(): Promise<Blob> {
    const [{ cardPng }, picture] = await loadPart(lateSparkline.picture);
    return cardPng(this, picture);
  }

  protected override renderReady(result: InsightsResult): TemplateResult {
    const trend = lineAnswer({ insights: this.insights }, result);
    const change = this.#change(result);
    return html`<div class=${result.stale ? 'row stale' : 'row'}>
        <div part="value">${this.#value(result)}</div>
        ${this.#sparkline(trend)}
      </div>
      ${this.#delta(result, change)}
      ${this.renderNote(result, this.#facts(result, change))}`;
  }

  #value(result: InsightsResult): TemplateResult | string {
    const { formats, words } = this;
    const pair = gainedAndLost(result);
    if (!pair) {
      const headline = headlineOf(result, words, formats);
      if (!headline) return html`<span class="none">${result.reason ? words.noTotal : words.noNumber}</span>`;
      const number = formats.number(headline.value);
      const said = headline.isLeast ? words.atLeast(number) : number;
      return isLong(said) ? (this.remarks?.longNumberTemplate?.(said, headline, formats) ?? said) : said;
    }
    const say = (value: number | undefined, write: (value: number) => string): string =>
      value === undefined ? words.noNumber : write(value);
    const { gained, lost } = pair;
    const { signed, number } = formats;
    return html`<span aria-hidden="true"><bdi>${say(gained, signed)}</bdi><bdi class="lost">${say(lost && -lost, signed)}</bdi></span
      ><span class="hidden">${words.gainedAndLost(say(gained, number), say(lost, number))}</span>`;
  }

  #delta(result: InsightsResult, change: DeltaParts | undefined): TemplateResult | typeof nothing {
    const { formats, words } = this;
    const { gained, lost } = gainedAndLost(result) ?? {};
    if (gained !== undefined && lost !== undefined && !result.parts)
      return html`<div part="delta">${words.net(formats.signed(gained - lost))}</div>`;
    // A line of its own from the start, so that nothing moves when its words come.
    return change ? (this.remarks?.deltaTemplate?.(change) ?? html`<div part="delta">\u00A0</div>`) : nothing;
  }

  /** What the answer is compared with; nothing for a result that the page set itself. */
  #change(result: InsightsResult): DeltaParts | undefined {
    const base = this.#base(this.query);
    if (!base || !this.insights.snapshot(main)) return undefined;
    const snapshot = this.insights.snapshot('before');
    return { result, base, snapshot, formats: this.formats, today: dayOf(this.now) };
  }

  #facts(result: InsightsResult, change: DeltaParts | undefined): (string | undefined)[] {
    const { formats } = this;
    return [
      result.range && formats.window(result.range, dayOf(this.now)),
      change && this.remarks?.versusText?.(change),
      this.#derivation(result),
    ];
  }

  #derivation(result: InsightsResult): string | undefined {
    const { formats, words } = this;
    const said = headlineOf(result, words, formats)?.derivation ?? result.derivation;
    // A client says its own in English, and as data for words that are loaded then.
    if (said !== result.derivation || !result.derivedFrom) return said;
    return this.remarks && (this.remarks.derivationOf?.(result, formats) ?? said);
  }

  protected override odditiesOf({ metric, total, range }: InsightsResult): Oddities {
    const { series = [], derivation }: Partial<InsightsResult> = this.insights.snapshot('series')?.result ?? {};
    const known = series.flatMap(({ value }) => value ?? []);
    const isWhole = range !== undefined && known.length > 1 && known.length === dayCount(range);
    return {
      isDaily: derivation !== undefined,
      isSumOfDays:
        readSpec(metric)?.counts === 'unique accounts' &&
        isWhole &&
        Boolean(total) &&
        total === known.reduce((sum, value) => sum + value, 0),
    };
  }

  #sparkline({ series = [], provisional }: InsightsResult): TemplateResult | typeof nothing {
    const line = sparklineOf(series, provisional);
    if (!line) return nothing;
    // Where it fails, a later rendering tries again.
    if (!this.#hasStop) {
      this.#hasStop = true;
      // Not into nodes that a server has drawn, before they are the card's.
      whenIdle(() =>
        this.updateComplete.then(lateSparkline.load).then(
          ({ SparklineStop }) => new SparklineStop(this),
          () => {
            this.#hasStop = false;
          },
        ),
      );
    }
    const { width, height } = sparklineBox;
    // A picture with a name, until the keys are there.
    return html`<svg part="chart" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="label" tabindex="0">
      ${svg`<path d=${line.settled}></path><path class="moving" d=${line.provisional}></path>
        <circle cx=${line.last.x} cy=${line.last.y} r="2.5"></circle>`}
    </svg>`;
  }

  protected override renderAppendix(result: InsightsResult): TemplateResult | typeof nothing {
    if (!result.breakdowns?.[0]?.rows.length || gainedAndLost(result)) return nothing;
    return this.remarks?.rowsTemplate?.(result, this.formats) ?? nothing;
  }

  protected override renderSkeleton(): TemplateResult {
    return html`<div class="skeleton value"></div>
      <div class="skeleton line"></div>
      <div class="skeleton line"></div>`;
  }
}

/** Whether a number may not fit into a narrow card. */
const isLong = (text: string): boolean => text.length > 9;

declare global {
  interface HTMLElementTagNameMap {
    'insights-metric-card': InsightsMetricCard;
  }
}
