/** What a visitor takes out of a whole dashboard. Loaded with the first touch of its button. */
import type { TakeWords } from '../../format/index.js';
import { csvFile, download, fileName } from '../download.js';
import { toggleMenu } from '../menu.js';
import type { InsightsDashboard } from './dashboard.js';
import { resultsIn } from './results-in.js';

/** Opens the menu, or closes it. */
export function toggleTakeAllAway(host: InsightsDashboard, button: HTMLElement, words: TakeWords): void {
  button.removeAttribute('title');
  const csv = (): string => {
    download(csvFile(host.toCSV()), fileName(host, resultsIn(host), 'csv'));
    return words.given;
  };
  toggleMenu({
    host,
    button,
    items: [{ key: 'csv', label: words.csv, run: csv }],
    words: { working: words.drawing, failed: words.notDone },
  });
}
