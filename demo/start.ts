/**
 * `npm start`: the site, with the backend beside it on the same port.
 *
 * Over the sandbox; with IG_USER_ID and IG_ACCESS_TOKEN set, over the real API. Installs nothing, writes nothing.
 */
import { EnvironmentError, openUpstream, readEnvironment } from '../src/server/environment.js';
import { createInsightsHandler } from '../src/server/index.js';
import { listen } from '../src/server/node.js';
import { openingOf } from '../src/server/opening.js';
import { buildPages } from './pages.js';

const basePath = '/insights';

async function start(): Promise<void> {
  const settings = readEnvironment({ ...process.env, PORT: process.env.PORT || '5173' });
  const { host, port } = settings;
  const { description, ...upstream } = await openUpstream(settings);
  // Samples are for everybody; the numbers of an account are for whom its operator says.
  const { access, words } = openingOf(settings, settings.account === undefined);
  const insights = createInsightsHandler({ ...upstream, access, basePath, origins: [] });
  const page = await buildPages({ backend: basePath });
  const { address } = await listen({
    host,
    port,
    handler: async (request) => {
      const { pathname } = new URL(request.url);
      return pathname.startsWith(`${basePath}/`) ? insights(request) : page(pathname);
    },
  });
  const site = address.replace('//127.0.0.1:', '//localhost:');
  console.log(
    `insights-elements demo: ${site}/\nServing ${description}.${settings.account ? ` ${words}` : ''}\nA whole dashboard: ${site}/dashboard/\nGallery: ${site}/gallery/`,
  );
}

start().catch((error: unknown) => {
  // What an operator can mend is said in a sentence; anything else is a bug, and shows where.
  console.error(error instanceof EnvironmentError || (error as Error).cause ? (error as Error).message : error);
  process.exit(1);
});
