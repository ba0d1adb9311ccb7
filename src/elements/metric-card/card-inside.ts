/** What the parts of a card that are loaded later know of it. */
import type { ReactiveControllerHost } from 'lit';
import type { Formats } from '../../format/index.js';
import type { InsightsResult } from '../../spec/index.js';

/** A card, with what only its own may know: handing that over would weigh in every card. */
export type CardInside = ReactiveControllerHost &
  HTMLElement & {
    readonly renderRoot: HTMLElement | DocumentFragment;
    readonly result: InsightsResult | undefined;
    readonly insights: { readonly snapshot: (name: string) => { readonly result?: InsightsResult } | undefined };
    readonly formats: Formats;
    readonly now: number;
  };

/** The answer whose days are the line: another one about them, or that of the card. */
export const lineAnswer = <T extends InsightsResult | undefined>(
  { insights }: Pick<CardInside, 'insights'>,
  result: T,
): InsightsResult | T => insights.snapshot('series')?.result ?? result;
