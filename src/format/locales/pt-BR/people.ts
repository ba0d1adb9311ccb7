/** The words of a demographics chart, in Brazilian Portuguese. Numbers and dates arrive formatted. */

import type { PeopleWords } from '../en/people.js';
import { pluralIn } from '../plural.js';

// By the rules of pt-BR 0 is a singular; Brazilians write "0 dias" all the same.
const plural = pluralIn('pt-PT');

export const people: PeopleWords = {
  asOf: (day) => `em ${day}`.replaceAll(' ', '\u00a0'),
  lastDays: ({ text }) => `últimos ${text} dias`,
  prevMonth: 'mês anterior',
  ofListed: ({ text, value }) =>
    `porcentagens sobre ${text} ${plural(value, { one: 'pessoa', many: 'de pessoas', other: 'pessoas' })} na lista`,
  topRows: ({ text }) => `só os ${text} maiores valores: o que não está na lista fica abaixo deles, não é zero`,
  covers: (share) => `cobre ${share} dos seguidores`,
  unspecified: (share) => `gênero não especificado: ${share}`,
  otherGender: (share) => `outro gênero: ${share}`,
  shownOf: (shown, all) => `exibindo ${shown.text} de ${all.text}; a tabela traz tudo`,
  notListed: 'fora da lista',
  between: (least, most) => `${least}–${most}`,
  notOnMap: (names) => `fora do mapa: ${names}`,
  demographicTitle: (metric, dimensions) => `${metric} por ${dimensions.toLowerCase()}`,
  datedTitle: (title, asOf) => `${title}, ${asOf}`,
  largest: (name, share) => `Maior grupo: ${name}, ${share} das pessoas na lista.`,
  nobody: 'Não há ninguém na lista.',
  table: { people: 'Pessoas', share: 'Porcentagem' },
};
