/**
 * The backend as a Vercel function, open to everybody: `backend-url="/insights"`. Set IG_USER_ID and IG_ACCESS_TOKEN in the project's settings.
 * `s-maxage` of its answers keeps most requests in Vercel's CDN.
 */
import { createInsightsHandler } from 'insights-elements/server';

const { IG_USER_ID: id = '', IG_ACCESS_TOKEN: accessToken = '', GRAPH_URL: baseUrl } = process.env;

const handler = createInsightsHandler({
  accounts: { default: { id, accessToken } },
  access: 'public',
  // What the page asks, and nothing else.
  questions: [
    { metric: 'reach', range: 'last_28_days', compare: 'previous_period' },
    { metric: 'likes', range: 'last_28_days' },
  ],
  basePath: '/insights',
  graph: { baseUrl },
});

/** vercel.json leads /insights/… here. The address stays the one that was asked, with what the rule has matched added to its query. */
export function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  url.searchParams.delete('path');
  return handler(new Request(url, request));
}
export { GET as HEAD, GET as OPTIONS };
