import { InsightsAccountHeader } from './account-header.js';

InsightsAccountHeader.define();

export { InsightsAccountHeader };
