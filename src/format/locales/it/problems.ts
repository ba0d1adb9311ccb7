/** What a visitor reads when there is no number, in Italian. */
import type { ProblemWords } from '../en/problems.js';
import { card } from './card.js';
import { issues } from './issues.js';
import { withArticle } from './with-article.js';

export const problems: ProblemWords = {
  empty: {
    'too-few-followers': [
      'Non mostrato sotto i 100 follower',
      'Instagram fornisce questo dato a partire da 100 follower.',
    ],
    'not-yet': [
      'Non ancora comunicato',
      'Finora Instagram non ha fornito alcun dato. Quelli degli ultimi giorni possono richiedere 48 ore.',
    ],
    'not-returned': ['Nessun dato per questi giorni', 'Instagram non ne ha forniti e non ha detto perché.'],
    'window-too-long': ['Non calcolato su così tanti giorni', 'Per meno giorni il dato c’è.'],
  },
  conditions: {
    engaged_audience_demographics:
      'La documentazione di questa metrica richiede almeno 100 interazioni in questi giorni.',
  },
  errors: {
    'invalid-query': ['Questo dato è configurato male', 'Chi gestisce questa pagina può correggerlo.'],
    'no-client': [
      'Questo dato non è ancora collegato',
      'Chi gestisce questa pagina deve indicare da dove arrivano i suoi dati.',
    ],
    secret: [
      'In questa pagina è stato trovato un token di accesso',
      'Non è stato usato. Chi gestisce questa pagina deve rimuoverlo e revocarlo.',
    ],
    'malformed-response': [
      'Impossibile leggere la risposta',
      'Chi gestisce questa pagina può controllare l’indirizzo da cui è arrivata.',
    ],
    network: [card.offline, 'Impossibile raggiungere i dati. Riprovare tra poco.'],
    'server-error': ['Instagram non ha risposto', 'Di solito è temporaneo. Riprovare tra qualche minuto.'],
    'rate-limited': ['Troppe richieste', 'Instagram chiede di attendere prima di rispondere di nuovo.'],
    'token-expired': ['La connessione a Instagram è terminata', 'Chi gestisce l’account deve ricollegarlo.'],
    'no-permission': [
      'Non condiviso dall’account',
      'Chi gestisce l’account deve ricollegarlo e autorizzare gli insight.',
    ],
    'not-offered': ['Non offerto da Instagram', 'Instagram non fornisce questo dato nella versione richiesta.'],
    rejected: ['Instagram ha rifiutato la richiesta', 'Chi gestisce questa pagina può correggerla.'],
    misconfigured: [
      'La connessione a Instagram è configurata male',
      'Chi gestisce il backend deve impostare la chiave segreta dell’app.',
    ],
    'not-found': [
      'Questo account qui non esiste',
      'Chi gestisce questa pagina può controllare il nome dell’account e l’indirizzo.',
    ],
    blocked: ['Instagram ha messo in pausa questo account', 'Chi gestisce l’account deve accedere a Instagram.'],
    unauthorized: [
      'Questa pagina non è autorizzata a chiedere dati',
      'Chi gestisce questa pagina deve rinnovarne l’accesso.',
    ],
    closed: [
      'Questa pagina non è autorizzata a chiedere dati',
      'Chi gestisce il backend deve aprirlo a questa pagina.',
    ],
    'not-in-snapshot': ['Non presente in questa istantanea', 'Chi gestisce la pagina può aggiungere la domanda.'],
    'no-sound': ['Nessun audio in questo browser', 'Riprovare o consentire l’audio per questa pagina.'],
    'not-ready': ['Non ancora pronto', 'Riprovare tra poco.'],
    unknown: ['Qualcosa è andato storto', 'Chi gestisce questa pagina può controllare il log del backend.'],
  },
  tooLong: ({ text }, isHourMore) =>
    `Instagram non calcola gli account unici su più di ${text} giorni.${
      isHourMore ? ' In questi giorni cambia l’ora: c’è un’ora di troppo.' : ''
    }`,
  fewerDays: ({ text }) => `Mostra gli ultimi ${text} giorni`,
  findings: {
    gaps: (days) => `${days}: impossibile ottenere i dati.`,
    unreported: (days) => `${days}: Instagram non ha fornito un totale.`,
    // In brackets: one day or several, no article is needed.
    strays: (days) => `Instagram ha fornito anche dati che nessuno ha chiesto (${days}): sono stati esclusi.`,
    daily: 'Una richiesta al giorno; la somma dei giorni può non coincidere con il totale.',
    sumOfDays: 'Questo totale è la somma dei suoi giorni: può contare uno stesso account una volta al giorno.',
    paused: (moment) =>
      `Nessun aggiornamento fino ${withArticle('al', moment)} perché quasi tutte le chiamate consentite da Instagram sono state usate.`,
  },
  retryAt: (moment) => `Si può riprovare ${withArticle('dal', moment)}.`,
  retry: card.retry,
  sentences: (all) => all.join(' '),
  issues: {
    meant: (code) => `Si intendeva ${code}?`,
    allowed: 'Valori consentiti qui',
    remove: (attribute) => `Rimuovere ${attribute}.`,
    phrases: issues,
  },
};
