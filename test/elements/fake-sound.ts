// A sound card that keeps what it is given, and its clock in the hand of a test: all timers of the page go with it.
import { TonesController } from '../../src/elements/tones-controller.js';
import { afterTest } from './harness.js';

interface Step {
  readonly value: number;
  readonly time: number;
}

class FakeParam {
  value = 0;
  readonly steps: Step[] = [];
  setValueAtTime(value: number, time: number): void {
    if (!Number.isFinite(value) || !Number.isFinite(time)) throw new TypeError('not finite');
    this.steps.push({ value, time });
  }
  linearRampToValueAtTime(value: number, time: number): void {
    this.setValueAtTime(value, time);
  }
}

class FakeNode {
  readonly gain = new FakeParam();
  readonly pan = new FakeParam();
  readonly frequency = new FakeParam();
  to: FakeNode | undefined;
  wave = '';
  isStarted = false;
  isStopped = false;
  isConnected = false;
  connect(to: FakeNode): FakeNode {
    this.to = to;
    this.isConnected = true;
    return to;
  }
  disconnect(): void {
    this.isConnected = false;
  }
  start(): void {
    this.isStarted = true;
  }
  stop(): void {
    this.isStopped = true;
  }
  setPeriodicWave(wave: { readonly overtones: string }): void {
    this.wave = wave.overtones;
  }
}

/** A note as it was given to the sound card. */
export interface HeardNote {
  readonly voice: number;
  /** Seconds. */
  readonly at: number;
  readonly pitch: number;
  readonly pan: number;
}

export interface FakeSound {
  /** How often sound was opened. */
  readonly opened: () => number;
  /** What is still there: sound that is open, nodes, timers. */
  readonly left: () => { readonly contexts: number; readonly nodes: number; readonly timers: number };
  /** The notes of the sound that was opened last, since a moment of its clock. */
  readonly notes: (since?: number) => HeardNote[];
  /** A text for each timbre that was heard. */
  readonly timbres: () => string[];
  /** What every gain of the master came to: the last is zero where a sound was faded out. */
  readonly fades: () => number[];
  /** Lets time pass, through whatever falls due. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly time: () => number;
  /** Whether the browser starts the sound, and makes one at all. */
  allows: boolean;
  exists: boolean;
}

/** Replaces the page's sound and timers until the end of the test. Wait with `pass`: nothing else moves time. */
export function fakeSound(): FakeSound {
  const { setTimeout: realSet, clearTimeout: realClear, AudioContext: RealContext } = globalThis;
  const held = new Map<number, { readonly at: number; readonly run: () => void }>();
  const contexts: FakeContext[] = [];
  let time = 0;
  let last = 0;
  const { load } = TonesController;
  let loading: Promise<unknown> = Promise.resolve();
  TonesController.load = () => {
    const module = load();
    loading = module;
    return module;
  };

  class FakeContext {
    state = sound.allows ? 'running' : 'suspended';
    readonly destination = new FakeNode();
    readonly nodes: FakeNode[] = [];
    readonly outputLatency = 0;
    constructor() {
      if (!sound.exists) throw new DOMException('no sound', 'NotSupportedError');
      contexts.push(this);
    }
    get currentTime(): number {
      return time;
    }
    resume(): Promise<void> {
      if (!sound.allows) return new Promise(() => {});
      this.state = 'running';
      return Promise.resolve();
    }
    close(): Promise<void> {
      this.state = 'closed';
      return Promise.resolve();
    }
    #node(): FakeNode {
      const node = new FakeNode();
      this.nodes.push(node);
      return node;
    }
    createGain = (): FakeNode => this.#node();
    createOscillator = (): FakeNode => this.#node();
    createStereoPanner = (): FakeNode => this.#node();
    createPeriodicWave = (_: Float32Array, overtones: Float32Array) => ({ overtones: overtones.join(' ') });
  }

  const oscillators = (): FakeNode[] => contexts.at(-1)?.nodes.filter(({ isStarted }) => isStarted) ?? [];
  const sound: FakeSound = {
    allows: true,
    exists: true,
    opened: () => contexts.length,
    left: () => ({
      contexts: contexts.filter(({ state }) => state !== 'closed').length,
      nodes: contexts
        .flatMap(({ nodes }) => nodes)
        .filter((node) => node.isConnected || node.isStarted !== node.isStopped).length,
      timers: held.size,
    }),
    notes: (since = 0) =>
      oscillators()
        .flatMap(({ frequency, to }, voice) =>
          frequency.steps.map(({ value, time: at }, index) => ({
            voice,
            at,
            pitch: Math.round(value),
            pan: (to?.to?.pan.steps[index]?.value ?? Number.NaN) + 0,
          })),
        )
        .filter(({ at }) => at >= since),
    timbres: () => oscillators().map(({ wave }) => wave),
    fades: () =>
      contexts.flatMap(({ nodes, destination }) =>
        nodes.filter(({ to }) => to === destination).map(({ gain }) => gain.steps.at(-1)?.value ?? gain.value),
      ),
    time: () => time,
    pass: async (seconds) => {
      const end = time + seconds;
      // A module takes its time, also one that is there already.
      await loading;
      await task();
      for (;;) {
        const [next] = [...held].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        const [id, { at, run }] = next;
        held.delete(id);
        time = Math.max(time, at);
        run();
        await task();
      }
      time = end;
      await task();
    },
  };
  /** Lets promises and updates settle: no timer, as those stand still. */
  const task = (): Promise<void> =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      const hear = (): void => {
        port1.close();
        resolve();
      };
      port1.addEventListener('message', hear, { once: true });
      port1.start();
      port2.postMessage(null);
    });

  const set = (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]): number => {
    last -= 1;
    held.set(last, { at: time + ms / 1000, run: () => run(...args) });
    return last;
  };
  Object.assign(globalThis, {
    AudioContext: FakeContext,
    setTimeout: set,
    clearTimeout: (id: number) => held.delete(id) || realClear(id),
  });
  afterTest(() => {
    Object.assign(globalThis, { AudioContext: RealContext, setTimeout: realSet, clearTimeout: realClear });
    TonesController.load = load;
  });
  return sound;
}
