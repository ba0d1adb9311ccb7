/**
 * The colours of series, for charts; without one of its own the first has the accent of theme.styles.ts. And what a canvas is drawn with
 * where the visitor's own colours are forced.
 */
import { css } from 'lit';

export const seriesStyles = css`
  :host {
    --_series-1: var(--insights-series-1, var(--_accent));
    --_series-2: var(--insights-series-2, light-dark(#d9620f, #f08a3c));
    --_series-3: var(--insights-series-3, light-dark(#1a9482, #4fd1bb));
    --_series-4: var(--insights-series-4, light-dark(#5f2e54, #e3e39d));
    --_series-5: var(--insights-series-5, light-dark(#781d00, #9270a7));
    --_series-6: var(--insights-series-6, light-dark(#a673c5, #a87346));
    --_series-7: var(--insights-series-7, light-dark(#423182, #febf12));
    --_series-8: var(--insights-series-8, light-dark(#78985e, #359282));
  }
  @media (forced-colors: active) {
    /* The browser paints over the DOM, not the canvas: its texts stand on the visitor's ground, whatever scheme the page has. */
    :host {
      color-scheme: light dark;
      --_surface: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_grid: color-mix(in srgb, CanvasText 25%, Canvas);
    }
  }
`;
