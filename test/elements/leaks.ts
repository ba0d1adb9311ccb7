// What an element leaves behind on the page: observers, and listeners on what outlives it.
import { afterTest } from './harness.js';

export interface Leaks {
  /** Elements that are still observed. */
  readonly observed: () => readonly Element[];
  /** Listeners on the window, the document, media queries and channels between elements, since the start. */
  readonly listeners: () => readonly string[];
}

/** Watches from now on, until the end of the test. */
export function watchLeaks(): Leaks {
  const targets = new Map<object, Set<Element>>();
  for (const Observer of [ResizeObserver, IntersectionObserver]) {
    const { observe, unobserve, disconnect } = Observer.prototype;
    Object.assign(Observer.prototype, {
      observe(this: object, target: Element, ...rest: []) {
        targets.set(this, (targets.get(this) ?? new Set()).add(target));
        observe.call(this as ResizeObserver, target, ...rest);
      },
      unobserve(this: object, target: Element) {
        targets.get(this)?.delete(target);
        unobserve.call(this as ResizeObserver, target);
      },
      disconnect(this: object) {
        targets.delete(this);
        disconnect.call(this as ResizeObserver);
      },
    });
    afterTest(() => Object.assign(Observer.prototype, { observe, unobserve, disconnect }));
  }
  /** By target: what was added and not removed; by reference, so that nothing hides behind another. */
  const heard = new Map<EventTarget, Set<string>>();
  const ids = new Map<unknown, number>();
  const nameOf = (type: string, listener: unknown): string => {
    if (!ids.has(listener)) ids.set(listener, ids.size);
    return `${type} ${ids.get(listener)}`;
  };
  const outlives = (target: EventTarget): boolean =>
    target === window || target === document || target instanceof MediaQueryList || target.constructor === EventTarget;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  Object.assign(EventTarget.prototype, {
    addEventListener(this: EventTarget | undefined, ...args: Parameters<typeof addEventListener>) {
      const target = this ?? window;
      const [type, listener] = args;
      if (outlives(target)) heard.set(target, (heard.get(target) ?? new Set()).add(nameOf(type, listener)));
      addEventListener.apply(target, args);
    },
    removeEventListener(this: EventTarget | undefined, ...args: Parameters<typeof removeEventListener>) {
      const target = this ?? window;
      heard.get(target)?.delete(nameOf(args[0], args[1]));
      removeEventListener.apply(target, args);
    },
  });
  afterTest(() => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }));
  const listeners = (): readonly string[] => [...heard.values()].flatMap((names) => [...names]);
  return { observed: () => [...targets.values()].flatMap((set) => [...set]), listeners };
}
