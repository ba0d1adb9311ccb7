/**
 * The visual language: colours, type and the box that all elements share.
 *
 * `--insights-…` are the page's to set; `--_…` are what they come to, with our own colours behind them. Light and dark
 * follow the `color-scheme` in force. Contrast to the surface: 3:1 for marks, 4.5:1 for text, in both.
 */
import { css } from 'lit';

export const themeStyles = css`
  :host {
    --_surface: var(--insights-surface, light-dark(#ffffff, #16181d));
    --_text: var(--insights-text, light-dark(#171a21, #eceef2));
    --_muted: var(--insights-muted, light-dark(#5b6270, #9aa3b2));
    --_grid: var(--insights-grid, light-dark(#e6e8ec, #2a2e36));
    --_positive: var(--insights-positive, light-dark(#0b7a4b, #4cc38a));
    --_negative: var(--insights-negative, light-dark(#c0262d, #ff8589));
    --_accent: var(--insights-accent, light-dark(#3457d5, #8ea6ff));
    --_quiet: color-mix(in srgb, var(--_grid) 70%, var(--_surface));
    display: block;
    container-type: inline-size;
    /* How wide it is where nobody says, as in a flex row: of its content a container knows no width. */
    contain-intrinsic-inline-size: 240px;
    min-width: 0;
    font: 14px var(--insights-font, system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif);
  }
  :host([hidden]) {
    display: none;
  }
  [part='base'] {
    position: relative;
    box-sizing: border-box;
    min-height: inherit;
    height: 100%;
    margin: 0;
    padding: 16px;
    border-radius: var(--insights-radius, 12px);
    background: var(--_surface);
    box-shadow: 0 0 0 1px var(--_grid);
    overflow-wrap: anywhere;
    /* What a page gives to its own text is none of ours: here, where not even its rule for every tag can reach. */
    color: var(--_text);
    font-style: normal;
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
  }
  [part='header'] {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 4px 12px;
    flex-wrap: wrap;
  }
  :host(:not([no-menu])) [part='header']:has(p) {
    padding-inline-end: 20px;
  }
  .label {
    margin: 0;
    font-size: 13px;
    font-weight: 500;
    line-height: 19px;
    color: var(--_muted);
  }
  /* On the line of the label, its last dot where the box's content ends: the header leaves it room, also before it is there. */
  [part='menu'] {
    position: absolute;
    inset-block-start: 14px;
    inset-inline-end: 10px;
    width: 24px;
    height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
    font-size: 16px;
    cursor: pointer;
  }
  .note {
    margin: 4px 0 0;
    overflow: hidden;
    font-size: 12px;
    line-height: 17px;
    color: var(--_muted);
  }
  .sample {
    display: inline-block;
    margin-inline-end: 4px;
    padding: 0 6px;
    border-radius: 4px;
    background: var(--_quiet);
    color: var(--_text);
    white-space: nowrap;
  }
  /* A fact stays in one piece where there is room; the dot before the first one of a line is cut off. */
  .fact {
    position: relative;
    inset-inline-start: -12px;
    display: inline-block;
    margin-inline-end: -4px;
    padding-inline-start: 12px;
  }
  .fact::before {
    content: '·' / ',';
    position: absolute;
    inset-inline-start: 4px;
  }
  .fact:lang(ar)::before {
    content: '·' / '،';
  }
  .fact:lang(ja)::before {
    content: '·' / '、';
  }
  .fact:first-child::before,
  .sample + .fact::before {
    content: none;
  }
  .stale {
    opacity: 0.75;
  }
  .skeleton {
    border-radius: 6px;
    background: var(--_quiet);
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Paper is light, and what belongs together stays on one sheet. */
  @media print {
    :host {
      color-scheme: light;
      break-inside: avoid;
      print-color-adjust: exact;
    }
    /* A ring around the box would be left on the sheet before. */
    [part='base'] {
      box-shadow: inset 0 0 0 1px var(--_grid);
    }
    [part='menu'] {
      display: none;
    }
  }
  @media (forced-colors: active) {
    [part='base'] {
      border: 1px solid CanvasText;
    }
  }
`;
