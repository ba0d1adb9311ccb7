import { lastAnswers, samples, withoutNumbers } from '../sources.js';
import { alone, type Case, type Section } from './case.js';
import { failures, loading } from './faults.js';

const chart = (attributes: Readonly<Record<string, string>>) => alone('breakdown-chart', attributes);
const byMedia = { breakdown: 'media_product_type' };
const compared = { compare: 'previous_period' };

const cases: readonly Case[] = [
  {
    name: 'bars',
    shows: 'Rows that add up to the total: with shares.',
    tag: chart({ metric: 'likes', ...byMedia, ...compared }),
    source: samples,
    pictured: true,
  },
  {
    name: 'doughnut',
    shows: 'The same as a ring: only where the rows are parts of a whole.',
    tag: chart({ metric: 'likes', ...byMedia, display: 'doughnut' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'overlapping',
    shows: 'One account can be in several rows: no shares, and no ring though one is asked for.',
    tag: chart({ metric: 'reach', ...byMedia, display: 'doughnut' }),
    source: samples,
  },
  {
    name: 'two-dimensions',
    shows: 'Kind of post by kind of account.',
    tag: chart({ metric: 'reach', breakdown: 'media_product_type,follow_type' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'gained-and-lost',
    shows: 'Gained and lost followers, away from zero.',
    tag: chart({ metric: 'follows_and_unfollows' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'buttons',
    shows: 'Taps on the profile’s buttons.',
    tag: chart({ metric: 'profile_links_taps', breakdown: 'contact_button_type' }),
    source: samples,
  },
  {
    name: 'implied',
    shows: 'No breakdown named: the metric’s first.',
    tag: chart({ metric: 'shares' }),
    source: samples,
  },
  {
    name: 'large',
    shows: 'Millions.',
    tag: chart({ metric: 'likes', ...byMedia, ...compared }),
    source: () => samples({ followers: 48_000_000 }),
  },
  {
    name: 'small',
    shows: 'An account with 57 followers.',
    tag: chart({ metric: 'likes', ...byMedia, display: 'doughnut' }),
    source: () => samples({ scenario: 'small-account' }),
  },
  {
    name: 'sample-data',
    shows: 'Numbers that no account has.',
    tag: chart({ metric: 'likes', ...byMedia }),
    source: () => samples({ marked: true }),
  },
  {
    name: 'stale',
    shows: 'A newer answer could not be had: the kept one, dated and dimmed.',
    tag: chart({ metric: 'likes', ...byMedia }),
    source: () => lastAnswers('network'),
  },
  {
    name: 'not-returned',
    shows: 'Instagram gave nothing, and did not say why.',
    tag: chart({ metric: 'likes', ...byMedia, since: '2024-04-29', until: '2024-05-26' }),
    source: withoutNumbers,
    state: 'empty',
    reason: 'not-returned',
  },
  {
    name: 'other-element',
    shows: 'A metric without a breakdown.',
    tag: chart({ metric: 'accounts_engaged_twice' }),
    source: samples,
    state: 'error',
    reason: 'invalid-query',
  },
];

const anyChart = chart({ metric: 'likes', ...byMedia });

export const breakdownChart: Section = {
  element: 'breakdown-chart',
  about: 'Which kind of post, of account or of button the numbers come from.',
  widths: [480, 320],
  cases: [...cases, loading(anyChart), ...failures(anyChart)],
};
