/** Where the charts of one provider tell each other what is pointed at. */

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

/** One chart's end of it. */
export class PointChannel {
  readonly #hear: (event: Event) => void;
  #target: EventTarget | undefined;

  /** @param hear called with what any chart points at, this one too */
  constructor(hear: (key: string | undefined) => void) {
    this.#hear = (event) => hear((event as PointEvent).key);
  }

  /** Joins the charts of another provider, or none. */
  join(target: EventTarget | undefined): void {
    if (target === this.#target) return;
    this.#target?.removeEventListener(PointEvent.type, this.#hear);
    this.#target = target;
    target?.addEventListener(PointEvent.type, this.#hear);
  }

  tell(key: string | undefined): void {
    this.#target?.dispatchEvent(new PointEvent(key));
  }
}
