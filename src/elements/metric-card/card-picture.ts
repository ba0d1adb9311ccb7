/** A card as a picture: its number, how that has changed, and the line of its days. Loaded when one is asked for. */
import type { PictureNumber } from '../../chart/picture.js';
import { InsightsError } from '../../spec/index.js';
import { type PictureModule, pictureOf } from '../take-away-picture.js';
import { daysOf, one, readNotes } from '../told.js';
import { type CardInside, lineAnswer } from './card-inside.js';
import type { InsightsMetricCard } from './metric-card.js';
import { sparklineBox, sparklineOf } from './sparkline.js';

/** @throws InsightsError where there is no number: the card's own, where it has one */
export async function cardPng(card: InsightsMetricCard, picture: PictureModule): Promise<Blob> {
  // Out of the page nothing has a colour, and no update ends.
  if (card.isConnected) await card.updateComplete;
  const png = card.isConnected && card.state === 'ready' && cardPicture(card, picture);
  if (!png) throw card.error ?? new InsightsError('not-ready');
  return png;
}

/** @returns undefined where there is no number */
function cardPicture(card: InsightsMetricCard, picture: PictureModule): Promise<Blob> | undefined {
  const element = card as unknown as CardInside;
  const { renderRoot: root, formats, result } = element;
  const texts = numbersIn(root);
  if (!result || texts.length === 0) return undefined;
  const { series = [], provisional } = lineAnswer(element, result);
  const path = sparklineOf(series, provisional);
  const { sample } = readNotes(element, formats);
  const said = [one(root, '#label'), daysOf(element, formats), one(root, '[part=value]'), one(root, '[part=delta]')];
  return pictureOf({
    picture,
    element,
    formats,
    show(_theme, colorOf) {
      const line = path && { ...path, box: sparklineBox, color: colorOf('var(--_accent)') };
      const number = { texts, change: changeIn(root), line };
      return {
        legend: [],
        blocks: (pen) => picture.numberBlocks(pen, number),
        sentence: '',
        description: [...said, sample].filter(Boolean).join('. '),
      };
    },
  });
}

/** The number, in full, or those of both sides; none where it says that there is none. */
function numbersIn(root: ParentNode): string[] {
  const value = root.querySelector('[part=value]');
  if (!value || value.querySelector('.none')) return [];
  const sides = [...value.querySelectorAll('bdi')].map(({ textContent }) => textContent?.trim() ?? '');
  return sides.length > 0 ? sides : [one(root, '[part=value]')].filter(Boolean);
}

/** As it is seen, in the colour that it has. */
function changeIn(root: ParentNode): PictureNumber['change'] {
  const delta = root.querySelector('[part=delta]');
  const text = (delta?.querySelector('[aria-hidden=true]') ?? delta)?.textContent?.trim();
  return delta && text ? { text, color: getComputedStyle(delta).color } : undefined;
}
