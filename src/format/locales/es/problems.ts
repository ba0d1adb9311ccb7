/** What a visitor reads when there is no number, in Spanish. */
import type { ProblemWords } from '../en/problems.js';
import { card } from './card.js';
import { issues } from './issues.js';

export const problems: ProblemWords = {
  empty: {
    'too-few-followers': [
      'No se muestra con menos de 100 seguidores',
      'Instagram da este dato a partir de 100 seguidores.',
    ],
    'not-yet': [
      'Aún no informado',
      'Instagram no ha dado ningún dato hasta ahora. Los de los últimos días pueden tardar 48 horas.',
    ],
    'not-returned': ['Sin datos de estos días', 'Instagram no dio ninguno y no dijo por qué.'],
    'window-too-long': ['No se calcula para tantos días', 'Con menos días sí hay un dato.'],
  },
  conditions: {
    engaged_audience_demographics: 'La documentación de esta métrica pide al menos 100 interacciones en estos días.',
  },
  errors: {
    'invalid-query': ['Este dato está mal configurado', 'Quien administra esta página puede corregirlo.'],
    'no-client': [
      'Este dato aún no está conectado',
      'Quien administra esta página debe indicar de dónde vienen sus datos.',
    ],
    secret: [
      'Se encontró un token de acceso en esta página',
      'No se usó. Quien administra esta página debe quitarlo y revocarlo.',
    ],
    'malformed-response': [
      'No se pudo leer la respuesta',
      'Quien administra esta página puede revisar la dirección de la que vino.',
    ],
    network: [card.offline, 'No se pudo acceder a los datos. Se puede reintentar en un momento.'],
    'server-error': ['Instagram no respondió', 'Por lo general es pasajero. Se puede reintentar en unos minutos.'],
    'rate-limited': ['Demasiadas consultas', 'Instagram pide esperar antes de volver a responder.'],
    'token-expired': ['La conexión con Instagram terminó', 'Quien administra la cuenta debe volver a conectarla.'],
    'no-permission': [
      'La cuenta no lo comparte',
      'Quien administra la cuenta debe volver a conectarla y permitir las estadísticas.',
    ],
    'not-offered': ['Instagram no lo ofrece', 'Instagram no da este dato en la versión consultada.'],
    rejected: ['Instagram rechazó la consulta', 'Quien administra esta página puede corregirla.'],
    misconfigured: [
      'La conexión con Instagram está mal configurada',
      'Quien opera el backend debe definir la clave secreta de la aplicación.',
    ],
    'not-found': [
      'Esa cuenta no existe aquí',
      'Quien administra esta página puede revisar el nombre de la cuenta y la dirección.',
    ],
    blocked: ['Instagram puso en pausa esta cuenta', 'Quien administra la cuenta debe iniciar sesión en Instagram.'],
    unauthorized: [
      'Esta página no tiene permiso para consultar',
      'Quien administra esta página debe renovar su acceso.',
    ],
    closed: ['Esta página no tiene permiso para consultar', 'Quien opera el backend debe abrirlo para esta página.'],
    'not-in-snapshot': ['No está en esta instantánea', 'Quien gestiona la página puede añadir la pregunta.'],
    'no-sound': ['Sin sonido en este navegador', 'Se puede reintentar o permitir el sonido en esta página.'],
    'not-ready': ['Aún no está listo', 'Se puede reintentar en un momento.'],
    unknown: ['Algo salió mal', 'Quien administra esta página puede revisar el registro del backend.'],
  },
  tooLong: ({ text }, isHourMore) =>
    `Instagram no calcula cuentas únicas para más de ${text} días.${
      isHourMore ? ' En estos cambia la hora: hay una hora de más.' : ''
    }`,
  fewerDays: ({ text }) => `Ver los últimos ${text} días`,
  findings: {
    gaps: (days) => `${days}: no se pudieron obtener los datos.`,
    unreported: (days) => `${days}: Instagram no dio ningún total.`,
    // In brackets: one day or several, no article is needed.
    strays: (days) => `Instagram dio además datos que nadie pidió (${days}): se omitieron.`,
    daily: 'Una consulta por día; la suma de los días puede no coincidir con el total.',
    sumOfDays: 'Este total es la suma de sus días: puede contar una misma cuenta una vez por día.',
    paused: (moment) =>
      `Sin actualizaciones hasta el ${moment} porque se usaron casi todas las llamadas que permite Instagram.`,
  },
  // A moment can end in «p. m.»: nothing ends after it.
  retryAt: (moment) => `A partir del ${moment} se puede reintentar.`,
  retry: card.retry,
  sentences: (all) => all.join(' '),
  issues: {
    meant: (code) => `¿Se quiso decir ${code}?`,
    allowed: 'Valores permitidos aquí',
    remove: (attribute) => `Quitar ${attribute}.`,
    phrases: issues,
  },
};
