/**
 * The API's errors, in its own words.
 *
 * Texts are those recorded from live answers or printed in Meta's documentation; where no record is known, the comment
 * says so and the text follows the pattern of its neighbours.
 */

interface RefusalDetails {
  readonly status?: number;
  readonly code: number;
  readonly subcode?: number;
  readonly transient?: boolean;
}

/** An answer that is an error: thrown wherever it is found, and turned into an envelope at the door. */
export class Refusal extends Error {
  readonly status: number;
  readonly #details: RefusalDetails;

  constructor(message: string, details: RefusalDetails) {
    super(message);
    this.status = details.status ?? 400;
    this.#details = details;
  }

  /** @param trace Meta's id of a request, for its support */
  toEnvelope(trace: string): object {
    const { code, subcode, transient } = this.#details;
    return {
      error: {
        message: this.message,
        type: 'OAuthException',
        ...(transient !== undefined && { is_transient: transient }),
        code,
        ...(subcode !== undefined && { error_subcode: subcode }),
        fbtrace_id: trace,
      },
    };
  }
}

const parameter = (text: string): Refusal => new Refusal(`(#100) ${text}`, { code: 100 });

export const refusals = {
  tokenMissing: () => new Refusal('An access token is required to request this resource.', { code: 104 }),
  /** The real one quotes the token too: nobody may pass its text on. */
  tokenMalformed: (token: string) => new Refusal(`Malformed access token ${token}`, { code: 190 }),
  tokenExpired: (now: number) =>
    new Refusal(
      `Error validating access token: Session has expired on ${utcText(now - 3_600_000)}. The current time is ${utcText(now)}.`,
      { code: 190, subcode: 463 },
    ),
  noPermission: () => new Refusal('(#10) Application does not have permission for this action', { code: 10 }),
  throttled: () =>
    new Refusal(
      '(#80002) There have been too many calls to this Instagram account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
      { code: 80002 },
    ),
  serverError: () =>
    new Refusal('An unexpected error has occurred. Please retry your request later.', {
      status: 500,
      code: 2,
      transient: true,
    }),
  unsupported: (method: string, id: string) =>
    new Refusal(
      `Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
      { code: 100, subcode: 33 },
    ),
  unknownPath: (path: string) => new Refusal(`Unknown path components: ${path}`, { code: 2500 }),
  unknownField: (field: string) => parameter(`Tried accessing nonexisting field (${field})`),
  /** Not recorded for this endpoint. */
  missing: (name: string) => parameter(`The parameter ${name} is required`),
  notOneOf: (name: string, allowed: readonly string[]) =>
    parameter(`${name} must be one of the following values: ${allowed.join(', ')}`),
  retired: (metric: string, version: number) =>
    parameter(`Starting from version ${version} and above, the ${metric} metric is no longer supported`),
  periods: (period: string, metric: string) =>
    parameter(`The following periods (${period}) are incompatible with the metric (${metric})`),
  metricType: (metrics: readonly string[], type: string) =>
    parameter(`The following metrics (${metrics.join(',')}) should be specified with parameter metric_type=${type}`),
  breakdowns: (breakdowns: readonly string[], metric: string) =>
    parameter(`Incompatible breakdowns (${breakdowns.join(', ')}) for metric (${metric})`),
  /** Not recorded. */
  notATime: (name: string) => parameter(`${name} param is not valid. It must be a Unix timestamp or a date`),
  /** Not recorded. */
  reversed: () => parameter('since param is not valid. It must be before until'),
  tooLong: (seconds: number) =>
    parameter(`There cannot be more than ${seconds / 86_400} days (${seconds} s) between since and until`),
  /** Also the answer to a `since` that has not come yet. */
  outOfMemory: () => parameter('since param is not valid. Metrics data is available for the last 2 years'),
  shortMemory: (metric: string, days: number) =>
    parameter(`(${metric}) metric only supports querying data for the last ${days} days excluding the current day`),
};

const utcText = (ms: number): string => new Date(ms).toUTCString();
