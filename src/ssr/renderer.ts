/** How one of our elements is drawn on a server, which has no page around it. */
import { LitElementRenderer, type RenderInfo } from '@lit-labs/ssr';
import type { PropertyValues } from 'lit';
import type { InsightsClient } from '../client/index.js';
import { readServed, type Served, writeServed } from '../client/served-answers.js';
import { AuthoredElement } from '../elements/authored-element.js';
import { type InsightsContext, requestContext } from '../elements/context.js';
import { remarksStyles } from '../elements/remarks.styles.js';
import type { Formats } from '../format/index.js';
import {
  type InsightsAccount,
  type InsightsResult,
  looksLikeSecret,
  looksLikeToken,
  maskSecret,
} from '../spec/index.js';
import type { AskedPage } from './asked-page.js';

/** What only an element itself may know of itself, and who draws it has to. */
type Inside = HTMLElement & {
  readonly insights: { context: InsightsContext | undefined; waiting: boolean };
  readonly source: InsightsClient | undefined;
  readonly formats: Formats;
  readonly remarks: unknown;
  readonly coming?: Promise<unknown> | undefined;
  readonly state?: string;
  readonly reason?: string | undefined;
  locale?: string | undefined;
  result?: InsightsResult | undefined;
  profile?: InsightsAccount | undefined;
  client?: InsightsClient | undefined;
  willUpdate(changed: PropertyValues): void;
} & { readonly [Place in (typeof places)[number]]?: unknown };

/** By these an element asks elsewhere than the provider around it. */
const places = ['backendUrl', 'src', 'demo', 'account'] as const;
const placeOf = (element: Inside): string => JSON.stringify(places.map((name) => element[name] || ''));

/** Attributes that are names and addresses: any secret is refused there. */
const placed = /^ (backend-url|src|account|api-version|token-scope|token-url)=/;

export interface Page {
  readonly asked: AskedPage;
  /** The language of the page, where an element does not say another. */
  readonly lang: string | undefined;
  /** Of the page's policy, for the style sheets. */
  readonly nonce: string | undefined;
  /** Where scripts go: by a mark, which no text of an answer can guess. */
  readonly mark: (served: () => string | undefined) => string;
}

export function rendererFor({ asked, lang, nonce, mark }: Page): typeof LitElementRenderer {
  // Base64, by the grammar of policies; anything else would be markup.
  const style = nonce && /^[\w+/-]+={0,2}$/.test(nonce) ? `<style nonce="${nonce}">` : '<style>';
  return class InsightsRenderer extends LitElementRenderer {
    #served: (() => string | undefined) | undefined;
    #hasRemarks = false;

    static override matchesClass(ctor: typeof HTMLElement): boolean {
      return ctor.prototype instanceof AuthoredElement;
    }

    override connectedCallback(): void {
      const element = this.element as unknown as Inside;
      const given = givenOf(element);
      // The way up to a provider goes through shadow roots.
      if (!element.shadowRoot) element.attachShadow({ mode: 'open' });
      requestContext(element, (context) => {
        const isElsewhere = places.some((name) => element[name]);
        element.insights.context = isElsewhere ? { ...context, client: undefined } : context;
      });
      const { context } = element.insights;
      const { client, served } = context
        ? { client: undefined, served: undefined }
        : asked.asker(placeOf(element), Boolean(element.demo));
      // One that a template sets would ask behind our back.
      element.client = client;
      element.locale ||= context?.locale || element.getAttribute('lang') || lang;
      const { source } = element;
      if (source) {
        element.insights.waiting = false;
        Object.defineProperty(element, 'isConnected', { value: true });
      }
      if ('profile' in element && source && !element.profile) {
        source.account().catch(() => {});
        element.profile = asked.accountFor(source);
      }
      this.#served = () => textOf({ answers: new Map(), ...served?.(), ...given });
      this.#watchRemarks(element);
      asked.speaks(element.formats.locale);
      super.connectedCallback();
      const { state, reason } = element;
      if (state) element.setAttribute('state', state);
      if (state && reason) element.setAttribute('reason', reason);
    }

    /** What the element refuses as a token is not to be read in the page either. */
    override renderAttributes(): ReturnType<LitElementRenderer['renderAttributes']> {
      return super
        .renderAttributes()
        .map((part) =>
          typeof part === 'string' && (placed.test(part) ? looksLikeSecret : looksLikeToken)(part)
            ? part.replace(/=".*"$/s, `="${maskSecret(part)}"`)
            : part,
        );
    }

    /** Their sheet is loaded late in a page. */
    #watchRemarks(element: Inside): void {
      const get = (): unknown => {
        this.#hasRemarks = true;
        return Reflect.get(Object.getPrototypeOf(element), 'remarks', element);
      };
      if ('remarks' in element) Object.defineProperty(element, 'remarks', { get });
    }

    override renderShadow(info: RenderInfo): ReturnType<LitElementRenderer['renderShadow']> {
      const parts = super.renderShadow(info);
      const draw = parts?.pop();
      if (!parts || typeof draw !== 'function') return parts;
      return [
        ...parts.map((part) => (part === '<style>' ? style : part)),
        async () => {
          await arrival(this.element as unknown as Inside);
          return (await draw()) ?? '';
        },
        () => (this.#hasRemarks ? `${style}${remarksStyles.cssText}</style>` : ''),
        () => (isInsideOurs(info) ? '' : mark(() => this.#served?.())),
      ];
    }
  };
}

/** What a template has set is set again as the page will have it. @throws InsightsError where that cannot travel */
function givenOf(element: Inside): Omit<Served, 'answers'> {
  const given = { result: element.result, profile: element.profile };
  if (!given.result && !given.profile) return {};
  const { result, profile } = readServed(writeServed({ ...given, answers: new Map() }));
  if (result) element.result = result;
  if (profile) element.profile = profile;
  return { result, profile };
}

/** Waits for what an element has coming: also what is known already may be a promise. */
async function arrival(element: Inside): Promise<void> {
  if (!('coming' in element)) return;
  await Promise.all([element.coming, new Promise((resolve) => setTimeout(resolve))]);
  element.willUpdate(new Map());
}

/** In the shadow of another of our elements, which has the answers. */
const isInsideOurs = ({ customElementHostStack }: RenderInfo): boolean =>
  customElementHostStack.slice(0, -1).some((host) => host?.element instanceof AuthoredElement);

const textOf = (served: Served): string | undefined =>
  served.answers.size > 0 || served.result || served.profile || served.account ? writeServed(served) : undefined;
