// PNG as pictures of a page need it: 8 bits a channel, not interlaced, written as small as a baseline should be.
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { colourAt, type Picture } from './picture.js';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** Channels of a pixel, by PNG's number for a kind of colour. */
const channels: ReadonlyMap<number, number> = new Map([
  [2, 3],
  [3, 1],
  [6, 4],
]);

/** @throws Error for what is no such PNG */
export function decodePng(file: Uint8Array): Picture {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error('This is no PNG.');
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.body;
  const [depth, kind = -1, , , interlaced] = header?.subarray(8) ?? [];
  const step = channels.get(kind);
  if (!header || depth !== 8 || step === undefined || interlaced !== 0)
    throw new Error('This kind of PNG is not read.');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ body }) => body));
  const raw = unfilter(inflateSync(packed), width * step, step);
  const palette = chunks.find(({ type }) => type === 'PLTE')?.body;
  const data = new Uint8Array(width * height * 3);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = palette ? (raw[pixel] ?? 0) * 3 : pixel * step;
    const from = palette ?? raw;
    data[pixel * 3] = from[at] ?? 0;
    data[pixel * 3 + 1] = from[at + 1] ?? 0;
    data[pixel * 3 + 2] = from[at + 2] ?? 0;
  }
  return { width, height, data };
}

function chunksOf(bytes: Buffer): { type: string; body: Buffer }[] {
  const chunks: { type: string; body: Buffer }[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    chunks.push({ type: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Each row begins with the number of its filter: https://www.w3.org/TR/png-3/#9Filters */
function unfilter(filtered: Uint8Array, rowLength: number, step: number): Uint8Array {
  const rows = filtered.length / (rowLength + 1);
  const raw = new Uint8Array(rows * rowLength);
  for (let row = 0; row < rows; row += 1) {
    const filter = filtered[row * (rowLength + 1)] ?? 0;
    for (let at = 0; at < rowLength; at += 1) {
      const here = row * rowLength + at;
      const left = at >= step ? (raw[here - step] ?? 0) : 0;
      const up = row > 0 ? (raw[here - rowLength] ?? 0) : 0;
      const corner = at >= step && row > 0 ? (raw[here - rowLength - step] ?? 0) : 0;
      raw[here] = (filtered[row * (rowLength + 1) + 1 + at] ?? 0) + predict(filter, left, up, corner);
    }
  }
  return raw;
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  return filter === 4 ? paeth(left, up, corner) : 0;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

/** With a palette where it has few colours, which shrinks a picture of text to a third; the pixels are the same. */
export function encodePng(picture: Picture): Buffer {
  const { width, height, data } = picture;
  const colours = new Map<number, number>();
  const indices = new Uint8Array(width * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const colour = colourAt(picture, pixel % width, Math.floor(pixel / width));
    if (!colours.has(colour)) colours.set(colour, colours.size);
    indices[pixel] = colours.get(colour) ?? 0;
  }
  const isIndexed = colours.size <= 256;
  const palette = Buffer.from(
    [...colours.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
  );
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, isIndexed ? 3 : 2, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const rows = isIndexed ? withFilter(indices, width) : withFilter(data, width * 3);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...(isIndexed ? [chunk('PLTE', palette)] : []),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Flat colours repeat as they are: no filter makes them smaller. */
function withFilter(raw: Uint8Array, rowLength: number): Buffer {
  const rows = raw.length / rowLength;
  const filtered = Buffer.alloc(rows * (rowLength + 1));
  for (let row = 0; row < rows; row += 1)
    filtered.set(raw.subarray(row * rowLength, (row + 1) * rowLength), row * (rowLength + 1) + 1);
  return filtered;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(body.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
