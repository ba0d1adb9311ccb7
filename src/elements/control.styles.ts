/** What a visitor can press or open, and focus: a card that is in order has nothing of it. */
import { css } from 'lit';

export const controlStyles = css`
  summary {
    width: fit-content;
    min-height: 24px;
    border-radius: 4px;
    font-size: 12px;
    line-height: 24px;
    color: var(--_muted);
    cursor: pointer;
  }
  :is(button, summary, [part='base']):focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
`;
