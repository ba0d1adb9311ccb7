// The provider's own tag first: what is put inside the dashboard may hold one.
import '../provider/define.js';
import '../account-header/define.js';
import '../range-picker/define.js';
import '../metric-card/define.js';
import '../trend-chart/define.js';
import '../breakdown-chart/define.js';
import '../demographics-chart/define.js';
import { InsightsDashboard } from './dashboard.js';

InsightsDashboard.define();

export { InsightsDashboard };
