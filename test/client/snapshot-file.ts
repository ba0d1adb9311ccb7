/** A snapshot made in a test: of a backend's answers over a sandbox, or of a clock's. */
import { type GraphCall, metricsOf } from '../../src/client/call.js';
import { cellKey, narrowed, rowOf } from '../../src/client/cells.js';
import { callPath } from '../../src/client/transports/http.js';
import type { InsightsHandler } from '../../src/server/index.js';

/** The JSON of a file that holds the answers to these calls, and who the account is. */
export async function snapshotOf(handler: InsightsHandler, calls: readonly GraphCall[], now: number): Promise<object> {
  const ask = async (call: GraphCall) => {
    const response = await handler(new Request(`http://backend.test/default${callPath(call)}`));
    return { json: (await response.json()) as { error?: unknown }, isDemo: response.headers.get('X-Insights-Source') };
  };
  const fetched_at = Math.floor(now / 1000);
  const answers: Record<string, object> = {};
  for (const call of calls) {
    for (const metric of metricsOf(call)) {
      const { json } = await ask(narrowed(call, [metric]));
      answers[cellKey(call, metric)] = json.error
        ? { error: json.error }
        : { fetched_at, row: rowOf(json, metric) ?? null };
    }
  }
  const { json: account } = await ask({ edge: 'account', params: {} });
  const { source: _, ...fields } = account as Record<string, unknown>;
  return {
    insights_snapshot: 1,
    taken_at: fetched_at,
    graph_version: 'v25.0',
    source: 'demo',
    ...(account.error === undefined && { account: fields }),
    answers,
  };
}
