/** How a dashboard is laid out: for its container, from 320 to 1600 px. */
import { css } from 'lit';

export const dashboardStyles = css`
  :host {
    min-height: 640px;
  }
  [part='base'].board {
    display: grid;
    gap: 16px;
    align-content: start;
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    box-shadow: none;
  }
  [part='header'] {
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 16px;
  }
  insights-account-header {
    /* As wide as its figures need to stand out, and the menu beside it. */
    flex: 1 1 min(560px, 100% - 52px);
    min-height: 0;
  }
  insights-account-header::part(base) {
    padding: 0;
    border: 0;
    border-radius: 0;
    background: none;
    box-shadow: none;
  }
  insights-range-picker {
    flex: 0 1 auto;
    max-width: 100%;
  }
  .cards {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
  }
  /* None of them is of two dimensions, which have a higher box where it is narrow. */
  insights-metric-card::part(base) {
    min-height: inherit;
  }
  .cards:empty {
    display: none;
  }
  /* As many beside each other as there is room for; what is left of a row is theirs. */
  .charts {
    display: flex;
    flex-wrap: wrap;
    gap: 16px;
  }
  .charts > * {
    flex: 1 1 min(100%, 300px);
  }
  .charts > .wide {
    flex: 2 1 min(100%, 640px);
  }
  .chooser {
    box-sizing: border-box;
    min-height: 36px;
    padding: 6px 12px;
    border: 0;
    border-radius: 8px;
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_grid);
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  [part='menu'] {
    position: static;
    flex: none;
    width: 36px;
    height: 36px;
    border-radius: 8px;
    background: var(--_surface);
    box-shadow: inset 0 0 0 1px var(--_grid);
    color: var(--_text);
  }
  .chooser::after {
    content: '▾' / '';
    margin-inline-start: 8px;
    color: var(--_muted);
  }
  fieldset {
    box-sizing: border-box;
    max-width: 280px;
    max-height: min(360px, 80vh);
    padding: 8px;
    overflow: auto;
    border: 0;
    border-radius: 10px;
    background: var(--_surface);
    box-shadow:
      0 0 0 1px var(--_grid),
      0 8px 24px rgb(0 0 0 / 0.16);
    color: var(--_text);
    font-size: 13px;
  }
  /* Below its button; without anchors in the middle, where a browser puts it. */
  @supports (position-area: block-end) {
    fieldset {
      position-area: block-end span-inline-start;
      position-try-fallbacks: flip-inline, flip-block;
      inset: auto;
      margin: 4px 0;
    }
  }
  label {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding: 0 8px;
    border-radius: 6px;
    cursor: pointer;
  }
  label:hover {
    background: var(--_quiet);
  }
  input {
    accent-color: var(--_accent);
  }
  @media (forced-colors: active) {
    .chooser,
    [part='menu'],
    fieldset {
      border: 1px solid;
    }
  }
  @media print {
    .chooser {
      display: none;
    }
  }
`;
