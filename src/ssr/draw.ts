/** One drawing of a template, with what is known by then. Loaded late: `@lit-labs/ssr` need not be there to import the entry. */
import { LitElementRenderer, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { TemplateResult } from 'lit';
import type { AskedPage } from './asked-page.js';
import type { RenderOptions } from './render-insights.js';
import { rendererFor } from './renderer.js';

export async function draw(
  template: TemplateResult,
  asked: AskedPage,
  { lang, nonce }: RenderOptions,
): Promise<string> {
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
