/**
 * What issues say, in English: a phrase for each kind, as a function of what stands in it, so that another language says
 * the same in its own way. Knows neither the rules (validate.ts) nor how a message is made (issue-words.ts).
 */

/**
 * What is wrong, then what to do. Without the second, what was meant and what is allowed say it, or, where nothing is
 * allowed, that the attribute has to go; an empty one says nothing.
 */
export type IssueText = readonly [problem: string, advice?: string];

/** What stands in a phrase. Names, values and days are the API's own in every language; none holds a secret. */
export type IssueArgument = string | number | readonly string[];

/** The phrases of one language. */
export type IssuePhrases = {
  readonly [Id in keyof typeof issuePhrases]: (...args: Parameters<(typeof issuePhrases)[Id]>) => IssueText;
};

/** What one issue says: a phrase, and what stands in it. */
export type IssuePhrase = {
  readonly [Id in keyof IssuePhrases]: { readonly id: Id; readonly args: Readonly<Parameters<IssuePhrases[Id]>> };
}[keyof IssuePhrases];

/** The phrases by which an element refuses the metrics of others. */
export type OtherwisePhrase = 'notForCard' | 'notForTrend' | 'notForBreakdown' | 'notForDemographics';

export const issuePhrases = {
  unknownValue: (value: string, attribute: string) => [`"${value}" is not a ${attribute}.`],
  oneValue: (attribute: string) => [`${attribute} takes one value.`],
  notOffered: (metrics: readonly string[], attribute: string, value: string) => [
    `${metrics.join(' with ')} has no ${attribute} "${value}".`,
  ],
  duplicate: (value: string, attribute: string) => [`"${value}" stands twice in ${attribute}.`, 'Remove one.'],
  renamed: (value: string, attribute: string, meant: string) => [
    `"${value}" is understood as "${meant}".`,
    `Write ${attribute}="${meant}".`,
  ],
  secret: (attribute: string) => [
    `${attribute} holds what looks like an access token.`,
    'Anybody who sees the page can read it: remove it, revoke the token, and keep the new one on the backend.',
  ],

  noMetric: (first: string) => ['Which number?', `Set metric="${first}", or another metric.`],
  nothingShared: (metrics: readonly string[]) => [
    `${metrics.join(', ')} have no period and metric-type in common.`,
    'Ask for each in a question of its own.',
  ],
  seriesOfRows: () => [
    'Instagram answers a time series without breakdowns.',
    'Remove breakdown, or set metric-type="total_value".',
  ],
  noBreakdown: () => ['Instagram answers demographics only by breakdown.', 'Set breakdown="age".'],

  takesTimeframe: (metrics: readonly string[], attribute: string) => [
    `${metrics.join(', ')} takes a timeframe, not days of your choice.`,
    `Remove ${attribute}; set timeframe instead.`,
  ],
  rangeAndDays: () => ['range and since with until say two different things.', 'Keep one of them.'],
  noDay: (attribute: string) => [`${attribute} takes a day.`, 'Write it as 2026-03-31.'],
  oneDayOnly: (given: string, missing: string) => [
    `${given} needs ${missing}.`,
    'Set both, or use range="last_28_days".',
  ],
  daysReversed: () => ['since is after until.', 'Exchange them.'],
  notYet: (since: string, today: string) => [
    `Nothing is known of ${since} yet; today is ${today} at Instagram.`,
    'Ask for earlier days.',
  ],
  forgotten: (since: string, oldest: string) => [
    `Instagram remembers this back to ${oldest}, not to ${since}.`,
    'Ask for later days.',
  ],
  untilToCome: (today: string) => [`until is after today (${today} at Instagram): the days to come are left out.`, ''],
  forgottenBefore: (oldest: string) => [
    `Instagram remembers this back to ${oldest}, so that the days before cannot be compared with.`,
    'Ask for fewer days.',
  ],
  dayless: (metrics: readonly string[]) => [
    `${metrics.join(', ')} takes a timeframe, and no day is known of it.`,
    'Remove daily.',
  ],
  dailyAlready: () => ['A time series has a number for each day already.', 'Remove daily.'],

  /** @param instead what to ask for; may be nothing */
  retired: (metric: string, version: string, since: string, everywhere: string, instead: readonly string[]) => [
    retired(metric, version, since, everywhere),
    askFor(instead),
  ],
  retiredValue: (
    metric: string,
    attribute: string,
    value: string,
    version: string,
    since: string,
    everywhere: string,
    instead: readonly string[],
  ) => [retired(`${attribute} "${value}" of ${metric}`, version, since, everywhere), askFor(instead)],
  added: (metric: string, since: string, instead: readonly string[]) => [
    `Instagram added ${metric} on ${since}: the Graph version in use may not know it yet.`,
    askFor(instead),
  ],

  oneMetric: () => ['One element shows one metric.', 'Use an element for each.'],
  notForAny: (metric: string) => [`No element shows ${metric}.`, 'Ask for it in a script, with client.get().'],
  notForCard: (metric: string) => [
    notForThis(metric),
    'A card shows one number. Use <insights-demographics-chart> for demographics.',
  ],
  notForTrend: (metric: string) => [
    notForThis(metric),
    'This chart shows numbers by day. Use <insights-demographics-chart> for demographics.',
  ],
  notForBreakdown: (metric: string) => [
    notForThis(metric),
    'This chart shows the rows of a metric that Instagram breaks down. Use <insights-metric-card> for other metrics, <insights-demographics-chart> for demographics.',
  ],
  notForDemographics: (metric: string) => [
    notForThis(metric),
    'This chart shows demographics. Use <insights-metric-card> for other metrics.',
  ],
  tooManyMetrics: (most: number) => [`One chart shows up to ${most} metrics.`, 'Use another chart for the others.'],
  bothSides: (metric: string) => [`${metric} is drawn to both sides of zero.`, 'Use a chart of its own for it.'],
  byDayOnly: () => ['This chart shows numbers by day.', 'Remove breakdown, or use <insights-breakdown-chart>.'],
} as const satisfies Readonly<Record<string, (...args: never[]) => IssueText>>;

const retired = (what: string, version: string, since: string, everywhere: string): string =>
  `Instagram retired ${what} with Graph ${version} (${since}), in every version on ${everywhere}.`;

const askFor = (instead: readonly string[]): string =>
  instead.length > 0 ? `Ask for ${instead.map((name) => `"${name}"`).join(' or ')} instead.` : '';

const notForThis = (metric: string): string => `${metric} is not for this element.`;

/** A phrase in a language; undefined where it has none of the name, or not all that stands in it: another server may have sent it. */
export function issueText(phrases: IssuePhrases, { id, args }: IssuePhrase): IssueText | undefined {
  const say = Object.hasOwn(phrases, id)
    ? (phrases[id] as (...values: readonly IssueArgument[]) => IssueText)
    : undefined;
  try {
    return say && args.length >= say.length ? say(...args) : undefined;
  } catch {
    return undefined;
  }
}
