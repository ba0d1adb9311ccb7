/**
 * Numbers as a picture that explains itself: title, days, legend, what is drawn of them, sentence and notes on an opaque
 * ground.
 *
 * Drawn anew on a canvas of its own, twice as dense as CSS, whatever the screen is. Does not know the element, nor the chart
 * library: a card has a picture without it.
 */
import type { ChartConfiguration } from 'chart.js';
import { describedPng } from './described.js';
import { legendBlock, type PictureEntry } from './picture-legend.js';
import type { drawOnce } from './surface.js';
import type { ChartTheme } from './theme.js';
import { type Block, fontOf, type Pen, type TextStyle, textBlock, writeAt } from './written.js';

export { numberBlocks, type PictureLine, type PictureNumber } from './picture-number.js';
export { readColor, readTheme } from './theme.js';

export interface Picture {
  readonly theme: ChartTheme;
  /** What lies behind: the last above the others. */
  readonly grounds: readonly string[];
  /** How wide it is on the page, in CSS pixels. */
  readonly width: number;
  readonly title: string;
  readonly days: string | undefined;
  readonly legend: readonly PictureEntry[];
  /** What is drawn below those. */
  readonly blocks: (pen: Pen) => readonly Block[];
  readonly sentence: string;
  /** What marks sample data; undefined where the numbers are none. */
  readonly sample: string | undefined;
  readonly facts: readonly string[];
  /** What is out of the ordinary, each a paragraph. */
  readonly findings: readonly string[];
  /** What the file says of itself. */
  readonly description: string;
  readonly locale: string;
}

/** Pixels of the picture for one of CSS. */
const density = 2;
const margin = 24;
/** A picture is no narrower, in CSS pixels: its words need room. */
const leastWidth = 480;

/** @returns a PNG with its description as `Description` */
export async function drawPicture(picture: Picture): Promise<Blob> {
  const { theme, grounds, locale } = picture;
  const width = Math.max(leastWidth, picture.width + 2 * margin);
  const canvas = document.createElement('canvas');
  canvas.lang = locale;
  const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
  const pen: Pen = { ctx, theme, locale, left: margin, width: width - 2 * margin };
  const blocks = [...headBlocks(pen, picture), ...picture.blocks(pen), ...footBlocks(pen, picture)];
  const height = blocks.reduce((sum, block) => sum + block.gap + block.height, 2 * margin);
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  ctx.scale(density, density);
  for (const ground of grounds) {
    ctx.fillStyle = ground;
    ctx.fillRect(0, 0, width, height);
  }
  let top = margin;
  for (const { gap, height: own, paint } of blocks) {
    paint(top + gap);
    top += gap + own;
  }
  const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!png) throw new RangeError('The picture is larger than a canvas can be.');
  return describedPng(png, picture.description);
}

function headBlocks(pen: Pen, { title, days, legend }: Picture): Block[] {
  const { text: color, muted } = pen.theme;
  return [
    textBlock(pen, title, { size: 17, weight: 600, line: 24, color }, -4),
    ...(days === undefined ? [] : [textBlock(pen, days, { size: 13, weight: 400, line: 19, color: muted }, 0)]),
    ...(legend.length > 0 ? [legendBlock(pen, legend, 8)] : []),
  ];
}

/** A chart of the width of the picture: made for this, and gone. @param draw what draws it, of the chart library */
export const plotBlock = (
  { ctx, left, width }: Pen,
  config: ChartConfiguration,
  draw: typeof drawOnce,
  height: number,
): Block => ({
  gap: 14,
  height,
  paint: (top) => draw(config, { width, height, density }, (canvas) => ctx.drawImage(canvas, left, top, width, height)),
});

function footBlocks(pen: Pen, { sentence, sample, facts, findings }: Picture): Block[] {
  const { text: color, muted } = pen.theme;
  const note: TextStyle = { size: 12, weight: 400, line: 18, color: muted };
  const said = facts.map((fact) => `\u2068${wholeIn(pen, fact, note)}\u2069`).join('\u00A0· ');
  return [
    ...(sentence ? [textBlock(pen, sentence, { size: 14, weight: 400, line: 20, color }, 14)] : []),
    ...(sample || said ? [noteBlock(pen, sample, said, note)] : []),
    ...findings.map((text) => textBlock(pen, text, note, 6)),
  ];
}

/** A fact stays in one piece where there is room. */
function wholeIn({ ctx, theme, width }: Pen, fact: string, style: TextStyle): string {
  ctx.font = fontOf(style, theme);
  return ctx.measureText(fact).width < width * 0.7 ? fact.replaceAll(' ', '\u00A0') : fact;
}

/** The mark of sample data, and behind it what is to be known of the numbers. */
function noteBlock(pen: Pen, sample: string | undefined, said: string, style: TextStyle): Block {
  const { ctx, theme, left, width } = pen;
  if (!sample) return textBlock(pen, said, style, 6);
  ctx.font = fontOf(style, theme);
  const mark = ctx.measureText(sample).width + 12;
  const text = textBlock(pen, said, style, 6, mark + 8);
  return {
    ...text,
    paint(top) {
      ctx.fillStyle = theme.quiet;
      ctx.beginPath();
      ctx.roundRect(theme.direction === 'rtl' ? left + width - mark : left, top, mark, style.line, 4);
      ctx.fill();
      ctx.font = fontOf(style, theme);
      ctx.fillStyle = theme.text;
      writeAt(pen, sample, 6, top + style.line / 2);
      text.paint(top);
    },
  };
}
