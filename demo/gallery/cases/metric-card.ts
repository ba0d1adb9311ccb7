import { failing, lastAnswers, nothing, partly, samples, withoutFirstPart, withoutNumbers } from '../sources.js';
import { alone, type Case, type Section } from './case.js';
import { failures, kept, loading, notInSnapshot, rareFailures } from './faults.js';

const card = (attributes: Readonly<Record<string, string>>) => alone('metric-card', attributes);
const compared = { compare: 'previous_period' };
const settled = { since: '2024-04-29', until: '2024-05-26' };
const long = { range: 'last_90_days' };

const ready: readonly Case[] = [
  {
    name: 'compared',
    shows: 'The number, its days, how it stands to the days before, and the days as a line.',
    tag: card({ metric: 'reach', ...compared }),
    source: samples,
    pictured: true,
  },
  {
    name: 'fallen',
    shows: 'A change for the worse, in a metric that is better when higher.',
    tag: card({ metric: 'comments', ...settled, ...compared }),
    source: samples,
    pictured: true,
  },
  {
    name: 'risen',
    shows: 'A change for the better.',
    tag: card({ metric: 'replies', ...settled, ...compared }),
    source: samples,
    pictured: true,
  },
  {
    name: 'plain',
    shows: 'No comparison asked for, and no days given by Instagram.',
    tag: card({ metric: 'likes' }),
    source: samples,
  },
  {
    name: 'daily',
    shows: 'Days of a metric without a series: one question for each.',
    tag: card({ metric: 'likes', daily: '', ...compared }),
    source: samples,
  },
  {
    name: 'gained-and-lost',
    shows: 'Two numbers and their difference, which is derived and says so.',
    tag: card({ metric: 'follows_and_unfollows' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'breakdown',
    shows: 'Rows to open. One account can be in several.',
    tag: card({ metric: 'reach', breakdown: 'media_product_type', ...compared }),
    source: samples,
  },
  {
    name: 'provisional',
    shows: 'The last two days still move: dashed.',
    tag: card({ metric: 'reach', since: '2024-05-21', until: '2024-06-03', ...compared }),
    source: samples,
  },
  {
    name: 'first-window',
    shows: 'The days before are out of Instagram’s memory: nothing to compare with.',
    tag: card({ metric: 'likes', since: '2022-06-10', until: '2022-07-01', ...compared }),
    source: samples,
  },
  {
    name: 'large',
    shows: 'Millions, under a heading of the page’s own.',
    tag: card({ metric: 'views', heading: 'Views of everything that we have shown to anybody', ...compared }),
    source: () => samples({ followers: 48_000_000 }),
    pictured: true,
  },
  {
    name: 'small',
    shows: 'An account with 57 followers.',
    tag: card({ metric: 'reach', ...compared }),
    source: () => samples({ scenario: 'small-account' }),
  },
  {
    name: 'sample-data',
    shows: 'Numbers that no account has: the mark cannot be taken off.',
    tag: card({ metric: 'reach', ...compared }),
    source: () => samples({ marked: true }),
    pictured: true,
  },
];

const qualified: readonly Case[] = [
  {
    name: 'stale',
    shows: 'A newer answer could not be had: the kept number, dated and dimmed.',
    tag: card({ metric: 'reach', ...compared }),
    source: () => lastAnswers('rate-limited', { retryAt: Date.now() + 17 * 60_000 }),
    pictured: true,
  },
  {
    name: 'paused',
    shows: 'The limit on calls is nearly used up: no updates for an hour.',
    tag: card({ metric: 'likes', 'refresh-interval': '300' }),
    source: () => samples({ scenario: 'busy' }),
  },
  {
    name: 'long-window',
    shows: 'Unique accounts are not counted over 90 days: the days are drawn, and no total is made up.',
    tag: card({ metric: 'reach', ...long }),
    source: samples,
    reason: 'window-too-long',
  },
  {
    name: 'parts',
    shows: 'Events over 90 days are added up from three totals.',
    tag: card({ metric: 'likes', ...long }),
    source: samples,
  },
  {
    name: 'gap',
    shows: 'One of the parts could not be had: the sum is a least.',
    tag: card({ metric: 'likes', ...long }),
    source: withoutFirstPart,
    pictured: true,
  },
  {
    name: 'missing-days',
    shows: 'Every fourth day is missing from the line: a gap, not a zero.',
    tag: card({ metric: 'reach', ...compared }),
    source: () => samples({ scenario: 'partial' }),
  },
  {
    name: 'comparison-failed',
    shows: 'The number came, the days before did not.',
    tag: card({ metric: 'likes', ...compared }),
    source: () =>
      partly({}, ({ params }) =>
        Number(params.since) < Date.parse('2024-05-01T00:00:00Z') / 1000 ? nothing : undefined,
      ),
  },
];

const empty: readonly Case[] = [
  {
    name: 'too-few-followers',
    shows: 'Instagram does not give this below 100 followers.',
    tag: card({ metric: 'follows_and_unfollows' }),
    source: () => samples({ scenario: 'small-account' }),
    reason: 'too-few-followers',
  },
  {
    name: 'not-yet',
    shows: 'The window touches the last 48 hours.',
    tag: card({ metric: 'likes', since: '2024-06-02', until: '2024-06-03' }),
    source: withoutNumbers,
    reason: 'not-yet',
    pictured: true,
  },
  {
    name: 'no-permission',
    shows: 'The account has not allowed insights.',
    tag: card({ metric: 'reach' }),
    source: () => samples({ scenario: 'no-permission' }),
    reason: 'no-permission',
  },
  {
    name: 'not-offered',
    shows: 'The Graph version that answers has retired the metric.',
    tag: card({ metric: 'reach' }),
    source: () => failing('not-offered'),
    reason: 'not-offered',
  },
  {
    name: 'not-returned',
    shows: 'Instagram gave nothing, and did not say why.',
    tag: card({ metric: 'accounts_engaged', ...settled }),
    source: () => samples({ scenario: 'partial' }),
    reason: 'not-returned',
  },
  {
    name: 'window-too-long',
    shows: 'Unique accounts over 90 days, and no days to draw.',
    tag: card({ metric: 'accounts_engaged', ...long }),
    source: samples,
    reason: 'window-too-long',
  },
].map((one) => ({ ...one, state: 'empty' }) as Case);

const wrong: readonly Case[] = [
  {
    name: 'unknown-metric',
    shows: 'A slip of the pen: what was probably meant.',
    tag: card({ metric: 'reech' }),
    source: samples,
    pictured: true,
  },
  {
    name: 'no-metric',
    shows: 'No metric at all: what there is to choose from.',
    tag: card({}),
    source: samples,
  },
  {
    name: 'wrong-period',
    shows: 'A value that this metric does not take.',
    tag: card({ metric: 'likes', period: 'lifetime' }),
    source: samples,
  },
  {
    name: 'retired',
    shows: 'A metric that the Graph version has retired, and what took its place.',
    tag: card({ metric: 'impressions', 'api-version': 'v22.0' }),
    source: samples,
  },
  {
    name: 'other-element',
    shows: 'A metric for another element.',
    tag: card({ metric: 'follower_demographics' }),
    source: samples,
  },
  {
    name: 'no-client',
    shows: 'Nothing on the page says where numbers come from.',
    tag: card({ metric: 'reach' }),
    reason: 'no-client',
  },
  {
    name: 'secret',
    shows: 'An access token on the page: refused, and nowhere repeated.',
    tag: card({ metric: 'reach', 'access-token': `EAAG${'x1Y2z3'.repeat(6)}` }),
    source: samples,
    reason: 'secret',
  },
].map((one) => ({ reason: 'invalid-query', ...one, state: 'error' }) as Case);

const anyCard = card({ metric: 'reach', ...compared });

export const metricCard: Section = {
  element: 'metric-card',
  about: 'One number, the days it is for, and how it stands to the days before.',
  widths: [320, 240],
  cases: [
    ...ready,
    ...qualified,
    { ...kept(anyCard), pictured: true },
    { ...loading(anyCard), pictured: true },
    ...empty,
    { ...notInSnapshot(anyCard), pictured: true },
    ...wrong,
    ...failures(anyCard),
    ...rareFailures(anyCard),
  ],
};
