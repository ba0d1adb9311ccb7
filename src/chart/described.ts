/** A PNG that says what it shows: its `Description`, as the format's own text chunk. */

/** Puts a chunk `iTXt` behind the header of a PNG. https://www.w3.org/TR/png-3/#11iTXt */
export async function describedPng(png: Blob, text: string): Promise<Blob> {
  const bytes = new Uint8Array(await png.arrayBuffer());
  // Keyword, then neither compressed nor of a language or another name.
  const body = new TextEncoder().encode(`iTXtDescription\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(body.length + 4, crcOf(body));
  return new Blob([bytes.subarray(0, headerEnd), chunk, bytes.subarray(headerEnd)], { type: png.type });
}

/** Signature, and the chunk `IHDR`. */
const headerEnd = 8 + 25;

/** https://www.w3.org/TR/png-3/#5CRC-algorithm */
function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
