/** What a visitor takes out of a whole dashboard. Loaded with the first touch of its button. */
import { type Formats, takeWordsFor } from '../../format/index.js';
import { csvFile, download, fileName } from '../download.js';
import { toggleMenu } from '../menu.js';
import type { InsightsDashboard } from './dashboard.js';

/** Opens the menu, or closes it. */
export function toggleTakeAllAway(host: InsightsDashboard, button: HTMLElement, formats: Formats): void {
  const words = takeWordsFor(formats.locale);
  button.removeAttribute('title');
  const csv = (): string => {
    download(csvFile(host.toCSV()), fileName(host, host.results, 'csv'));
    return words.given;
  };
  toggleMenu({
    host,
    button,
    items: [{ key: 'csv', label: words.csv, run: csv }],
    words: { working: words.drawing, failed: words.notDone },
  });
}
