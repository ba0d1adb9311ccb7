/** Registers every element, the provider first: those it contains find it ready. The script-tag entry. */
import './elements/provider/define.js';
import './elements/account-header/define.js';
import './elements/range-picker/define.js';
import './elements/metric-card/define.js';
import './elements/trend-chart/define.js';
import './elements/breakdown-chart/define.js';
import './elements/demographics-chart/define.js';
import './elements/dashboard/define.js';

export * from './index.js';
