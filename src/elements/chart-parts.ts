/** What a chart shows beside its canvas: legend, tip and table, each from data. */
import { html, nothing, type TemplateResult } from 'lit';
import type { InsightsPoint } from './visitor-events.js';

/** A colour of the theme: a series, 1 to 8, or 0 for what is no series. */
export type SeriesNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** How a line of a legend or a tip is drawn on the canvas. */
export type Swatch = 'block' | 'pale' | 'line' | 'past' | 'dashed' | 'dotted';

export interface LegendEntry {
  /** Names the series in `hidden`; without one it cannot be hidden. */
  readonly key?: string;
  readonly label: string;
  /** What stands behind the label. */
  readonly value?: string | undefined;
  readonly series: SeriesNumber;
  /** Instead of the colour of the series: any CSS colour. */
  readonly color?: string;
  /** @default 'block' */
  readonly swatch?: Swatch;
}

export interface LegendParts {
  readonly entries: readonly LegendEntry[];
  readonly hidden: ReadonlySet<string>;
  /** What a click does, in words. */
  readonly hint: string;
  readonly onToggle: (key: string, click: Press) => void;
}

/** How a button was pressed. */
export type Press = Pick<MouseEvent, 'detail' | 'shiftKey'>;

/** Firefox makes a click of the Enter key, and does not tell of Shift there. */
const onShiftEnter = (event: KeyboardEvent, press: (how: Press) => void): void => {
  if (event.key !== 'Enter' || !event.shiftKey) return;
  event.preventDefault();
  press({ detail: 0, shiftKey: true });
};

/** The legend: a button for each series that can be hidden. A double click, or one with Shift, shows that one alone. */
export const legendTemplate = ({ entries, hidden, hint, onToggle }: LegendParts): TemplateResult =>
  html`<ul class="legend" role="list">
    ${entries.map(({ key, label, value, series, color, swatch = 'block' }) => {
      // No ordinary space: beside a comment, of which Lit makes many, that is missing from a name in Chromium.
      const text = html`<span class="swatch ${swatch} s${series}" data-color=${color ?? nothing}></span><bdi>${label}</bdi>${value === undefined ? nothing : html` <bdi>${value}</bdi>`}`;
      return html`<li>
        ${
          key === undefined
            ? text
            : html`<button
                type="button"
                class="toggle"
                title=${hint}
                aria-pressed=${!hidden.has(key)}
                @click=${(click: MouseEvent) => onToggle(key, click)}
                @keydown=${(event: KeyboardEvent) => onShiftEnter(event, (how) => onToggle(key, how))}
              >${text}</button>`
        }
      </li>`;
    })}
  </ul>`;

/** What can be pointed at: a day, a row, a country. */
export interface ChartSpot {
  /** Charts that have a spot of the same key show it together: `day=2024-05-06`, `country=DE`. */
  readonly key: string;
  readonly title: string;
  readonly lines: readonly TipLine[];
  /** What `insights-select` tells; of nothing, nothing. */
  readonly points: readonly InsightsPoint[];
  /** The series that keys can reach one by one, in their order; of a single one there is nothing to choose. */
  readonly series?: readonly SpotSeries[];
  /** In which order keys come by; null where they go past. @default that of the drawing */
  readonly rank?: number | null;
}

/** One series of a spot. */
export interface SpotSeries {
  /** The same at every spot of a chart. */
  readonly key: string;
  /** What `insights-select` tells of it alone. */
  readonly points: readonly InsightsPoint[];
  /** The label of its dataset, where that is to be marked alone. */
  readonly drawnAs?: string | undefined;
}

/** The key of a spot of such values: `country=DE`, `age=25-34&gender=F`. */
export const keyOf = (dimensions: readonly string[], values: readonly string[]): string =>
  dimensions.map((dimension, at) => `${dimension}=${values[at] ?? ''}`).join('&');

export interface TipLine {
  readonly label: string;
  readonly value: string;
  readonly series?: SeriesNumber | undefined;
  /** @default 'block' */
  readonly swatch?: Swatch;
  /** The key of the series that it tells of. */
  readonly of?: string | undefined;
  /** The label for whoever listens, where it takes the lines around it to understand it; empty where it only heads those. @default the label */
  readonly said?: string | undefined;
}

/** Gives swatches the colours that no series has: in a template they would be inline styles, which a strict CSP refuses. */
export function paintSwatches(root: ParentNode): void {
  for (const swatch of root.querySelectorAll<HTMLElement>('.swatch')) {
    const { color } = swatch.dataset;
    if (color) swatch.style.setProperty('--_swatch', color);
    else swatch.style.removeProperty('--_swatch');
  }
}

/** What stands beside the pointer. @param reached the series that is pointed at alone */
export const tipTemplate = ({ title, lines }: Pick<ChartSpot, 'title' | 'lines'>, reached?: string): TemplateResult =>
  html`<p class="tip-title"><bdi>${title}</bdi></p>
    ${lines.map(
      ({ label, value, series, of, swatch = 'block' }) => html`<p
        class=${reached !== undefined && of === reached ? 'tip-line reached' : 'tip-line'}
      >
        ${series === undefined ? nothing : html`<span class="swatch ${swatch} s${series}"></span>`}<span><bdi>${label}</bdi></span>
        <b><bdi>${value}</bdi></b>
      </p>`,
    )}`;

/** The numbers of a chart as a table: the first cell of a row is its name. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a reader has to know of the rows, below them. */
  readonly caption?: string | undefined;
}

export interface TableParts {
  readonly table: ChartTable;
  /** What the numbers are: the name of the chart. */
  readonly name: string;
  /** What opens it, in words. */
  readonly label: string;
  readonly isOpen: boolean;
  /** A visitor opens or closes it. */
  readonly onToggle: (isOpen: boolean) => void;
}

/**
 * The text twin of a canvas, which a reader can open.
 *
 * Its box is a stop of the tab key whether it has to scroll or not: whether it has to depends on width, zoom and font,
 * and a stop that comes and goes with those would leave whoever is on it nowhere.
 */
export const tableTemplate = ({
  table: { columns, rows, caption },
  name,
  label,
  isOpen,
  onToggle,
}: TableParts): TemplateResult =>
  html`<details part="table" ?open=${isOpen}>
    <summary
      @click=${({ currentTarget }: Event) => onToggle(!(currentTarget as Element).closest('details')?.open)}
    >${label}<span class="hidden"> ${name}</span></summary>
    <div class="scroll" tabindex="0" role="group" aria-labelledby="label">
      <table>
        <caption class=${caption === undefined ? 'hidden' : nothing}>
          <span class="hidden">${name}</span> <span class="rest">${caption}</span>
        </caption>
        <thead>
          <tr>${columns.map((column, at) => html`<th scope="col" class=${at > 0 ? 'number' : nothing}>${column}</th>`)}</tr>
        </thead>
        <tbody>
          ${rows.map(
            ([first, ...cells]) => html`<tr>
              <th scope="row"><bdi>${first}</bdi></th>
              ${cells.map((cell) => html`<td class="number">${cell}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
