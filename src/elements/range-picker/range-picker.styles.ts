import { css } from 'lit';

export const rangePickerStyles = css`
  /* As wide as its controls beside others in a row: no container of its own. */
  :host {
    container-type: normal;
    min-width: 0;
    min-height: 36px;
  }
  [part='base'] {
    display: flex;
    flex-wrap: wrap;
    place-content: flex-start;
    align-items: flex-start;
    gap: 8px;
    padding: 0;
    border: 0;
    background: none;
    box-shadow: none;
  }
  .field {
    position: relative;
    box-sizing: border-box;
    display: flex;
    align-items: center;
    gap: 4px 8px;
    max-width: 100%;
    min-height: 36px;
    padding: 7px 12px;
    border: 1px solid var(--_grid);
    border-radius: 8px;
    background: var(--_surface);
    line-height: 20px;
    transition: border-color 120ms;
  }
  .field:hover {
    border-color: color-mix(in srgb, var(--_muted) 55%, var(--_grid));
  }
  .field:has(> :is(select, input):focus-visible),
  .day input:focus {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .face {
    display: flex;
    flex-wrap: wrap;
    gap: 0 8px;
    min-width: 0;
  }
  .name {
    font-weight: 500;
  }
  [part='value'],
  .caption {
    color: var(--_muted);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }
  /* Until a provider is there to say what is set. */
  [inert] .face {
    visibility: hidden;
  }
  svg {
    flex: none;
    width: 12px;
    height: 12px;
    margin-inline-start: auto;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .list:hover svg {
    stroke: var(--_text);
  }
  /* Its own list of options is drawn with these; 16 px, or phones zoom in. */
  select {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    border: 0;
    opacity: 0;
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 16px;
    cursor: pointer;
  }
  .days {
    flex-wrap: wrap;
    padding-block: 5px;
  }
  .day {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
  }
  .day input {
    box-sizing: border-box;
    height: 24px;
    min-width: 0;
    max-width: 100%;
    padding: 0 6px;
    border: 0;
    border-radius: 6px;
    background: var(--_quiet);
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
  }
  .day input[aria-invalid='true'] {
    box-shadow: 0 0 0 1.5px var(--_negative);
  }
  .check {
    cursor: pointer;
  }
  .check input {
    flex: none;
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--_accent);
    cursor: inherit;
  }
  .check input:focus-visible {
    outline: none;
  }
  .days[data-wrong] {
    border-color: var(--_negative);
  }
  [part='message'] {
    flex-basis: 100%;
    margin: 0;
    color: var(--_negative);
    font-size: 13px;
  }
  [hidden] {
    display: none;
  }
  @media (forced-colors: active) {
    [part='base'] {
      border: 0;
    }
    .field {
      border-color: CanvasText;
    }
    .day input {
      border: 1px solid CanvasText;
    }
    .day input[aria-invalid='true'] {
      border-width: 2px;
    }
    svg {
      stroke: CanvasText;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .field {
      transition: none;
    }
  }
  /* Nobody chooses on paper: every number there says its days. */
  @media print {
    :host {
      display: none;
    }
  }
`;
