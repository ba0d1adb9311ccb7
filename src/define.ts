/** Registers every element, the provider first: those it contains find it ready. The script-tag entry. */
import './elements/provider/define.js';
import './elements/metric-card/define.js';
import './elements/demographics-chart/define.js';

export * from './index.js';
