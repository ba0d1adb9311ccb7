/** What every transport owes to a client, whatever it travels over. */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { inspect } from 'node:util';
import { accountCall, type GraphCall, type Transport } from '../../src/client/index.js';
import type { Scenario } from '../../src/sandbox/index.js';
import { type InsightsError, isInsightsError, readAccount, readResults, windowSeconds } from '../../src/spec/index.js';

/** Monday noon on the Pacific coast: the clock of every sandbox here. */
export const noon = Date.parse('2026-11-23T20:00:00Z');

const { since, until } = windowSeconds({ since: '2026-11-16', until: '2026-11-22' });
export const week = { since: String(since), until: String(until) };

export const insightsCall = (params: Readonly<Record<string, string>>): GraphCall => ({
  edge: 'insights',
  params: { metric: 'reach', period: 'day', metric_type: 'total_value', ...params },
});
export const reachOfWeek = insightsCall(week);
export const followersByAge = insightsCall({ metric: 'follower_demographics', period: 'lifetime', breakdown: 'age' });

/** One way to reach answers, over a sandbox whose clock is at {@link noon}. */
export interface Opened {
  readonly transport: Transport;
  /** What no error may hold. */
  readonly secrets: readonly string[];
  readonly close: () => Promise<void>;
}

/** The error with which a promise rejects. */
export async function errorOf(promise: Promise<unknown>): Promise<InsightsError> {
  const thrown = await promise.then(
    () => assert.fail('it was answered'),
    (reason: unknown) => reason,
  );
  assert.ok(isInsightsError(thrown), inspect(thrown));
  return thrown;
}

/** Texts that the sandbox's refusals hold, and that are Instagram's to say, not ours. */
const serverTexts = [
  'Session has expired',
  'too many calls',
  'unexpected error',
  'does not have permission',
  'rate-limiting',
];
/** What a URL of a call holds. */
const urlTexts = ['access_token=', 'metric=', 'period=', week.since];

/** Searches all that a log, a console or a JSON of an error would show. */
export function assertDiscreet(error: InsightsError, secrets: readonly string[]): void {
  const shown = [JSON.stringify(error), inspect(error, { depth: 9, showHidden: true }), String(error.stack)].join('\n');
  for (const text of [...secrets, ...serverTexts, ...urlTexts]) {
    assert.ok(!shown.includes(text), `"${text}" is in ${shown}`);
  }
}

const refusals: readonly [Scenario, Partial<InsightsError>][] = [
  ['expired-token', { code: 'token-expired', recoverable: false }],
  ['no-permission', { code: 'no-permission', recoverable: false }],
  ['throttled', { code: 'rate-limited', recoverable: true, retryAt: noon + 17 * 60_000 }],
  ['server-error', { code: 'server-error', recoverable: true }],
];

/** In what a way to reach answers differs from all others. */
export interface Traits {
  /** Whether it hears of Instagram's limit: a file that was written before does not. @default true */
  readonly hearsLimits?: boolean;
}

/** The suite that each transport passes. */
export function describeTransport(
  name: string,
  open: (scenario?: Scenario) => Promise<Opened>,
  { hearsLimits = true }: Traits = {},
): void {
  const withOpened = async (scenario: Scenario | undefined, test: (opened: Opened) => Promise<void>): Promise<void> => {
    // Only the date: a `Retry-After` is told as an instant.
    mock.timers.enable({ apis: ['Date'], now: noon });
    const opened = await open(scenario);
    try {
      await test(opened);
    } finally {
      await opened.close();
      mock.timers.reset();
    }
  };

  describe(name, () => {
    it('answers a call about insights with numbers that say that they are samples', () =>
      withOpened(undefined, async ({ transport }) => {
        const json = await transport(reachOfWeek);
        assert.equal((json as { source?: unknown }).source, 'demo');
        const [result] = readResults(json);
        assert.equal(result?.metric, 'reach');
        assert.ok((result.total ?? 0) > 0);
      }));

    it('answers the call about the account, and says that it is a sample too', () =>
      withOpened(undefined, async ({ transport }) => {
        const account = readAccount(await transport(accountCall));
        assert.deepEqual(Object.keys(account), ['username', 'name', 'followersCount', 'mediaCount', 'source']);
        assert.equal(account.source, 'demo');
        assert.equal(account.followersCount, 18_420);
      }));

    it('answers the same twice, and two calls at once', () =>
      withOpened(undefined, async ({ transport }) => {
        const both = await Promise.all([transport(reachOfWeek), transport(accountCall)]);
        assert.deepEqual(await Promise.all([transport(reachOfWeek), transport(accountCall)]), both);
      }));

    for (const [scenario, expected] of refusals) {
      it(`${scenario}: rejects with ${expected.code}, in words of ours`, () =>
        withOpened(scenario, async ({ transport, secrets }) => {
          const error = await errorOf(transport(reachOfWeek));
          const { retryAt: _, ...unlimited } = expected;
          const due = hearsLimits ? expected : unlimited;
          const told = Object.keys(due).map((key) => [key, error[key as keyof InsightsError]]);
          assert.deepEqual(Object.fromEntries(told), due);
          assertDiscreet(error, secrets);
        }));
    }

    const usages: readonly (readonly [Scenario | undefined, percent: number])[] = [
      [undefined, 0],
      ['busy', 97],
      ['throttled', 100],
    ];
    for (const [scenario, percent] of usages) {
      const what = hearsLimits ? `that ${percent} percent` : 'nothing of how much';
      it(`${scenario ?? 'an ordinary day'}: tells ${what} of the limit on calls is used`, () =>
        withOpened(scenario, async ({ transport }) => {
          const told: number[] = [];
          const onUsage = (usage: number): void => void told.push(usage);
          const answers = await Promise.allSettled([
            transport(reachOfWeek, { onUsage }),
            transport(accountCall, { onUsage }),
          ]);
          const refused = scenario === 'throttled';
          for (const { status } of answers) assert.equal(status, refused ? 'rejected' : 'fulfilled');
          assert.deepEqual(told, hearsLimits ? [percent, percent] : []);
        }));
    }

    it('answers as ever where the callback for usage fails', () =>
      withOpened('busy', async ({ transport }) => {
        const usual = await transport(reachOfWeek);
        const callbacks = [
          () => {
            throw new Error('thrown');
          },
          async () => {
            throw new Error('rejected');
          },
        ];
        for (const onUsage of callbacks) assert.deepEqual(await transport(reachOfWeek, { onUsage }), usual);
      }));

    it('no-permission: the account may still be read', () =>
      withOpened('no-permission', async ({ transport }) => {
        assert.equal(readAccount(await transport(accountCall)).followersCount, 18_420);
      }));

    it('a refused parameter is an error of the question', () =>
      withOpened(undefined, async ({ transport, secrets }) => {
        const error = await errorOf(transport(insightsCall({ ...week, metric: 'reached' })));
        // A backend knows why; the Graph API only says no, and a snapshot that nobody has asked it.
        const others = ['not-offered', 'not-in-snapshot'];
        assert.ok(error.code === 'invalid-query' ? error.issues.length > 0 : others.includes(error.code), error.code);
        assert.equal(error.recoverable, false);
        assertDiscreet(error, secrets);
      }));

    it('small-account: an answer without rows, and an account that says why', () =>
      withOpened('small-account', async ({ transport }) => {
        assert.deepEqual(readResults(await transport(followersByAge)), []);
        assert.equal(readAccount(await transport(accountCall)).followersCount, 57);
      }));

    it('lagging: the days that Instagram has not processed are not there', () =>
      withOpened('lagging', async ({ transport }) => {
        const [result] = readResults(await transport(insightsCall({ ...week, metric_type: 'time_series' })));
        assert.deepEqual([result?.series?.at(0)?.day, result?.series?.at(-1)?.day], ['2026-11-16', '2026-11-20']);
      }));

    it('partial: a metric without a number is an answer, not an error', () =>
      withOpened('partial', async ({ transport }) => {
        const results = readResults(await transport(insightsCall({ ...week, metric: 'reach,accounts_engaged' })));
        assert.deepEqual(
          results.map(({ metric, total }) => [metric, total !== undefined]),
          [
            ['reach', true],
            ['accounts_engaged', false],
          ],
        );
      }));

    it('slow: aborted while it waits, it rejects with the reason of the signal', () =>
      withOpened('slow', async ({ transport }) => {
        const controller = new AbortController();
        const reason = new Error('the page went away');
        const asked = transport(reachOfWeek, { signal: controller.signal });
        setImmediate(() => controller.abort(reason));
        await assert.rejects(asked, reason);
      }));

    it('rejects with the reason of a signal that was aborted before', () =>
      withOpened(undefined, async ({ transport }) => {
        await assert.rejects(
          transport(reachOfWeek, { signal: AbortSignal.abort('gone') }),
          (reason) => reason === 'gone',
        );
      }));
  });
}
