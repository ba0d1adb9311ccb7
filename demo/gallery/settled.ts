/** Waits until what a page shows will not change any more: answers are there, words are loaded, charts are drawn. */
import type { InsightsState } from '../../src/index.js';

type Shown = HTMLElement & {
  readonly state?: InsightsState;
  readonly reason?: string;
  readonly error?: unknown;
  readonly updateComplete?: Promise<boolean>;
};

/** The elements of ours in a tree, also in the shadow roots of others. */
export const elementsIn = (root: ParentNode): Shown[] =>
  [...root.querySelectorAll<Shown>('*')].flatMap((element) => [
    ...(element.localName.startsWith('insights-') ? [element] : []),
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);

/** The first element in a tree that has states. */
export const firstWithState = (root: ParentNode): Shown | undefined =>
  elementsIn(root).find(({ state }) => state !== undefined);

/** Read on a canvas of our own: a chart's may lie on the graphics card. */
const scratch = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

const isDrawn = (canvas: HTMLCanvasElement): boolean => {
  const { width, height } = canvas;
  const { top, bottom, width: shown } = canvas.getBoundingClientRect();
  // What nobody sees is drawn when it comes nearer.
  if (shown === 0 || top > innerHeight || bottom < 0 || !scratch) return true;
  if (width * height === 0) return false;
  Object.assign(scratch.canvas, { width, height });
  scratch.drawImage(canvas, 0, 0);
  return scratch.getImageData(0, 0, width, height).data.some((value) => value > 0);
};

const isStill = ({ state, shadowRoot }: Shown, mayLoad: boolean): boolean =>
  (mayLoad || (state !== 'loading' && shadowRoot?.querySelector('[part=base][aria-busy=true]') === null)) &&
  [...(shadowRoot?.querySelectorAll('canvas') ?? [])].every(isDrawn);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
export const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame);

/** How often it is looked, and for how long before it is given up. */
const every = 25;
const longest = 20_000;

/** @returns whether they have settled in time */
export async function settled(
  root: ParentNode,
  { mayLoad = false, until = () => true }: { readonly mayLoad?: boolean; readonly until?: () => boolean } = {},
): Promise<boolean> {
  for (let waited = 0; waited < longest; waited += every) {
    const known = elementsIn(root);
    await Promise.all(known.map(async ({ updateComplete }) => updateComplete));
    // An update can bring elements with it.
    const elements = elementsIn(root);
    const isAll = elements.length === known.length;
    if (isAll && elements.every((element) => isStill(element, mayLoad)) && until()) return true;
    await pause(every);
  }
  return false;
}
