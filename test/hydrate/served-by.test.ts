// Whether answers of a server let go of what they have held on to.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { InsightsClient } from '../../src/client/index.js';
import { ServedBy } from '../../src/hydrate/served-by.js';
import type { InsightsAccount } from '../../src/spec/index.js';

const now = Date.parse('2026-11-20T20:00:00Z');
const account = { username: 'studio', followersCount: 12, source: 'api', fetchedAt: now } as const;
const newer = { username: 'newer' };

describe('the account that came with a page', () => {
  let clearing: Set<() => void>;
  /** An account header, as far as answers of a server go. */
  const headerOf = (client: InsightsClient) => {
    const base = Object.create({}, { source: { get: () => client } });
    const prototype = Object.create(base, { source: ServedBy.sourceOf(base) });
    const header = Object.create(prototype, {
      children: { value: [{ matches: () => true, textContent: JSON.stringify({ account }) }] },
    });
    return Object.assign(header, { profile: undefined as InsightsAccount | undefined });
  };
  const show = () => {
    clearing = new Set();
    const header = headerOf({
      version: 1,
      apiVersion: undefined,
      now: () => now,
      maxWindowSeconds: 1,
      get: () => Promise.reject(new Error('no')),
      observe: () => () => {},
      account: async () => newer,
      clear: () => {
        for (const tell of [...clearing]) tell();
      },
      onClear: (callback) => {
        clearing.add(callback);
        return () => clearing.delete(callback);
      },
    });
    ServedBy.take(header);
    ServedBy.showAccount(header);
    return header;
  };

  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('is shown until its client is cleared', () => {
    const header = show();
    assert.deepEqual(header.profile, account);
    header.source.clear();
    assert.equal(header.profile, undefined);
  });

  it('or is to be asked again; then nothing of the header stays with the client', async () => {
    const header = show();
    const heard = clearing.size;
    mock.timers.tick(15 * 60_000 + 1000);
    await new Promise(setImmediate);
    // What counts the clears is of the client.
    assert.equal(clearing.size, heard - 1);
    assert.equal(header.profile, undefined);
  });
});
