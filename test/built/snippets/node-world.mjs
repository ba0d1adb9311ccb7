// Preloaded into whatever a snippet runs in Node: the Graph hosts are the sandbox, no other host is there, and a port that
// it names is any that is free.
import { Server } from 'node:net';
import { createSandbox } from 'insights-elements/sandbox';

const sandbox = createSandbox();
const page = { id: '1', instagram_business_account: { id: sandbox.id, username: 'acme' } };
const scopes = ['instagram_basic', 'instagram_manage_insights', 'pages_read_engagement'];
const routes = {
  '/me/accounts': { data: [page] },
  '/me/permissions': { data: scopes.map((permission) => ({ permission, status: 'granted' })) },
  '/debug_token': { data: { expires_at: 0 } },
};

const ofThisMachine = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.hostname === '127.0.0.1' || url.hostname === 'localhost') return ofThisMachine(input, init);
  if (!/^graph\.(facebook|instagram)\.com$/.test(url.host)) throw new TypeError(`A snippet asked ${url.host}.`);
  const path = url.pathname.replace(/^\/v\d+\.\d+/, '');
  return Object.hasOwn(routes, path) ? Response.json(routes[path]) : sandbox.fetch(input, init);
};

const { listen } = Server.prototype;
Server.prototype.listen = function (first, ...others) {
  if (typeof first === 'number') return listen.call(this, 0, ...others);
  return listen.call(this, typeof first === 'object' && first?.port ? { ...first, port: 0 } : first, ...others);
};
