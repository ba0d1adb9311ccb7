/** The box of a chart: title, plot, sentence. What stands in it beside the canvas: chart-parts.styles.ts. */
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
  :is(.label, .sentence) {
    text-wrap: pretty;
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
      content: '· ' / ', ';
      position: static;
    }
    .fact:first-child::before {
      content: none;
    }
  }
  /* It describes the plot, and is nothing to come by. */
  #keys {
    display: none;
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
    border-inline-start-color: var(--_surface);
    border-inline-end-color: var(--_grid);
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
  @media (forced-colors: active) {
    /* Series have to differ, and to be those of the legend. */
    .probe,
    .swatch {
      forced-color-adjust: none;
    }
  }
  @media print {
    /* Where a browser lays the paper out without a word, as large as the box is there, and in its own proportions. */
    canvas {
      width: 100% !important;
      height: 100% !important;
      object-fit: contain;
    }
    .tip,
    .unprinted,
    details:not([open]) {
      display: none;
    }
  }
`;
