/** The words for what a visitor takes out of the page, in French. */
import type { TakeWords } from '../en/take.js';

export const take: TakeWords = {
  copyText: 'Copier au format texte',
  csv: 'Télécharger le CSV',
  png: 'Télécharger le PNG',
  copied: 'Copié',
  notCopied: 'Copie impossible\u202f: la page n’y est pas autorisée',
  given: 'Téléchargement lancé',
  drawing: 'Création de l’image…',
  notDone: 'Cela n’a pas fonctionné. Réessayez.',
};
