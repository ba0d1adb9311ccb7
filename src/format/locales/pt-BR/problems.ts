/** What a visitor reads when there is no number, in Brazilian Portuguese. */
import type { ProblemWords } from '../en/problems.js';
import { card } from './card.js';
import { issues } from './issues.js';

export const problems: ProblemWords = {
  empty: {
    'too-few-followers': [
      'Não exibido abaixo de 100 seguidores',
      'O Instagram fornece este dado a partir de 100 seguidores.',
    ],
    'not-yet': [
      'Ainda não informado',
      'O Instagram não forneceu nenhum dado até agora. Os dos últimos dias podem levar 48 horas.',
    ],
    'not-returned': ['Sem dados destes dias', 'O Instagram não forneceu nenhum e não disse por quê.'],
    'window-too-long': ['Não calculado para tantos dias', 'Com menos dias há um número.'],
  },
  conditions: {
    engaged_audience_demographics: 'A documentação desta métrica pede pelo menos 100 interações nestes dias.',
  },
  errors: {
    'invalid-query': ['Este dado está mal configurado', 'Quem administra esta página pode corrigi-lo.'],
    'no-client': [
      'Este dado ainda não está conectado',
      'Quem administra esta página precisa informar de onde vêm os dados dela.',
    ],
    secret: [
      'Um token de acesso foi encontrado nesta página',
      'Ele não foi usado. Quem administra esta página precisa removê-lo e revogá-lo.',
    ],
    'malformed-response': [
      'Não foi possível ler a resposta',
      'Quem administra esta página pode verificar o endereço de onde ela veio.',
    ],
    network: [card.offline, 'Não foi possível acessar os dados. Tente novamente em instantes.'],
    'server-error': ['O Instagram não respondeu', 'Em geral, isso passa. Tente novamente em alguns minutos.'],
    'rate-limited': ['Consultas demais', 'O Instagram pede uma espera antes de responder de novo.'],
    'token-expired': ['A conexão com o Instagram terminou', 'Quem administra a conta precisa conectá-la novamente.'],
    'no-permission': [
      'Não compartilhado pela conta',
      'Quem administra a conta precisa conectá-la novamente e permitir os insights.',
    ],
    'not-offered': ['Não oferecido pelo Instagram', 'O Instagram não fornece este dado na versão consultada.'],
    rejected: ['O Instagram recusou a consulta', 'Quem administra esta página pode corrigi-la.'],
    misconfigured: [
      'A conexão com o Instagram está mal configurada',
      'Quem opera o backend precisa definir a chave secreta do app.',
    ],
    'not-found': [
      'Essa conta não existe aqui',
      'Quem administra esta página pode verificar o nome da conta e o endereço.',
    ],
    blocked: ['O Instagram pausou esta conta', 'Quem administra a conta precisa entrar no Instagram.'],
    unauthorized: [
      'Esta página não tem permissão para consultar',
      'Quem administra esta página precisa renovar o acesso dela.',
    ],
    closed: ['Esta página não tem permissão para consultar', 'Quem opera o backend precisa abri-lo para esta página.'],
    'not-in-snapshot': ['Não está neste instantâneo', 'Quem administra a página pode incluir a pergunta.'],
    'no-sound': ['Sem som neste navegador', 'Tente novamente ou permita o som nesta página.'],
    'not-ready': ['Ainda não está pronto', 'Tente novamente em instantes.'],
    unknown: ['Algo deu errado', 'Quem administra esta página pode consultar o log do backend.'],
  },
  tooLong: ({ text }, isHourMore) =>
    `O Instagram não calcula contas únicas para mais de ${text} dias.${
      isHourMore ? ' O horário muda nestes dias: há uma hora a mais.' : ''
    }`,
  fewerDays: ({ text }) => `Ver os últimos ${text} dias`,
  findings: {
    gaps: (days) => `${days}: não foi possível obter os dados.`,
    unreported: (days) => `${days}: o Instagram não forneceu nenhum total.`,
    // In brackets: a date can end in a full stop.
    strays: (days) => `O Instagram também forneceu dados que ninguém pediu (${days}): foram omitidos.`,
    daily: 'Uma consulta por dia; a soma dos dias pode não coincidir com o total.',
    sumOfDays: 'Este total é a soma dos seus dias: pode contar a mesma conta uma vez por dia.',
    paused: (moment) =>
      `Sem atualizações até ${moment} porque quase todas as chamadas que o Instagram permite foram usadas.`,
  },
  retryAt: (moment) => `A partir de ${moment} é possível tentar novamente.`,
  retry: card.retry,
  sentences: (all) => all.join(' '),
  issues: {
    meant: (code) => `Você quis dizer ${code}?`,
    allowed: 'Valores permitidos aqui',
    remove: (attribute) => `Remova ${attribute}.`,
    phrases: issues,
  },
};
