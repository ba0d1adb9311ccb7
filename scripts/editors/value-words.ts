// What is said of a value while an author chooses it: a sentence, from the registry where that has one.
import { descriptions } from '../../src/spec/descriptions.js';
import { isMetricName, lifecycle, type MetricName, specOf } from '../../src/spec/index.js';

const sentences: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  period: {
    day: 'What happened on the days of a range.',
    lifetime: 'Who there is, by a timeframe that Instagram chooses the days of.',
  },
  timeframe: {
    last_14_days: 'The last 14 days.',
    last_30_days: 'The last 30 days.',
    last_90_days: 'The last 90 days.',
    prev_month: 'The month before this one.',
    this_month: 'The last 30 days: Instagram counts no calendar month.',
    this_week: 'The last 7 days: Instagram counts no calendar week.',
  },
  breakdown: {
    media_product_type: 'By kind of post: posts, reels, stories, ads.',
    follow_type: 'By whether it was a follower.',
    contact_button_type: 'By the button of the profile that was tapped.',
    age: 'By age, in bands.',
    city: 'By city; Instagram gives the first 45.',
    country: 'By country; Instagram gives the first 45.',
    gender: 'By gender.',
  },
  'metric-type': { total_value: 'One number for all days.', time_series: 'A number for each day.' },
  range: {
    this_month: 'The calendar month, up to yesterday.',
    prev_month: 'The calendar month before this one.',
  },
  compare: { previous_period: 'Also asks for the window of the same length just before.' },
  persist: {
    session: 'Keeps answers until the tab is closed.',
    local: 'Keeps answers for a day.',
  },
  display: {
    bars: 'One bar for each row.',
    doughnut: 'A ring, where the rows are the parts of a total.',
    map: 'A map of the world, of countries only.',
  },
  state: {
    idle: 'Nothing is asked yet.',
    loading: 'The first answer is on its way.',
    ready: 'An answer is on screen.',
    empty: 'Instagram gave nothing; `reason` says why, as far as that is known.',
    error: 'Something failed, and there is nothing to show.',
  },
};

const metricWords = (metric: MetricName): string => {
  const retired = lifecycle.find(
    ({ change, metrics, timeframes, metricTypes }) =>
      change === 'retired' && metrics.includes(metric) && !timeframes && !metricTypes,
  );
  const { label } = specOf(metric);
  const end = retired
    ? ` Retired: Graph v${retired.version} and newer refuse it. Use ${retired.replacement.join(' or ')}.`
    : '';
  return `${label}: ${descriptions[metric]}${end}`;
};

const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** One or more sentences; empty for a value of which nothing is known. */
export function valueWords(attribute: string, value: string): string {
  if (attribute === 'locale') return `${languageNames.of(value)}.`;
  if (isMetricName(value)) return metricWords(value);
  const days = /^last_(\d+)_days$/.exec(value)?.[1];
  const key = attribute === 'presets' ? 'range' : attribute;
  return sentences[key]?.[value] ?? (days ? `The last ${days} days, up to yesterday.` : '');
}
