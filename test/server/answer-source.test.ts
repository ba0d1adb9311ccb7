import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GraphCall } from '../../src/client/call.js';
import { createAnswerSource } from '../../src/server/answers/answer-source.js';
import { createBudget } from '../../src/server/answers/budget.js';
import { createPieceStore } from '../../src/server/answers/piece-store.js';
import { createUpstreamAccounts } from '../../src/server/answers/upstream-account.js';
import { readInsightsQuestion } from '../../src/server/question.js';
import { Refusal } from '../../src/server/refusal.js';
import { emptyData, now, token } from './fake-graph.js';

const clock = (): number => now;
const version = 'v25.0';

describe('createAnswerSource', () => {
  it('asks at most 31 calls for one question, and none for one that takes more', async () => {
    const calls: GraphCall[] = [];
    const source = createAnswerSource({
      ...{ version, now: clock, budget: createBudget({ now: clock }), store: createPieceStore({ now: clock }) },
      upstream: {
        inTurn: (_, work) =>
          work(async (call) => {
            calls.push(call);
            return emptyData;
          }),
      },
      // A host that answers ten days at once.
      maxWindowSeconds: 10 * 86_400,
    });
    const account = createUpstreamAccounts('https://graph.facebook.com')({ id: '1', accessToken: token });
    const ask = (since: string, until: string) =>
      source.answer(
        account,
        readInsightsQuestion(
          'default',
          new URLSearchParams({ metric: 'reach', metric_type: 'time_series', since, until }),
          { version, now },
        ),
      );
    await assert.rejects(ask('2025-01-01', '2025-12-31'), (error: unknown) => {
      assert.ok(error instanceof Refusal);
      assert.equal(error.status, 400);
      assert.match(error.message, /more than 31 calls.*operator run `insights-elements backfill`/);
      return true;
    });
    assert.equal(calls.length, 0);
    // 300 days.
    await ask('2025-01-06', '2025-11-01');
    assert.equal(calls.length, 30);
  });
});
