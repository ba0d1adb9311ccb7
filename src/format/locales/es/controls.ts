/** The words of what a visitor sets, and of whose numbers they are, in Spanish. Numbers and dates arrive formatted. */

import type { ControlWords } from '../en/controls.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('es');

export const controls: ControlWords = {
  days: 'Días',
  lastDays: ({ text }) => `Últimos ${text} días`,
  thisMonth: 'Este mes',
  prevMonth: 'Mes anterior',
  custom: 'Días personalizados',
  chooseCustom: 'Días personalizados…',
  choose: 'Elegir días',
  firstDay: 'Primer día',
  lastDay: 'Último día',
  pacific: 'Días de Instagram: hora del Pacífico (EE. UU.)',
  wrongDays: {
    incomplete: () => 'Hay que completar ambas fechas.',
    order: () => 'El primer día es posterior al último.',
    unknown: (oldest, today) => `Instagram admite días del ${oldest} al ${today}.`,
  },
  timeframe: 'Datos demográficos',
  compare: 'Comparar con los días anteriores',
  metrics: 'Métricas',
  noMetrics: 'No hay ninguna métrica elegida.',
  moreForAll: 'Más opciones para todos estos datos',
  account: {
    topic: 'Cuenta de Instagram',
    followers: (count) => ['', plural(count, { one: ' seguidor', many: ' de seguidores', other: ' seguidores' })],
    posts: (count) => ['', plural(count, { one: ' publicación', many: ' de publicaciones', other: ' publicaciones' })],
    nothing: ['No se sabe nada de esta cuenta', 'Instagram no dio ni un nombre ni un número, y no dijo por qué.'],
    kept: (moment) => `datos obtenidos el ${moment} o antes; no se pudieron obtener otros más recientes`,
  },
};
