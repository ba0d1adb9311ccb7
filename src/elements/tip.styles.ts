/** How a tip looks, and the swatches of its lines and of a legend: see chart-parts.ts. */
import { css } from 'lit';

export const tipStyles = css`
  .swatch {
    --_swatch: var(--_series-1, var(--_accent));
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
    transform: translateY(4px);
  }
  .tip.shown {
    visibility: visible;
  }
  .tip.above {
    transform: translateY(calc(-100% - 4px));
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
  /* The one series that keys have reached. */
  .tip-line.reached,
  .tip-line.reached b {
    font-weight: 700;
    color: var(--_text);
  }
`;
