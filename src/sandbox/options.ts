/** What a sandbox is made with: the options as written, and as understood. */
import { defaultGraphVersion, readVersion } from '../spec/index.js';
import { type Departures, departuresOf, type Scenario, scenarios } from './scenarios.js';

export interface SandboxOptions {
  /** Another seed, other numbers. @default 1 */
  readonly seed?: number | string | undefined;
  /** How many people follow each account. @default 18420 for the ready account, a number of its own for each other one */
  readonly followers?: number | undefined;
  /** Milliseconds since the epoch, a Date, or a clock that gives milliseconds. @default the clock */
  readonly now?: number | Date | (() => number) | undefined;
  /** The Graph version of a path that names none. @default "v25.0" */
  readonly apiVersion?: string | number | undefined;
  /** What goes wrong. @default nothing */
  readonly scenario?: Scenario | undefined;
}

export interface Settings {
  readonly seed: number | string;
  readonly followers: number | undefined;
  readonly clock: () => number;
  readonly version: number;
  readonly departures: Departures;
}

/** @throws TypeError for an option that makes no sense */
export function readOptions({ seed = 1, followers, now, apiVersion, scenario }: SandboxOptions): Settings {
  if (scenario !== undefined && !scenarios.includes(scenario)) {
    throw new TypeError(`"${scenario}" is not a scenario of the sandbox. Use one of: ${scenarios.join(', ')}.`);
  }
  if (followers !== undefined && !(Number.isSafeInteger(followers) && followers >= 0)) {
    throw new TypeError('followers is not a count of people. Give the sandbox a whole number from 0 on.');
  }
  const version = readVersion(apiVersion ?? defaultGraphVersion);
  if (version === undefined) throw new TypeError('apiVersion is not a Graph version. Write it as "v25.0".');
  const departures = departuresOf(scenario);
  return { seed, followers: followers ?? departures.followers, clock: readClock(now), version, departures };
}

function readClock(now: SandboxOptions['now']): () => number {
  if (typeof now === 'function') return now;
  if (now === undefined) return () => Date.now();
  const fixed = Number(now);
  if (Number.isFinite(fixed)) return () => fixed;
  throw new TypeError('now is not a time. Give the sandbox milliseconds since the epoch, a Date, or a function.');
}
