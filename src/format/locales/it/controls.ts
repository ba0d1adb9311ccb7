/** The words of what a visitor sets, and of whose numbers they are, in Italian. Numbers and dates arrive formatted. */

import type { ControlWords } from '../en/controls.js';
import { pluralIn } from '../plural.js';
import { withArticle } from './with-article.js';

const plural = pluralIn('it');

export const controls: ControlWords = {
  days: 'Giorni',
  lastDays: ({ text }) => `Ultimi ${text} giorni`,
  thisMonth: 'Questo mese',
  prevMonth: 'Mese precedente',
  custom: 'Giorni personalizzati',
  chooseCustom: 'Giorni personalizzati…',
  choose: 'Scegli i giorni',
  firstDay: 'Primo giorno',
  lastDay: 'Ultimo giorno',
  pacific: 'Giorni di Instagram: ora del Pacifico (USA)',
  wrongDays: {
    incomplete: () => 'Inserire entrambe le date per intero.',
    order: () => 'Il primo giorno è successivo all’ultimo.',
    unknown: (oldest, today) => `Instagram accetta giorni ${withArticle('dal', oldest)} ${withArticle('al', today)}.`,
  },
  timeframe: 'Dati demografici',
  compare: 'Confronta con i giorni precedenti',
  metrics: 'Metriche',
  noMetrics: 'Nessuna metrica selezionata.',
  moreForAll: 'Altre opzioni per tutti questi dati',
  account: {
    topic: 'Account Instagram',
    followers: (count) => ['', plural(count, { many: ' di follower', other: ' follower' })],
    posts: (count) => ['', plural(count, { many: ' di post', other: ' post' })],
    nothing: [
      'Di questo account non si sa nulla',
      'Instagram non ha fornito né un nome né un numero e non ha detto perché.',
    ],
    kept: (moment) => `dati ottenuti ${withArticle('il', moment)} o prima; impossibile ottenerne di più recenti`,
  },
};
