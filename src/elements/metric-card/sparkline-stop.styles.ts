/** How a sparkline looks while a visitor points at it: loaded with sparkline-stop.ts. */
import { css } from 'lit';
import { tipStyles } from '../tip.styles.js';

export const sparklineStopStyles = css`
  ${tipStyles}
  .row {
    position: relative;
  }
  .plot {
    border-radius: 4px;
  }
  .plot:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 4px;
  }
  .words {
    display: contents;
  }
  .day {
    stroke: var(--_muted);
    stroke-width: 1;
  }
  .at {
    fill: var(--_surface);
    stroke: var(--_accent);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  /* Below the line, at its end of the card: there is room at any day. */
  .tip {
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    max-width: 100%;
    transform: none;
  }
  @media print {
    .tip {
      display: none;
    }
  }
`;
