/** The legend of a picture: what each colour and line stands for. */
import type { ChartTheme } from './theme.js';
import { type Block, fontOf, type Pen, writeAt } from './written.js';

export interface PictureEntry {
  readonly label: string;
  /** What stands behind the label. */
  readonly value?: string | undefined;
  readonly color: string;
  /** How it is drawn in the plot. */
  readonly swatch: 'block' | 'pale' | 'line' | 'past' | 'dashed' | 'dotted';
}

const style = { size: 12, weight: 400, line: 20 } as const;
const gap = 16;

/** As many beside each other as there is room for, from where a reader begins. */
export function legendBlock(pen: Pen, entries: readonly PictureEntry[], above: number): Block {
  const { ctx, theme, width } = pen;
  ctx.font = fontOf(style, theme);
  let [x, row] = [0, 0];
  const placed = entries.map((entry) => {
    const text = textOf(entry);
    const own = widthOf(entry) + 6 + ctx.measureText(text).width;
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const place = { entry, text, x, row };
    x += own + gap;
    return place;
  });
  return {
    gap: above,
    height: (row + 1) * style.line,
    paint(top) {
      ctx.font = fontOf(style, theme);
      for (const { entry, text, x: indent, row: at } of placed) {
        const middle = top + (at + 0.5) * style.line;
        drawSwatch(pen, entry, indent, middle);
        ctx.fillStyle = theme.muted;
        writeAt(pen, text, indent + widthOf(entry) + 6, middle);
      }
    },
  };
}

/** Each in its own direction, as the page has them: 25–90 is never turned around. */
const textOf = ({ label, value }: PictureEntry): string =>
  [label, ...(value === undefined ? [] : [value])].map((text) => `\u2068${text}\u2069`).join(' ');

const isLine = ({ swatch }: PictureEntry): boolean => swatch !== 'block' && swatch !== 'pale';
const widthOf = (entry: PictureEntry): number => (isLine(entry) ? 14 : 10);

function drawSwatch({ ctx, theme, left, width }: Pen, entry: PictureEntry, indent: number, middle: number): void {
  const own = widthOf(entry);
  const x = theme.direction === 'rtl' ? left + width - indent - own : left + indent;
  const color = colorOf(entry, theme);
  ctx.save();
  ctx.beginPath();
  ctx.strokeStyle = ctx.fillStyle = color;
  if (isLine(entry)) {
    ctx.lineWidth = 2;
    ctx.setLineDash({ dashed: [4, 3], dotted: [2, 2] }[entry.swatch as string] ?? []);
    ctx.moveTo(x, middle);
    ctx.lineTo(x + own, middle);
    ctx.stroke();
  } else if (entry.swatch === 'pale') {
    ctx.fillStyle = `color-mix(in srgb, ${color} 30%, ${theme.surface})`;
    ctx.roundRect(x + 0.5, middle - own / 2 + 0.5, own - 1, own - 1, 2.5);
    ctx.fill();
    ctx.stroke();
  } else {
    ctx.roundRect(x, middle - own / 2, own, own, 3);
    ctx.fill();
  }
  ctx.restore();
}

const colorOf = ({ color, swatch }: PictureEntry, { muted, surface }: ChartTheme): string =>
  swatch === 'past' ? `color-mix(in srgb, ${muted} 70%, ${surface})` : color;
