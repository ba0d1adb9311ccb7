/**
 * What a visitor points at in a plot: with the pointer, with keys, or in another chart of the same provider.
 *
 * Decides what is pointed at, and what is said of it: only what keys have reached. Does not know where keys lead
 * (chart-keys.ts), how a spot is marked, nor what there is to say.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { firstPlace, type KeyOrder, type KeyWalk, type Place, placeAfter, seriesWithin } from './chart-keys.js';
import type { Pointed } from './chart-marks.js';
import type { ChartSpot } from './chart-parts.js';
import { say } from './live-region.js';
import { PointChannel } from './point-channel.js';
import type { Reached } from './point-text.js';
import { SpotList } from './spot-list.js';

export interface PointingOptions {
  /** The index of what lies at a place of the plot, in CSS pixels. */
  readonly pick: (x: number, y: number) => number | undefined;
  /** What can be pointed at, in the order of the drawing. */
  readonly spots: () => readonly ChartSpot[];
  readonly order: () => KeyOrder;
  /** Shows what is pointed at, or nothing. */
  readonly show: (pointed: Pointed | undefined) => void;
  /** A point in a sentence. */
  readonly textOf: (reached: Reached) => string;
  /** Where the charts of the provider tell each other; undefined for a plot that keeps to itself. */
  readonly channel?: () => EventTarget | undefined;
  /** Hears of each point that keys reach. */
  readonly onReach?: (pointed: Pointed) => void;
  /** What is done with a point that is chosen; without it none can be. */
  readonly onSelect?: (points: ChartSpot['points']) => void;
}

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

export class PointingController implements ReactiveController {
  readonly #host: Host;
  readonly #options: PointingOptions;
  readonly #channel = new PointChannel((key) => this.#hear(key));
  readonly #spots: SpotList;
  /** What is pointed at, by whomever. */
  #at: Place | undefined;
  /** What keys have reached: it is pointed at again when the pointer goes. */
  #reached: Place | undefined;
  /** Whether the visitor points at this chart itself. */
  #isOrigin = false;

  constructor(host: Host, options: PointingOptions) {
    this.#host = host;
    this.#options = options;
    this.#spots = new SpotList(options.spots);
    host.addController(this);
  }

  /** Whether keys lead to single series. */
  get hasSeries(): boolean {
    return this.#spots.all.some((spot) => seriesWithin(spot).length > 0);
  }

  hostUpdate(): void {
    this.#spots.forget();
  }

  hostUpdated(): void {
    this.#channel.join(this.#options.channel?.());
    if (!this.#plot) this.#leave();
    // What is reached stays so, and is said again only where it says something else by now.
    else if (this.#reached) this.#read();
  }

  hostDisconnected(): void {
    this.#leave();
    this.#channel.join(undefined);
    this.#show(undefined);
  }

  /** Marks once more what was marked: another drawing forgets it. */
  again(): void {
    if (this.#at) this.#show(this.#at);
  }

  readonly onMove = ({ clientX, clientY, currentTarget }: MouseEvent): void => {
    const plot = currentTarget as HTMLElement;
    const { left, top, width, height } = plot.getBoundingClientRect();
    // Zoomed, a plot is larger for the pointer than it is to itself.
    const x = ((clientX - left) * plot.clientWidth) / width;
    const y = ((clientY - top) * plot.clientHeight) / height;
    const spot = this.#spots.all[this.#options.pick(x, y) ?? -1];
    this.#tell(spot && { key: spot.key });
  };

  /** A finger that is lifted still points. */
  readonly onLeave = ({ pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') this.#tell(this.#reached);
  };

  readonly onFocus = ({ target }: Pick<FocusEvent, 'target'>): void => {
    if (!(target as Element).matches(':focus-visible')) return;
    const walk = this.#walk;
    const isOnTheWay = walk.spots.some(({ key }) => key === this.#at?.key);
    this.#reach(isOnTheWay ? this.#at : firstPlace(walk));
  };

  readonly onBlur = (): void => this.#leave();

  /** A click chooses what it is on, wherever the pointer came from. */
  readonly onClick = (event: MouseEvent): void => {
    if (event.detail > 0) this.onMove(event);
    this.#select();
  };

  /** Keys with a modifier are the browser's, and those that lead nowhere: a second Escape closes the dialog around. */
  readonly onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (ctrlKey || altKey || metaKey || shiftKey) return;
    if (key === 'Escape') {
      if (!this.#at && !this.#reached) return;
      this.#reach(undefined);
    } else if (key === 'Enter' || key === ' ') {
      if (!this.#select()) return;
    } else {
      const from = this.#spots.at(this.#at) ? this.#at : this.#reached;
      const place = placeAfter(key, from, this.#walk);
      if (!place) return;
      this.#reach(place);
    }
    event.preventDefault();
    event.stopPropagation();
  };

  /** Chooses what is pointed at: one series where it is that. @returns whether there is something to choose */
  #select(): boolean {
    const { spot, series } = this.#spots.at(this.#at) ?? {};
    const { points } = spot?.series?.find(({ key }) => key === series) ?? spot ?? { points: [] };
    const { onSelect } = this.#options;
    if (!onSelect || points.length === 0) return false;
    onSelect(points);
    return true;
  }

  #reach(place: Place | undefined): void {
    this.#reached = place;
    this.#tell(place);
    this.#read();
    const pointed = this.#spots.at(place);
    if (pointed) this.#options.onReach?.(pointed);
  }

  #read(): void {
    const pointed = this.#spots.at(this.#reached);
    const spots = this.#spots.inOrder;
    const at = pointed ? spots.indexOf(pointed.spot) : -1;
    const text = pointed && at >= 0 && this.#options.textOf({ ...pointed, place: at + 1, count: spots.length });
    say(this.#host.renderRoot, text || '');
  }

  /** Nobody points at this chart any more: nor at others because of it. */
  #leave(): void {
    if (this.#reached) say(this.#host.renderRoot, '');
    this.#reached = undefined;
    if (this.#isOrigin) this.#tell(undefined);
  }

  get #plot(): Element | null {
    return this.#host.renderRoot.querySelector('.plot');
  }

  get #walk(): KeyWalk {
    return { order: this.#options.order(), spots: this.#spots.inOrder, isRightToLeft: isRightToLeft(this.#plot) };
  }

  #tell(place: Place | undefined): void {
    this.#isOrigin = place !== undefined;
    const before = this.#at;
    if (place?.key === before?.key && place?.series === before?.series) return;
    this.#show(place);
    if (place?.key !== before?.key) this.#channel.tell(place?.key);
  }

  #hear(key: string | undefined): void {
    if (key === this.#at?.key) return;
    const place = key === undefined ? this.#reached : { key };
    this.#isOrigin = place !== undefined && place === this.#reached;
    this.#show(place);
  }

  /** After a touch nothing says that the finger is elsewhere, but what it touches next. */
  readonly #onElsewhere = (event: Event): void => {
    const plot = this.#plot;
    if (!plot || !event.composedPath().includes(plot)) this.#leave();
  };

  #show(place: Place | undefined): void {
    this.#at = place;
    if (place) document.addEventListener('pointerdown', this.#onElsewhere);
    else document.removeEventListener('pointerdown', this.#onElsewhere);
    this.#options.show(this.#spots.at(place));
  }
}

/** Whether a reader begins at the right: the box around a plot says so, as the plot itself always runs from the left. */
export const isRightToLeft = (plot: Element | null): boolean =>
  getComputedStyle(plot?.parentElement ?? document.documentElement).direction === 'rtl';
