/** What makes one series sound: an oscillator for as long as it plays, quiet between its notes. */
import type { Note } from './notes.js';
import { levelOf } from './scale.js';

/** The strengths of the overtones of each timbre, the fundamental first: it leads in each, or they would differ in pitch. */
const timbres = [
  [1, 0.15],
  [1, 0, 0.5, 0, 0.3],
  [1, 0.6, 0.4, 0.3, 0.2, 0.1],
  [1, 0.8],
  [1, 0, 0, 0.6],
  [1, 0, 0.8],
  [1, 0.3, 0.2, 0.6, 0.1, 0.3],
  [1, 0, 0, 0, 0.5, 0.4],
] as const;

/** A note grows and fades in at most so many seconds: at once would be a click. */
const attack = 0.01;
const release = 0.03;

export interface Voice {
  readonly play: (note: Note, start: number) => void;
  /** Ends it for good. */
  readonly end: () => void;
}

/** The voice of a series, the first from 0. */
export function createVoice(context: BaseAudioContext, output: AudioNode, series: number): Voice {
  const overtones = timbres[series % timbres.length] ?? timbres[0];
  const imaginary = Float32Array.of(0, ...overtones);
  const oscillator = context.createOscillator();
  oscillator.setPeriodicWave(context.createPeriodicWave(new Float32Array(imaginary.length), imaginary));
  const envelope = context.createGain();
  envelope.gain.value = 0;
  const panner = context.createStereoPanner();
  oscillator.connect(envelope).connect(panner).connect(output);
  oscillator.start();
  return {
    play({ at, length, pitch, pan }, start) {
      if (pitch === undefined) return;
      const [from, to] = [start + at, start + at + length];
      const level = levelOf(pitch);
      const { gain } = envelope;
      oscillator.frequency.setValueAtTime(pitch, from);
      panner.pan.setValueAtTime(pan, from);
      gain.setValueAtTime(0, from);
      gain.linearRampToValueAtTime(level, from + Math.min(attack, length / 4));
      gain.setValueAtTime(level, to - Math.min(release, length / 2));
      gain.linearRampToValueAtTime(0, to);
    },
    end() {
      oscillator.stop();
      for (const node of [oscillator, envelope, panner]) node.disconnect();
    },
  };
}
