/** The box of a breakdown: lower than that of other charts, since its rows are few; and a ring beside its legend. */
import { css } from 'lit';

export const breakdownStyles = css`
  :host {
    min-height: 360px;
  }
  .body {
    /* Of the host's height the padding and the closed table, 60 px, are not the body's. */
    min-height: 300px;
  }
  /* Where it is narrow the words need more lines, of which it has fewer than other charts. */
  @container (max-width: 360px) {
    [part='base'] {
      min-height: 370px;
    }
  }
  /* Two dimensions have as many rows, with more in each. */
  [part='base']:has(> .deep) {
    min-height: 420px;
  }
  .body.deep:has(.plot) {
    min-height: 360px;
  }
  /* Few rows stay together, and the words with them: 44 px are the most that a row takes (chart/axes.ts). */
  .rows-0 {
    --_rows: 0px;
  }
  .rows-1 {
    --_rows: 44px;
  }
  .rows-2 {
    --_rows: 88px;
  }
  .rows-3 {
    --_rows: 132px;
  }
  .rows-4 {
    --_rows: 176px;
  }
  .rows-5 {
    --_rows: 220px;
  }
  .rows-6 {
    --_rows: 264px;
  }
  .rows-7 {
    --_rows: 308px;
  }
  .rows-8 {
    --_rows: 352px;
  }
  .stage {
    max-height: var(--_rows, none);
  }
  .body.ring {
    display: grid;
    grid-template-rows: auto minmax(150px, 1fr);
    /* Ring and legend stay together in the middle. */
    grid-template-columns: minmax(0, 1fr) minmax(0, 260px) max-content minmax(0, 1fr);
  }
  .body.ring > * {
    grid-column: 1 / -1;
  }
  .ring [part='header'] {
    display: contents;
  }
  .ring .label {
    grid-column: 1 / -1;
    grid-row: 1;
  }
  .ring [part='header'] slot {
    display: block;
    grid-column: 1 / -1;
    grid-row: 1;
    justify-self: end;
  }
  .ring .stage {
    grid-column: 2;
    grid-row: 2;
  }
  .ring .legend {
    flex-direction: column;
    grid-column: 3;
    grid-row: 2;
    align-self: center;
    max-width: 55cqi;
    margin: 8px 0 0;
    margin-inline-start: 20px;
  }
  @container (min-width: 361px) {
    .ring .tip {
      max-width: 220px;
    }
  }
  @container (max-width: 360px) {
    [part='base']:has(> .round) {
      min-height: 480px;
    }
    .body.round:has(.plot) {
      min-height: 420px;
    }
    .body.ring {
      grid-template-rows: auto minmax(108px, 1fr) auto;
    }
    .body.ring > .stage {
      grid-column: 1 / -1;
    }
    .ring .legend {
      max-width: none;
      grid-column: 1 / -1;
      grid-row: 3;
      align-self: auto;
      margin-inline-start: 0;
    }
  }
`;
