/**
 * Plays notes on a clock of the sound card, and tells what sounds.
 *
 * Does not open the sound, nor close it: that is up to who heard the visitor's click, as a browser may want it there.
 */
import { InsightsError } from '../spec/index.js';
import { type Note, notesOf, type PointOfTune, pointNotes, type Tune } from './notes.js';
import { pause } from './pause.js';
import { createVoice, type Voice } from './voice.js';

export interface PlayOptions {
  /** Opened, and not closed before the promise has settled. */
  readonly context: AudioContext;
  /** Ends the sound at once; the promise resolves then. */
  readonly signal: AbortSignal;
  /** Whether the first point is at the right. @default false */
  readonly rtl?: boolean | undefined;
}

export interface TuneOptions extends PlayOptions {
  /** Called with each point of each series as it sounds, or as its silence begins. */
  readonly onPoint?: (point: number, series: number) => void;
  /** Called before each series: with several of them, while nothing sounds. */
  readonly onSeries?: (series: number) => void;
}

/** Of what a browser can play: these are no alarm. */
const volume = 0.16;
/** Seconds until the first note: it is planned before it is due. */
const lead = 0.05;
/** Seconds in which a sound that is broken off fades: at once would be a click. */
const fade = 0.02;
/** How often, in milliseconds, and how many times a look is taken whether the browser has started the sound. */
const look = 20;
const looks = 50;

/**
 * Plays a tune, and resolves at its end, or when it is broken off.
 * @throws InsightsError `no-sound` where the browser plays none, as before the first click of a visitor
 */
export const playTune = (tune: Tune, options: TuneOptions): Promise<void> => {
  const { onPoint, onSeries, rtl } = options;
  let before: number | undefined;
  return playNotes(notesOf(tune, rtl), options, {
    onSeries: (series) => {
      if (series !== before) onSeries?.(series);
      before = series;
    },
    onNote: ({ point, series }) => onPoint?.(point, series),
  });
};

/**
 * Plays one point of a tune, as it sounds in the whole: for who goes from point to point.
 * @throws InsightsError `no-sound` where the browser plays none
 */
export const soundPoint = (tune: Tune, place: PointOfTune, options: PlayOptions): Promise<void> =>
  playNotes(pointNotes(tune, place, options.rtl), options);

interface Told {
  readonly onSeries: (series: number) => void;
  readonly onNote: (note: Note) => void;
}

async function playNotes(notes: readonly Note[], { context, signal }: PlayOptions, told?: Told): Promise<void> {
  if (!(await isAwake(context, signal))) return;
  const output = context.createGain();
  output.gain.value = volume;
  output.connect(context.destination);
  const voices = new Map<number, Voice>();
  const start = context.currentTime + lead;
  try {
    for (const note of notes) {
      const voice = voices.get(note.series) ?? createVoice(context, output, note.series);
      voices.set(note.series, voice);
      voice.play(note, start);
    }
    for (const note of notes) {
      told?.onSeries(note.series);
      if (!(await isDue(start + note.at, context, signal))) return;
      told?.onNote(note);
    }
    const last = notes.at(-1);
    if (last) await isDue(start + last.at + last.length, context, signal);
  } finally {
    if (signal.aborted && context.state === 'running') await fadeOut(output, context);
    for (const voice of voices.values()) voice.end();
    output.disconnect();
  }
}

/** Without a gesture of the visitor a browser neither starts the sound nor says that it will not. */
async function isAwake(context: AudioContext, signal: AbortSignal): Promise<boolean> {
  if (context.state !== 'running') {
    context.resume().catch(() => undefined);
    for (let tries = 0; tries < looks && !isRunning(context) && !signal.aborted; tries += 1) await pause(look, signal);
  }
  if (signal.aborted) return false;
  if (!isRunning(context)) throw new InsightsError('no-sound');
  return true;
}

const isRunning = ({ state }: AudioContext): boolean => state === 'running';

/**
 * Waits until a moment of the sound's clock has reached the ear; that clock may stand still meanwhile, as during a call.
 * @returns whether it came to that
 */
async function isDue(time: number, context: AudioContext, signal: AbortSignal): Promise<boolean> {
  // Wireless headphones can be late by as much as a note; not every browser says so.
  const late = (context.outputLatency as number | undefined) || 0;
  while (!signal.aborted && (context.state as string) !== 'closed') {
    const rest = time + late - context.currentTime;
    if (rest <= 0) return true;
    await pause(Math.max(1, rest * 1000), signal);
  }
  return false;
}

async function fadeOut({ gain }: GainNode, context: AudioContext): Promise<void> {
  gain.setValueAtTime(volume, context.currentTime);
  gain.linearRampToValueAtTime(0, context.currentTime + fade);
  await pause(2 * fade * 1000);
}
