/** How remarks look: loaded with them, and adopted by an element that has one. */
import { css } from 'lit';
import { controlStyles } from './control.styles.js';

export const remarksStyles = css`
  ${controlStyles}
  :is([part='message'], .findings) button {
    min-height: 28px;
    margin-top: 4px;
    padding: 4px 10px;
    border: 1px solid var(--_muted);
    border-radius: 8px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 13px;
    cursor: pointer;
  }
  [part='message'] {
    margin-top: 8px;
    font-size: 13px;
  }
  [part='message'] p {
    margin: 0 0 4px;
    text-wrap: pretty;
  }
  /* Words of a language that runs the other way than the page. */
  :is([part='message'] p, .findings li) {
    unicode-bidi: plaintext;
  }
  :host(:dir(rtl)) :is([part='message'] p, .findings li) {
    text-align: right;
  }
  .head {
    font-weight: 600;
  }
  code {
    direction: ltr;
    unicode-bidi: isolate;
    padding: 1px 5px;
    border-radius: 4px;
    -webkit-box-decoration-break: clone;
    box-decoration-break: clone;
    background: var(--_quiet);
    font: 12px ui-monospace, 'Liberation Mono', monospace;
  }
  .findings {
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
    font-size: 12px;
    line-height: 17px;
    color: var(--_muted);
  }
  .findings li {
    padding-inline-start: 8px;
    border-inline-start: 2px solid var(--_grid);
  }
  .findings li + li {
    margin-top: 8px;
  }
  .findings button {
    display: block;
    min-height: 24px;
    padding: 2px 8px;
    font-size: 12px;
    color: var(--_text);
  }
  [part='value'] .none {
    font-size: 20px;
    line-height: 36px;
    font-weight: 500;
    letter-spacing: 0;
    color: var(--_muted);
  }
  .positive {
    color: var(--_positive);
  }
  .negative {
    color: var(--_negative);
  }
  /* Closed, it reaches into the padding: there is room for it below the longest notes. */
  details:has(.rows) {
    margin-bottom: -8px;
  }
  .rows {
    margin: 4px 0 8px;
    padding: 0;
    list-style: none;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .rows li {
    display: flex;
    justify-content: space-between;
    gap: 8px;
  }
  .short {
    display: none;
  }
  @media print {
    :is([part='message'], .findings) button,
    details:not([open]) {
      display: none;
    }
  }
  @container (max-width: 300px) {
    .short {
      display: inline;
    }
    .full {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
`;
