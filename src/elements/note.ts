/** The line under the numbers: that they are samples, which days they are for, and how sure they are. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Formats, Words } from '../format/index.js';
import { type InsightsResult, readSpec } from '../spec/index.js';

export interface NoteParts {
  readonly result: InsightsResult;
  /** Every answer on screen: one sample among them makes it sample data. */
  readonly results: readonly InsightsResult[];
  /** What the element itself has to say. */
  readonly facts: readonly (string | undefined)[];
  readonly words: Words;
  readonly formats: Formats;
}

export function noteTemplate({ result, results, facts, words, formats }: NoteParts): TemplateResult {
  const { metric, provisional = [], stale, stored, fetchedAt } = result;
  const all = [
    ...facts,
    readSpec(metric)?.estimated && words.estimated,
    provisional.length > 0 && words.provisional,
    (stale || stored) && fetchedAt !== undefined && words[stale ? 'stale' : 'stored'](formats.moment(fetchedAt)),
  ].filter(Boolean);
  const sample = results.some(({ source }) => source === 'demo');
  return html`<p class="note">
    ${sample ? html`<span class="sample">${words.sample}</span> ` : nothing}${all.map(
      (fact) => html`<span class="fact">${fact}</span> `,
    )}
  </p>`;
}
