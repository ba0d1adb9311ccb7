import { css } from 'lit';

export const accountHeaderStyles = css`
  /* Three lines, as where it is narrow; in the middle of it where it is wide. */
  :host {
    min-height: 92px;
  }
  [part='base'] {
    display: flex;
    flex-direction: column;
    justify-content: center;
  }
  .account {
    display: grid;
    grid-template-columns: 44px minmax(0, 1fr);
    align-items: center;
    column-gap: 12px;
  }
  .avatar {
    grid-row: 1 / span 2;
  }
  .monogram,
  ::slotted([slot='avatar']) {
    display: grid;
    place-content: center;
    box-sizing: border-box;
    width: 44px;
    height: 44px;
    border-radius: 50%;
  }
  ::slotted([slot='avatar']) {
    object-fit: cover;
  }
  .monogram {
    forced-color-adjust: none;
    background: var(--_text);
    color: var(--_surface);
    font-size: 16px;
    font-weight: 600;
    line-height: 1;
    letter-spacing: 0.02em;
  }
  /* White on whatever colours a page has: none of them is lighter than this. */
  @supports (color: oklch(from red l c h)) {
    .monogram {
      --_first: oklch(from var(--_accent) min(l, 0.52) c h);
      --_second: oklch(from var(--_series-2) min(l, 0.52) c h);
      background: conic-gradient(from 210deg in oklch, var(--_first), var(--_second), var(--_first));
      color: #ffffff;
    }
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-width: 0;
  }
  :host(:not([no-menu])) .account .title {
    padding-inline-end: 20px;
  }
  .title .label {
    display: block;
    font-size: 16px;
    font-weight: 600;
    line-height: 22px;
    letter-spacing: -0.005em;
    color: var(--_text);
  }
  .sample {
    margin: 0;
    font-size: 12px;
    line-height: 18px;
  }
  /* Where a line begins with a fact, its dot is cut off. */
  .line {
    overflow: hidden;
    font-size: 13px;
    line-height: 19px;
    color: var(--_muted);
  }
  .line p {
    margin: 0;
  }
  [part='value'] {
    font-variant-numeric: tabular-nums;
  }
  .fact::before {
    content: '·' / '';
  }
  .figures {
    display: none;
  }
  .skeleton {
    display: block;
  }
  .skeleton.monogram {
    background: var(--_quiet);
  }
  .skeleton.name {
    width: min(140px, 60%);
    height: 14px;
    margin: 4px 0;
  }
  .skeleton.facts {
    width: min(240px, 90%);
    height: 12px;
    margin: 4px 0;
  }
  .note {
    margin-top: 8px;
  }
  /* Large or dark enough to be dimmed and read. */
  .stale {
    opacity: 1;
  }
  .stale :is(.avatar, .label) {
    opacity: 0.75;
  }
  ::slotted([slot='footer']) {
    margin-top: 12px;
  }
  [part='base'] [part='message'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: 16px;
    align-items: center;
    margin: 0;
  }
  [part='base'] [part='message'] p {
    grid-column: 1;
    margin: 0;
  }
  [part='base'] [part='message'] button {
    grid-area: 1 / 2 / span 2;
    margin: 0;
  }
  @container (max-width: 400px) {
    [part='base'] [part='message'] {
      display: block;
    }
    [part='base'] [part='message'] button {
      margin-top: 8px;
    }
  }
  @container (max-width: 320px) {
    [part='base'] {
      padding-inline: 12px;
    }
    [part='menu'] {
      inset-inline-end: 6px;
    }
    .account {
      column-gap: 10px;
    }
    .title .label {
      font-size: 15px;
    }
    .line {
      font-size: 12px;
    }
  }
  /* Two lines: the menu stands between them, whatever is below. */
  @container (min-width: 460px) {
    .account {
      position: relative;
    }
    :host(:not([no-menu])) .account {
      padding-inline-end: 36px;
    }
    :host(:not([no-menu])) .account .title {
      padding: 0;
    }
    [part='menu'] {
      inset-block-start: calc(50% - 12px);
      inset-inline-end: -6px;
    }
    .line p {
      display: inline;
    }
  }
  @container (min-width: 560px) {
    .account {
      grid-template-columns: 44px minmax(0, 1fr) auto;
    }
    .line {
      display: contents;
    }
    .title {
      grid-area: 1 / 2;
      align-self: end;
    }
    .lone .title {
      grid-row: 1 / span 2;
      align-self: center;
    }
    .line .handle,
    .line > .facts {
      display: block;
      grid-area: 2 / 2;
      align-self: start;
    }
    .line [part='value'],
    .line .figures {
      grid-area: 1 / 3 / span 2;
      display: flex;
      gap: 28px;
    }
    .figures .skeleton {
      width: 64px;
      height: 40px;
    }
    .fact {
      position: static;
      display: block;
      margin: 0;
      padding: 0;
    }
    .fact::before {
      content: none;
    }
    [part='value'] .fact {
      font-size: 12px;
      line-height: 17px;
    }
    .number {
      display: block;
      font-size: 24px;
      font-weight: 600;
      line-height: 30px;
      letter-spacing: -0.02em;
      color: var(--_text);
    }
    .stale .number {
      opacity: 0.75;
    }
  }
  @media print {
    .monogram {
      print-color-adjust: exact;
    }
  }
`;
