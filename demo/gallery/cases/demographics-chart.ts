import { lastAnswers, samples, withoutNumbers } from '../sources.js';
import { alone, type Case, type Section } from './case.js';
import { failures, loading } from './faults.js';

const metric = 'follower_demographics';
const chart = (attributes: Readonly<Record<string, string>>) => alone('demographics-chart', { metric, ...attributes });

const cases: readonly Case[] = [
  {
    name: 'pyramid',
    shows: 'Ages by gender, mirrored around their labels; unknown gender is said.',
    tag: chart({ breakdown: 'age,gender' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'cities',
    shows: 'The largest of 45 cities; the table has all.',
    tag: chart({ breakdown: 'city' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'countries',
    shows: 'Countries, by the name they have in the reader’s language.',
    tag: chart({ breakdown: 'country' }),
    source: samples,
  },
  {
    name: 'map',
    shows: 'Countries on a map, which is loaded only then.',
    tag: chart({ breakdown: 'country', display: 'map' }),
    source: samples,
    pictured: true,
  },
  { name: 'ages', shows: 'Ages alone.', tag: chart({ breakdown: 'age' }), source: samples },
  {
    name: 'genders',
    shows: 'Three rows stay together.',
    tag: chart({ breakdown: 'gender' }),
    source: samples,
  },
  {
    name: 'engaged',
    shows: 'Those who did something, under a heading of the page’s own.',
    tag: chart({
      metric: 'engaged_audience_demographics',
      breakdown: 'age,gender',
      heading: 'Who likes, comments, saves and shares',
    }),
    source: samples,
  },
  {
    name: 'sample-data',
    shows: 'Numbers that no account has.',
    tag: chart({ breakdown: 'age,gender' }),
    source: () => samples({ marked: true }),
  },
  {
    name: 'stale',
    shows: 'A newer answer could not be had: the kept one, dated and dimmed.',
    tag: chart({ breakdown: 'country' }),
    source: () => lastAnswers('network'),
  },
  {
    name: 'too-few-followers',
    shows: 'Instagram does not give this below 100 followers.',
    tag: chart({ breakdown: 'age' }),
    source: () => samples({ scenario: 'small-account' }),
    state: 'empty',
    reason: 'too-few-followers',
  },
  {
    name: 'not-returned',
    shows: 'Instagram gave nothing, and did not say why.',
    tag: chart({ breakdown: 'city' }),
    source: withoutNumbers,
    state: 'empty',
    reason: 'not-returned',
  },
  {
    name: 'wrong-timeframe',
    shows: 'A slip of the pen: what was probably meant.',
    tag: chart({ timeframe: 'last_30_day' }),
    source: samples,
    state: 'error',
    reason: 'invalid-query',
  },
];

const anyChart = chart({ breakdown: 'age,gender' });

export const demographicsChart: Section = {
  element: 'demographics-chart',
  about: 'Who the followers, the reached or the engaged people are.',
  widths: [480, 320],
  cases: [...cases, loading(anyChart), ...failures(anyChart)],
};
