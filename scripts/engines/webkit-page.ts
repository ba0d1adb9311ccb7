// A page of WebKit with what the commands of the test runner ask of a page: keyboard, mouse, viewport.
import type { InputSource, WebDriver } from './webdriver.js';

/** As that of the other engines. */
const viewport = { width: 800, height: 600 };

/** The keys of tests that have no letter, as WebDriver writes them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const codes: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

const buttons = { left: 0, middle: 1, right: 2 } as const;

interface ButtonOptions {
  readonly button?: keyof typeof buttons;
}

export class WebKitPage {
  readonly #browser: WebDriver;

  constructor(browser: WebDriver) {
    this.#browser = browser;
  }

  readonly keyboard = {
    down: (key: string): Promise<void> => this.#keys({ type: 'keyDown', value: codeOf(key) }),
    up: (key: string): Promise<void> => this.#keys({ type: 'keyUp', value: codeOf(key) }),
    press: (key: string): Promise<void> => this.#keys(...pressOf(codeOf(key))),
    type: (text: string): Promise<void> => this.#keys(...Array.from(text).flatMap(pressOf)),
  };

  readonly mouse = {
    move: (x: number, y: number): Promise<void> => this.#pointer({ type: 'pointerMove', x, y, duration: 0 }),
    down: ({ button = 'left' }: ButtonOptions = {}): Promise<void> =>
      this.#pointer({ type: 'pointerDown', button: buttons[button] }),
    up: ({ button = 'left' }: ButtonOptions = {}): Promise<void> =>
      this.#pointer({ type: 'pointerUp', button: buttons[button] }),
    click: (x: number, y: number, { button = 'left' }: ButtonOptions = {}): Promise<void> =>
      this.#pointer(
        { type: 'pointerMove', x, y, duration: 0 },
        { type: 'pointerDown', button: buttons[button] },
        { type: 'pointerUp', button: buttons[button] },
      ),
    reset: (): Promise<void> => this.#browser.release(),
  };

  async begin(url: string): Promise<void> {
    await this.setViewport(viewport);
    await this.#browser.open(url);
  }

  url(): Promise<string> {
    return this.#browser.url();
  }

  /** @throws where the window cannot be so small */
  async setViewport({ width, height }: { readonly width: number; readonly height: number }): Promise<void> {
    const size = (): Promise<[number, number, number, number]> =>
      this.#browser.evaluate('return [innerWidth, innerHeight, outerWidth, outerHeight]');
    const [innerWidth, innerHeight, outerWidth, outerHeight] = await size();
    if (innerWidth === width && innerHeight === height) return;
    await this.#browser.resize(width + outerWidth - innerWidth, height + outerHeight - innerHeight);
    const [gotWidth, gotHeight] = await size();
    if (gotWidth !== width || gotHeight !== height)
      throw new Error(`The window is ${gotWidth} by ${gotHeight}, not ${width} by ${height}.`);
  }

  async end(): Promise<void> {
    await this.#browser.release();
    await this.#browser.open('about:blank');
  }

  close(): Promise<void> {
    return this.#browser.end();
  }

  #keys(...actions: InputSource['actions']): Promise<void> {
    return this.#browser.input({ type: 'key', id: 'keyboard', actions });
  }

  #pointer(...actions: InputSource['actions']): Promise<void> {
    return this.#browser.input({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }
}

function codeOf(key: string): string {
  const code = codes[key] ?? key;
  if (code.length !== 1) throw new Error(`The key ${key} is not known here: add it to codes.`);
  return code;
}

const pressOf = (value: string): InputSource['actions'] => [
  { type: 'keyDown', value },
  { type: 'keyUp', value },
];
