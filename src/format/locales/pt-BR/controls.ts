/** The words of what a visitor sets, and of whose numbers they are, in Brazilian Portuguese. Numbers and dates arrive formatted. */

import type { ControlWords } from '../en/controls.js';
import { pluralIn } from '../plural.js';

// By the rules of pt-BR 0 is a singular; Brazilians, and Instagram, write "0 seguidores" all the same.
const plural = pluralIn('pt-PT');

export const controls: ControlWords = {
  days: 'Dias',
  lastDays: ({ text }) => `Últimos ${text} dias`,
  thisMonth: 'Este mês',
  prevMonth: 'Mês anterior',
  custom: 'Dias personalizados',
  chooseCustom: 'Dias personalizados…',
  choose: 'Escolher dias',
  firstDay: 'Primeiro dia',
  lastDay: 'Último dia',
  pacific: 'Dias do Instagram: horário do Pacífico (EUA)',
  wrongDays: {
    incomplete: () => 'Preencha as duas datas por completo.',
    order: () => 'O primeiro dia é posterior ao último.',
    unknown: (oldest, today) => `O Instagram aceita dias de ${oldest} a ${today}.`,
  },
  timeframe: 'Dados demográficos',
  compare: 'Comparar com os dias anteriores',
  metrics: 'Métricas',
  noMetrics: 'Nenhuma métrica escolhida.',
  moreForAll: 'Mais opções para todos estes dados',
  account: {
    topic: 'Conta do Instagram',
    followers: (count) => ['', plural(count, { one: ' seguidor', many: ' de seguidores', other: ' seguidores' })],
    posts: (count) => ['', plural(count, { one: ' publicação', many: ' de publicações', other: ' publicações' })],
    nothing: ['Nada se sabe desta conta', 'O Instagram não forneceu nem nome nem número e não disse por quê.'],
    kept: (moment) => `dados obtidos em ${moment} ou antes; não foi possível obter outros mais recentes`,
  },
};
