/** How many followers are on Instagram in each hour of a day. */
import type { Day, MetricName } from '../spec/index.js';
import type { Account } from './account.js';
import { vary } from './random.js';

/** Whether the days of a metric are maps by hour, not numbers. */
export const isHourly = (metric: MetricName): metric is 'online_followers' => metric === 'online_followers';

/** The part of the followers that is there, from midnight on: asleep, breakfast, noon, and the evening. */
const hours = [
  0.14, 0.09, 0.07, 0.06, 0.07, 0.12, 0.2, 0.28, 0.32, 0.33, 0.34, 0.36, 0.39, 0.38, 0.36, 0.36, 0.38, 0.41, 0.45, 0.48,
  0.49, 0.44, 0.34, 0.22,
] as const;

/** A number for each of the hours "0" to "23". */
export const onlineFollowers = ({ followers, draw }: Account, day: Day): Record<string, number> =>
  Object.fromEntries(
    hours.map((share, hour) => [String(hour), Math.round(followers * share * vary(draw('online', day, hour), 0.06))]),
  );
