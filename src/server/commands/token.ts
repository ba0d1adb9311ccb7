/** `insights-elements token`: an embed token for a page, or a new key to sign them with. */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { closest, maskSecret, metricNames, readMetric } from '../../spec/index.js';
import { isOrigin } from '../access.js';
import { issueEmbedToken } from '../embed-token.js';
import { EnvironmentError, readEmbedKeys } from '../environment.js';
import type { Command } from '../run-cli.js';

const usage = `insights-elements token --metrics <names|all> [--account <alias>] [options]
insights-elements token --new-key

Prints an embed token, and nothing else: for a page that asks a backend which has the same EMBED_KEYS.

  --metrics         what it opens: names with commas between them, or all
  --account         the backend's name for the account; default
  --max-range-days  most days of one question
  --lookback-days   how many days before today may be asked about
  --origins         pages that may use it: https://example.com, with commas between several
  --expires-in      seconds, 600 by default, 3600 at most
  --new-key         prints a line EMBED_KEYS=… with a new key

Environment
  EMBED_KEYS   <id>=<secret>, with commas between several: the first signs, all are believed`;

export const tokenCommand: Command = {
  summary: 'make an embed token for a page, or a key to sign them with',
  usage,
  async run(args, env, io) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        account: { type: 'string', default: 'default' },
        metrics: { type: 'string' },
        'max-range-days': { type: 'string' },
        'lookback-days': { type: 'string' },
        origins: { type: 'string' },
        'expires-in': { type: 'string' },
        'new-key': { type: 'boolean' },
      },
    });
    if (values['new-key']) {
      io.print(`EMBED_KEYS=k${randomBytes(4).toString('hex')}=${randomBytes(32).toString('base64url')}`);
      if (env.EMBED_KEYS) {
        io.error(
          'To rotate, put the new key before those that are there, with a comma between; take the old ones out an hour later.',
        );
      }
      return 0;
    }
    const keys = readEmbedKeys(env);
    if (keys.length === 0) {
      throw new EnvironmentError(
        'There is no key to sign with. Set EMBED_KEYS, here and where the backend runs: `insights-elements token --new-key` makes one.',
      );
    }
    if (values.metrics === undefined) {
      throw new EnvironmentError('Say which metrics the token opens: --metrics reach,likes, or --metrics all.');
    }
    const token = await issueEmbedToken(
      {
        account: values.account,
        metrics: values.metrics.trim() === 'all' ? 'all' : readMetrics(values.metrics),
        maxRangeDays: numberOf('--max-range-days', values['max-range-days'], 36_500),
        lookbackDays: numberOf('--lookback-days', values['lookback-days'], 36_500),
        origins: values.origins === undefined ? undefined : readOrigins(values.origins),
      },
      { keys, expiresIn: numberOf('--expires-in', values['expires-in'], 3600), now: io.now },
    );
    io.print(token);
    return 0;
  },
};

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

function readMetrics(text: string): string[] {
  const names = listOf(text);
  const wrong = names.find((name) => !readMetric(name));
  if (names.length === 0 || wrong !== undefined) {
    const meant = wrong === undefined ? undefined : closest(wrong, metricNames);
    throw new EnvironmentError(
      `--metrics takes names of metrics, with commas between them, or all.${wrong === undefined ? '' : ` "${maskSecret(wrong.slice(0, 512))}" is none. ${meant === undefined ? `There are ${metricNames.join(', ')}.` : `Did you mean ${meant}?`}`}`,
    );
  }
  return names;
}

function readOrigins(text: string): string[] {
  const origins = listOf(text);
  if (origins.length > 0 && origins.every(isOrigin)) return origins;
  throw new EnvironmentError('--origins takes scheme and host only, with commas between several: https://example.com.');
}

function numberOf(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(text) || Number(text) > most) {
    throw new EnvironmentError(`${name} takes a whole number from 1 to ${most}.`);
  }
  return Number(text);
}
