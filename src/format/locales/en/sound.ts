/** The words around tones, in English. Numbers arrive formatted, names as they are. */
import type { Wording } from '../wording.js';
export const enSound = {
  /** What begins them, and what ends them. */
  play: 'Play as tones',
  stop: 'Stop the tones',
  /** How they are to be heard; for what begins them. */
  description: 'A tone for each value, in the order of the chart: higher is more, silence is no number.',
  /** Said when they begin. */
  playing: 'Tones: higher is more.',
  /** Said before each of several series. */
  series: (name: string, place: string, count: string) => `${name}, ${place} of ${count}`,
  nothing: 'There is no number to play.',
  /** Their program was not reached. */
  notLoaded: 'Tones could not be loaded.',
  /** The browser plays no sound. */
  silent: 'The browser plays no sound. Try again, or allow sound for this page.',
} as const;

export type SoundWords = Wording<typeof enSound>;
