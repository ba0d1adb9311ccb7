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

const { IG_USER_ID: id, IG_ACCESS_TOKEN: accessToken, GRAPH_URL: baseUrl, EMBED_KEYS = '', PORT = '3000' } = process.env;

// The first key signs, all are believed. To change it, put a new one in front, and take the old one out an hour later.
const keys = EMBED_KEYS.split(',').map((pair) => ({ id: pair.split('=')[0], secret: pair.slice(pair.indexOf('=') + 1) }));

const insights = createInsightsHandler({
  // Or an async function that looks an alias up in your database.
  accounts: { acme: { id, accessToken } },
  access: createEmbedTokenAccess({ keys }),
  graph: { baseUrl },
});

/** Stands for your own: who is signed in, and which account they may see. */
const signedIn = (request, response, next) => {
  request.account = request.get('X-Test-User') === 'ann' ? 'acme' : undefined;
  if (request.account) next();
  else response.sendStatus(401);
};

export const app = express();
app.disable('x-powered-by');

// Express takes '/insights' off the address before the handler sees it, so that the handler needs no basePath.
app.use('/insights', toNodeListener(insights));

// A page fetches its token from here: it opens reach and views of 90 days for ten minutes, and is fetched again before it ends.
app.post('/insights-token', signedIn, async (request, response) => {
  const claims = { account: request.account, metrics: ['reach', 'views'], lookbackDays: 90 };
  response.set('Cache-Control', 'no-store').json({ token: await issueEmbedToken(claims, { keys }) });
});

if (import.meta.main ?? process.argv[1] === import.meta.filename) app.listen(Number(PORT), '127.0.0.1');
