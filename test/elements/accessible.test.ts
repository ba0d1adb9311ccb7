// Every element in every state for everyone: the rules of axe, a place to press that a finger meets, one stop of the tab
// key, and nothing that moves by itself. The cases are the gallery's.
import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import '../../src/define.js';
import { needing } from './engine.js';
import { controlsIn, everything, galleryCases, galleryClock, openAll, present, readTree } from './gallery-cases.js';
import { guard } from './harness.js';

/** WCAG 2.2, 2.5.8, in CSS pixels. */
const smallestTarget = 24;

/** What a pointer can hit for a control: its label too. */
function targetOf(control: HTMLElement): DOMRect {
  const label = control.closest('label');
  return (label ?? control).getBoundingClientRect();
}

const nameOf = (element: Element): string =>
  [element.localName, element.id && `#${element.id}`, ...[...element.classList].map((name) => `.${name}`)].join('') +
  ` “${element.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 40)}”`;

const tooSmall = (stage: HTMLElement): string[] =>
  controlsIn(stage).flatMap((control) => {
    const { width, height } = targetOf(control);
    // Half a pixel is rounding.
    return Math.min(width, height) < smallestTarget - 0.5 ? [`${nameOf(control)}: ${width} by ${height}`] : [];
  });

/** What is changed over time by the style sheets; the watch of the theme is never seen. */
const movingIn = (stage: HTMLElement): string[] =>
  everything(stage)
    .filter((element) => !element.matches('.theme-watch'))
    .flatMap((element) =>
      [undefined, '::before', '::after'].flatMap((pseudo) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element, pseudo);
        const isStill = !/[1-9]/.test(transitionDuration) && animationName === 'none' && scrollBehavior !== 'smooth';
        return isStill ? [] : [`${nameOf(element)}: ${transitionDuration} ${animationName} ${scrollBehavior}`];
      }),
    );

/** Scheme and direction: each with each, closed or opened. */
const views = {
  closed: [
    ['light', 'ltr'],
    ['dark', 'rtl'],
  ],
  opened: [
    ['dark', 'ltr'],
    ['light', 'rtl'],
  ],
} as const;

const root = document.documentElement;

async function expectAccessible(stage: HTMLElement, turn: keyof typeof views): Promise<void> {
  for (const [scheme, dir] of views[turn]) {
    root.style.colorScheme = scheme;
    stage.dir = dir;
    await expect(stage).to.be.accessible();
  }
}

describe('everyone: every element in every state', () => {
  guard();
  galleryClock();
  before(() => {
    root.style.background = 'Canvas';
    root.style.color = 'CanvasText';
  });
  after(() => root.removeAttribute('style'));

  for (const one of galleryCases) {
    describe(one.id, () => {
      let stage: HTMLElement;
      before(async () => {
        stage = await present(one);
      });
      after(() => stage.remove());

      it('axe knows no problem: light and dark, from left to right and from right to left', () =>
        expectAccessible(stage, 'closed'));

      needing('emulated media').it('with reduced motion nothing moves', async () => {
        await emulateMedia({ reducedMotion: 'reduce' });
        const moving = movingIn(stage);
        await emulateMedia({ reducedMotion: 'no-preference' });
        expect(moving).to.deep.equal([]);
      });

      it('opened, with a series hidden and pointed at: no problem either, and targets of 24 px', async () => {
        expect(tooSmall(stage)).to.deep.equal([]);
        if (!(await openAll(stage))) return;
        expect(tooSmall(stage)).to.deep.equal([]);
        await expectAccessible(stage, 'opened');
      });

      needing('the accessibility tree').it('what can be focused has a role and a name', async () => {
        const { now } = await readTree();
        const focusable = now.split('\n').filter((line) => line.includes('[focusable]'));
        expect(focusable.filter((line) => !/^ *\w+ “[^”]/.test(line) || /^ *generic/.test(line))).to.deep.equal([]);
      });

      it('a plot is one stop of the tab key', () => {
        const plots = everything(stage).filter((element) => element.matches('.stage:has(canvas)'));
        for (const plot of plots) {
          const stops = [plot, ...everything(plot)].filter(
            (element) => element instanceof HTMLElement && element.tabIndex >= 0,
          );
          expect(stops.length).to.equal(1);
        }
      });
    });
  }
});
