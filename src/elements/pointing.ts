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
  #key: string | undefined;

  constructor(host: Host, options: PointingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#join(this.#options.channel());
  }

  hostDisconnected(): void {
    this.#join(undefined);
    this.#show(undefined);
  }

  /** Marks once more what was marked: another drawing forgets it. */
  again(): void {
    if (this.#key !== undefined) this.#show(this.#key);
  }

  readonly onMove = ({ offsetX, offsetY }: PointerEvent): void => {
    const index = this.#options.drawing.pick(offsetX, offsetY);
    this.#tell(index === undefined ? undefined : this.#options.spots()[index]?.key);
  };

  readonly onLeave = (): void => this.#tell(undefined);

  /** Whoever comes by keyboard begins at the last spot, the newest. */
  readonly onFocus = ({ target }: FocusEvent): void => {
    if (this.#key === undefined && (target as Element).matches(':focus-visible'))
      this.#tell(walkOf(this.#options.spots()).at(-1)?.key);
  };

  readonly onSelect = (): void => {
    const spot = this.#spot;
    if (spot && spot.points.length > 0) this.#options.onSelect(spot);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const walk = walkOf(this.#options.spots());
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
    if (event.key === 'Enter' || event.key === ' ') this.onSelect();
    else if (event.key === 'Escape' && this.#key !== undefined) this.#tell(undefined);
    else if (Object.hasOwn(places, event.key) && length > 0) {
      const next = Math.min(length - 1, Math.max(0, places[event.key] ?? 0));
      this.#tell(walk[next]?.key);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  get #index(): number {
    return this.#key === undefined ? -1 : this.#options.spots().findIndex(({ key }) => key === this.#key);
  }

  get #spot(): ChartSpot | undefined {
    return this.#options.spots()[this.#index];
  }

  #tell(key: string | undefined): void {
    if (key === this.#key) return;
    this.#show(key);
    this.#channel?.dispatchEvent(new PointEvent(key));
  }

  readonly #hear = (event: Event): void => {
    const { key } = event as PointEvent;
    if (key !== this.#key) this.#show(key);
  };

  #join(channel: EventTarget | undefined): void {
    if (channel === this.#channel) return;
    this.#channel?.removeEventListener(PointEvent.type, this.#hear);
    this.#channel = channel;
    channel?.addEventListener(PointEvent.type, this.#hear);
  }

  #show(key: string | undefined): void {
    this.#key = key;
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

/** The spots in the order in which keys come by. */
const walkOf = (spots: readonly ChartSpot[]): readonly ChartSpot[] =>
  spots
    .map((spot, at) => ({ spot, rank: spot.rank === undefined ? at : spot.rank }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .map(({ spot }) => spot);
