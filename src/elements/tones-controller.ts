/**
 * A chart as tones: played when a visitor asks for them, and a tone for each point that keys reach from then on.
 *
 * Decides when sound is loaded, opened and closed. Does not know how a value sounds (sound/), nor what marks a point.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SoundWords } from '../format/index.js';
import type { PlayOptions } from '../sound/index.js';
import { InsightsError, toInsightsError } from '../spec/index.js';
import type { ChartSpot } from './chart-parts.js';
import { isAudible, type SpotTune, tuneOf } from './tune.js';

export type SoundModule = typeof import('../sound/index.js');

export interface TonesOptions {
  /** What can be pointed at, in the order of the drawing. */
  readonly spots: () => readonly ChartSpot[];
  readonly words: () => SoundWords;
  /** A number of things, in words. */
  readonly number: (value: number) => string;
  /** Marks the spot that sounds; undefined when none does any more. */
  readonly mark: (index: number | undefined) => void;
  /** Says a status to who listens. */
  readonly say: (text: string) => void;
  readonly onFailure: (error: InsightsError) => void;
  /** Whether the first spot is drawn at the right. */
  readonly rtl?: () => boolean;
}

/** Sound that nobody has used for so many milliseconds is closed: it keeps a part of the machine awake. */
const idleTime = 5000;

export class TonesController implements ReactiveController {
  /** Where sound comes from; a bundler finds its chunk here. */
  static load = (): Promise<SoundModule> => import('../sound/index.js');
  /** Two melodies at once are none. */
  static #last: TonesController | undefined;

  /** Why nothing was heard, until the next try. */
  failure: InsightsError | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: TonesOptions;
  #isOn = false;
  #isPlaying = false;
  #tune: SpotTune | undefined;
  #context: AudioContext | undefined;
  /** Ends what sounds. */
  #sounding: AbortController | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: TonesOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether points sound as keys reach them: from the first tune until the visitor leaves the chart, or Escape. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /** Whether the tune is on its way. */
  get isPlaying(): boolean {
    return this.#isPlaying;
  }

  /** What one button does. */
  toggle(): void {
    if (this.#isPlaying) this.stop();
    else void this.play();
  }

  /** Plays all, from the start. To be called in the visitor's click. Resolves at the end, also where that is a failure. */
  async play(): Promise<void> {
    const { mark, say, words, spots } = this.#options;
    const tune = tuneOf(spots());
    if (!isAudible(tune)) return say(words().nothing);
    if (TonesController.#last !== this) TonesController.#last?.stop();
    TonesController.#last = this;
    this.#tune = tune;
    this.#turn(true, true);
    const { series, places } = tune;
    await this.#sound(async (sound, options) => {
      await sound.playTune(tune, {
        ...options,
        onPoint: (point) => mark(places[point]),
        onSeries: (at) => say(series.length > 1 ? this.#nameOf(tune, at) : words().playing),
      });
    });
  }

  /** Sounds a spot that keys have reached, or one series of it; nothing while tones are off. */
  sound(index: number, series?: number): void {
    const tune = this.#tune;
    const point = tune?.places.indexOf(index) ?? -1;
    if (!this.#isOn || !tune || point < 0) return;
    this.#turn(true, false);
    void this.#sound((sound, options) => sound.soundPoint(tune, { point, series }, options));
  }

  /** Ends what sounds, and turns tones off. */
  stop(): void {
    this.#turn(false, false);
    this.#sounding?.abort();
    if (!this.#sounding) this.#close();
  }

  hostUpdate(): void {
    // What is heard is what is shown.
    if (this.#isOn && JSON.stringify(tuneOf(this.#options.spots())) !== JSON.stringify(this.#tune)) this.stop();
  }

  hostDisconnected(): void {
    this.stop();
  }

  #nameOf({ series }: SpotTune, at: number): string {
    const { words, number } = this.#options;
    return words().series(series[at]?.name ?? '', number(at + 1), number(series.length));
  }

  /** One sound at a time: a new one ends what was there. */
  async #sound(make: (sound: SoundModule, options: PlayOptions) => Promise<void>): Promise<void> {
    this.#sounding?.abort();
    clearTimeout(this.#idle);
    const sounding = new AbortController();
    const { signal } = sounding;
    this.#sounding = sounding;
    this.failure = undefined;
    try {
      // Not after the chunk has come: by then some browsers have forgotten the click.
      this.#context ??= openSound();
      const context = this.#context;
      const sound = await Promise.race([loadSound(), ended(signal)]);
      if (sound && !signal.aborted) await make(sound, { context, signal, rtl: this.#options.rtl?.() });
    } catch (cause) {
      if (!signal.aborted) this.#fail(toInsightsError(cause));
    }
    if (this.#sounding !== sounding) return;
    this.#sounding = undefined;
    // Who has no focus here has no keys to go on with.
    this.#turn(this.#isOn && this.#host.matches(':focus-within'), false);
    if (this.#isOn) this.#idle = setTimeout(() => this.#close(), idleTime);
    else this.#close();
  }

  #fail(error: InsightsError): void {
    const { say, words, onFailure } = this.#options;
    this.failure = error;
    this.#turn(false, false);
    say(error.code === 'no-sound' ? words().silent : words().notLoaded);
    onFailure(error);
  }

  #close(): void {
    clearTimeout(this.#idle);
    this.#context?.close().catch(() => undefined);
    this.#context = undefined;
  }

  #turn(isOn: boolean, isPlaying: boolean): void {
    if (this.#isPlaying && !isPlaying) this.#options.mark(undefined);
    if (isOn !== this.#isOn) {
      if (isOn) this.#listen();
      else this.#unlisten();
    }
    if (isOn !== this.#isOn || isPlaying !== this.#isPlaying) this.#host.requestUpdate();
    this.#isOn = isOn;
    this.#isPlaying = isPlaying;
  }

  #listen(): void {
    // Before whatever the key is for: and wherever the focus is, as a click may have left it nowhere.
    document.addEventListener('keydown', this.#onKey, true);
    this.#host.addEventListener('focusout', this.#onBlur);
    addEventListener('blur', this.#onLeave);
  }

  #unlisten(): void {
    document.removeEventListener('keydown', this.#onKey, true);
    this.#host.removeEventListener('focusout', this.#onBlur);
    removeEventListener('blur', this.#onLeave);
  }

  /** Any key ends a tune, those for the volume aside; Escape ends it alone, and not what else it would close. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, repeat } = event;
    // Without a key: what a browser fills in by itself.
    if (repeat || /^(Audio|undefined)/.test(key)) return;
    if (key === 'Escape') {
      if (this.#isPlaying) {
        event.preventDefault();
        event.stopPropagation();
      }
      this.stop();
    } else if (this.#isPlaying) {
      this.#turn(true, false);
      this.#sounding?.abort();
    }
  };

  /** The focus has left for something else; where it is lost only, as with a menu that closes, the visitor is still here. */
  readonly #onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget) this.stop();
  };

  readonly #onLeave = (): void => this.stop();
}

function openSound(): AudioContext {
  try {
    return new AudioContext();
  } catch (cause) {
    throw new InsightsError('no-sound', { cause });
  }
}

async function loadSound(): Promise<SoundModule> {
  try {
    return await TonesController.load();
  } catch (cause) {
    throw new InsightsError('network', { detail: 'The tones could not be loaded.', cause });
  }
}

const ended = (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(undefined), { once: true }));
