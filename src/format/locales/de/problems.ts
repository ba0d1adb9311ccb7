/** What a visitor reads when there is no number, in German. Numbers and dates arrive formatted. */
import type { ProblemWords } from '../en/problems.js';
import { pluralIn } from '../plural.js';
import { card } from './card.js';
import { issues } from './issues.js';

const plural = pluralIn('de');

// “Wer … betreibt” and “wer … besitzt” name a person without a gender.
const pageCanFix = 'Wer diese Seite betreibt, kann das korrigieren.';

export const problems: ProblemWords = {
  empty: {
    'too-few-followers': ['Unter 100 Followern nicht angezeigt', 'Instagram liefert diese Zahl ab 100 Followern.'],
    'not-yet': [
      'Noch nicht gemeldet',
      'Instagram hat bisher keine Zahl geliefert. Zahlen der letzten Tage können 48 Stunden brauchen.',
    ],
    'not-returned': ['Keine Zahl für diese Tage', 'Instagram hat keine geliefert und keinen Grund genannt.'],
    'window-too-long': ['Für so viele Tage nicht gezählt', 'Für weniger Tage gibt es eine Zahl.'],
  },
  conditions: {
    engaged_audience_demographics: 'Die Dokumentation verlangt mindestens 100 Interaktionen in diesen Tagen.',
  },
  errors: {
    'invalid-query': ['Diese Zahl ist falsch eingerichtet', pageCanFix],
    'no-client': [
      'Diese Zahl ist noch nicht verbunden',
      'Wer diese Seite betreibt, muss angeben, woher ihre Zahlen kommen.',
    ],
    secret: [
      'Auf dieser Seite wurde ein Zugriffstoken gefunden',
      'Es wurde nicht verwendet. Wer diese Seite betreibt, muss es entfernen und widerrufen.',
    ],
    'malformed-response': [
      'Die Antwort war nicht lesbar',
      'Wer diese Seite betreibt, kann die Adresse prüfen, von der sie kam.',
    ],
    network: [card.offline, 'Die Zahlen waren nicht erreichbar. Bitte gleich noch einmal versuchen.'],
    'server-error': [
      'Instagram hat nicht geantwortet',
      'Das gibt sich in der Regel. Bitte in ein paar Minuten erneut versuchen.',
    ],
    'rate-limited': ['Zu oft angefragt', 'Instagram verlangt eine Pause, bevor es wieder antwortet.'],
    'token-expired': [
      'Die Verbindung zu Instagram besteht nicht mehr',
      'Wer das Konto besitzt, muss es neu verbinden.',
    ],
    'no-permission': [
      'Vom Konto nicht freigegeben',
      'Wer das Konto besitzt, muss es neu verbinden und Insights erlauben.',
    ],
    'not-offered': ['Von Instagram nicht angeboten', 'In der angefragten Version liefert Instagram diese Zahl nicht.'],
    rejected: ['Instagram hat die Anfrage abgelehnt', pageCanFix],
    misconfigured: [
      'Die Verbindung zu Instagram ist falsch eingerichtet',
      'Wer das Backend betreibt, muss den Geheimcode der App hinterlegen.',
    ],
    'not-found': [
      'Dieses Konto gibt es hier nicht',
      'Wer diese Seite betreibt, kann den Namen des Kontos und die Adresse prüfen.',
    ],
    blocked: ['Instagram hat dieses Konto pausiert', 'Wer das Konto besitzt, muss sich bei Instagram anmelden.'],
    unauthorized: ['Diese Seite hat keinen Zugriff', 'Wer diese Seite betreibt, muss ihren Zugriff erneuern.'],
    closed: ['Diese Seite hat keinen Zugriff', 'Wer das Backend betreibt, muss es für diese Seite freigeben.'],
    'not-in-snapshot': ['Nicht in dieser Momentaufnahme', 'Wer die Seite betreibt, kann die Frage ergänzen.'],
    'no-sound': ['Kein Ton in diesem Browser', 'Bitte erneut versuchen oder Ton für diese Seite erlauben.'],
    'not-ready': ['Noch nicht bereit', 'Bitte gleich noch einmal versuchen.'],
    unknown: ['Etwas ist schiefgelaufen', 'Wer diese Seite betreibt, kann im Protokoll des Backends nachsehen.'],
  },
  tooLong: ({ text, value }, isHourMore) =>
    `Instagram zählt einzelne Konten nicht über mehr als ${text} ${plural(value, { one: 'Tag', other: 'Tage' })}.${
      isHourMore ? ' In diese Tage fällt die Zeitumstellung: Sie sind eine Stunde zu lang.' : ''
    }`,
  fewerDays: ({ text }) => `Letzte ${text} Tage anzeigen`,
  findings: {
    gaps: (days) => `${days}: nicht abrufbar.`,
    unreported: (days) => `${days}: Instagram hat keine Gesamtzahl geliefert.`,
    strays: (days) => `${days}: von Instagram ungefragt mitgeliefert, weggelassen.`,
    daily: 'Eine Abfrage pro Tag; die Tage ergeben zusammen nicht unbedingt die Gesamtzahl.',
    sumOfDays: 'Diese Gesamtzahl ist die Summe ihrer Tage: Ein Konto kann darin einmal pro Tag gezählt sein.',
    paused: (moment) =>
      `Keine Aktualisierung bis ${moment}: Fast alle Abrufe, die Instagram erlaubt, sind aufgebraucht.`,
  },
  retryAt: (moment) => `Wieder ab ${moment}.`,
  retry: card.retry,
  sentences: (all) => all.join(' '),
  issues: {
    meant: (code) => `War ${code} gemeint?`,
    allowed: 'Hier erlaubt',
    remove: (attribute) => `${attribute} entfernen.`,
    phrases: issues,
  },
};
