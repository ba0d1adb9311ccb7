/** A number that may be longer than its card is wide: in full where there is room, else in short, with the full one at hand. */
import { html, type TemplateResult } from 'lit';
import { compact, type Formats, type Headline, wordsFor } from '../format/index.js';

/** @param full the number as it is said in full: what is heard, and shown by a pointer over the short one */
export function longNumberTemplate(full: string, { value, isLeast }: Headline, formats: Formats): TemplateResult {
  const short = compact(value, formats);
  return html`<span class="full">${full}</span
    ><span class="short" aria-hidden="true" title=${full}>${isLeast ? wordsFor(formats.locale).atLeast(short) : short}</span>`;
}
