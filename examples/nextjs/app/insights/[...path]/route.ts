/**
 * The backend inside a Next.js application (App Router), open to everybody: `backend-url="/insights"`.
 * Set IG_USER_ID and IG_ACCESS_TOKEN on the server (.env.local), and never with NEXT_PUBLIC_ in front.
 */
import { createInsightsHandler, type InsightsHandler } from 'insights-elements/server';

let made: InsightsHandler | undefined;

/** Made when somebody asks: `next build` loads this file too, where there may be no token. */
function handler(request: Request): Promise<Response> {
  const { IG_USER_ID: id = '', IG_ACCESS_TOKEN: accessToken = '', GRAPH_URL: baseUrl } = process.env;
  made ??= createInsightsHandler({
    accounts: { default: { id, accessToken } },
    // Every page may show these numbers. For pages behind a login see createEmbedTokenAccess.
    access: 'public',
    // A route handler gets the whole address.
    basePath: '/insights',
    graph: { baseUrl },
  });
  return made(request);
}

/** Next answers HEAD by GET; OPTIONS is what a browser asks for a page of another origin. */
export { handler as GET, handler as OPTIONS };

/** Next is not to keep answers of its own: the handler knows for how long each of them holds. */
export const dynamic = 'force-dynamic';
