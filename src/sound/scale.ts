/** Which pitch a value has: higher is more. Pure. */

/** The values that pitches are spread over. */
export interface Scale {
  readonly least: number;
  readonly most: number;
}

/** A below middle C, in Hz, and how far up it goes: where small loudspeakers and old ears still hear well. */
const lowestPitch = 220;
const octaves = 3;

/** From zero, as the charts are drawn: a small change is not to sound like a large one. */
export function scaleOf(values: readonly (number | null)[]): Scale {
  const known = values.filter((value) => value !== null);
  return { least: Math.min(0, ...known), most: Math.max(0, ...known) };
}

/** The pitch of a value, in Hz: for equal steps of the value, steps that are equal to the ear. */
export const pitchOf = (value: number, { least, most }: Scale): number =>
  lowestPitch * 2 ** (octaves * (most > least ? (value - least) / (most - least) : 0));

/** How loud a pitch is played, 0 to 1: at the same level a high one would be the louder to the ear. */
export const levelOf = (pitch: number): number => (lowestPitch / pitch) ** 0.25;
