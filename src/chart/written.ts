/** Text on a canvas: lines that fit into a width, each in the direction of its own letters. */
import type { ChartTheme } from './theme.js';

/** Where and how text is written. */
export interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  readonly theme: ChartTheme;
  /** BCP 47: where a line may break. */
  readonly locale: string;
  readonly left: number;
  readonly width: number;
}

export interface TextStyle {
  readonly size: number;
  readonly weight: 400 | 500 | 600;
  /** The height of a line. */
  readonly line: number;
  readonly color: string;
}

/** Something that stands below what came before. All measures are in CSS pixels. */
export interface Block {
  /** Room above it. */
  readonly gap: number;
  readonly height: number;
  readonly paint: (top: number) => void;
}

export const fontOf = ({ size, weight }: Pick<TextStyle, 'size' | 'weight'>, { fontFamily }: ChartTheme): string =>
  `${weight} ${size}px ${fontFamily}`;

/** @param indent how much of the first line is taken */
export function textBlock(pen: Pen, text: string, style: TextStyle, gap: number, indent = 0): Block {
  const { ctx, theme } = pen;
  const font = fontOf(style, theme);
  ctx.font = font;
  const lines = linesOf(pen, text, indent);
  return {
    gap,
    height: lines.length * style.line,
    paint(top) {
      ctx.font = font;
      ctx.fillStyle = style.color;
      for (const [at, line] of lines.entries())
        writeAt(pen, line, at === 0 ? indent : 0, top + (at + 0.5) * style.line, directionOf(text) ?? theme.direction);
    },
  };
}

/** Writes from where a reader begins on this page; the words run in their own direction. */
export function writeAt(
  { ctx, theme, left, width }: Pen,
  text: string,
  indent: number,
  middle: number,
  direction: CanvasDirection = directionOf(text) ?? theme.direction ?? 'ltr',
): void {
  const isReversed = theme.direction === 'rtl';
  ctx.direction = direction;
  ctx.textAlign = isReversed ? 'right' : 'left';
  ctx.textBaseline = 'middle';
  ctx.fillText(text, isReversed ? left + width - indent : left + indent, middle);
}

/** The direction of the first letter that has one: what `unicode-bidi: plaintext` does. */
function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const [letter] = /\p{L}/u.exec(text.replaceAll(/\u2068[^\u2069]*\u2069/g, '')) ?? /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/.test(letter) ? 'rtl' : 'ltr';
}

function linesOf({ ctx, width, locale }: Pen, text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (tried: string): boolean =>
    ctx.measureText(tried.trimEnd()).width <= width - (lines.length === 0 ? indent : 0);
  // A dot between two facts is none at the end of a line.
  const end = (): void => {
    lines.push(line.replace(/(\s·)?\s*$/, ''));
    line = '';
  };
  for (const piece of piecesOf(text, locale)) {
    if (!fits(line + piece)) {
      if (line !== '' || (lines.length === 0 && indent > 0)) end();
      // What is longer than a line is cut wherever it has to be.
      for (const part of fits(piece) ? [piece] : graphemesOf(piece)) {
        if (line !== '' && !fits(line + part)) end();
        line += part;
      }
    } else line += piece;
  }
  end();
  return lines;
}

/** What no line may break within, each with the spaces behind it. */
const piecesOf = (text: string, locale: string): string[] =>
  text.split(/(?<=[ \t\n\u3000])(?![ \t\n\u3000])/).flatMap((word) => partsOf(word, locale));

/** What stands without a space and yet is several words, as in Japanese. */
function partsOf(word: string, locale: string): string[] {
  const parts: string[] = [];
  let before: Intl.SegmentData | undefined;
  for (const part of new Intl.Segmenter(locale, { granularity: 'word' }).segment(word)) {
    if (before === undefined || mayBreak(before, part)) parts.push(part.segment);
    else parts[parts.length - 1] += part.segment;
    before = part;
  }
  return parts;
}

/** Never before what closes, or after what opens. */
const mayBreak = (before: Intl.SegmentData, after: Intl.SegmentData): boolean =>
  (before.isWordLike === true || /[、。，．！？」』）】]$/.test(before.segment)) &&
  (after.isWordLike === true || /^[「『（【]/.test(after.segment));

const graphemesOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);
