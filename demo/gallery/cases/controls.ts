/** The elements around numbers: who they are about, for which days, and all of them with one tag. */
import { longNamed, nearlyUnknown, samples } from '../sources.js';
import { alone, type Section, within } from './case.js';
import { failures, loading } from './faults.js';

const header = alone('account-header');
const card = (metric: string, attributes: Readonly<Record<string, string>> = {}) =>
  alone('metric-card', { metric, ...attributes });

export const accountHeader: Section = {
  element: 'account-header',
  about: 'Whose numbers they are: name, username, followers and posts.',
  widths: [480, 280],
  cases: [
    { name: 'known', shows: 'The account.', tag: header, source: samples, pictured: true },
    {
      name: 'long-name',
      shows: 'A long name, and a hundred million followers.',
      tag: header,
      source: longNamed,
      pictured: true,
    },
    {
      name: 'left-out',
      shows: 'What Instagram left out is not there: no name, no followers, one post.',
      tag: header,
      source: nearlyUnknown,
      pictured: true,
    },
    {
      name: 'sample-data',
      shows: 'An account that nobody has.',
      tag: header,
      source: () => samples({ marked: true }),
      pictured: true,
    },
    loading(header),
    ...failures(header),
  ],
};

const picker = (attributes: Readonly<Record<string, string>> = {}) => alone('range-picker', attributes);

export const rangePicker: Section = {
  element: 'range-picker',
  about: 'Sets the days of the provider around it.',
  widths: [480, 280],
  cases: [
    {
      name: 'alone',
      shows: 'All days that have a name, and days of one’s own.',
      tag: within({}, picker()),
      source: samples,
      pictured: true,
    },
    {
      name: 'all-controls',
      shows: 'Also the timeframe of demographics, and the comparison.',
      tag: within({ compare: 'previous_period' }, picker({ timeframes: '', comparison: '' })),
      source: samples,
      pictured: true,
    },
    {
      name: 'own-days',
      shows: 'Days of one’s own.',
      tag: within({ since: '2024-05-13', until: '2024-05-26' }, picker()),
      source: samples,
      pictured: true,
    },
    {
      name: 'few-presets',
      shows: 'Two names and no days of one’s own, above what they are for.',
      tag: within({}, picker({ presets: 'last_7_days,last_28_days', 'no-custom': '' }), card('reach')),
      source: samples,
    },
  ],
};

const asked = { compare: 'previous_period' };

export const dashboard: Section = {
  element: 'dashboard',
  about: 'All of an account with one tag, laid out for its container.',
  widths: [800, 320],
  cases: [
    {
      name: 'all',
      shows: 'What one tag shows when nothing is chosen.',
      tag: alone('dashboard', asked),
      source: samples,
    },
    {
      name: 'chosen',
      shows: 'Some metrics, and a visitor may choose among them.',
      tag: alone('dashboard', {
        ...asked,
        metrics: 'reach,likes,follower_demographics',
        choosable: '',
      }),
      source: samples,
      pictured: true,
    },
  ],
};

const pair = [card('reach'), card('likes')];

export const provider: Section = {
  element: 'provider',
  about: 'Says once, for all elements inside it, where the numbers come from and which days they are for.',
  widths: [320, 240],
  cases: [
    {
      name: 'handed-down',
      shows: 'Both cards take its days; the second one also compares.',
      tag: within({ range: 'last_7_days' }, card('reach'), card('likes', asked)),
      source: samples,
      pictured: true,
    },
    {
      name: 'language',
      shows: 'Words in German, numbers and dates as they are written in Austria.',
      tag: within({ locale: 'de-AT', range: 'last_14_days' }, ...pair),
      source: samples,
    },
    {
      name: 'wrong-range',
      shows: 'Days that cannot be: an event tells the page, and the elements take the usual ones.',
      tag: within({ since: '2024-05-30', until: '2024-05-02' }, ...pair),
      source: samples,
    },
  ],
};
