import { loadPart } from '../spec/index.js';

type Late = typeof import('./late.js');

let late: Late | undefined;

/**
 * Loads what a page needs only when something is out of the ordinary.
 * @throws InsightsError `network` when it cannot be had
 */
export const loadLate = async (): Promise<Late> => {
  late ??= await loadPart(() => import('./late.js'));
  return late;
};
