import { InsightsMetricCard } from './metric-card.js';

InsightsMetricCard.define();

export { InsightsMetricCard };
