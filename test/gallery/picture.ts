// A picture in memory: its pixels, a part of it, and the same with fewer colours.

/** Red, green and blue of each pixel, row by row. Pages have no transparent ground. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** 0xrrggbb; -1 outside of the picture. */
export function colourAt({ width, height, data }: Picture, x: number, y: number): number {
  if (x < 0 || y < 0 || x >= width || y >= height) return -1;
  const at = (y * width + x) * 3;
  return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
}

/** Whether a pixel is in a surface of one colour: not at an edge, and not in a letter. */
export function isFlat(picture: Picture, x: number, y: number): boolean {
  const colour = colourAt(picture, x, y);
  return (
    colourAt(picture, x - 1, y) === colour &&
    colourAt(picture, x + 1, y) === colour &&
    colourAt(picture, x, y - 1) === colour &&
    colourAt(picture, x, y + 1) === colour
  );
}

/** A part of a picture; what lies outside of it is left out. */
export function crop({ data, ...whole }: Picture, { x, y, ...box }: Box): Picture {
  const width = Math.min(box.width, whole.width - x);
  const height = Math.min(box.height, whole.height - y);
  const part = new Uint8Array(width * height * 3);
  for (let row = 0; row < height; row += 1) {
    const start = ((y + row) * whole.width + x) * 3;
    part.set(data.subarray(start, start + width * 3), row * width * 3);
  }
  return { width, height, data: part };
}

/** How far a channel of a smoothed edge may move. */
export const colourStep = 8;

/**
 * The same picture with fewer colours, which makes its file a third: surfaces keep theirs, and the many shades of
 * smoothed edges become those of the commonest near them.
 */
export function withFewerColours(picture: Picture): Picture {
  const { width, height, data } = picture;
  const counts = new Map<number, number>();
  const surfaces = new Set<number>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = colourAt(picture, x, y);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
      if (!surfaces.has(colour) && isFlat(picture, x, y)) surfaces.add(colour);
    }
  }
  const kept = [...surfaces];
  const nearest = new Map(kept.map((colour) => [colour, colour]));
  for (const [colour] of [...counts].sort(([, a], [, b]) => b - a)) {
    if (nearest.has(colour)) continue;
    const near = kept.find((other) => distanceOf(colour, other) <= colourStep);
    if (near === undefined) kept.push(colour);
    nearest.set(colour, near ?? colour);
  }
  const reduced = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 3) {
    const pixel = at / 3;
    const colour = nearest.get(colourAt(picture, pixel % width, Math.floor(pixel / width))) ?? 0;
    reduced[at] = colour >> 16;
    reduced[at + 1] = (colour >> 8) & 255;
    reduced[at + 2] = colour & 255;
  }
  return { width, height, data: reduced };
}

/** The largest difference of a channel. */
export const distanceOf = (a: number, b: number): number =>
  Math.max(
    Math.abs((a >> 16) - (b >> 16)),
    Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)),
    Math.abs((a & 255) - (b & 255)),
  );
