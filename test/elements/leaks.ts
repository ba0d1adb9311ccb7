// What an element leaves behind on the page: observers, and listeners on what outlives it.
import { afterTest } from './harness.js';

export interface Leaks {
  /** Elements that are still observed. */
  readonly observed: () => readonly Element[];
  /** Listeners on the window, the document and media queries, more than at the start. */
  readonly listeners: () => number;
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
  let listeners = 0;
  const outlives = (target: EventTarget): boolean =>
    target === window || target === document || target instanceof MediaQueryList;
  for (const target of [window, document, MediaQueryList.prototype] as EventTarget[]) {
    const { addEventListener, removeEventListener } = target;
    const own = Object.getOwnPropertyNames(target);
    Object.assign(target, {
      addEventListener(this: EventTarget, ...args: Parameters<typeof addEventListener>) {
        if (outlives(this)) listeners += 1;
        addEventListener.apply(this, args);
      },
      removeEventListener(this: EventTarget, ...args: Parameters<typeof removeEventListener>) {
        if (outlives(this)) listeners -= 1;
        removeEventListener.apply(this, args);
      },
    });
    afterTest(() => {
      for (const name of ['addEventListener', 'removeEventListener'] as const) {
        if (!own.includes(name)) Reflect.deleteProperty(target, name);
        else Reflect.set(target, name, name === 'addEventListener' ? addEventListener : removeEventListener);
      }
    });
  }
  return { observed: () => [...targets.values()].flatMap((set) => [...set]), listeners: () => listeners };
}
