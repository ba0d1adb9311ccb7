/** The words for what a visitor takes out of the page, in Brazilian Portuguese. */
import type { TakeWords } from '../en/take.js';

export const take: TakeWords = {
  copyText: 'Copiar como texto',
  csv: 'Baixar CSV',
  png: 'Baixar PNG',
  copied: 'Copiado',
  notCopied: 'Não foi possível copiar: a página não tem permissão',
  given: 'Download iniciado',
  drawing: 'Gerando a imagem…',
  notDone: 'Não deu certo. Tente novamente.',
};
