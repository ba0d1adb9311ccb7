/** What is said to whoever listens. The region is there before anything is said, or a screen reader would not hear it. */
import { html, type TemplateResult } from 'lit';

/** A part of the shadow root that nobody sees. What it says is set by {@link say}, not by the template. */
export const regionTemplate = (): TemplateResult => html`<p class="hidden" id="said" role="status"></p>`;

/** Says a text in place of the one before it: of quick keys only the last one is heard. The same again is not said again. */
export function say(root: ParentNode, text: string): void {
  const region = root.querySelector('#said');
  if (region && region.textContent !== text) region.textContent = text;
}
