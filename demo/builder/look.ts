/** The builder's controls for how an element looks. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { type Look, plainLook } from './selection.js';

interface Option<K extends keyof Look> {
  readonly value: Look[K];
  readonly label: string;
}

const schemes: readonly Option<'scheme'>[] = [
  { value: '', label: 'As the page' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const themes: readonly Option<'theme'>[] = [
  { value: '', label: 'Plain' },
  { value: 'paper', label: 'Paper' },
  { value: 'aurora', label: 'Aurora' },
];
const corners: readonly Option<'radius'>[] = [
  { value: '', label: 'As the theme' },
  { value: '0', label: 'Square' },
  { value: '6', label: 'Small' },
  { value: '20', label: 'Large' },
];

/** The accent that the picker shows while none is chosen. */
const accentOf: Readonly<Record<Look['theme'], string>> = { '': '#3457d5', paper: '#b4521f', aurora: '#6a3ef1' };

/** @param set told the whole look */
export function lookTemplate(look: Look, set: (look: Look) => void): TemplateResult {
  const group = <K extends keyof Look>(name: K, label: string, options: readonly Option<K>[]): TemplateResult =>
    html`<fieldset>
      <legend>${label}</legend>
      <div class="chips">
        ${options.map(
          ({ value, label: text }) => html`<label class="chip">
            <input
              type="radio"
              name=${`look-${name}`}
              .checked=${live(look[name] === value)}
              @change=${() => set({ ...look, [name]: value })}
            />${text}
          </label>`,
        )}
      </div>
    </fieldset>`;
  const isPlain = Object.entries(plainLook).every(([name, value]) => look[name as keyof Look] === value);
  return html`<h2>Look</h2>
    ${group('theme', 'Theme', themes)} ${group('scheme', 'Light or dark', schemes)} ${group('radius', 'Corners', corners)}
    <label class="text">
      <span>Accent <code>--insights-accent</code></span>
      <input
        type="color"
        .value=${live(look.accent || accentOf[look.theme])}
        @change=${({ target }: Event) => set({ ...look, accent: (target as HTMLInputElement).value })}
      />
    </label>
    ${isPlain ? nothing : html`<button type="button" @click=${() => set(plainLook)}>Back to the plain look</button>`}`;
}
