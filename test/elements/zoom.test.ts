// 400 % zoom, as WCAG 1.4.10 puts it: a window of 1280 by 1024 pixels has 320 by 256 left. And text as far apart as
// 1.4.12 has it. Every element in every state: all is there, nothing is cut, nothing asks to be scrolled sideways.
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/define.js';
import { needing } from './engine.js';
import { everything, galleryCases, galleryClock, isThere, openAll, present } from './gallery-cases.js';
import { guard, textOf } from './harness.js';

const [width, height] = [320, 256];
/** What a page itself takes at each side. */
const margin = 8;

const apart = `.stage { line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em; }`;

/** Only a table may be wider than the page: it has a box to scroll in. */
const isInTable = (element: Element): boolean => element.closest('.scroll, table') !== null;
/** What is only for who listens is one pixel large. */
const isUnseen = (element: Element): boolean => element.closest('.hidden, .probe') !== null;

const hasText = (element: Element): boolean =>
  [...element.childNodes].some(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim());

/** What is cut, or leaves the window at a side. */
function lost(stage: HTMLElement): string[] {
  return everything(stage)
    .filter((element) => isThere(element) && !isInTable(element) && !isUnseen(element))
    .flatMap((element) => {
      const { left, right } = element.getBoundingClientRect();
      const isOut = left < -0.5 || right > width + 0.5;
      const { overflowX, overflowY } = getComputedStyle(element);
      const [isWide, isHigh] = [
        element.scrollWidth > element.clientWidth + 1,
        element.scrollHeight > element.clientHeight + 1,
      ];
      const isCut =
        hasText(element) && ((isWide && /hidden|clip/.test(overflowX)) || (isHigh && /hidden|clip/.test(overflowY)));
      return isOut || isCut
        ? [
            `${element.localName}.${element.className} “${textOf(element, '*') || element.textContent?.trim().slice(0, 40)}”`,
          ]
        : [];
    });
}

/** Words under the button of a menu, which stands free in its box. */
function covered(stage: HTMLElement): string[] {
  const all = everything(stage);
  const texts = all.flatMap(({ childNodes }) => [...childNodes].filter((node) => node instanceof Text));
  return all
    .filter((element) => element.matches('[part=menu]') && isThere(element))
    .flatMap((button) => {
      const menu = button.getBoundingClientRect();
      return texts
        .filter(({ parentElement }) => parentElement && parentElement !== button && isThere(parentElement))
        .filter(({ parentElement }) => parentElement?.closest('.hidden, .probe, style') === null)
        .filter((text) => {
          const range = document.createRange();
          range.selectNodeContents(text);
          return [...range.getClientRects()].some(
            ({ left, right, top, bottom }) =>
              left < menu.right - 4 && right > menu.left + 4 && top < menu.bottom - 6 && bottom > menu.top + 6,
          );
        })
        .map(({ data }) => data.trim().slice(0, 40));
    });
}

needing('a window of any size').describe('at 400 % zoom', () => {
  guard();
  galleryClock();
  const sheet = new CSSStyleSheet();
  before(async () => {
    document.adoptedStyleSheets.push(sheet);
    document.body.style.margin = `${margin}px`;
    await setViewport({ width, height });
  });
  after(async () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((known) => known !== sheet);
    document.body.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  for (const one of galleryCases) {
    for (const [text, css] of [
      ['as it is', ''],
      ['far apart', apart],
    ] as const) {
      it(`${one.id}, text ${text}: nothing is cut or beside the window, closed and opened`, async () => {
        sheet.replaceSync(css);
        const stage = await present(one, { width: width - 2 * margin });
        try {
          expect(lost(stage)).to.deep.equal([]);
          expect(covered(stage), 'under the menu').to.deep.equal([]);
          await openAll(stage);
          expect(lost(stage)).to.deep.equal([]);
          expect(document.documentElement.scrollWidth).to.equal(width);
        } finally {
          stage.remove();
        }
      });
    }
  }
});
