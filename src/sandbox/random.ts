/** Numbers that look random and are not: pure functions of a key, so that the same question has the same answer. */

/** A number in [0, 1) for a key: the same on every machine and in every year. */
export type Draw = (...key: readonly (string | number)[]) => number;

export const createDraw =
  (root: string): Draw =>
  (...key) =>
    hash(`${root}|${key.join('|')}`) / 2 ** 32;

/** A factor around 1, at most `spread` away from it. */
export const vary = (draw: number, spread: number): number => 1 + spread * (2 * draw - 1);

/** FNV-1a, stirred as MurmurHash3 does it: keys that differ in one digit must not give numbers that are near. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
  }
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
