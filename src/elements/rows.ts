/** The rows of a breakdown, which a reader can open. */
import { html, nothing, type TemplateResult } from 'lit';
import { dimensionLabel, type Formats, listText, namesFor, valueLabel } from '../format/index.js';
import { type InsightsResult, readSpec } from '../spec/index.js';

/** The first breakdown of an answer, the largest row first. */
export function rowsTemplate(result: InsightsResult, formats: Formats): TemplateResult | typeof nothing {
  const names = namesFor(formats.locale);
  const [breakdown] = result.breakdowns ?? [];
  if (!breakdown) return nothing;
  const { dimensions } = breakdown;
  const rows = [...breakdown.rows].sort((a, b) => b.value - a.value);
  return html`<details part="table">
    <summary>${names.rowsBy(
      listText(
        dimensions.map((dimension) => dimensionLabel(dimension, names)),
        formats,
      ),
    )}</summary>
    ${sharesAccounts(result) ? html`<p class="note">${names.overlap}</p>` : nothing}
    <ul class="rows">
      ${rows.map(
        ({ values, value }) => html`<li>
          <bdi>${names.together(values.map((text, at) => valueLabel(dimensions[at] ?? '', text, names, formats)))}</bdi>
          <span>${formats.number(value)}</span>
        </li>`,
      )}
    </ul>
  </details>`;
}

/** Whether one account can be in several rows of the breakdown on screen. */
function sharesAccounts({ metric, breakdowns: [breakdown] = [] }: InsightsResult): boolean {
  const { counts, partitions = [] } = readSpec(metric) ?? {};
  if (!breakdown || counts !== 'unique accounts') return false;
  return !breakdown.dimensions.every((dimension) => partitions.some((partition) => partition === dimension));
}
