/** Shows what is pointed at: marked on the canvas, with a tip beside it. Does not know who points. */
import { nothing, render } from 'lit';
import type { ChartController } from './chart-controller.js';
import { type ChartSpot, tipTemplate } from './chart-parts.js';

/** What is to be shown. */
export interface Pointed {
  readonly spot: ChartSpot;
  /** In the order of the drawing. */
  readonly index: number;
  /** The one series of the spot that keys have reached. */
  readonly series?: string | undefined;
}

/** Marks a spot, or nothing. */
export function showPointed(root: ParentNode, drawing: ChartController, pointed: Pointed | undefined): void {
  const { spot, index, series } = pointed ?? {};
  const place = drawing.point(index, spot?.series?.find(({ key }) => key === series)?.drawnAs);
  const tip = root.querySelector<HTMLElement>('.tip');
  if (!tip) return;
  render(spot && place ? tipTemplate(spot, series) : nothing, tip);
  tip.classList.toggle('shown', Boolean(spot && place));
  if (!place) return;
  tip.classList.toggle('above', place.y > place.height / 2);
  tip.style.setProperty('left', `${besides(place, tip.offsetWidth)}px`);
  tip.style.setProperty('top', `${place.y}px`);
}

/** Between a point and its tip, in pixels. */
const gap = 12;

/** Where a tip begins: on the side of its point where there is more room, and inside the plot. */
function besides({ x, width }: { readonly x: number; readonly width: number }, own: number): number {
  const wanted = x > width / 2 ? x - gap - own : x + gap;
  return Math.max(0, Math.min(wanted, width - own));
}
