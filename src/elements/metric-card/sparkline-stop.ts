/**
 * A sparkline as a stop of the tab key: a sentence about it, keys from day to day, a mark and a tip for each, and the day
 * for whoever listens.
 *
 * Loaded when the browser has nothing else to do. Until then the sparkline is a picture with a name.
 */
import { html, nothing, type ReactiveController, render } from 'lit';
import {
  type ChartWords,
  chartWordsFor,
  metricLabel,
  type Trend,
  trendOf,
  trendSentence,
  trendWordsFor,
} from '../../format/index.js';
import { dayOf, type InsightsResult, readSpec } from '../../spec/index.js';
import type { Pointed } from '../chart-marks.js';
import { type ChartSpot, tipTemplate } from '../chart-parts.js';
import { daySpots } from '../day-spots.js';
import { dress } from '../late-styles.js';
import { regionTemplate, say } from '../live-region.js';
import { pointText } from '../point-text.js';
import { PointingController } from '../pointing.js';
import { type CardInside, lineAnswer } from './card-inside.js';
import type { InsightsMetricCard } from './metric-card.js';
import { type Sparkline, sparklineOf } from './sparkline.js';
import { sparklineStopStyles } from './sparkline-stop.styles.js';

/** What is drawn at a day: a line over the height, and the day's own point. */
interface Marks {
  readonly line: SVGPathElement;
  readonly point: SVGCircleElement;
}

export class SparklineStop implements ReactiveController {
  readonly #host: CardInside;
  readonly #pointing: PointingController;
  #plot: SVGSVGElement | null = null;
  /** Made once for each rendering: a pointer asks for them with every step. */
  #points: Sparkline['points'] = [];
  /** On the line: what is pointed at. */
  readonly #marks: Marks = { line: drawn('path', 'day'), point: drawn('circle', 'at') };
  /** Beside it: sentence, keys, tip and what is said. */
  readonly #words = Object.assign(document.createElement('div'), { className: 'words' });

  constructor(card: InsightsMetricCard) {
    this.#host = card as unknown as CardInside;
    // Before the next one: what that says needs a place.
    card.addController(this);
    dress(card, sparklineStopStyles);
    this.#pointing = new PointingController(this.#host, {
      pick: (x) => this.#pick(x),
      spots: () => this.#spots,
      order: () => 'days',
      show: (pointed) => this.#show(pointed),
      textOf: (reached) => pointText(reached, this.#chartWords, this.#host.formats),
    });
    this.hostUpdated();
  }

  get #chartWords(): ChartWords {
    return chartWordsFor(this.#host.formats.locale);
  }

  hostUpdated(): void {
    const plot = this.#host.renderRoot.querySelector<SVGSVGElement>('svg[part=chart]');
    const isNew = plot !== this.#plot;
    this.#plot = plot;
    if (!plot) {
      say(this.#words, '');
      return this.#words.remove();
    }
    const { series = [], provisional }: Partial<InsightsResult> = lineAnswer(this.#host, this.#host.result) ?? {};
    this.#points = sparklineOf(series, provisional)?.points ?? [];
    const words = this.#chartWords;
    if (isNew) this.#take(plot);
    plot.setAttribute('aria-roledescription', words.plot);
    render(
      html`<span class="hidden" id="sentence">${this.#sentence}</span>
        <span id="keys" hidden>${words.keysOfLine}</span>
        <div class="tip" aria-hidden="true"></div>
        ${regionTemplate()}`,
      this.#words,
    );
    this.#pointing.again();
    // Whoever was there before the keys.
    if (isNew && plot.matches(':focus')) this.#pointing.onFocus({ target: plot });
  }

  #take(plot: SVGSVGElement): void {
    plot.classList.add('plot');
    plot.setAttribute('role', 'application');
    plot.setAttribute('aria-describedby', ['sentence', 'keys'].join(' '));
    plot.after(this.#words);
    plot.append(this.#marks.line, this.#marks.point);
    const { onMove, onLeave, onFocus, onBlur, onKey } = this.#pointing;
    plot.addEventListener('pointerdown', onMove);
    plot.addEventListener('pointermove', onMove);
    plot.addEventListener('pointerleave', onLeave);
    plot.addEventListener('focus', onFocus);
    plot.addEventListener('blur', onBlur);
    plot.addEventListener('keydown', onKey);
  }

  get #spots(): readonly ChartSpot[] {
    const { formats } = this.#host;
    const answer = lineAnswer(this.#host, this.#host.result);
    const parts = { words: trendWordsFor(formats.locale), formats, none: this.#chartWords.noNumber };
    return answer ? daySpots({ trend: lineOf(answer, formats.locale), ...parts }, new Set()) : [];
  }

  /** The line in a sentence: that of a chart of the same days. A total of other days is none of theirs. */
  get #sentence(): string {
    const { result, formats, now } = this.#host;
    const answer = lineAnswer(this.#host, this.#host.result);
    const spec = readSpec(result?.metric);
    if (!result || !answer || !spec) return '';
    const words = trendWordsFor(formats.locale);
    const { metric, source } = answer;
    const label = metricLabel(metric, formats.locale);
    const { total, range } = result;
    const isOfSameDays = range?.since === answer.range?.since && range?.until === answer.range?.until;
    const sentence = trendSentence(
      trendOf([{ metric, label, color: 1, result: answer, isMissing: false, before: undefined }], words),
      total !== undefined && isOfSameDays ? { label, spec, total, current: result, before: undefined } : undefined,
      { words, formats, today: dayOf(now) },
    );
    return source === 'demo' && sentence !== '' ? this.#chartWords.sample(sentence) : sentence;
  }

  /** The day that is nearest, whatever the height. */
  #pick(left: number): number {
    const { clientWidth = 1, viewBox } = this.#plot ?? {};
    const at = (left * (viewBox?.baseVal.width ?? 0)) / clientWidth;
    const distances = this.#points.map(({ x }) => Math.abs(x - at));
    return distances.indexOf(Math.min(...distances));
  }

  #show({ spot, index }: Partial<Pointed> = {}): void {
    const { x = 0, y = null } = this.#points[index ?? -1] ?? {};
    const { line, point } = this.#marks;
    line.setAttribute('d', spot ? `M${x} 0V${this.#plot?.viewBox.baseVal.height ?? 0}` : '');
    for (const [name, value] of Object.entries({ cx: x, cy: y ?? 0, r: spot && y !== null ? 3.5 : 0 }))
      point.setAttribute(name, `${value}`);
    const tip = this.#words.querySelector('.tip');
    if (!(tip instanceof HTMLElement)) return;
    render(spot ? tipTemplate(spot) : nothing, tip);
    tip.classList.toggle('shown', spot !== undefined);
  }
}

function drawn<K extends 'path' | 'circle'>(name: K, className: string): SVGElementTagNameMap[K] {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  node.setAttribute('class', className);
  return node;
}

/** The days of the line, one beside the other as they are drawn. */
function lineOf({ metric, series = [], provisional }: InsightsResult, locale: string): Trend {
  const values = series.map(({ value }) => value);
  const line = { key: metric, metric, label: metricLabel(metric, locale), color: 1, values, before: undefined };
  return {
    days: series.map(({ day }) => day),
    daysBefore: [],
    series: [{ ...line, moving: new Set(provisional) }],
    isFlow: false,
    isSingle: true,
  };
}
