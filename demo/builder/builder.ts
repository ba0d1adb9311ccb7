/**
 * The embed builder: choose an element and what it asks, see it, copy it.
 *
 * Keeps the selection, in the address too. What is legal the element says (judge.ts), what is written snippets.ts.
 */
import '../../src/define.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { choicesTemplate } from './choices.js';
import { type Control, controls, controlsOf } from './controls.js';
import { createJudge } from './judge.js';
import { lookTemplate } from './look.js';
import { type Offers, offersFor } from './offers.js';
import { createPreview } from './preview.js';
import { choose, readSelection, type Selection, searchOf, startOf, type Tag, tags } from './selection.js';
import { snippetTemplate } from './snippet-box.js';
import { type Release, type Snippet, snippetsFor } from './snippets.js';

const elementNames: Readonly<Record<Tag, string>> = {
  'insights-metric-card': 'Card',
  'insights-trend-chart': 'Trend',
  'insights-breakdown-chart': 'Breakdown',
  'insights-demographics-chart': 'Demographics',
  'insights-account-header': 'Account',
  'insights-dashboard': 'Dashboard',
};

const controlsFor = (tag: Tag): readonly Control[] => {
  const { observedAttributes = [] } = customElements.get(tag) as unknown as { observedAttributes?: string[] };
  return controlsOf(tag, observedAttributes);
};

/**
 * Fills a box with the builder.
 * @param root an empty element of the page
 */
export function startBuilder(root: HTMLElement, release: Release): void {
  const hidden = document.createElement('div');
  hidden.hidden = true;
  root.after(hidden);
  const judge = createJudge(hidden);
  const preview = createPreview();
  let shown: Snippet['name'] = 'html';
  let offers: Offers | undefined;
  let status = '';
  let turn = 0;

  async function settle(selection: Selection, isOwn = true): Promise<void> {
    turn += 1;
    const mine = turn;
    const found = await offersFor(selection, controlsFor(selection.tag), judge);
    // Somebody has chosen again meanwhile.
    if (mine !== turn) return;
    offers = found;
    status = found.dropped
      .map(({ control, value, why }) => `${control.label} “${value}” was taken back. ${why}`)
      .join(' ');
    preview.show(found.selection);
    if (isOwn) history.replaceState(null, '', `${searchOf(found.selection)}${location.hash}`);
    draw();
  }

  const set = (control: Control, value: string): void => {
    if (offers) void settle(choose(offers.selection, control.name, value));
  };

  function elementTemplate({ tag, look }: Selection): TemplateResult {
    return html`<fieldset>
      <legend>Element</legend>
      <div class="chips">
        ${tags.map(
          (name) => html`<label class="chip">
            <input
              type="radio"
              name="element"
              .checked=${name === tag}
              @change=${() => void settle(startOf(name, look))}
            />${elementNames[name]}
          </label>`,
        )}
      </div>
    </fieldset>`;
  }

  function draw(): void {
    if (!offers) return;
    const { selection, warnings } = offers;
    const snippets = snippetsFor(selection, release);
    render(
      html`<form class="choices" aria-label="What is shown" @submit=${(event: Event) => event.preventDefault()}>
          ${elementTemplate(selection)}
          ${offers.offers.map((offer) => choicesTemplate(offer, set))}
          ${lookTemplate(selection.look, (look) => void settle({ ...selection, look }))}
        </form>
        <div class="result">
          <p class="status" role="status">${status}</p>
          <section class="preview" aria-label="Preview, with sample data">${preview.box}</section>
          ${
            warnings.length > 0
              ? html`<ul class="warnings">
                ${warnings.map(({ message }) => html`<li>${message}</li>`)}
              </ul>`
              : nothing
          }
          ${snippetTemplate(snippets, shown, (name) => {
            shown = name;
            draw();
          })}
        </div>`,
      root,
    );
  }

  addEventListener('popstate', () => void settle(read(), false));
  void settle(read(), false);
}

const read = (): Selection =>
  readSelection(
    location.search,
    controls.map(({ name }) => name),
  );
