/** What a visitor reads when there is no number, in French. Numbers and dates arrive formatted. */
import type { ProblemWords } from '../en/problems.js';
import { pluralIn } from '../plural.js';
import { card } from './card.js';
import { issues } from './issues.js';

const plural = pluralIn('fr');

// “La personne qui …” has the gender of the word, not of who is meant.
const pageCanFix = 'La personne qui gère cette page peut corriger cela.';

export const problems: ProblemWords = {
  empty: {
    'too-few-followers': [
      'Non affiché en dessous de 100 followers',
      'Instagram fournit ce chiffre à partir de 100 followers.',
    ],
    'not-yet': [
      'Pas encore communiqué',
      'Instagram n’a fourni aucun chiffre pour l’instant. Ceux des derniers jours peuvent prendre 48 heures.',
    ],
    'not-returned': ['Aucun chiffre pour ces jours', 'Instagram n’en a pas fourni et n’a pas dit pourquoi.'],
    'window-too-long': ['Non compté sur autant de jours', 'Il existe un chiffre pour moins de jours.'],
  },
  conditions: {
    engaged_audience_demographics: 'La documentation demande au moins 100 interactions pendant ces jours.',
  },
  errors: {
    'invalid-query': ['Ce chiffre est mal configuré', pageCanFix],
    'no-client': [
      'Ce chiffre n’est pas encore connecté',
      'La personne qui gère cette page doit indiquer d’où viennent ses chiffres.',
    ],
    secret: [
      'Un token d’accès a été trouvé sur cette page',
      'Il n’a pas été utilisé. La personne qui gère cette page doit le retirer et le révoquer.',
    ],
    'malformed-response': [
      'La réponse est illisible',
      'La personne qui gère cette page peut vérifier l’adresse d’où elle vient.',
    ],
    network: [card.offline, 'Impossible d’accéder aux chiffres. Réessayez dans un instant.'],
    'server-error': ['Instagram n’a pas répondu', 'Cela ne dure pas, en général. Réessayez dans quelques minutes.'],
    'rate-limited': ['Trop de demandes', 'Instagram demande d’attendre avant de répondre à nouveau.'],
    'token-expired': ['La connexion à Instagram a pris fin', 'La personne titulaire du compte doit le reconnecter.'],
    'no-permission': [
      'Non partagé par le compte',
      'La personne titulaire du compte doit le reconnecter et autoriser les statistiques.',
    ],
    'not-offered': ['Non proposé par Instagram', 'Instagram ne fournit pas ce chiffre dans la version demandée.'],
    rejected: ['Instagram a refusé la demande', pageCanFix],
    misconfigured: [
      'La connexion à Instagram est mal configurée',
      'La personne qui gère le backend doit définir la clé secrète de l’application.',
    ],
    'not-found': [
      'Ce compte n’existe pas ici',
      'La personne qui gère cette page peut vérifier le nom du compte et l’adresse.',
    ],
    blocked: ['Instagram a mis ce compte en pause', 'La personne titulaire du compte doit se connecter sur Instagram.'],
    unauthorized: [
      'Cette page n’a pas accès aux chiffres',
      'La personne qui gère cette page doit renouveler son accès.',
    ],
    closed: ['Cette page n’a pas accès aux chiffres', 'La personne qui gère le backend doit l’ouvrir à cette page.'],
    'not-in-snapshot': ['Absent de cet instantané', 'La personne qui gère la page peut y ajouter la question.'],
    'no-sound': ['Pas de son dans ce navigateur', 'Réessayez, ou autorisez le son pour cette page.'],
    'not-ready': ['Pas encore prêt', 'Réessayez dans un instant.'],
    unknown: ['Un problème est survenu', 'La personne qui gère cette page peut consulter le journal du backend.'],
  },
  tooLong: ({ text, value }, isHourMore) =>
    `Instagram ne compte pas les comptes uniques sur plus de ${text} ${plural(value, { one: 'jour', other: 'jours' })}.${
      isHourMore ? ' Avec le changement d’heure, ces jours durent une heure de trop.' : ''
    }`,
  fewerDays: ({ text }) => `Afficher les ${text} derniers jours`,
  findings: {
    gaps: (days) => `${days}\u202f: chiffres impossibles à obtenir.`,
    unreported: (days) => `${days}\u202f: Instagram n’a pas fourni de total.`,
    strays: (days) => `${days}\u202f: chiffres fournis par Instagram sans être demandés, laissés de côté.`,
    daily: 'Une demande par jour\u202f; la somme des jours n’est pas forcément le total.',
    sumOfDays: 'Ce total est la somme de ses jours\u202f: un compte peut y être compté une fois par jour.',
    paused: (moment) =>
      `Pas de mise à jour jusqu’au ${moment}\u202f: presque tous les appels autorisés par Instagram sont utilisés.`,
  },
  retryAt: (moment) => `De nouveau à partir du ${moment}.`,
  retry: card.retry,
  sentences: (all) => all.join(' '),
  issues: {
    meant: (code) => `Vouliez-vous dire ${code}\u202f?`,
    allowed: 'Autorisé ici',
    remove: (attribute) => `Supprimez ${attribute}.`,
    phrases: issues,
  },
};
