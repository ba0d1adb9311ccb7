/** The height of each element's box, in pixels, which a page keeps for it until the script has come: nothing jumps. */
import type { Tag } from './selection.js';

export const reserved: Readonly<Record<Tag, number>> = {
  'insights-account-header': 92,
  'insights-metric-card': 180,
  'insights-trend-chart': 380,
  'insights-breakdown-chart': 360,
  'insights-demographics-chart': 420,
  'insights-dashboard': 640,
};
