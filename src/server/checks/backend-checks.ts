/** Checks of a backend's own settings: the version it asks, its clock, who may ask it, where it keeps answers. */
import { dayOf, graphVersions } from '../../spec/index.js';
import { EnvironmentError, type EnvironmentSettings } from '../environment.js';
import { openingOf } from '../opening.js';
import { openStorage } from '../storage.js';
import type { ClockView } from './account-checks.js';
import type { Finding } from './finding.js';

/** A version is replaced by hand, and tried out before. */
const warnDays = 90;

/** @param now milliseconds since the epoch */
export function checkVersion(name: string, now: number): Finding {
  const check = 'version';
  const known = graphVersions.find(({ version }) => `v${version}.0` === name);
  if (!known) {
    const words = `Graph ${name} is none that this package knows: ${graphVersions.map(({ version }) => `v${version}.0`).join(', ')}. Set GRAPH_VERSION to one of them, or update the package.`;
    return { check, level: 'warn', words };
  }
  if (known.until === undefined)
    return { check, level: 'ok', words: `Graph ${name} is the newest that is known here.` };
  const days = Math.ceil((Date.parse(known.until) - Date.parse(dayOf(now))) / 86_400_000);
  if (days < 0) {
    const words = `Graph ${name} ended on ${known.until}: Meta answers with a newer one, which may know other metrics. Set GRAPH_VERSION to ${newestName}.`;
    return { check, level: 'fail', words };
  }
  if (days < warnDays) {
    const words = `Graph ${name} is alive until ${known.until}, for ${days} days. Set GRAPH_VERSION to ${newestName} before that, and look at the page.`;
    return { check, level: 'warn', words };
  }
  return { check, level: 'ok', words: `Graph ${name} is alive until ${known.until}.` };
}

const newestName = `v${graphVersions[graphVersions.length - 1]?.version}.0`;

/** Embed tokens have half a minute of patience with clocks. */
const warnMs = 20_000;
const failMs = 300_000;

export function checkClock(ahead: ClockView): Finding {
  const check = 'clock';
  if (ahead === undefined) {
    return { check, level: 'warn', words: "Not compared: no answer told Instagram's time." };
  }
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const words = `This machine's clock is ${seconds} s ${ahead > 0 ? 'behind' : 'ahead of'} Instagram's`;
  if (Math.abs(ahead) < warnMs) return { check, level: 'ok', words: `${words}.` };
  const level = Math.abs(ahead) < failMs ? 'warn' : 'fail';
  return {
    check,
    level,
    words: `${words}: embed tokens end too early or too late, and days begin at another time. Whoever runs this machine should set it by NTP.`,
  };
}

/**
 * What is open to whom.
 * @throws EnvironmentError for settings with which `serve` would not start
 */
export function checkAccess(settings: EnvironmentSettings, isPublic = false): Finding {
  const { access, words } = openingOf(settings, isPublic);
  return { check: 'access', level: access ? 'ok' : 'warn', words };
}

const storeMs = 2_000;
const storeWords =
  'so that every answer would be asked of Instagram anew. Whoever runs the store has to make it reachable from here, and writable.';

/** Whether the store takes something, and gives it back. */
export async function checkStore({ store }: EnvironmentSettings): Promise<Finding> {
  const check = 'store';
  const opened = await openStorage(store).catch((error: unknown) => {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  });
  if (typeof opened === 'string') return { check, level: 'fail', words: opened };
  const { storage, words } = opened;
  if (!storage) return { check, level: 'warn', words };
  const key = `insights-doctor:${crypto.randomUUID()}`;
  const attempt = async (): Promise<boolean> => {
    await storage.setItem(key, { at: 1 });
    const kept = await storage.getItem<{ at: number }>(key);
    await storage.removeItem(key);
    return kept?.at === 1;
  };
  try {
    const isKept = await Promise.race([
      attempt(),
      new Promise<false>((end) => setTimeout(end, storeMs, false).unref()),
    ]);
    if (isKept) return { check, level: 'ok', words };
    return {
      check,
      level: 'fail',
      words: `The store did not give back within ${storeMs / 1000} s what it was given, ${storeWords}`,
    };
  } catch {
    // What it throws can quote an address with a password.
    return { check, level: 'fail', words: `The store did not take what it was given, ${storeWords}` };
  } finally {
    await storage.dispose().catch(() => {});
  }
}
