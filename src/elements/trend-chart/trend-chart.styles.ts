/** What a chart over days needs of room: less height than one of rows, more for its words where it is narrow. */
import { css } from 'lit';

export const trendChartStyles = css`
  :host {
    min-height: 380px;
  }
  .body {
    /* Of the host's height the padding and the closed table, 60 px, are not the body's. */
    min-height: 320px;
  }
  /* Its words come with an answer of their own. */
  .sentence {
    min-height: 19px;
  }
  @container (max-width: 560px) {
    [part='base'] {
      min-height: 420px;
    }
    .body {
      min-height: 360px;
    }
  }
  @container (max-width: 420px) {
    [part='base'] {
      min-height: 500px;
    }
    .body {
      min-height: 440px;
    }
  }
  @container (max-width: 300px) {
    [part='base'] {
      min-height: 600px;
    }
    .body {
      min-height: 540px;
    }
  }
`;
