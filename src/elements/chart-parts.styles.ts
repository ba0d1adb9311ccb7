/** How legend and table look: see chart-parts.ts. */
import { css } from 'lit';
import { tipStyles } from './tip.styles.js';

export const chartPartsStyles = css`
  ${tipStyles}
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 14px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 12px;
    line-height: 20px;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
  }
  .legend bdi ~ bdi {
    white-space: nowrap;
  }
  button.toggle {
    min-height: 24px;
    margin: -2px -4px;
    padding: 2px 4px;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button.toggle:hover {
    color: var(--_text);
  }
  button.toggle[aria-pressed='false'] {
    text-decoration: line-through;
  }
  button.toggle[aria-pressed='false'] .swatch {
    opacity: 0.35;
  }
  details[part='table'] {
    margin-top: 4px;
  }
  .scroll {
    max-height: 280px;
    overflow: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  caption:not(.hidden) {
    caption-side: bottom;
    padding-top: 4px;
    color: var(--_muted);
    text-align: start;
  }
  caption .rest {
    display: inline-block;
  }
  caption .rest::first-letter {
    text-transform: uppercase;
  }
  th,
  td {
    padding: 4px 8px 4px 0;
    border-bottom: 1px solid var(--_grid);
    font-weight: 400;
    text-align: start;
  }
  thead th {
    color: var(--_muted);
    font-weight: 500;
  }
  :is(th, td).number {
    padding-inline: 12px 0;
    white-space: nowrap;
    text-align: end;
  }
`;
