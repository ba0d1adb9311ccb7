// Whether two pictures show the same: pure, so that its judgement can be tested.
import { colourAt, distanceOf, isFlat, type Picture } from './picture.js';

/** How far a channel of a plain surface may be off, of 255: processors round differently, a theme's colour does not move. */
export const surfaceTolerance = 2;

/** The same where edges and letters are smoothed: stored pictures are off by 8 there, to be small (see picture.ts). */
export const edgeTolerance = 12;

/** The share of pixels that may be off: of a card of 320 by 180 these are eleven, where one letter is about forty. Between two runs a letter moved by less than a pixel. */
const toleratedShare = 0.0002;

export interface Difference {
  /** How many pixels are off. */
  readonly count: number;
  /** Of all. */
  readonly share: number;
  /** The picture, pale, with what is off in red; as large as the larger of both. */
  readonly drawn: Picture;
}

export const isTolerable = ({ share }: Difference): boolean => share <= toleratedShare;

/** A pixel that only one of both has is off. */
export function compare(before: Picture, now: Picture): Difference {
  const width = Math.max(before.width, now.width);
  const height = Math.max(before.height, now.height);
  const data = new Uint8Array(width * height * 3);
  let count = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isOff = differs(before, now, x, y);
      if (isOff) count += 1;
      const colour = isOff ? red : pale(colourAt(now, x, y));
      data.set([colour >> 16, (colour >> 8) & 255, colour & 255], (y * width + x) * 3);
    }
  }
  return { count, share: count / (width * height), drawn: { width, height, data } };
}

function differs(before: Picture, now: Picture, x: number, y: number): boolean {
  const [a, b] = [colourAt(before, x, y), colourAt(now, x, y)];
  if (a === b) return false;
  if (a < 0 || b < 0) return true;
  const distance = distanceOf(a, b);
  if (distance <= surfaceTolerance) return false;
  return distance > edgeTolerance || (isFlat(before, x, y) && isFlat(now, x, y));
}

const red = 0xdc0028;

const pale = (colour: number): number => 0xbfbfbf + ((colour >> 2) & 0x3f3f3f);
