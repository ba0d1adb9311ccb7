import { InsightsError } from '../../../src/index.js';
import { lastAnswers, partly, samples, withoutFirstPart, withoutNumbers } from '../sources.js';
import { alone, type Case, type Section } from './case.js';
import { failures, kept, loading, notInSnapshot } from './faults.js';

const chart = (attributes: Readonly<Record<string, string>>) => alone('trend-chart', attributes);
const compared = { compare: 'previous_period' };
const recent = { since: '2024-05-21', until: '2024-06-03' };

const cases: readonly Case[] = [
  {
    name: 'compared',
    shows: 'A metric over days, and the days before as a thin line behind.',
    tag: chart({ metric: 'reach', ...compared }),
    source: samples,
    pictured: true,
  },
  {
    name: 'several',
    shows: 'Several metrics: the legend hides one, or all others.',
    tag: chart({ metric: 'likes,comments,shares' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'gained-and-lost',
    shows: 'Gained and lost followers, up and down from zero.',
    tag: chart({ metric: 'follows_and_unfollows' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'provisional',
    shows: 'The last two days still move: dashed.',
    tag: chart({ metric: 'reach', ...recent, ...compared }),
    source: samples,
  },
  {
    name: 'missing-days',
    shows: 'Every fourth day is missing: a gap, not a zero.',
    tag: chart({ metric: 'reach', ...compared }),
    source: () => samples({ scenario: 'partial' }),
    pictured: true,
  },
  {
    name: 'one-failed',
    shows: 'One of two metrics could not be had; the other one stands.',
    tag: chart({ metric: 'reach,likes' }),
    source: () =>
      partly({}, ({ params }) => {
        if (params.metric?.includes('likes')) throw new InsightsError('server-error');
      }),
  },
  {
    name: 'long-window',
    shows: 'Ninety days: fewer labels, and no total of unique accounts.',
    tag: chart({ metric: 'reach', range: 'last_90_days' }),
    source: samples,
  },
  {
    name: 'gap',
    shows: 'The first of the ninety days could not be had.',
    tag: chart({ metric: 'reach', range: 'last_90_days' }),
    source: withoutFirstPart,
  },
  {
    name: 'one-day',
    shows: 'A single day is a dot.',
    tag: chart({ metric: 'reach', since: '2024-05-20', until: '2024-05-20' }),
    source: samples,
  },
  {
    name: 'large',
    shows: 'Millions: the axis says them short.',
    tag: chart({ metric: 'reach', ...compared }),
    source: () => samples({ followers: 48_000_000 }),
  },
  {
    name: 'sample-data',
    shows: 'Numbers that no account has.',
    tag: chart({ metric: 'reach' }),
    source: () => samples({ marked: true }),
  },
  {
    name: 'stale',
    shows: 'A newer answer could not be had: the kept one, dated and dimmed.',
    tag: chart({ metric: 'reach' }),
    source: () => lastAnswers('network'),
  },
  {
    name: 'not-yet',
    shows: 'The window touches the last 48 hours.',
    tag: chart({ metric: 'reach', since: '2024-06-02', until: '2024-06-03' }),
    source: withoutNumbers,
    state: 'empty',
    reason: 'not-yet',
  },
  {
    name: 'unknown-metric',
    shows: 'One metric of a list is wrong, and named.',
    tag: chart({ metric: 'reach,lykes' }),
    source: samples,
    state: 'error',
    reason: 'invalid-query',
  },
];

const anyChart = chart({ metric: 'reach', ...compared });

export const trendChart: Section = {
  element: 'trend-chart',
  about: 'One metric, or several, over days.',
  widths: [480, 320],
  cases: [
    ...cases,
    { ...kept(anyChart), pictured: true },
    loading(anyChart),
    { ...notInSnapshot(anyChart), pictured: true },
    ...failures(anyChart),
  ],
};
