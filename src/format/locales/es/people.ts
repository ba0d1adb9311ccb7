/** The words of a demographics chart, in Spanish. Numbers and dates arrive formatted. */

import type { PeopleWords } from '../en/people.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('es');

export const people: PeopleWords = {
  asOf: (day) => `al ${day}`.replaceAll(' ', '\u00a0'),
  lastDays: ({ text }) => `últimos ${text} días`,
  prevMonth: 'mes anterior',
  ofListed: ({ text, value }) =>
    `porcentajes sobre ${text} ${plural(value, { one: 'persona', many: 'de personas', other: 'personas' })} en la lista`,
  topRows: ({ text }) => `solo los ${text} valores más altos: lo que no está en la lista queda por debajo, no es cero`,
  // No verb: «abarca el» does not go with a number that begins with «<».
  covers: (share) => `cobertura: ${share} de los seguidores`,
  unspecified: (share) => `género sin especificar: ${share}`,
  otherGender: (share) => `otro género: ${share}`,
  shownOf: (shown, all) => `se muestran ${shown.text} de ${all.text}; la tabla lo incluye todo`,
  notListed: 'fuera de la lista',
  between: (least, most) => `${least}–${most}`,
  notOnMap: (names) => `fuera del mapa: ${names}`,
  demographicTitle: (metric, dimensions) => `${metric} por ${dimensions.toLowerCase()}`,
  datedTitle: (title, asOf) => `${title}, ${asOf}`,
  largest: (name, share) => `Grupo más numeroso: ${name}, ${share} de las personas en la lista.`,
  nobody: 'No hay nadie en la lista.',
  table: { people: 'Personas', share: 'Porcentaje' },
};
