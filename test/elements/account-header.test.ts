import { expect, fixture, fixtureSync, waitUntil } from '@open-wc/testing';
import '../../src/elements/account-header/define.js';
import '../../src/elements/provider/define.js';
import type { InsightsClient } from '../../src/client/index.js';
import type { InsightsAccountHeader } from '../../src/elements/account-header/account-header.js';
import { monogramOf } from '../../src/elements/account-header/monogram.js';
import { lateRemarks } from '../../src/elements/late-remarks.js';
import type { InsightsProvider } from '../../src/elements/provider/provider.js';
import { type InsightsAccount, InsightsError } from '../../src/spec/index.js';
import {
  afterTest,
  backendUrl,
  clientAt,
  clientOf,
  faultUrl,
  guard,
  listen,
  make,
  nextFrame,
  nextTask,
  textOf,
  watchFetch,
} from './harness.js';

type Header = InsightsAccountHeader;

const tag = 'insights-account-header';
const studio: InsightsAccount = {
  username: 'studio.lind',
  name: 'Studio Lind',
  followersCount: 18_420,
  mediaCount: 312,
  source: 'api',
};

/** A client whose account answers by hand, one call after the other: an account, or an error. */
function answering(...answers: readonly (InsightsAccount | Error | Promise<InsightsAccount>)[]) {
  const left = [...answers];
  const signals: (AbortSignal | undefined)[] = [];
  const account: InsightsClient['account'] = async ({ signal } = {}) => {
    signals.push(signal);
    await nextTask(2);
    const answer = (left.length > 1 ? left.shift() : left[0]) ?? new Error('no answer');
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return Object.assign({ ...clientOf(() => ({})), account }, { signals });
}
const never = new Promise<InsightsAccount>(() => {});

async function settled(header: Header): Promise<Header> {
  await waitUntil(() => !['idle', 'loading'].includes(header.state), `still ${header.state}`, { interval: 2 });
  await header.updateComplete;
  return header;
}
const shown = async (properties: Partial<Header>): Promise<Header> =>
  settled(await fixture<Header>(make(tag, properties)));

const lines = (header: Header): string[] =>
  ['[part=header]', '.handle', '[part=value]'].map((selector) =>
    header.shadowRoot?.querySelector(selector) ? textOf(header, selector) : '',
  );
const attributesOf = (header: Header): (string | null)[] =>
  ['state', 'reason'].map((name) => header.getAttribute(name));

describe('InsightsAccountHeader', () => {
  guard();

  it('shows name, username, followers and posts of the account that the backend has', async () => {
    const asked = watchFetch();
    const header = await shown({ client: clientAt(backendUrl()) });
    expect(header.profile).to.include({ username: 'studio.lind', name: 'Studio Lind', followersCount: 18_420 });
    const posts = header.profile?.mediaCount;
    expect(lines(header)).to.deep.equal(['Studio Lind', '@studio.lind', `18,420 followers ${posts} posts`]);
    expect(asked.map((url) => new URL(url).pathname)).to.deep.equal([`${backendUrl()}/default`]);
    expect(attributesOf(header)).to.deep.equal(['ready', null]);
  });

  describe('of what it is given', () => {
    const cases: readonly (readonly [string, InsightsAccount, string, readonly [string, string, string]])[] = [
      ['all of it', studio, '', ['Studio Lind', '@studio.lind', '18,420 followers 312 posts']],
      ['in German', studio, 'de', ['Studio Lind', '@studio.lind', '18.420 Follower 312 Beiträge']],
      [
        'one of each',
        { ...studio, followersCount: 1, mediaCount: 1 },
        '',
        ['Studio Lind', '@studio.lind', '1 follower 1 post'],
      ],
      [
        'none of each, which is a number',
        { ...studio, followersCount: 0, mediaCount: 0 },
        '',
        ['Studio Lind', '@studio.lind', '0 followers 0 posts'],
      ],
      ['millions, in full', { followersCount: 12_345_678 }, '', ['Instagram account', '', '12,345,678 followers']],
      ['no counts', { name: 'Studio Lind', username: 'studio.lind' }, '', ['Studio Lind', '@studio.lind', '']],
      ['no name', { username: 'studio.lind', mediaCount: 2 }, '', ['@studio.lind', '', '2 posts']],
      ['an empty name', { name: '', username: 'studio.lind' }, '', ['@studio.lind', '', '']],
      ['no username', { name: 'Studio Lind', followersCount: 3 }, '', ['Studio Lind', '', '3 followers']],
      [
        'no number where one should be',
        { ...studio, followersCount: Number.NaN, mediaCount: null as unknown as number },
        '',
        ['Studio Lind', '@studio.lind', ''],
      ],
    ];
    for (const [name, profile, locale, expected] of cases) {
      it(`it shows ${name}, and no more`, async () => {
        const header = await shown({ profile, locale });
        expect(lines(header)).to.deep.equal(expected);
        expect(header.state).to.equal('ready');
      });
    }

    it('texts stay texts, one beside the other, and no longer than a line can be', async () => {
      const header = await shown({
        profile: { name: `<b>\u202eevil</b>${'x'.repeat(300)}`, username: '<i>u</i>', followersCount: 7 },
      });
      expect(header.shadowRoot?.querySelector('b, i')).to.equal(null);
      const [name, handle] = lines(header);
      expect([name?.length, handle]).to.deep.equal([120, '@<i>u</i>']);
      for (const text of ['[part=header] > bdi', '.handle bdi', '[part=value] bdi']) {
        expect(header.shadowRoot?.querySelector(text)?.textContent).to.not.equal('');
      }
    });

    it('nothing is asked; taken away, the client is', async () => {
      const client = answering({ name: 'Of the client' });
      const header = await shown({ client, profile: studio });
      expect([client.signals.length, lines(header)[0]]).to.deep.equal([0, 'Studio Lind']);
      header.profile = undefined;
      await waitUntil(() => lines(header)[0] === 'Of the client');
      expect(client.signals.length).to.equal(1);
    });

    it('nothing known is empty, in words', async () => {
      for (const profile of [{}, { source: 'api' }, { name: '', username: '', followersCount: Number.NaN }] as const) {
        const header = await shown({ profile });
        expect(attributesOf(header)).to.deep.equal(['empty', 'not-returned']);
        expect(textOf(header, '[part=message]')).to.contain('Nothing is known of this account');
        expect(header.shadowRoot?.querySelector('[part=value]')).to.equal(null);
      }
    });
  });

  describe('monogramOf', () => {
    const cases: readonly (readonly [InsightsAccount, string, string?])[] = [
      [{ name: 'Studio Lind', username: 'x' }, 'SL'],
      [{ name: 'Papier & Faden' }, 'PF'],
      [{ name: 'Anna Maria von Stein' }, 'AS'],
      [{ name: 'lind' }, 'L'],
      [{ name: '☕ Kaffee ✨' }, 'K'],
      [{ name: '👩‍🍳✨', username: 'casa.oliva' }, 'C'],
      [{ name: '“Quoted” (Name)' }, 'QN'],
      [{ name: '  ', username: '_velo' }, 'V'],
      [{ username: '7days' }, '7'],
      [{ name: '東京カフェ' }, '東'],
      [{ name: 'أحمد علي' }, 'أع'],
      [{ name: 'e\u0301cole' }, 'E\u0301'],
      [{ name: 'istanbul' }, 'İ', 'tr'],
      [{ name: '𝒮tudio' }, '𝒮'],
      [{ name: '✨' }, ''],
      [{}, ''],
    ];
    for (const [account, expected, locale = 'en'] of cases) {
      it(`${JSON.stringify(account)}: ${expected}`, () => expect(monogramOf(account, locale)).to.equal(expected));
    }
  });

  it('has letters in place of a picture, for nobody who listens; a page can bring a picture', async () => {
    const header = await shown({ profile: studio });
    const monogram = header.shadowRoot?.querySelector<HTMLElement>('.monogram');
    expect([monogram?.textContent, monogram?.getAttribute('aria-hidden')]).to.deep.equal(['SL', 'true']);
    const picture = Object.assign(document.createElement('img'), { slot: 'avatar', alt: '' });
    header.append(picture);
    const { width, height } = picture.getBoundingClientRect();
    expect([width, height, monogram?.checkVisibility()]).to.deep.equal([44, 44, false]);
  });

  for (const [scheme, accent] of [
    ['light', ''],
    ['dark', ''],
    ['light', '#fff3a0'],
    ['dark', '#ffffff'],
  ] as const) {
    it(`the letters can be read, ${scheme}${accent && `, with ${accent} as accent`}`, async () => {
      const header = await shown({ profile: studio });
      header.style.colorScheme = scheme;
      if (accent) for (const name of ['accent', 'series-2']) header.style.setProperty(`--insights-${name}`, accent);
      const monogram = header.shadowRoot?.querySelector('.monogram') as HTMLElement;
      const ink = luminanceOf(getComputedStyle(monogram).color);
      for (const end of ['--_first', '--_second']) {
        monogram.style.setProperty('border-color', `var(${end})`);
        const ground = luminanceOf(getComputedStyle(monogram).borderTopColor);
        const [dark, light] = [ink, ground].toSorted((one, two) => one - two) as [number, number];
        expect((light + 0.05) / (dark + 0.05)).to.be.at.least(4.5);
      }
    });
  }

  it('says of sample data that it is some, whatever is put into its slots', async () => {
    const header = await shown({ client: clientAt(backendUrl()) });
    const isMarked = (): boolean => header.shadowRoot?.querySelector('.sample')?.checkVisibility() ?? false;
    expect([header.profile?.source, isMarked()]).to.deep.equal(['demo', true]);
    expect(textOf(header, '.sample')).to.equal('sample data');
    header.innerHTML = '<p slot="avatar"></p><p slot="footer">Footer</p><p>Other</p>';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(['header', 'value'].map((part) => `${tag}::part(${part}) { display: none }`).join(''));
    document.adoptedStyleSheets.push(sheet);
    afterTest(() => document.adoptedStyleSheets.pop());
    expect([isMarked(), header.querySelector('[slot=footer]')?.checkVisibility()]).to.deep.equal([true, true]);
    header.profile = studio;
    await header.updateComplete;
    expect(header.shadowRoot?.querySelector('.sample')).to.equal(null);
  });

  describe('states', () => {
    it('idle out of a document, loading, ready; attributes are the element’s to write', async () => {
      const header = make(tag, { client: answering(studio) });
      expect([header.state, header.profile]).to.deep.equal(['idle', undefined]);
      fixtureSync(header);
      await header.updateComplete;
      expect([header.state, textOf(header)]).to.deep.equal(['loading', '']);
      expect(header.shadowRoot?.querySelector('[part=base]')?.getAttribute('aria-busy')).to.equal('true');
      await settled(header);
      header.setAttribute('state', 'error');
      header.setAttribute('reason', 'network');
      await header.updateComplete;
      expect([...attributesOf(header), header.state]).to.deep.equal(['ready', null, 'ready']);
    });

    const failures: readonly (readonly [string, () => Partial<Header>, readonly [string, string], string])[] = [
      ['nothing to ask', () => ({}), ['error', 'no-client'], 'The owner of this page has to say'],
      ['no network', () => ({ client: answering(new InsightsError('network')) }), ['error', 'network'], 'Try again'],
      [
        'a token that has ended',
        () => ({ client: clientAt(backendUrl({ scenario: 'expired-token' })) }),
        ['error', 'token-expired'],
        'connect again',
      ],
      [
        'a backend of nonsense',
        () => ({ client: clientAt(faultUrl(200, 'html')) }),
        ['error', 'malformed-response'],
        'could not be read',
      ],
      [
        'an account that is not there',
        () => ({ client: clientAt(backendUrl(), 'nobody') }),
        ['error', 'not-found'],
        'No such account',
      ],
      [
        'no permission, which is no fault',
        () => ({ client: answering(new InsightsError('no-permission')) }),
        ['empty', 'no-permission'],
        'Not shared',
      ],
      [
        'what is no error of ours',
        () => ({ client: answering(new TypeError('x is not a function')) }),
        ['error', 'unknown'],
        'Something went wrong',
      ],
      [
        'a token on the page',
        () => ({ account: 'EAAGm0PX4ZCpsBAexampleexample', profile: studio }),
        ['error', 'secret'],
        'access token',
      ],
    ];
    for (const [name, properties, expected, words] of failures) {
      it(`${name}: ${expected.join(', ')}, told once and said in words`, async () => {
        const errors = listen('insights-error');
        const loads = listen('insights-load');
        const header = await shown(properties());
        expect(attributesOf(header)).to.deep.equal(expected);
        expect(textOf(header, '[part=message]')).to.contain(words);
        expect([header.error?.code, header.reason]).to.deep.equal([expected[1], expected[1]]);
        header.requestUpdate();
        await header.updateComplete;
        expect([errors.map(({ error }) => error.code), loads.length]).to.deep.equal([[expected[1]], 0]);
        expect(textOf(header)).to.not.contain('x is not a function');
        await expect(header).to.be.accessible();
      });
    }

    it('a failure is gone after the next success: by its button, which gives the focus to the box', async () => {
      const errors = listen('insights-error');
      const header = await shown({ client: answering(new InsightsError('network'), studio) });
      header.shadowRoot?.querySelector('button')?.focus();
      header.shadowRoot?.querySelector('button')?.click();
      await waitUntil(() => header.state === 'ready');
      await header.updateComplete;
      expect([lines(header)[0], header.error, header.reason]).to.deep.equal(['Studio Lind', undefined, undefined]);
      expect(header.shadowRoot?.querySelector('[part=message]')).to.equal(null);
      expect(header.shadowRoot?.activeElement?.getAttribute('part')).to.equal('base');
      expect(errors.length).to.equal(1);
    });

    it('a page can say it in its own words, which go with the failure', async () => {
      const header = make(tag, { client: answering(new InsightsError('network'), studio) });
      header.innerHTML = '<p slot="error">Our own words</p><p slot="empty">Nothing</p>';
      await settled(await fixture<Header>(header));
      const [own, other] = header.children;
      const message = header.shadowRoot?.querySelector('[part=message]');
      expect([own, other, message].map((part) => part?.checkVisibility() ?? false)).to.deep.equal([true, false, false]);
      header.refresh();
      await waitUntil(() => header.state === 'ready');
      await header.updateComplete;
      expect(own?.checkVisibility()).to.equal(false);
    });

    it('two failures are told of twice', async () => {
      const errors = listen('insights-error');
      const [one, two] = [new InsightsError('network'), new InsightsError('network')];
      const header = await shown({ client: answering(one, two) });
      header.refresh();
      await waitUntil(() => header.error === two);
      await header.updateComplete;
      expect(errors.map(({ error }) => error)).to.deep.equal([one, two]);
    });

    it('a newer answer that cannot be had leaves the older one, and says so', async () => {
      const errors = listen('insights-error');
      const newer = { ...studio, followersCount: 18_421 };
      const header = await shown({ client: answering(studio, new InsightsError('network'), newer) });
      header.refresh();
      await header.updateComplete;
      expect([header.state, header.shadowRoot?.querySelector('[aria-busy=true]') !== null]).to.deep.equal([
        'ready',
        true,
      ]);
      await waitUntil(() => header.error !== undefined);
      await header.updateComplete;
      expect([...attributesOf(header), lines(header)[2]]).to.deep.equal(['ready', null, '18,420 followers 312 posts']);
      expect(textOf(header, '.note')).to.match(/^from .+ or before; a newer answer could not be had$/);
      header.refresh();
      await waitUntil(() => lines(header)[2] === '18,421 followers 312 posts');
      expect([header.error, header.shadowRoot?.querySelector('.note'), errors.length]).to.deep.equal([
        undefined,
        null,
        1,
      ]);
    });

    it('an older one of a backend that could not have a newer is said to be', async () => {
      const fetchedAt = Date.parse('2024-03-14T11:00:00Z');
      const staleError = new InsightsError('token-expired');
      const errors = listen('insights-error');
      const header = await shown({ client: answering({ ...studio, fetchedAt, staleError }) });
      expect([header.state, header.error]).to.deep.equal(['ready', staleError]);
      expect(textOf(header, '.note')).to.contain('Mar 14, 2024');
      expect(errors.length).to.equal(1);
    });

    it('is asked for again when the network is back, and not where that cannot help', async () => {
      const header = await shown({ client: answering(new InsightsError('network'), studio) });
      const hopeless = answering(new InsightsError('token-expired'), studio);
      const other = await shown({ client: hopeless });
      const waiting = answering(new InsightsError('rate-limited', { retryAt: Date.now() + 60_000 }), studio);
      await shown({ client: waiting });
      dispatchEvent(new Event('online'));
      await waitUntil(() => header.state === 'ready');
      await nextTask(20);
      expect([other.state, hopeless.signals.length, waiting.signals.length]).to.deep.equal(['error', 1, 1]);
    });

    it('words that cannot be loaded leave a sentence and the button', async () => {
      const { load } = lateRemarks;
      lateRemarks.load = () => Promise.reject(new Error('offline'));
      afterTest(() => Object.assign(lateRemarks, { load }));
      const header = await shown({ client: answering(new InsightsError('network'), studio) });
      expect(textOf(header, '[part=message]')).to.not.equal('');
      header.shadowRoot?.querySelector('button')?.click();
      await waitUntil(() => header.state === 'ready');
    });
  });

  describe('whose account', () => {
    const byAccount =
      (delays: Readonly<Record<string, number>>): typeof globalThis.fetch =>
      async (input) => {
        const account = new URL(new Request(input).url).pathname.split('/').at(-1) ?? '';
        await nextTask(delays[account] ?? 0);
        return Response.json({ username: account, name: `Account ${account}`, followers_count: account.length });
      };
    const replaceFetch = (fetch: typeof globalThis.fetch): void => {
      const real = globalThis.fetch;
      globalThis.fetch = fetch;
      afterTest(() => {
        globalThis.fetch = real;
      });
    };

    it('a provider’s account, changed live, is never shown with the old answer, however late that comes', async () => {
      replaceFetch(byAccount({ slow: 60, quick: 0 }));
      const provider = make('insights-provider', { backendUrl: '/of-many', account: 'slow' });
      const header = make(tag);
      provider.append(header);
      await fixture<InsightsProvider>(provider);
      await nextTask(10);
      provider.account = 'quick';
      const seen = new Set<string>();
      const observer = new MutationObserver(() => seen.add(lines(header)[0] ?? ''));
      observer.observe(header.shadowRoot as ShadowRoot, { childList: true, characterData: true, subtree: true });
      await settled(header);
      await nextTask(80);
      expect(lines(header)[0]).to.equal('Account quick');
      provider.account = 'slow';
      await provider.updateComplete;
      await header.updateComplete;
      expect([header.state, header.profile, lines(header)[0]]).to.deep.equal(['loading', undefined, '']);
      await settled(header);
      observer.disconnect();
      expect([...seen].filter(Boolean)).to.deep.equal(['Account quick', 'Account slow']);
      provider.remove();
    });

    it('its own account or client wins over the provider’s', async () => {
      replaceFetch(byAccount({}));
      const provider = make('insights-provider', { backendUrl: '/of-many', account: 'outer' });
      provider.innerHTML = `<${tag}></${tag}><${tag} account="inner"></${tag}>`;
      const headers = [...provider.querySelectorAll(tag)];
      await fixture<InsightsProvider>(provider);
      for (const header of headers) await settled(header);
      expect(headers.map((header) => lines(header)[0])).to.deep.equal(['Account outer', 'Account inner']);
    });

    it('a failure of the old client is neither shown nor told for the new one', async () => {
      const errors = listen('insights-error');
      const header = await fixture<Header>(make(tag, { client: answering(new InsightsError('network')) }));
      header.client = answering(studio);
      await settled(header);
      await nextTask(10);
      expect([lines(header)[0], header.error, errors.length]).to.deep.equal(['Studio Lind', undefined, 0]);
    });

    it('what the client forgets is gone at once, and asked for again', async () => {
      const client = clientAt(backendUrl());
      const header = await shown({ client });
      const asked = watchFetch();
      client.clear();
      expect(header.profile).to.equal(undefined);
      await header.updateComplete;
      expect([header.state, lines(header)]).to.deep.equal(['loading', ['', '', '']]);
      await settled(header);
      expect([asked.length, lines(header)[0]]).to.deep.equal([1, 'Studio Lind']);
      header.remove();
      client.clear();
      await nextTask(5);
      expect(asked.length).to.equal(1);
    });

    it('two headers of one client share its answer', async () => {
      const asked = watchFetch();
      const client = clientAt(backendUrl({ followers: 4_321 }));
      const headers = [await shown({ client }), await shown({ client })];
      expect(headers.map((header) => lines(header)[2]?.split(' ')[0])).to.deep.equal(['4,321', '4,321']);
      expect(asked.length).to.equal(1);
    });
  });

  it('gives its question up when it goes, listens to nothing more, and asks again when it is back', async () => {
    const client = answering(never, studio);
    const header = await fixture<Header>(make(tag, { client }));
    const { parentElement } = header;
    expect(client.signals.map((signal) => signal?.aborted)).to.deep.equal([false]);
    header.remove();
    expect(client.signals.map((signal) => signal?.aborted)).to.deep.equal([true]);
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    header.refresh();
    await nextTask(5);
    expect(client.signals.length).to.equal(1);
    parentElement?.append(header);
    await settled(header);
    expect([lines(header)[0], client.signals.length]).to.deep.equal(['Studio Lind', 2]);
  });

  it('asks again after the interval of the provider, no oftener than once a minute, and not once it has gone', async () => {
    const waits: number[] = [];
    const cleared: unknown[] = [];
    const { setTimeout: realSet, clearTimeout: realClear } = globalThis;
    afterTest(() => Object.assign(globalThis, { setTimeout: realSet, clearTimeout: realClear }));
    let run = (): void => {};
    const set = (callback: () => void, ms = 0, ...rest: unknown[]): unknown => {
      if (ms < 30_000) return realSet(callback, ms, ...rest);
      waits.push(ms);
      run = callback;
      return `timer ${waits.length}`;
    };
    const clear = (id: unknown): void => {
      if (typeof id === 'string') cleared.push(id);
      else realClear(id as number);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    const client = answering(studio, { ...studio, followersCount: 18_421 }, new InsightsError('token-expired'));
    const provider = make('insights-provider', { client, refreshInterval: 5 });
    const header = make(tag);
    provider.append(header);
    await fixture<InsightsProvider>(provider);
    await settled(header);
    expect(waits).to.deep.equal([60_000]);
    run();
    await waitUntil(() => header.profile?.followersCount === 18_421);
    provider.refreshInterval = 300;
    await provider.updateComplete;
    await header.updateComplete;
    expect(waits).to.deep.equal([60_000, 60_000, 300_000]);
    run();
    await waitUntil(() => header.error !== undefined);
    // Of what people have to mend nobody asks again.
    expect(waits.length).to.equal(3);
    header.client = answering(studio);
    await waitUntil(() => waits.length === 4);
    header.remove();
    expect(cleared).to.include('timer 4');
  });

  describe('layout', () => {
    for (const width of [240, 280, 320, 459, 460, 559, 560, 900]) {
      it(`${width} px wide: nothing moves between loading and ready, nothing leaves the box`, async () => {
        const host = fixtureSync<HTMLElement>('<div><p id="below">Below</p></div>');
        host.style.width = `${width}px`;
        const header = make(tag, { client: answering(never) });
        host.prepend(header);
        await header.updateComplete;
        expect(header.state).to.equal('loading');
        const { height } = header.getBoundingClientRect();
        const heights = new Set<number>();
        const observer = new ResizeObserver(() => heights.add(header.getBoundingClientRect().height));
        observer.observe(header);
        header.client = clientAt(backendUrl({ followers: 184_200 }));
        await settled(header);
        await nextFrame();
        await nextFrame();
        observer.disconnect();
        if (width >= 280) expect([...heights]).to.deep.equal([height]);
        const outer = header.getBoundingClientRect();
        for (const part of header.shadowRoot?.querySelectorAll('.label, .sample, .handle, .fact, .monogram') ?? []) {
          const { left, right, bottom } = part.getBoundingClientRect();
          const isInside = right <= outer.right + 0.5 && bottom <= outer.bottom + 0.5 && left >= outer.left - 0.5;
          expect(isInside, part.outerHTML).to.equal(true);
        }
        expect(header.scrollWidth).to.be.at.most(width);
      });
    }

    for (const width of [240, 280, 320, 460, 560, 900]) {
      for (const dir of ['ltr', 'rtl']) {
        it(`${width} px wide, ${dir}: no word is below the button of the menu, however long the name is`, async () => {
          const host = fixtureSync<HTMLElement>(`<div dir="${dir}" style="width: ${width}px"></div>`);
          const long = { username: 'x'.repeat(30), followersCount: 123_456_789, mediaCount: 12_345, source: 'demo' };
          for (const profile of [studio, { ...long, name: 'Österreichische Gesellschaft für Möbel' } as const]) {
            const header = make(tag, { profile: profile as InsightsAccount });
            host.replaceChildren(header);
            await header.updateComplete;
            const button = header.shadowRoot?.querySelector('button[part=menu]') as Element;
            const { left, right, top, bottom, width: own } = button.getBoundingClientRect();
            expect(own).to.be.at.least(24);
            const middle = (top + bottom) / 2 + 2;
            for (const word of header.shadowRoot?.querySelectorAll('.label, .sample, .fact') ?? []) {
              const range = document.createRange();
              range.selectNodeContents(word);
              for (const box of range.getClientRects())
                expect(box.top >= middle || box.right <= left || box.left >= right, word.textContent ?? '').to.equal(
                  true,
                );
            }
          }
        });
      }
    }

    it('the button of the menu stands between its two lines, whatever is below them', async () => {
      const host = fixtureSync<HTMLElement>('<div style="width: 640px"></div>');
      for (const footer of ['', '<p slot="footer">One line</p>', `<p slot="footer">${'Some words. '.repeat(40)}</p>`]) {
        const header = make(tag, { profile: studio });
        header.innerHTML = footer;
        host.replaceChildren(header);
        await header.updateComplete;
        const middles = ['button[part=menu]', '.account'].map((selector) => {
          const { top = 0, bottom = 0 } = header.shadowRoot?.querySelector(selector)?.getBoundingClientRect() ?? {};
          return (top + bottom) / 2;
        });
        expect(middles[0])
          .to.be.greaterThan(20)
          .and.closeTo(middles[1] ?? 0, 1);
      }
    });

    it('reserves its height before anything is known, and is as high as its place', async () => {
      const header = await fixture<Header>(make(tag, { client: answering(never) }));
      expect(getComputedStyle(header).minHeight).to.equal('92px');
      expect(header.getBoundingClientRect().height).to.equal(92);
      header.style.height = '200px';
      expect(header.shadowRoot?.querySelector('[part=base]')?.getBoundingClientRect().height).to.equal(200);
    });

    it('long names wrap; a dot stands between facts, and none before a line', async () => {
      const host = fixtureSync<HTMLElement>('<div style="width: 280px"></div>');
      const header = make(tag, {
        profile: {
          name: 'Österreichische Gesellschaft für Möbel',
          username: 'x'.repeat(30),
          followersCount: 12_345_678,
          mediaCount: 12_345,
        },
      });
      host.append(header);
      await header.updateComplete;
      expect(header.scrollWidth).to.be.at.most(280);
      const value = header.shadowRoot?.querySelector('[part=value]')?.getBoundingClientRect() as DOMRect;
      const facts = [...(header.shadowRoot?.querySelectorAll('[part=value] .fact') ?? [])] as HTMLElement[];
      // What begins a line stands 12 px before it, with its dot, and is cut off there.
      expect(facts.map((fact) => Math.round(fact.getBoundingClientRect().left - value.left))).to.deep.equal([-12, -12]);
    });
  });

  for (const scheme of ['light', 'dark']) {
    it(`is accessible, ${scheme}, as a group with the account's name`, async () => {
      const host = fixtureSync<HTMLElement>(`<div style="color-scheme: ${scheme}; background: Canvas"></div>`);
      const header = make(tag, { client: answering({ ...studio, source: 'demo' }, new InsightsError('network')) });
      host.append(header);
      await settled(header);
      const base = header.shadowRoot?.querySelector('[part=base]');
      expect([base?.getAttribute('role'), base?.getAttribute('aria-label')]).to.deep.equal(['group', 'Studio Lind']);
      await expect(header).to.be.accessible();
      header.refresh();
      await waitUntil(() => header.error !== undefined);
      await header.updateComplete;
      await expect(header).to.be.accessible();
    });
  }
});

/** The relative luminance of a colour, as it is painted. */
function luminanceOf(color: string): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const part = byte / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
