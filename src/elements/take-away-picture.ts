/** A picture of an element: what it shows and says at the moment, put together for chart/picture.ts. Loaded when one is asked for. */
import type { ChartTheme } from '../chart/index.js';
import type { Picture } from '../chart/picture.js';
import type { Formats } from '../format/index.js';
import { daysOf, one, readNotes, type Telling } from './told.js';

export type PictureModule = typeof import('../chart/picture.js');

/** What an element draws and says of it, between title and notes. */
export type Shown = Pick<Picture, 'legend' | 'blocks' | 'sentence' | 'description'>;

export interface PictureParts {
  readonly picture: PictureModule;
  readonly element: Telling & HTMLElement & { readonly renderRoot: ParentNode };
  readonly formats: Formats;
  /** @param colorOf what a colour of CSS comes to in the element */
  readonly show: (theme: ChartTheme, colorOf: (color: string) => string) => Shown;
}

/** Where the element has no box, in CSS pixels. */
const unboxed = 640;

export function pictureOf({ picture, element, formats, show }: PictureParts): Promise<Blob> {
  const { renderRoot: root } = element;
  const [probe, done] = probeIn(root);
  const theme = picture.readTheme(probe);
  const colorOf = (color: string): string => picture.readColor(probe, color);
  const shown = show(theme, colorOf);
  const grounds = [colorOf('Canvas'), ...groundsOf(root.querySelector('[part=base]'))];
  done();
  // Beside a ring stands its legend, which the picture has above.
  const { clientWidth: width } = root.querySelector('.body') ?? {};
  return picture.drawPicture({
    theme,
    grounds,
    width: width || unboxed,
    title: one(root, '#label'),
    days: daysOf(element, formats),
    ...shown,
    ...readNotes(element, formats),
    locale: formats.locale,
  });
}

/** What colours are read by: the template has one beside a plot. */
function probeIn(root: ParentNode): [HTMLElement, () => void] {
  const found = root.querySelector<HTMLElement>('.probe');
  if (found) return [found, () => {}];
  const probe = document.createElement('span');
  probe.className = 'probe';
  root.append(probe);
  return [probe, () => probe.remove()];
}

/** The colours behind the words, the farthest first: one that lets light through shows the next. */
function groundsOf(base: Element | null): string[] {
  const grounds: string[] = [];
  for (let node: Node | null = base; node; node = parentOf(node))
    if (node instanceof Element) grounds.unshift(getComputedStyle(node).backgroundColor);
  return grounds;
}

const parentOf = (node: Node): Node | null =>
  node instanceof ShadowRoot ? node.host : ((node instanceof Element ? node.assignedSlot : null) ?? node.parentNode);
