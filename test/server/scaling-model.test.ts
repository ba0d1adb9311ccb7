// The arithmetic of docs/scaling.md rests on a model of the backend. Here it is held against the backend.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStorage } from 'unstorage';
import { type Setup, simulate, type Traffic, viewsOf } from '../../bench/scaling-model.js';
import { createSandbox } from '../../src/sandbox/index.js';
import { createInsightsHandler } from '../../src/server/index.js';

const midnight = Date.parse('2026-03-20T07:00:00Z');
const traffic: Traffic = { accounts: 3, views: 1_500, questions: 2, seconds: 5 * 3_600 };
const days = 'metric_type=total_value&since=2026-02-20&until=2026-03-19';
const paths = [`/insights?metric=reach&${days}`, `/insights?metric=likes&${days}`];

/** The calls of real backends to which the same views come. */
async function callsOfBackends({ processes, isShared }: Setup): Promise<number> {
  let [calls, now] = [0, midnight];
  const sandbox = createSandbox({ now: () => now });
  const store = createStorage();
  const accounts = Object.fromEntries(
    Array.from({ length: traffic.accounts }, (_, index) => [
      `a${index}`,
      { id: `1784${String(index).padStart(13, '0')}`, accessToken: sandbox.accessToken },
    ]),
  );
  const backends = Array.from({ length: processes }, () =>
    createInsightsHandler({
      accounts,
      access: 'public',
      now: () => now,
      ...(isShared && { storage: store }),
      graph: {
        fetch: (...asked) => {
          calls += 1;
          return sandbox.fetch(...asked);
        },
      },
    }),
  );
  let turn = 0;
  for (const { at, account } of viewsOf(traffic)) {
    now = midnight + at * 1000;
    for (const path of paths) {
      const response = await backends[(turn = (turn + 1) % processes)]?.(
        new Request(`http://b.test/a${account}${path}`),
      );
      assert.equal(response?.status, 200);
      // What is fetched behind an answer is there before the next view.
      await new Promise(setImmediate);
    }
  }
  return calls;
}

describe('simulate', () => {
  const setups: readonly Omit<Setup, 'name'>[] = [
    { processes: 1, isShared: false, places: 0, isShielded: false },
    { processes: 2, isShared: false, places: 0, isShielded: false },
    { processes: 2, isShared: true, places: 0, isShielded: false },
  ];
  for (const setup of setups) {
    it(`says how many calls ${setup.processes} ${setup.isShared ? 'over one store' : 'of their own'} make`, async () => {
      const model = simulate(traffic, { ...setup, name: '' }).calls;
      const real = await callsOfBackends({ ...setup, name: '' });
      assert.ok(real > 60, `${real} calls prove little`);
      assert.equal(model, real);
    });
  }

  it('a CDN keeps requests away; one place before the others keeps away more', () => {
    const behind = (places: number, isShielded: boolean) =>
      simulate(traffic, { name: '', processes: 1, isShared: true, places, isShielded }).arrived;
    assert.ok(behind(4, true) < behind(4, false));
    assert.ok(behind(4, false) < behind(0, false));
    const { requests } = simulate(traffic, { name: '', processes: 1, isShared: true, places: 0, isShielded: false });
    assert.equal(behind(0, false), requests);
    assert.ok(requests > 2_700 && requests <= 3_000, `${requests} requests`);
  });

  it('is the same for the same seed only', () => {
    const setup = { name: '', processes: 1, isShared: false, places: 3, isShielded: false };
    assert.deepEqual(simulate(traffic, setup), simulate(traffic, setup));
    assert.notDeepEqual(simulate(traffic, setup), simulate({ ...traffic, seed: 2 }, setup));
  });
});
