import { loadPart } from '../spec/index.js';

/**
 * Loads what a page needs only when something is out of the ordinary.
 * @throws InsightsError `network` when it cannot be had
 */
export const loadLate = (): Promise<typeof import('./late.js')> => loadPart(() => import('./late.js'));
