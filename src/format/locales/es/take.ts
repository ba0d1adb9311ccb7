/** The words for what a visitor takes out of the page, in Spanish. */
import type { TakeWords } from '../en/take.js';

export const take: TakeWords = {
  copyText: 'Copiar como texto',
  csv: 'Descargar CSV',
  png: 'Descargar PNG',
  copied: 'Copiado',
  notCopied: 'No se pudo copiar: la página no tiene permiso',
  given: 'Descarga iniciada',
  drawing: 'Generando la imagen…',
  notDone: 'No funcionó. Se puede reintentar.',
};
