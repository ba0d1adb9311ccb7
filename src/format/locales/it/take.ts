/** The words for what a visitor takes out of the page, in Italian. */
import type { TakeWords } from '../en/take.js';

export const take: TakeWords = {
  copyText: 'Copia come testo',
  csv: 'Scarica CSV',
  png: 'Scarica PNG',
  copied: 'Copiato',
  notCopied: 'Impossibile copiare: la pagina non ha il permesso',
  given: 'Download avviato',
  drawing: 'Creazione dell’immagine…',
  notDone: 'Non ha funzionato. Riprovare.',
};
