/**
 * What a visitor points at in a chart: with the pointer, with the keyboard, or in another chart of the same provider.
 *
 * Decides what is marked and where the tip stands. Does not know what there is to say (chart-parts.ts).
 */
import { nothing, type ReactiveController, type ReactiveControllerHost, render } from 'lit';
import type { ChartController } from './chart-controller.js';
import { type ChartSpot, tipTemplate } from './chart-parts.js';

/** Told to all charts of one provider. */
class PointEvent extends Event {
  static readonly type = 'insights-point';
  /** Of the spot; undefined where nothing is pointed at any more. */
  readonly key: string | undefined;
  constructor(key: string | undefined) {
    super(PointEvent.type);
    this.key = key;
  }
}

export interface PointingOptions {
  readonly drawing: ChartController;
  /** What can be pointed at, in the order of the drawing. */
  readonly spots: () => readonly ChartSpot[];
  /** Where the charts of the provider tell each other; undefined for a chart without one. */
  readonly channel: () => EventTarget | undefined;
  readonly onSelect: (spot: ChartSpot) => void;
}

type Host = ReactiveControllerHost & { readonly renderRoot: HTMLElement | DocumentFragment };

export class PointingController implements ReactiveController {
  readonly #host: Host;
  readonly #options: PointingOptions;
  #channel: EventTarget | undefined;
  #spots: readonly ChartSpot[] | undefined;
  #key: string | undefined;
  /** What keys have reached: it is pointed at again when the pointer goes. */
  #reached: string | undefined;
  /** Whether the visitor points at this chart itself. */
  #isOrigin = false;

  constructor(host: Host, options: PointingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#spots = undefined;
  }

  hostUpdated(): void {
    this.#join(this.#options.channel());
    if (!this.#host.renderRoot.querySelector('.plot')) this.#leave();
  }

  hostDisconnected(): void {
    this.#leave();
    this.#join(undefined);
    this.#show(undefined);
  }

  /** Marks once more what was marked: another drawing forgets it. */
  again(): void {
    if (this.#key !== undefined) this.#show(this.#key);
  }

  readonly onMove = ({ clientX, clientY, currentTarget }: MouseEvent): void => {
    const plot = currentTarget as HTMLElement;
    const { left, top, width, height } = plot.getBoundingClientRect();
    // Zoomed, a plot is larger for the pointer than it is to itself.
    const x = ((clientX - left) * plot.clientWidth) / width;
    const y = ((clientY - top) * plot.clientHeight) / height;
    const index = this.#options.drawing.pick(x, y);
    this.#tell(index === undefined ? undefined : this.#all[index]?.key);
  };

  /** A finger that is lifted still points. */
  readonly onLeave = ({ pointerType }: PointerEvent): void => {
    if (pointerType !== 'touch') this.#tell(this.#reached);
  };

  /** Whoever comes by keyboard begins at the last spot, the newest. */
  readonly onFocus = ({ target }: FocusEvent): void => {
    if (this.#key === undefined && (target as Element).matches(':focus-visible')) this.#reach(this.#walk.at(-1));
  };

  readonly onBlur = (): void => this.#leave();

  /** A click chooses what it is on, wherever the pointer came from. */
  readonly onClick = (event: MouseEvent): void => {
    if (event.detail > 0) this.onMove(event);
    this.#select();
  };

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const walk = this.#walk;
    const { length } = walk;
    const at = walk.findIndex(({ key }) => key === this.#key);
    const places: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: length - 1,
    };
    if (event.key === 'Enter' || event.key === ' ') this.#select();
    else if (event.key === 'Escape' && this.#key !== undefined) this.#reach(undefined);
    else if (Object.hasOwn(places, event.key) && length > 0) {
      this.#reach(walk[Math.min(length - 1, Math.max(0, places[event.key] ?? 0))]);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #select(): void {
    const spot = this.#spot;
    if (spot && spot.points.length > 0) this.#options.onSelect(spot);
  }

  #reach(spot: ChartSpot | undefined): void {
    this.#reached = spot?.key;
    this.#tell(spot?.key);
  }

  /** Nobody points at this chart any more: nor at others because of it. */
  #leave(): void {
    this.#reached = undefined;
    if (this.#isOrigin) this.#tell(undefined);
  }

  /** Made once for each rendering: a pointer asks for them with every step. */
  get #all(): readonly ChartSpot[] {
    this.#spots ??= this.#options.spots();
    return this.#spots;
  }

  /** The spots in the order in which keys come by. */
  get #walk(): readonly ChartSpot[] {
    return this.#all
      .map((spot, at) => ({ spot, rank: spot.rank === undefined ? at : spot.rank }))
      .filter(({ rank }) => rank !== null)
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
      .map(({ spot }) => spot);
  }

  get #index(): number {
    return this.#key === undefined ? -1 : this.#all.findIndex(({ key }) => key === this.#key);
  }

  get #spot(): ChartSpot | undefined {
    return this.#all[this.#index];
  }

  #tell(key: string | undefined): void {
    this.#isOrigin = key !== undefined;
    if (key === this.#key) return;
    this.#show(key);
    this.#channel?.dispatchEvent(new PointEvent(key));
  }

  readonly #hear = (event: Event): void => {
    const { key } = event as PointEvent;
    if (key === this.#key) return;
    this.#isOrigin = false;
    this.#show(key);
  };

  #join(channel: EventTarget | undefined): void {
    if (channel === this.#channel) return;
    this.#channel?.removeEventListener(PointEvent.type, this.#hear);
    this.#channel = channel;
    channel?.addEventListener(PointEvent.type, this.#hear);
  }

  /** After a touch nothing says that the finger is elsewhere, but what it touches next. */
  readonly #onElsewhere = (event: Event): void => {
    const plot = this.#host.renderRoot.querySelector('.plot');
    if (!plot || !event.composedPath().includes(plot)) this.#leave();
  };

  #show(key: string | undefined): void {
    this.#key = key;
    if (key === undefined) document.removeEventListener('pointerdown', this.#onElsewhere);
    else document.addEventListener('pointerdown', this.#onElsewhere);
    const spot = this.#spot;
    const place = this.#options.drawing.point(spot && this.#index);
    const tip = this.#host.renderRoot.querySelector<HTMLElement>('.tip');
    if (!tip) return;
    render(spot && place ? tipTemplate(spot) : nothing, tip);
    tip.classList.toggle('shown', Boolean(spot && place));
    if (!place) return;
    // On the side where there is room, without measuring anything.
    tip.classList.toggle('before', place.x > place.width / 2);
    tip.classList.toggle('above', place.y > place.height / 2);
    tip.style.setProperty('left', `${place.x}px`);
    tip.style.setProperty('top', `${place.y}px`);
  }
}
