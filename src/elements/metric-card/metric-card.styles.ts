import { css } from 'lit';

export const metricCardStyles = css`
  /* Label, number, change and four lines of notes: what a card of 240 px can need. */
  :host {
    min-height: 180px;
  }
  .row {
    display: flex;
    align-items: end;
    justify-content: space-between;
    gap: 12px;
  }
  [part='value'] {
    flex: none;
    max-width: 100%;
    /* A sign stands before its number, in any language. */
    direction: ltr;
    font-size: 30px;
    line-height: 1.2;
    font-weight: 600;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  [part='value']:has(.lost) {
    direction: inherit;
  }
  [part='value'] .lost {
    margin: 0 6px;
    font-size: 18px;
    font-weight: 500;
    letter-spacing: 0;
    color: var(--_muted);
  }
  [part='delta'] {
    font-size: 13px;
    font-weight: 500;
    line-height: 20px;
    color: var(--_muted);
  }
  svg {
    flex: 0 1 96px;
    min-width: 24px;
    height: 32px;
    margin-bottom: 2px;
    overflow: visible;
  }
  path {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .moving {
    stroke-dasharray: 2 4;
  }
  circle {
    fill: var(--_accent);
  }
  /* The name of two dimensions needs two lines there. */
  @container (max-width: 244px) {
    [part='base'] {
      min-height: 204px;
    }
  }
  @container (max-width: 180px) {
    [part='value'] {
      font-size: 24px;
      line-height: 36px;
    }
    svg {
      display: none;
    }
  }
  .skeleton.value {
    width: min(140px, 60%);
    height: 28px;
    margin: 4px 0;
  }
  .skeleton.line {
    width: min(180px, 75%);
    height: 12px;
    margin: 8px 0 0;
  }
`;
