/** The number of a card in a picture: behind it the line of its days, below it how it has changed. */
import { type Block, fontOf, type Pen, textBlock } from './written.js';

/** The line of the days, as paths of SVG in a box of their own. */
export interface PictureLine {
  readonly settled: string;
  /** Of days that still move. */
  readonly provisional: string;
  readonly last: { readonly x: number; readonly y: number };
  readonly box: { readonly width: number; readonly height: number };
  readonly color: string;
}

export interface PictureNumber {
  /** One, or two of which the second is quieter. */
  readonly texts: readonly string[];
  readonly change: { readonly text: string; readonly color: string } | undefined;
  readonly line: PictureLine | undefined;
}

/** The sizes of the first text and of the second; a line of the first. */
const sizes = [40, 24];
const lineHeight = 48;
const gap = 10;
/** How much larger the line of the days is than its box. */
const scale = 1.5;

export function numberBlocks(pen: Pen, { texts, change, line }: PictureNumber): Block[] {
  const number = numberBlock(pen, texts);
  const isBeside = line !== undefined && number.width + 2 * gap + line.box.width * scale <= pen.width;
  const days = line && lineBlock(pen, line, isBeside);
  return [
    ...(days && isBeside ? [beside(number, days)] : [number, ...(days ? [days] : [])]),
    ...(change ? [textBlock(pen, change.text, { size: 14, weight: 500, line: 20, color: change.color }, 2)] : []),
  ];
}

/** As large as there is room. A sign stands before its number, on any page. */
function numberBlock({ ctx, theme, left, width }: Pen, texts: readonly string[]): Block & { readonly width: number } {
  const written = (share: number) =>
    texts.map((text, at) => {
      const font = fontOf({ size: (sizes[at] ?? 0) * share, weight: at === 0 ? 600 : 500 }, theme);
      ctx.font = font;
      return { text, font, color: at === 0 ? theme.text : theme.muted, width: ctx.measureText(text).width };
    });
  const widthOf = (parts: ReturnType<typeof written>): number =>
    parts.reduce((sum, part) => sum + part.width, gap * (parts.length - 1));
  const own = widthOf(written(1));
  const parts = written(Math.min(1, width / own));
  return {
    gap: 12,
    height: lineHeight,
    width: Math.min(own, width),
    paint(top) {
      const isReversed = theme.direction === 'rtl';
      ctx.direction = 'ltr';
      ctx.textAlign = isReversed ? 'right' : 'left';
      ctx.textBaseline = 'alphabetic';
      let x = isReversed ? left + width : left;
      for (const part of parts) {
        ctx.font = part.font;
        ctx.fillStyle = part.color;
        ctx.fillText(part.text, x, top + lineHeight * 0.8);
        x += (isReversed ? -1 : 1) * (part.width + gap);
      }
    },
  };
}

/** Where a line of text ends, or begins; its days run from left to right on any page. */
function lineBlock(pen: Pen, { settled, provisional, last, box, color }: PictureLine, isAtEnd: boolean): Block {
  const { ctx, theme, left, width } = pen;
  const isAtLeft = (theme.direction === 'rtl') === isAtEnd;
  const x = isAtLeft ? left : left + width - box.width * scale;
  return {
    gap: 4,
    height: box.height * scale,
    paint(top) {
      // Paths grow, pens do not.
      const placed = (path: string): Path2D => {
        const larger = new Path2D();
        larger.addPath(new Path2D(path), new DOMMatrix([scale, 0, 0, scale, x, top]));
        return larger;
      };
      ctx.save();
      ctx.strokeStyle = ctx.fillStyle = color;
      ctx.lineWidth = 2;
      ctx.lineCap = ctx.lineJoin = 'round';
      ctx.stroke(placed(settled));
      ctx.setLineDash([2, 5]);
      ctx.stroke(placed(provisional));
      ctx.beginPath();
      ctx.arc(x + last.x * scale, top + last.y * scale, 3.5, 0, 2 * Math.PI);
      ctx.fill();
      ctx.restore();
    },
  };
}

/** Both on the ground of the higher one. */
function beside(one: Block, other: Block): Block {
  const height = Math.max(one.height, other.height);
  return {
    gap: one.gap,
    height,
    paint(top) {
      one.paint(top + height - one.height);
      other.paint(top + height - other.height);
    },
  };
}
