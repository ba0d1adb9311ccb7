/**
 * An element's line to its answers: finds the provider, asks what the element wants to know, tells it when that changes.
 *
 * Decides when a question is asked and given up. Does not know which questions an element has, or how answers look.
 */
import { isServer, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { type InsightsClient, type InsightsSnapshot, onDefaultClient } from '../client/index.js';
import { canonicalQuery, type InsightsQuery, type QueryInput, queryKey } from '../spec/index.js';
import { type InsightsContext, onProvider, requestContext } from './context.js';

const providerTag = 'insights-provider';

interface Watch {
  readonly client: InsightsClient;
  readonly key: string;
  readonly interval: number | undefined;
  readonly stop: () => void;
  snapshot: InsightsSnapshot;
}

export class InsightsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #watches = new Map<string, Watch>();
  /** Also, while nobody has answered, what stops listening for one who could. */
  #leaveProvider: (() => void) | undefined;
  #leaveDefault: (() => void) | undefined;
  #connection = 0;
  /** What the nearest provider hands down. */
  context: InsightsContext | undefined;
  /** Whether a provider around the element has still to be defined. On a server all wait for the page. */
  waiting = isServer;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#findProvider();
    this.#leaveDefault = onDefaultClient(() => this.#host.requestUpdate());
    // Questions were given up with the disconnect: the next update asks them again.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connection += 1;
    this.#leaveProvider?.();
    this.#leaveProvider = undefined;
    this.#leaveDefault?.();
    this.context = undefined;
    this.waiting = false;
    for (const name of [...this.#watches.keys()]) this.#stop(name);
  }

  /**
   * Asks the named questions, and no others: what is being asked already goes on.
   * @param interval milliseconds after which to ask again, again and again
   */
  ask(client: InsightsClient | undefined, queries: Readonly<Record<string, QueryInput>>, interval?: number): void {
    // Until then it is not known which days the questions are about.
    const opening = client?.opening;
    void opening?.then(() => this.#host.requestUpdate());
    const wanted = client && !opening && this.#host.isConnected ? queries : {};
    for (const name of [...this.#watches.keys()]) if (!Object.hasOwn(wanted, name)) this.#stop(name);
    for (const [name, query] of Object.entries(wanted)) {
      this.#watch(name, client as InsightsClient, query, interval);
    }
  }

  /** What is known of a question by now. */
  snapshot(name: string): InsightsSnapshot | undefined {
    return this.#watches.get(name)?.snapshot;
  }

  /** What is known of every question that is being asked, by name. */
  get snapshots(): ReadonlyMap<string, InsightsSnapshot> {
    return new Map([...this.#watches].map(([name, { snapshot }]) => [name, snapshot]));
  }

  /** Asks everything again, now. */
  refresh(): void {
    for (const { snapshot } of this.#watches.values()) snapshot.refresh();
  }

  /** Asks again for what could not be had, now. */
  retry(): void {
    for (const { snapshot } of this.#watches.values()) {
      if (snapshot.error || snapshot.result?.gaps) snapshot.refresh();
    }
  }

  #watch(name: string, client: InsightsClient, query: QueryInput, interval: number | undefined): void {
    const key = queryKey(canonicalQuery(query, client.now()));
    const current = this.#watches.get(name);
    if (current?.client === client && current.key === key && current.interval === interval) return;
    this.#stop(name);
    let snapshot: InsightsSnapshot = { fetching: true, refresh: () => {} };
    const receive = (next: InsightsSnapshot): void => {
      snapshot = next;
      const watch = this.#watches.get(name);
      if (watch?.key !== key || watch.client !== client) return;
      watch.snapshot = next;
      this.#host.requestUpdate();
    };
    const stop = client.observe(query as InsightsQuery, receive, { refreshInterval: interval });
    this.#watches.set(name, { client, key, interval, stop, snapshot });
  }

  #stop(name: string): void {
    this.#watches.get(name)?.stop();
    this.#watches.delete(name);
  }

  #findProvider(): void {
    const connection = this.#connection;
    const receive = (value: InsightsContext, leave?: () => void): void => {
      if (connection !== this.#connection) return leave?.();
      // A nearer provider that comes later takes over from the one that answered first.
      if (leave !== this.#leaveProvider) this.#leaveProvider?.();
      this.context = value;
      this.waiting = false;
      this.#leaveProvider = leave;
      this.#host.requestUpdate();
    };
    const request = (): unknown => requestContext(this.#host, receive);
    request();
    if (this.context) return;
    this.#leaveProvider = onProvider(request);
    if (!isInsideUndefinedProvider(this.#host)) return;
    this.waiting = true;
    // Then it has answered, or was none of ours.
    void customElements.whenDefined(providerTag).then(() => {
      if (connection !== this.#connection) return;
      this.waiting = false;
      this.#host.requestUpdate();
    });
  }
}

/** Looks through shadow roots up to the document. */
function isInsideUndefinedProvider(element: Element): boolean {
  for (let node: Node | null = element; node; node = parentOf(node)) {
    if (node instanceof Element && node.matches(`${providerTag}:not(:defined)`)) return true;
  }
  return false;
}

const parentOf = (node: Node): Node | null =>
  (node instanceof Element ? node.assignedSlot : null) ?? (node instanceof ShadowRoot ? node.host : node.parentNode);
