/** How a menu looks, and what is told of a choice: loaded with it, and adopted by an element that opens one. */
import { css } from 'lit';

export const menuStyles = css`
  .menu-place {
    display: contents;
  }
  [part='menu'] {
    anchor-name: --insights-menu;
  }
  [part='menu'][aria-expanded='true'] {
    color: var(--_text);
  }
  [role='menu'],
  [role='status'][data-told] {
    position: absolute;
    z-index: 3;
    inset: 38px auto auto;
    inset-inline-end: 12px;
    box-sizing: border-box;
    max-width: calc(100% - 24px);
    border: 0;
    border-radius: 10px;
    background: var(--_surface);
    box-shadow:
      0 0 0 1px var(--_grid),
      0 8px 24px rgb(0 0 0 / 0.16);
    color: var(--_text);
    font-size: 13px;
    line-height: 18px;
  }
  [role='menu'] {
    display: grid;
    min-width: min(100%, 152px);
    margin: 0;
    padding: 6px;
  }
  @supports (position-area: block-end) {
    [role='menu'][popover],
    [role='status'][data-told] {
      inset: auto;
      position-anchor: --insights-menu;
      position-area: self-block-end span-self-inline-start;
      margin: 2px 0;
    }
    [role='menu'][popover] {
      position: fixed;
      position-try-fallbacks: flip-block, flip-inline, flip-block flip-inline;
      max-width: none;
    }
  }
  [role='menuitem'] {
    min-height: 32px;
    margin: 0;
    padding: 4px 10px;
    border: 0;
    border-radius: 6px;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  [role='menuitem']:is(:hover, :focus) {
    background: var(--_quiet);
  }
  [role='menuitem']:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  .menu-place [role='status'][data-told] {
    padding: 6px 12px;
    pointer-events: none;
  }
  .menu-place [role='status']:not([data-told]) {
    position: absolute;
  }
  @media (forced-colors: active) {
    [role='menu'],
    [role='status'][data-told] {
      border: 1px solid CanvasText;
    }
    [role='menuitem']:is(:hover, :focus) {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    .menu-place {
      display: none;
    }
  }
`;
