/** The words of a demographics chart, in Italian. Numbers and dates arrive formatted. */

import type { PeopleWords } from '../en/people.js';
import { pluralIn } from '../plural.js';
import { withArticle } from './with-article.js';

const plural = pluralIn('it');

export const people: PeopleWords = {
  asOf: (day) => withArticle('al', day).replaceAll(' ', '\u00a0'),
  lastDays: ({ text }) => `ultimi ${text} giorni`,
  prevMonth: 'mese precedente',
  ofListed: ({ text, value }) =>
    `percentuali su ${text} ${plural(value, { one: 'persona', many: 'di persone', other: 'persone' })} in elenco`,
  topRows: ({ text }) => `solo i primi ${text} valori: quelli non in elenco sono più bassi, non zero`,
  // No verb: it would need an article before the number, «il» or «l’» or none.
  covers: (share) => `follower compresi: ${share}`,
  unspecified: (share) => `genere non specificato: ${share}`,
  otherGender: (share) => `altro genere: ${share}`,
  shownOf: (shown, all) => `visibili ${shown.text} su ${all.text}; la tabella contiene tutto`,
  notListed: 'non in elenco',
  between: (least, most) => `${least}–${most}`,
  notOnMap: (names) => `fuori dalla mappa: ${names}`,
  demographicTitle: (metric, dimensions) => `${metric} per ${dimensions.toLowerCase()}`,
  datedTitle: (title, asOf) => `${title}, ${asOf}`,
  largest: (name, share) => `Gruppo più numeroso: ${name}, ${share} delle persone in elenco.`,
  nobody: 'Nessuno in elenco.',
  table: { people: 'Persone', share: 'Percentuale' },
};
