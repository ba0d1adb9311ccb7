/** One Graph request, before anybody knows how it travels; and what carries it. */

export interface GraphCall {
  /** The edge below the account: its insights, or the account itself. */
  readonly edge: 'insights' | 'account';
  /** The API's own parameters and texts: `{ metric: 'reach,likes', period: 'day', … }`. Never a token. */
  readonly params: Readonly<Record<string, string>>;
}

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told, with each answer that says so, how much of Instagram's limit on calls is used: in percent. */
  readonly onUsage?: ((percent: number) => void) | undefined;
}

/**
 * One way to reach answers: the JSON of one call, unread. With `source: 'demo'` in it the numbers are samples; `fetched_at`
 * says when Instagram gave them, in Unix seconds, and `stale`, by one of our codes, why there are no newer ones.
 * @throws InsightsError for whatever is no answer; the signal's reason when it is aborted
 */
export interface Transport {
  (call: GraphCall, options?: CallOptions): Promise<unknown>;
  /** Whether a call for each day is fine with it: it stands before something that keeps answers, or costs nothing. */
  readonly dailyTotals?: boolean;
  /** Waited for before a question is understood, where who answers has a clock of its own: milliseconds since the epoch. */
  readonly opened?: () => Promise<{ readonly now: number }>;
  /** Forgets by whose leave it has asked, where it keeps that. */
  readonly forget?: () => void;
}

/** What the account route is asked for. */
export const accountCall: GraphCall = {
  edge: 'account',
  params: { fields: 'username,name,followers_count,media_count' },
};

/** The metrics of a call about insights, by the API's names. */
export const metricsOf = ({ params }: GraphCall): string[] => (params.metric ?? '').split(',');
