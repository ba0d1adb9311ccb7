import { expect } from '@open-wc/testing';
import { type Pen, textBlock } from '../../src/chart/written.js';
import { rtl, theme } from './plain-theme.js';

const style = { size: 12, weight: 400, line: 20, color: 'black' } as const;

interface Written {
  readonly text: string;
  readonly x: number;
  readonly direction: CanvasDirection;
}

/** What is written where, each character as wide as ten pixels and what nobody sees as none. */
function write(text: string, more: Partial<Pen> & { readonly indent?: number } = {}): Written[] {
  const written: Written[] = [];
  const ctx = {
    direction: 'inherit' as CanvasDirection,
    measureText: (measured: string) => ({ width: 10 * measured.replaceAll(/\p{Cf}/gu, '').length }),
    fillText(this: CanvasTextDrawingStyles, line: string, x: number) {
      written.push({ text: line, x, direction: this.direction });
    },
  } as unknown as CanvasRenderingContext2D;
  textBlock({ ctx, theme, locale: 'en', left: 0, width: 100, ...more }, text, style, 0, more.indent).paint(0);
  return written;
}
const linesOf = (...given: Parameters<typeof write>): string[] => write(...given).map(({ text }) => text);

describe('textBlock', () => {
  const cases: readonly [what: string, text: string, lines: readonly string[], more?: Parameters<typeof write>[1]][] = [
    ['one that fits', 'short text', ['short text']],
    ['at spaces', 'eight and then more', ['eight and', 'then more']],
    ['nothing', '', ['']],
    ['not at a space that keeps together', 'a 6\u00A0May\u00A02024', ['a', '6\u00A0May\u00A02024']],
    ['not within a number', 'it was 41,200', ['it was', '41,200']],
    ['where no line can break', 'unbreakable-as-it-is', ['unbreakabl', 'e-as-it-is']],
    ['never half a character', '👩‍👩‍👧'.repeat(3), ['👩‍👩‍👧👩‍👩‍👧', '👩‍👩‍👧'], { width: 130 }],
    [
      'Japanese, and no line begins with what closes',
      '今日は良い天気、明日も。',
      ['今日は良い', '天気、明日', 'も。'],
      { width: 50, locale: 'ja' },
    ],
    [
      'a dot between two facts is none at the end of a line',
      '\u2068one fact\u2069\u00A0· \u2068another\u2069',
      ['\u2068one fact\u2069', '\u2068another\u2069'],
    ],
    ['after what stands before it', 'eight and then more', ['eight', 'and then', 'more'], { indent: 40 }],
    ['where there is no room beside that', 'breakfast', ['', 'breakfast'], { indent: 40 }],
  ];
  for (const [what, text, lines, more] of cases)
    it(`breaks ${what}`, () => expect(linesOf(text, more)).to.deep.equal(lines));

  it('begins where the page does; words run as their letters do', () => {
    expect(write('words', { left: 20 })).to.deep.equal([{ text: 'words', x: 20, direction: 'ltr' }]);
    expect(write('words', { left: 20, theme: rtl })).to.deep.equal([{ text: 'words', x: 120, direction: 'ltr' }]);
    expect(write('كلمات', { left: 20 })).to.deep.equal([{ text: 'كلمات', x: 20, direction: 'rtl' }]);
    // A name that is isolated decides nothing.
    expect(write('\u2068Wien\u2069 مدينة')[0]?.direction).to.equal('rtl');
    expect(write('12 %', { theme: rtl })[0]?.direction).to.equal('rtl');
  });
});
