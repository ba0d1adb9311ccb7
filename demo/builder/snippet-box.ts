/** The code of a selection, one way of using it at a time, and a button that copies it. */
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Block, Snippet } from './snippets.js';

/** @param show told which one is to be shown */
export function snippetTemplate(
  snippets: readonly Snippet[],
  shown: Snippet['name'],
  show: (name: Snippet['name']) => void,
): TemplateResult {
  const chosen = snippets.find(({ name }) => name === shown) ?? snippets[0];
  return html`<section class="code" aria-labelledby="code">
    <h2 id="code">Copy it</h2>
    <fieldset class="tabs">
      <legend class="hidden">For</legend>
      ${snippets.map(
        ({ name, label }) => html`<label class="chip">
          <input type="radio" name="snippet" .checked=${live(name === chosen?.name)} @change=${() => show(name)} />${label}
        </label>`,
      )}
    </fieldset>
    <p class="hint">${chosen?.hint}</p>
    ${chosen?.blocks.map((block, at) => blockTemplate(block, `file-${at}`))}
  </section>`;
}

function blockTemplate(block: Block, id: string): TemplateResult {
  return html`<figure class="block">
    <figcaption><span id=${id}>${block.file}</span>${copyButton(block, id)}</figcaption>
    <pre tabindex="0"><code>${block.code}</code></pre>
  </figure>`;
}

/** What it says is its name, and is read out when it changes. */
const copyButton = ({ code }: Block, file: string): TemplateResult =>
  html`<button type="button" aria-live="polite" aria-describedby=${file} @click=${(event: Event) => void copy(event, code)}>Copy</button>`;

/** Where the clipboard is closed to the page, the code is selected instead, ready for the keys. */
async function copy({ currentTarget }: Event, code: string): Promise<void> {
  const button = currentTarget as HTMLButtonElement;
  const pre = button.closest('figure')?.querySelector('pre');
  try {
    await navigator.clipboard.writeText(code);
    button.textContent = 'Copied';
  } catch {
    if (pre) getSelection()?.selectAllChildren(pre);
    button.textContent = 'Selected: copy it';
  }
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 2000);
}
