// Plain colours that a test can name, for charts that are compared as data.
import type { ChartTheme } from '../../src/chart/index.js';

export const theme: ChartTheme = {
  surface: 'rgb(255, 255, 255)',
  quiet: 'rgb(240, 240, 240)',
  text: 'rgb(10, 10, 10)',
  muted: 'rgb(90, 90, 90)',
  grid: 'rgb(200, 200, 200)',
  series: ['rgb(0, 0, 200)', 'rgb(200, 100, 0)', 'rgb(0, 150, 0)'],
  fontFamily: 'Liberation Sans, sans-serif',
};

/** The same on a page that runs from right to left. */
export const rtl: ChartTheme = { ...theme, direction: 'rtl' };
