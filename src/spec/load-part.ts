/** Parts of the library that most pages never need, loaded when one does. */
import { InsightsError } from './errors.js';

/**
 * Loads a part, as `import()` does.
 * @throws InsightsError `network` when it cannot be had
 */
export async function loadPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    throw new InsightsError('network', { detail: 'A part of insights-elements could not be loaded.' });
  }
}
