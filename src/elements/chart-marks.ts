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
  // On the side where there is room, without measuring anything.
  tip.classList.toggle('before', place.x > place.width / 2);
  tip.classList.toggle('above', place.y > place.height / 2);
  tip.style.setProperty('left', `${place.x}px`);
  tip.style.setProperty('top', `${place.y}px`);
}
