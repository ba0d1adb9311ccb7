// Which engine a test runs in, and what it cannot do there: such tests are skipped, with the reason in the log.

const { userAgent } = navigator;

const engine = userAgent.includes('Firefox/') ? 'firefox' : userAgent.includes('Chrome/') ? 'chromium' : 'webkit';

/** What tests need of an engine, or of what drives it: whether it is there, and why it is not elsewhere. */
const needs = {
  'emulated media': {
    isThere: engine === 'chromium',
    because: 'scheme, motion and paper are emulated by the DevTools protocol',
  },
  'the accessibility tree': {
    isThere: engine === 'chromium',
    because: 'it is read by the DevTools protocol',
  },
  'a dense screen': {
    isThere: engine !== 'webkit',
    because: 'WebDriver sets the size of a window, not its density',
  },
  'typed dates': {
    isThere: engine !== 'webkit',
    because: 'a driven WebKitGTK does not go on to the next part of a date',
  },
  'equal pixels': {
    isThere: engine !== 'webkit',
    because: 'WebKitGTK draws the same letters elsewhere by a part of a pixel when there are marks beside them',
  },
  'zoom in style sheets': {
    isThere: 'currentCSSZoom' in Element.prototype,
    because: 'the engine does not tell how far an element is zoomed, so its canvas is as sharp as an unzoomed one',
  },
  'forced colours': {
    isThere: CSS.supports('forced-color-adjust', 'none'),
    because: 'the engine has none',
  },
  'a window of any size': {
    isThere: engine === 'chromium',
    because: 'the windows of the others are no smaller than 450 pixels',
  },
  'dates of today': {
    isThere: !new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'short' })
      .format(0)
      .includes(','),
    because: 'the engine has an older CLDR, which puts other commas and spaces into dates',
  },
} as const satisfies Readonly<Record<string, { isThere: boolean; because: string }>>;

export type Need = keyof typeof needs;

interface Definers {
  readonly it: (title: string, run: Mocha.AsyncFunc | Mocha.Func) => void;
  readonly describe: (title: string, define: () => void) => void;
}

/** What was said of this file already. */
const told = new Set<Need>();

/** Mocha's own where there is what the tests need; else what skips them, and says why. */
export function needing(need: Need): Definers {
  const { isThere, because } = needs[need];
  if (isThere) return { it, describe };
  if (!told.has(need)) console.log(`Skipped in ${engine}: what needs ${need}: ${because}.`);
  told.add(need);
  return { it: (title) => void it.skip(title), describe: (title, define) => void describe.skip(title, define) };
}
