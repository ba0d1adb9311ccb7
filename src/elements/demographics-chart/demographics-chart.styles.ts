import { css } from 'lit';

export const demographicsChartStyles = css`
  :host {
    min-height: 420px;
  }
  /* The text takes the lines that it needs, and the plot the rest: the box is as high as its skeleton at any width.
     Of the host's height the padding and the closed table, 60 px, are not the body's. */
  .body {
    display: flex;
    flex-direction: column;
    min-height: 360px;
  }
  /* Without a plot the table takes its room. */
  .body:not(:has(.plot)) {
    min-height: 0;
  }
  .label {
    font-size: 14px;
    font-weight: 600;
    line-height: 20px;
    color: var(--_text);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 14px;
    margin: 0;
    margin-inline-start: auto;
    padding: 0;
    list-style: none;
    font-size: 12px;
    line-height: 17px;
    color: var(--_muted);
  }
  .legend li::before {
    content: '';
    display: inline-block;
    width: 10px;
    height: 10px;
    margin-inline-end: 6px;
    border-radius: 3px;
    background: var(--_series-1);
  }
  .legend li:nth-child(2)::before {
    background: var(--_series-2);
  }
  .plot {
    position: relative;
    flex: 1 0 150px;
    margin-top: 4px;
    direction: ltr;
  }
  canvas {
    position: absolute;
    inset: 0;
    /* Until it is drawn; then as large as the chart. */
    width: 100%;
    height: 100%;
  }
  .sentence {
    margin: 8px 0 0;
    font-size: 13px;
    line-height: 19px;
  }
  /* Where there is little room the words take it from the plot, and a fact wraps like any text. */
  @container (max-width: 300px) {
    .plot {
      flex-basis: 130px;
    }
    .fact {
      display: inline;
      position: static;
      margin: 0;
      padding: 0;
    }
    .fact::before {
      content: '· ';
      position: static;
    }
  }
  .probe,
  .theme-watch {
    position: absolute;
    width: 0;
    height: 0;
    overflow: hidden;
    visibility: hidden;
  }
  /* Whatever the canvas takes from the theme stands in a property here that says when it has changed. */
  .theme-watch {
    color: var(--_text);
    background-color: var(--_series-1);
    outline-color: var(--_series-2);
    border-top-color: var(--_muted);
    transition-property: color, background-color, outline-color, border-top-color, font-family;
    transition-duration: 1ms;
    transition-behavior: allow-discrete;
  }
  .skeleton.plot {
    margin: 16px 0;
    opacity: 0.6;
  }
  .skeleton.line {
    width: 70%;
    height: 12px;
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
  caption {
    caption-side: bottom;
    padding-top: 4px;
    color: var(--_muted);
    text-align: start;
  }
  caption::first-letter {
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
  @media (forced-colors: active) {
    /* The two sides of a pyramid have to differ, and to be those of the legend. */
    .probe,
    .legend li::before {
      forced-color-adjust: none;
    }
  }
`;
