import type { TemplateResult } from 'lit';
import type { InsightsClient } from '../client/index.js';
import { loadRemarks } from '../elements/late-remarks.js';
import { loadRules } from '../spec/rules.js';
import { AskedPage } from './asked-page.js';

export interface RenderOptions {
  /** Answers the questions of the elements. @default nobody: an element shows the result set on it, or a skeleton */
  readonly client?: InsightsClient | undefined;
  /** The language of the page, a BCP 47 tag: for elements that, and whose provider, have no `locale`. @default "en" */
  readonly lang?: string | undefined;
  /** For a page whose policy has `style-src 'nonce-…'`: without it the style sheets come with the scripts. */
  readonly nonce?: string | undefined;
}

/** An answer can lead to a question, and that to another: no further. */
const mostRounds = 5;

/**
 * A template of Lit as HTML, with each insights element in it drawn: as declarative shadow DOM, and with its answers in a
 * script inside it, from which `insights-elements/hydrate` makes it alive.
 *
 * @throws InsightsError where a `.result` or `.profile` of the template cannot travel: it is not whole, or is no such thing
 */
export async function renderInsights(template: TemplateResult, options: RenderOptions = {}): Promise<string> {
  const [{ draw }] = await Promise.all([import('./draw.js'), loadRules(), loadRemarks()]);
  const asked = new AskedPage(options.client);
  let drawn = await draw(template, asked, options);
  for (let round = 1; round < mostRounds && (await asked.settle()); round += 1)
    drawn = await draw(template, asked, options);
  return drawn;
}
