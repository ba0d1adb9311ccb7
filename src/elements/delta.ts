/** How an answer stands to the window before it, and which windows those are. */
import { html, type TemplateResult } from 'lit';
import type { InsightsSnapshot } from '../client/index.js';
import { type Comparison, changeWordsFor, compareTotals, type Formats, uncompared, wholeOf } from '../format/index.js';
import { type InsightsResult, readSpec } from '../spec/index.js';
import type { EarlierWindow } from './earlier-window.js';

export interface DeltaParts {
  readonly result: InsightsResult;
  /** What the answer is compared with. */
  readonly base: EarlierWindow;
  readonly snapshot: InsightsSnapshot | undefined;
  readonly formats: Formats;
  /** The API's day of reading. */
  readonly today: string;
}

/** The change, or why none is told. */
export function deltaTemplate(parts: DeltaParts): TemplateResult {
  const { text, spoken, tone } = comparisonOf(parts);
  return html`<div part="delta" class=${tone}>
    <span aria-hidden="true">${text}</span><span class="hidden">${spoken}</span>
  </div>`;
}

function comparisonOf({ result, base, snapshot, formats }: DeltaParts): Comparison {
  const change = changeWordsFor(formats.locale);
  const spec = readSpec(result.metric);
  if (base.refusal) return uncompared(change[base.refusal]);
  if (!spec || !snapshot) return uncompared(change.noBase);
  // A line of its own from the start, so that nothing moves when the base comes.
  if (snapshot.fetching && !snapshot.result) return uncompared('\u00A0');
  if (snapshot.error && !snapshot.result) return uncompared(change.notHad);
  return compareTotals(result, snapshot.result, spec, change, formats);
}

/** What it is a change from: the days are told whether they have a number or not. */
export function versusText({ result, base: { window }, snapshot, formats, today }: DeltaParts): string | undefined {
  const change = changeWordsFor(formats.locale);
  const days = formats.window(window, today);
  const spec = readSpec(result.metric);
  const before = snapshot?.result && spec && wholeOf(snapshot.result, spec);
  return before === undefined ? change.versusDays(days) : change.versus(formats.number(before), days);
}
