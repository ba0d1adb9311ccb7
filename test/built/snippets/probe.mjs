// Asks what a snippet of a server has made: a handler answers, and only with the token that its own route gives.
/** @param {{ handler?: (request: Request) => Promise<Response>, tokenRoute?: (account: string) => Promise<Response>, address?: string }} made */
export async function probe({ handler, tokenRoute, address }) {
  if (address) expectStatus(await fetch(`${address}/healthz`), 200);
  if (!handler) return;
  const { token } = tokenRoute ? await (await tokenRoute('acme')).json() : {};
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  const answers = [];
  for (const path of ['/default', '/insights/default', '/acme', '/insights/acme']) {
    const url = `https://insights.example${path}/insights?metric=reach&period=day&metric_type=total_value`;
    answers.push((await handler(new Request(url, { headers }))).status);
    if (token) expectStatus(await handler(new Request(url)), 401, 404, 403);
  }
  if (!answers.includes(200)) throw new Error(`The handler answers ${answers.join(', ')}.`);
}

function expectStatus({ status, url }, ...expected) {
  if (!expected.includes(status)) throw new Error(`${url} answers ${status}, not ${expected.join(' or ')}.`);
}
