/** The words of what a visitor sets, and of whose numbers they are, in French. Numbers and dates arrive formatted. */
import type { ControlWords } from '../en/controls.js';
import { pluralIn } from '../plural.js';

const plural = pluralIn('fr');

export const controls: ControlWords = {
  days: 'Période',
  lastDays: ({ text }) => `${text} derniers jours`,
  thisMonth: 'Ce mois-ci',
  prevMonth: 'Mois précédent',
  custom: 'Période personnalisée',
  chooseCustom: 'Période personnalisée…',
  choose: 'Choisir une période',
  firstDay: 'Premier jour',
  lastDay: 'Dernier jour',
  pacific: 'Jours d’Instagram\u202f: heure du Pacifique (États-Unis)',
  wrongDays: {
    incomplete: () => 'Saisissez les deux jours en entier.',
    order: () => 'Le premier jour est après le dernier.',
    unknown: (oldest, today) => `Instagram répond pour les jours du ${oldest} au ${today}.`,
  },
  timeframe: 'Démographie',
  compare: 'Comparer aux jours précédents',
  metrics: 'Indicateurs',
  noMetrics: 'Aucun indicateur sélectionné.',
  moreForAll: 'Plus d’options pour tous ces chiffres',
  account: {
    topic: 'Compte Instagram',
    followers: (count) => ['', plural(count, { one: ' follower', many: ' de followers', other: ' followers' })],
    posts: (count) => ['', plural(count, { one: ' publication', many: ' de publications', other: ' publications' })],
    nothing: ['Aucune information sur ce compte', 'Instagram n’a fourni ni nom ni chiffre, et n’a pas dit pourquoi.'],
    kept: (moment) => `données au ${moment} ou antérieures\u202f; impossible d’en obtenir de plus récentes`,
  },
};
