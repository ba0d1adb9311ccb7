import { LitElementRenderer, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';
import type { InsightsClient } from '../client/index.js';
import { loadRemarks } from '../elements/late-remarks.js';
import { loadRules } from '../spec/rules.js';
import { AskedPage } from './asked-page.js';
import { rendererFor } from './renderer.js';

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
  await Promise.all([loadRules(), loadRemarks()]);
  const asked = new AskedPage(options.client);
  try {
    let drawn = await draw(template, asked, options);
    for (let round = 1; round < mostRounds && (await asked.settle()); round += 1)
      drawn = await draw(template, asked, options);
    return drawn;
  } finally {
    asked.end();
  }
}

async function draw(template: TemplateResult, asked: AskedPage, { lang, nonce }: RenderOptions): Promise<string> {
  const key = crypto.randomUUID();
  const scripts: (() => string | undefined)[] = [];
  const mark = (served: () => string | undefined): string => `<!--${key}:${scripts.push(served) - 1}-->`;
  const elementRenderers = [rendererFor({ asked, lang, nonce, mark }), LitElementRenderer];
  const drawn = asBrowsersSay(await collectResult(render(template, { elementRenderers })));
  return drawn.replaceAll(new RegExp(`<!--${key}:(\\d+)--></template>`, 'g'), (_, place: string) => {
    const text = scripts[Number(place)]?.();
    return `</template>${text === undefined ? '' : `<script type="application/json">${text}</script>`}`;
  });
}

/** Browsers took the thin spaces of dates and times back, as pages could not read them. Node has not: lines would move. */
const asBrowsersSay = (drawn: string): string =>
  drawn.replaceAll(/\u2009([\u2013-])\u2009/g, ' $1 ').replaceAll(/\u202F([AP]M)\b/g, ' $1');
