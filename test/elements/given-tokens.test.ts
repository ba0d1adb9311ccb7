// What a page is given to ask with: embed tokens, from wherever they come; and a file that several ask together.
import { expect, fixture, waitUntil } from '@open-wc/testing';
import '../../src/elements/metric-card/define.js';
import '../../src/elements/provider/define.js';
import type { InsightsElement } from '../../src/elements/insights-element.js';
import { afterTest, backendUrl, guard, listen, nextTask, now, settled, textOf, travel } from './harness.js';

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly token: string | null;
}

let count = 0;
/** A client of its own for each test. */
const freshUrl = (): string => backendUrl({ version: 'v25.0', followers: 70_000 + (count += 1) });

/** The page's requests; those of the token route, and those that its token does not open, are answered here. */
function watch({
  isRefused = (_token: string | null): boolean => false,
  route = () => Response.json({ token: 'one' }),
} = {}) {
  const asked: Asked[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const token = request.headers.get('Authorization');
    asked.push({ url: request.url, method: request.method, token });
    if (new URL(request.url).pathname === '/insights-token') return route();
    if (isRefused(token)) return Response.json({ error: { code: 190 } }, { status: 401 });
    return real(request);
  };
  afterTest(() => {
    globalThis.fetch = real;
  });
  return asked;
}

const cards =
  '<insights-metric-card metric="likes"></insights-metric-card><insights-metric-card metric="shares"></insights-metric-card>';

async function page(html: string): Promise<readonly InsightsElement[]> {
  const back = travel();
  afterTest(back);
  const host = await fixture<HTMLElement>('<div></div>');
  host.innerHTML = html;
  const elements = [...host.querySelectorAll('insights-metric-card')];
  for (const element of elements) await settled(element);
  return elements;
}

describe('token-url', () => {
  guard();

  it('one token for all elements of a provider, in the header of their calls and nowhere else', async () => {
    const asked = watch();
    const url = `/insights-token?${count}`;
    const elements = await page(
      `<insights-provider backend-url="${freshUrl()}" token-url="${url}">${cards}
        <insights-metric-card metric="reach" backend-url="${freshUrl()}"></insights-metric-card></insights-provider>`,
    );
    expect(elements.map(({ state }) => state)).to.deep.equal(['ready', 'ready', 'ready']);
    const [posts, calls] = [
      asked.filter(({ method }) => method === 'POST'),
      asked.filter(({ method }) => method === 'GET'),
    ];
    expect(posts.length).to.equal(1);
    const ofProvider = calls.filter(({ url: address }) => address.includes('likes'));
    expect(ofProvider.map(({ token }) => token)).to.deep.equal(['Bearer one']);
    // A backend that the token was not set beside gets none.
    expect(calls.filter(({ url: address }) => address.includes('reach')).every(({ token }) => token === null)).to.equal(
      true,
    );
    expect(document.body.innerHTML + JSON.stringify(calls.map(({ url: address }) => address))).to.not.contain('Bearer');
  });

  it('a token that is refused is replaced with the number left on screen, and nobody told', async () => {
    const claims = btoa(JSON.stringify({ iat: now() / 1000, exp: now() / 1000 + 600 }));
    let good = `e30.${claims}.one`;
    const asked = watch({
      isRefused: (token) => token !== `Bearer ${good}`,
      route: () => Response.json({ token: good }),
    });
    const errors = listen('insights-error');
    const [card] = await page(
      `<insights-metric-card metric="likes" range="last_7_days" backend-url="${freshUrl()}" token-url="/insights-token?${count}"></insights-metric-card>`,
    );
    if (!card) throw new Error('no card');
    const number = textOf(card, '[part=value]');
    const states = new Set<string>();
    const observer = new MutationObserver(() => states.add(card.state));
    observer.observe(card, { attributes: true });
    for (const next of ['two', 'three']) {
      good = `e30.${claims}.${next}`;
      card.refresh();
      await waitUntil(() => asked.at(-1)?.token === `Bearer ${good}`, 'not asked with the new token', { interval: 5 });
      await waitUntil(() => card.shadowRoot?.querySelector('[aria-busy=false]'), 'still busy', { interval: 5 });
      expect(textOf(card, '[part=value]')).to.equal(number);
    }
    observer.disconnect();
    expect([card.state, card.error, errors.length, [...states]]).to.deep.equal(['ready', undefined, 0, []]);
  });

  it('a route that fails is an error in words, and gone after the next success', async () => {
    let isOut = true;
    watch({ route: () => (isOut ? new Response('SECRET', { status: 401 }) : Response.json({ token: 'one' })) });
    const [card] = await page(
      `<insights-metric-card metric="likes" backend-url="${freshUrl()}" token-url="/insights-token?${count}"></insights-metric-card>`,
    );
    expect([card?.state, card?.error?.code]).to.deep.equal(['error', 'unauthorized']);
    expect(card?.error?.message)
      .to.match(/token-url.* status 401/)
      .and.to.not.contain('SECRET');
    isOut = false;
    card?.refresh();
    await waitUntil(() => card?.state === 'ready', 'the failure stays', { interval: 5 });
    expect(card?.error).to.equal(undefined);
  });

  it('a getToken is no secret, whatever words stand in it', async () => {
    watch();
    const getToken = async (): Promise<string> => {
      const { token: access_token } = (await (await fetch('/insights-token')).json()) as { token: string };
      return access_token;
    };
    const card = Object.assign(document.createElement('insights-metric-card'), { metric: 'likes', getToken });
    // As a page may well write it: the name of the answer's field, and a colon.
    getToken.toString = () => 'async () => { const { access_token: token } = await answer.json(); return token; }';
    card.backendUrl = freshUrl();
    const host = await fixture<HTMLElement>('<div></div>');
    const back = travel();
    afterTest(back);
    host.append(card);
    await settled(card);
    expect([card.state, card.error]).to.deep.equal(['ready', undefined]);
  });

  it('one that holds a token itself is refused', async () => {
    const asked = watch();
    const [card] = await page(
      `<insights-metric-card metric="likes" backend-url="${freshUrl()}" token-url="/t?access_token=EAAGm0PX4ZCpsBAKq7vV2"></insights-metric-card>`,
    );
    expect([card?.error?.code, asked.length]).to.deep.equal(['secret', 0]);
  });
});

describe('src', () => {
  guard();

  const seconds = (ms: number): number => Math.floor(ms / 1000);
  const key = (metric: string, since: string, until: string): string =>
    [metric, 'day', 'total_value', '', '', seconds(Date.parse(since)), seconds(Date.parse(until)) - 1].join('~');
  /** Taken ten days before the page is seen. */
  const takenAt = now() - 10 * 86_400_000;
  const snapshot = (): object => ({
    insights_snapshot: 1,
    taken_at: seconds(takenAt),
    answers: {
      [key('likes', '2024-02-27T08:00:00Z', '2024-03-05T08:00:00Z')]: {
        fetched_at: seconds(takenAt),
        row: { name: 'likes', period: 'day', total_value: { value: 4321 } },
      },
    },
  });

  it('shows what is in the file, of the days before it was taken; the rest is empty, with the line to add', async () => {
    const asked: string[] = [];
    const real = globalThis.fetch;
    globalThis.fetch = async (input) => {
      asked.push(new Request(input).url);
      return Response.json(snapshot());
    };
    afterTest(() => {
      globalThis.fetch = real;
    });
    const errors = listen('insights-error');
    const [likes, shares, comments, other] = await page(
      `<insights-provider src="/insights/acme.json" backend-url="/nobody" range="last_7_days">${cards}
        <insights-metric-card metric="comments"></insights-metric-card>
        <insights-metric-card metric="likes" account="other"></insights-metric-card></insights-provider>`,
    );
    expect([likes?.state, likes && textOf(likes, '[part=value]')]).to.deep.equal(['ready', '4,321']);
    expect([shares?.state, shares?.reason]).to.deep.equal(['empty', 'not-in-snapshot']);
    expect(shares && textOf(shares)).to.contain('"metric": "shares"');
    // Asked together with the others, and told of itself.
    expect(comments && textOf(comments)).to.contain('"metric": "comments"');
    // A file is of one account.
    expect([other?.state, other?.error?.code]).to.deep.equal(['error', 'no-client']);
    expect(errors.map(({ error }) => error.code).toSorted()).to.deep.equal([
      'no-client',
      'not-in-snapshot',
      'not-in-snapshot',
    ]);
    await nextTask(20);
    expect(asked.map((url) => new URL(url).pathname)).to.deep.equal(['/insights/acme.json']);
  });
});
