// What a page keeps going: observers that watch, timers that repeat, listeners of the window, elements that are not collected.
import type { Page } from 'playwright-core';

export interface Counts {
  /** Elements that an observer of their size or place still watches. */
  readonly observers: number;
  readonly intervals: number;
  /** Timers that have not run yet. */
  readonly timeouts: number;
  /** Listeners of the window and the document. */
  readonly listeners: number;
  /** Frames that were asked for in half a second. */
  readonly frames: number;
  readonly canvases: number;
  /** Elements of ours. */
  readonly elements: number;
}

interface Watched {
  /** Held weakly, as a page does that has disconnected them. */
  readonly targets: WeakRef<{ readonly watching: WeakRef<Element>[] }>[];
  readonly intervals: Set<unknown>;
  readonly timeouts: Set<unknown>;
  listeners: number;
  frames: number;
  /** Cumulative layout shift. */
  shift: number;
}

/** Runs in the page, before its own scripts. */
export function counters(): void {
  const watched = {
    targets: [],
    intervals: new Set(),
    timeouts: new Set(),
    listeners: 0,
    frames: 0,
    shift: 0,
  } as Watched;
  Object.assign(globalThis, { watched });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) watched.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  for (const name of ['ResizeObserver', 'IntersectionObserver', 'MutationObserver'] as const) {
    const Own = globalThis[name] as typeof ResizeObserver;
    const Counted = class extends Own {
      watching: WeakRef<Element>[] = [];
      constructor(...given: ConstructorParameters<typeof Own>) {
        super(...given);
        watched.targets.push(new WeakRef(this));
      }
      override observe(target: Element, options?: ResizeObserverOptions): void {
        super.observe(target, options);
        this.watching.push(new WeakRef(target));
      }
      override unobserve(target: Element): void {
        super.unobserve(target);
        this.watching = this.watching.filter((one) => one.deref() !== target);
      }
      override disconnect(): void {
        super.disconnect();
        this.watching = [];
      }
    };
    Object.assign(globalThis, { [name]: Counted });
  }
  const { setInterval: start, clearInterval: stop, requestAnimationFrame: frame } = globalThis;
  const { setTimeout: wait, clearTimeout: drop } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (callback: (...given: unknown[]) => void, ms?: number, ...given: unknown[]) => {
      const id = wait(() => {
        watched.timeouts.delete(id);
        callback(...given);
      }, ms);
      watched.timeouts.add(id);
      return id;
    },
    clearTimeout: (id: number) => {
      watched.timeouts.delete(id);
      drop(id);
    },
    setInterval: (...given: Parameters<typeof start>) => {
      const id = start(...given);
      watched.intervals.add(id);
      return id;
    },
    clearInterval: (id: number) => {
      watched.intervals.delete(id);
      stop(id);
    },
    requestAnimationFrame: (callback: FrameRequestCallback) => {
      watched.frames += 1;
      return frame(callback);
    },
  });
  for (const target of [window, document]) {
    const { addEventListener: add, removeEventListener: remove } = target;
    const known = new Set<string>();
    const ids = new WeakMap<object, number>();
    let last = 0;
    const keyOf = (type: string, listener: object | null): string => {
      if (!listener) return type;
      if (!ids.has(listener)) ids.set(listener, (last += 1));
      return `${type} ${ids.get(listener)}`;
    };
    const count = (change: () => void): void => {
      watched.listeners -= known.size;
      change();
      watched.listeners += known.size;
    };
    target.addEventListener = (...given: Parameters<typeof add>) => {
      count(() => known.add(keyOf(given[0], given[1])));
      return add.apply(target, given);
    };
    target.removeEventListener = (...given: Parameters<typeof remove>) => {
      count(() => known.delete(keyOf(given[0], given[1])));
      return remove.apply(target, given);
    };
  }
}

/** Lets what is under way end, collects what nobody holds, and counts what is left. */
export async function settle(page: Page): Promise<Counts> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(300);
  const frames = await page.evaluate(async () => {
    const { watched } = globalThis as unknown as { watched: Watched };
    const before = watched.frames;
    await new Promise((resolve) => setTimeout(resolve, 500));
    return watched.frames - before;
  });
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const alive = async (name: string): Promise<number> => {
    const { result } = await session.send('Runtime.evaluate', { expression: `${name}.prototype` });
    const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: result.objectId ?? '' });
    // A prototype is found too, and throws: it is no node.
    const read =
      'function () { return this.filter((one) => { try { return one.nodeType === 1 } catch { return false } }).length; }';
    const { result: length } = await session.send('Runtime.callFunctionOn', {
      objectId: objects.objectId ?? '',
      functionDeclaration: read,
      returnByValue: true,
    });
    return length.value as number;
  };
  const canvases = await alive('HTMLCanvasElement');
  const classes = ['insights-metric-card', 'insights-trend-chart', 'insights-demographics-chart', 'insights-provider'];
  let elements = 0;
  for (const tag of classes) elements += await alive(`customElements.get('${tag}')`);
  await session.detach();
  const rest = await page.evaluate(() => {
    const { watched } = globalThis as unknown as { watched: Watched };
    const watching = watched.targets
      .flatMap((one) => one.deref()?.watching ?? [])
      .filter((one) => {
        const target = one.deref();
        return target instanceof Element && target.tagName.includes('-');
      });
    const { intervals, timeouts, listeners } = watched;
    return { observers: watching.length, intervals: intervals.size, timeouts: timeouts.size, listeners };
  });
  return { ...rest, frames, canvases, elements };
}
