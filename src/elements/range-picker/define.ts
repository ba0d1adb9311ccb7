import { InsightsRangePicker } from './range-picker.js';

InsightsRangePicker.define();

export { InsightsRangePicker };
