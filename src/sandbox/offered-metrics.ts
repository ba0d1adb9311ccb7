/** Which metrics the API knows at all: by Graph version and by date. Says so in the API's own list and order. */
import { changesFor, type MetricName, metricNames, refusedBy, wireName } from '../spec/index.js';
import { refusals } from './refusal.js';

/** From live errors: v18 in October 2023, and v22 in May 2026. */
const recorded = {
  2023: 'impressions, reach, follower_count, email_contacts, phone_call_clicks, text_message_clicks, get_directions_clicks, website_clicks, profile_views, audience_gender_age, audience_locale, audience_country, audience_city, online_followers, accounts_engaged, total_interactions, likes, comments, shares, saves, replies, engaged_audience_demographics, reached_audience_demographics, follower_demographics, follows_and_unfollows, profile_links_taps',
  2026: 'reach, follower_count, website_clicks, profile_views, online_followers, accounts_engaged, total_interactions, likes, comments, shares, saves, replies, engaged_audience_demographics, reached_audience_demographics, follower_demographics, follows_and_unfollows, profile_links_taps, views, threads_likes, threads_replies, reposts, quotes, threads_followers, threads_follower_demographics, content_views, threads_views, threads_clicks, threads_reposts',
};

/** The version and the day (YYYY-MM-DD) of a question: together they decide what is still, or already, there. */
export interface Era {
  readonly version: number;
  readonly today: string;
}

const refusalOf = (metric: MetricName, { version, today }: Era) =>
  changesFor({ metric }).find((change) => refusedBy(change, version, today));

function offeredNames(era: Era): string[] {
  const refused = new Set(metricNames.filter((metric) => refusalOf(metric, era)).map(wireName));
  const listed = (refused.has('impressions') ? recorded[2026] : recorded[2023]).split(', ');
  return [...new Set([...listed, ...metricNames.map(wireName)])].filter((name) => !refused.has(name));
}

/**
 * The metrics of a comma list, each once. One that the API lists and this library has no record of (`threads_likes`) is
 * left out: it has no numbers here.
 * @throws Refusal
 */
export function readMetrics(text: string, era: Era): MetricName[] {
  if (text === '') throw refusals.missing('metric');
  const offered = offeredNames(era);
  const metrics = text.split(',').flatMap((part, index) => {
    const name = part.trim();
    const metric = metricNames.find((known) => wireName(known) === name);
    const retired = metric && refusalOf(metric, era);
    if (retired?.change === 'retired') throw refusals.retired(name, retired.version);
    if (!offered.includes(name)) throw refusals.notOneOf(`metric[${index}]`, offered);
    return metric ?? [];
  });
  return [...new Set(metrics)];
}
