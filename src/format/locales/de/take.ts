/** The words for what a visitor takes out of the page, in German. */
import type { TakeWords } from '../en/take.js';

export const take: TakeWords = {
  copyText: 'Als Text kopieren',
  csv: 'CSV herunterladen',
  png: 'PNG herunterladen',
  copied: 'Kopiert',
  notCopied: 'Nicht kopiert: Der Seite fehlt die Erlaubnis',
  given: 'Download gestartet',
  drawing: 'Bild wird erstellt\u00a0…',
  notDone: 'Das hat nicht geklappt. Bitte erneut versuchen.',
};
