import { InsightsProvider } from './provider.js';

InsightsProvider.define();

export { InsightsProvider };
