/**
 * The backend inside an Express application, for pages of people who are signed in there: each sees their own account.
 *
 *     npm install express insights-elements
 *     IG_USER_ID=… IG_ACCESS_TOKEN=… EMBED_KEYS=2026=$(openssl rand -hex 32) node server.js
 *
 *     <insights-provider backend-url="/insights" account="acme" token-url="/insights-token">…</insights-provider>
 */
import express from 'express';
import { createEmbedTokenAccess, createInsightsHandler, issueEmbedToken } from 'insights-elements/server';
import { toNodeListener } from 'insights-elements/server/node';

const {
  IG_USER_ID: id,
  IG_ACCESS_TOKEN: accessToken,
  GRAPH_URL: baseUrl,
  EMBED_KEYS = '',
  PORT = '3000',
} = process.env;

// The first key signs, all are believed. To change it, put a new one in front, and take the old one out an hour later.
const keys = EMBED_KEYS.split(',').map((pair) => {
  const end = pair.indexOf('=');
  return { id: pair.slice(0, end), secret: pair.slice(end + 1) };
});

const insights = createInsightsHandler({
  // Or an async function that looks an alias up in your database.
  accounts: { acme: { id, accessToken } },
  access: createEmbedTokenAccess({ keys }),
  graph: { baseUrl },
});

/**
 * @param accountOf who is signed in, by a request: the alias of the account that they may see, or nothing. It is yours to write:
 *   by the session that your application has.
 */
export function createApp(accountOf) {
  const app = express();
  app.disable('x-powered-by');

  // Express takes '/insights' off the address before the handler sees it, so that the handler needs no basePath.
  app.use('/insights', toNodeListener(insights));

  // A page fetches its token from here: it opens reach and views of 90 days for ten minutes, and is fetched again before it ends.
  app.post('/insights-token', async (request, response) => {
    const account = accountOf(request);
    if (!account) return response.sendStatus(401);
    const claims = { account, metrics: ['reach', 'views'], lookbackDays: 90 };
    response.set('Cache-Control', 'no-store').json({ token: await issueEmbedToken(claims, { keys }) });
  });
  return app;
}

// Nobody is signed in, until you say who is.
if (process.argv[1] === import.meta.filename) createApp(() => undefined).listen(Number(PORT), '127.0.0.1');
