// One browser, driven by the WebDriver protocol: https://www.w3.org/TR/webdriver2/

export interface WebDriverOptions {
  /** Where the driver listens. */
  readonly address: string;
  readonly capabilities: Readonly<Record<string, unknown>>;
}

/** What a key or a pointer does, one thing after the other. */
export interface InputSource {
  readonly type: 'key' | 'pointer';
  readonly id: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly actions: readonly Readonly<Record<string, unknown>>[];
}

export class WebDriver {
  readonly #session: string;

  private constructor(session: string) {
    this.#session = session;
  }

  /** Starts the browser. */
  static async start({ address, capabilities }: WebDriverOptions): Promise<WebDriver> {
    const { sessionId } = await command<{ sessionId: string }>('POST', `${address}/session`, {
      capabilities: { alwaysMatch: capabilities },
    });
    return new WebDriver(`${address}/session/${sessionId}`);
  }

  open(url: string): Promise<void> {
    return this.#command('POST', 'url', { url });
  }

  url(): Promise<string> {
    return this.#command('GET', 'url');
  }

  /** What the body of a function returns in the page. */
  evaluate<T>(script: string): Promise<T> {
    return this.#command('POST', 'execute/sync', { script, args: [] });
  }

  input(...actions: readonly InputSource[]): Promise<void> {
    return this.#command('POST', 'actions', { actions });
  }

  /** Lets go of all keys and buttons. */
  release(): Promise<void> {
    return this.#command('DELETE', 'actions');
  }

  /** The size of the window, with its frame and bars. */
  resize(width: number, height: number): Promise<void> {
    return this.#command('POST', 'window/rect', { width, height });
  }

  /** Ends the browser. */
  end(): Promise<void> {
    return command('DELETE', this.#session);
  }

  #command<T>(method: string, path: string, body?: object): Promise<T> {
    return command(method, `${this.#session}/${path}`, body);
  }
}

/** @throws what the driver says where it fails */
async function command<T>(method: string, address: string, body?: object): Promise<T> {
  const answer = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await answer.json()) as { value: T & { readonly error?: string; readonly message?: string } };
  if (!answer.ok) throw new Error(`${method} ${new URL(address).pathname}: ${value?.error}: ${value?.message}`);
  return value;
}
