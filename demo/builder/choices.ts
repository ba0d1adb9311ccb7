/** A control of the builder on screen: what is open can be chosen, what is closed says why. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Control } from './controls.js';
import type { Choice, Offer } from './offers.js';

/** @param set told the new value of the attribute; an empty one leaves it out */
export function choicesTemplate(offer: Offer, set: (control: Control, value: string) => void): TemplateResult {
  const { control, choices, chosen } = offer;
  if (control.kind === 'text') return textTemplate(offer, set);
  const open = choices.filter(({ closed }) => closed === undefined);
  const closed = choices.filter((choice) => choice.closed !== undefined);
  return html`<fieldset>
    <legend>${control.label} <code>${control.name}</code></legend>
    ${
      open.length > 0
        ? html`<div class="chips">
          ${control.kind === 'one' && control.leftOut !== undefined ? chip({ control, chosen, set, value: '' }) : nothing}
          ${open.map(({ value }) => chip({ control, chosen, set, value }))}
        </div>`
        : nothing
    }
    ${closed.length > 0 ? closedTemplate(control, closed, open.length) : nothing}
  </fieldset>`;
}

interface Chip {
  readonly control: Control;
  readonly chosen: readonly string[];
  readonly value: string;
  readonly set: (control: Control, value: string) => void;
}

function chip({ control, chosen, value, set }: Chip): TemplateResult {
  const isChosen = value === '' ? chosen.length === 0 : chosen.includes(value);
  const onChange = ({ target }: Event): void => {
    const isOn = (target as HTMLInputElement).checked;
    if (control.kind === 'one') return set(control, value);
    set(control, (isOn ? [...chosen, value] : chosen.filter((other) => other !== value)).join());
  };
  return html`<label class="chip" title=${value || nothing} lang=${(value && control.langOf?.(value)) || nothing}>
    <input
      type=${control.kind === 'one' ? 'radio' : 'checkbox'}
      name=${control.name}
      .checked=${live(isChosen)}
      @change=${onChange}
    />${value === '' ? control.leftOut : (control.say?.(value) ?? value)}
  </label>`;
}

/** Where nothing fits, that is all there is to say. */
const closedTemplate = ({ name }: Control, closed: readonly Choice[], open: number): TemplateResult =>
  html`<details class="closed">
    <summary>${open === 0 ? `Takes no ${name}: why` : `${closed.length} closed: why`}</summary>
    <ul>
      ${closed.map((choice) => html`<li><code>${choice.value}</code> ${choice.closed}</li>`)}
    </ul>
  </details>`;

function textTemplate({ control, chosen }: Offer, set: (control: Control, value: string) => void): TemplateResult {
  return html`<label class="text">
    <span>${control.label} <code>${control.name}</code></span>
    <input
      type="text"
      maxlength="120"
      placeholder=${control.leftOut ?? ''}
      .value=${live(chosen[0] ?? '')}
      @change=${({ target }: Event) => set(control, (target as HTMLInputElement).value.trim())}
    />
  </label>`;
}
