/** The box of a chart: title and legend, plot, tip, sentence, table. */
import { css } from 'lit';

export const chartStyles = css`
  :host {
    min-height: 420px;
  }
  /* The text takes the lines that it needs, and the plot the rest: the box is as high as its skeleton at any width. */
  [part='base'] {
    display: flex;
    flex-direction: column;
  }
  .body {
    display: flex;
    flex: 1 0 auto;
    flex-direction: column;
    /* Of the host's height the padding and the closed table, 60 px, are not the body's. */
    min-height: 360px;
  }
  /* Without a plot the table takes its room. */
  .body:not(:has(.plot)) {
    flex: none;
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
    line-height: 20px;
    font-variant-numeric: tabular-nums;
    color: var(--_muted);
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
  .swatch {
    --_swatch: var(--_series-1);
    display: inline-block;
    flex: none;
    width: 10px;
    height: 10px;
    margin-inline-end: 6px;
    border-radius: 3px;
    background: var(--_swatch);
  }
  .swatch.s2 {
    --_swatch: var(--_series-2);
  }
  .swatch.s3 {
    --_swatch: var(--_series-3);
  }
  .swatch.s4 {
    --_swatch: var(--_series-4);
  }
  .swatch.s5 {
    --_swatch: var(--_series-5);
  }
  .swatch.s6 {
    --_swatch: var(--_series-6);
  }
  .swatch.s7 {
    --_swatch: var(--_series-7);
  }
  .swatch.s8 {
    --_swatch: var(--_series-8);
  }
  .swatch.pale {
    background: color-mix(in srgb, var(--_swatch) 30%, var(--_surface));
    box-shadow: inset 0 0 0 1px var(--_swatch);
  }
  .swatch:is(.line, .past, .dashed, .dotted) {
    width: 14px;
    height: 0;
    border-radius: 0;
    border-top: 2px solid var(--_swatch);
    background: none;
    vertical-align: middle;
  }
  .swatch.s0 {
    --_swatch: var(--_muted);
  }
  .swatch.past {
    border-top-color: color-mix(in srgb, var(--_muted) 70%, var(--_surface));
  }
  .swatch.dashed {
    border-top-style: dashed;
  }
  .swatch.dotted {
    border-top-style: dotted;
  }
  .stage {
    position: relative;
    display: flex;
    margin-top: 8px;
  }
  .stage,
  .skeleton.plot {
    flex: 1 0 150px;
  }
  .plot {
    position: relative;
    flex: 1;
    min-width: 0;
    border-radius: 4px;
    direction: ltr;
    touch-action: pan-y pinch-zoom;
  }
  .plot:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 4px;
  }
  canvas {
    position: absolute;
    inset: 0;
    /* Until it is drawn; then as large as the chart. */
    width: 100%;
    height: 100%;
  }
  .tip {
    position: absolute;
    z-index: 1;
    visibility: hidden;
    box-sizing: border-box;
    width: max-content;
    max-width: max(48%, 150px);
    padding: 8px 10px;
    border-radius: min(8px, var(--insights-radius, 8px));
    background: var(--_surface);
    box-shadow:
      0 0 0 1px var(--_grid),
      0 4px 16px rgb(0 0 0 / 0.14);
    font-size: 12px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    pointer-events: none;
    transform: translate(12px, 4px);
  }
  .tip.shown {
    visibility: visible;
  }
  .tip.before {
    transform: translate(calc(-100% - 12px), 4px);
  }
  .tip.above {
    transform: translate(12px, calc(-100% - 4px));
  }
  .tip.before.above {
    transform: translate(calc(-100% - 12px), calc(-100% - 4px));
  }
  .tip-title,
  .tip-line {
    margin: 0;
  }
  .tip-title {
    font-weight: 600;
  }
  .tip-line {
    display: flex;
    align-items: center;
    color: var(--_muted);
  }
  .tip-line b {
    margin-inline-start: auto;
    padding-inline-start: 12px;
    font-weight: 500;
    color: var(--_text);
    white-space: nowrap;
  }
  /* Words of a language that runs the other way than the page keep their order: 6 May – 2 June. */
  :is(.sentence, .fact, caption) {
    unicode-bidi: plaintext;
  }
  :host(:dir(rtl)) :is(.sentence, .fact, caption) {
    text-align: right;
  }
  .sentence {
    margin: 8px 0 0;
    font-size: 13px;
    line-height: 19px;
  }
  /* Where it is narrow the words need more lines: they are there from the start. */
  @container (max-width: 360px) {
    [part='base'] {
      min-height: 470px;
    }
    .body {
      min-height: 410px;
    }
  }
  /* Where there is little room the words take it from the plot, and a fact wraps like any text. */
  @container (max-width: 300px) {
    .stage {
      flex-basis: 108px;
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
    .fact:first-child::before {
      content: none;
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
    border-left-color: var(--_surface);
    border-right-color: var(--_grid);
    border-bottom-color: var(--_series-3);
    caret-color: var(--_series-4);
    column-rule-color: var(--_series-5);
    text-decoration-color: var(--_series-6);
    fill: var(--_series-7);
    stroke: var(--_series-8);
    transition-property:
      color, background-color, outline-color, border-color, caret-color, column-rule-color, text-decoration-color, fill,
      stroke, font-family;
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
    /* Series have to differ, and to be those of the legend. */
    .probe,
    .swatch {
      forced-color-adjust: none;
    }
  }
  @media print {
    /* Drawn for the screen; on paper as large as the box there. */
    canvas {
      width: 100% !important;
      height: 100% !important;
    }
    .tip,
    .unprinted {
      display: none;
    }
    .swatch {
      print-color-adjust: exact;
    }
  }
`;
