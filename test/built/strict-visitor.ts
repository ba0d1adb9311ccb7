/**
 * The one script of the strict page (strict-page.test.ts), beside the library: uses every element as an author, then as a
 * visitor, and notes what the browser holds against the page. Told what it is to do by a press of the page's button.
 */
import type { InsightsElement, InsightsProvider, setWords } from '../../src/index.js';

interface Visit {
  readonly violations: string[];
  readonly errors: string[];
  /** What was done, in order. */
  readonly done: string[];
  /** How many files the browser was given. */
  files: number;
  isOver: boolean;
}

const visit: Visit = { violations: [], errors: [], done: [], files: 0, isOver: false };
Object.assign(window, { visit });

const { createObjectURL } = URL;
URL.createObjectURL = (file) => {
  visit.files += 1;
  return createObjectURL.call(URL, file);
};

document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample, sourceFile }) => {
  visit.violations.push([effectiveDirective, blockedURI, sample, sourceFile].join(' '));
});
if ('ReportingObserver' in window) {
  const observer = new ReportingObserver(
    (reports) => visit.violations.push(...reports.map(({ type, body }) => `${type} ${JSON.stringify(body)}`)),
    { buffered: true },
  );
  observer.observe();
}
addEventListener('error', ({ message }) => visit.errors.push(message));
addEventListener('unhandledrejection', ({ reason }) => visit.errors.push(`unhandled: ${reason}`));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const all = <T extends Element>(selector: string, root: ParentNode = document): T[] => [
  ...root.querySelectorAll<T>(selector),
];
const inside = <T extends Element>(element: Element, selector: string): T[] =>
  element.shadowRoot ? all<T>(selector, element.shadowRoot) : [];

async function until(what: string, condition: () => unknown): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 25) {
    if (condition()) return;
    await pause(25);
  }
  throw new Error(`Waited in vain: ${what}`);
}

const shown = (): InsightsElement[] =>
  all<InsightsElement>('[data-shows]').filter(({ localName }) => !/provider|dashboard|picker/.test(localName));
const isCalm = (element: InsightsElement): boolean =>
  element.state === (element.dataset.shows || 'ready') && inside(element, '[aria-busy=true]').length === 0;

async function settled(): Promise<void> {
  await until('every element is settled', () => shown().every(isCalm)).catch((error: Error) => {
    const late = shown().filter((element) => !isCalm(element));
    throw new Error(`${error.message}: ${late.map(({ outerHTML, state }) => `${outerHTML} is ${state}`).join(' ')}`);
  });
  await until('every chart is drawn', () =>
    shown()
      .filter(({ localName, state }) => localName.endsWith('-chart') && state === 'ready')
      .every((chart) => inside(chart, 'canvas').length > 0),
  );
}

/** Each of the menu of an element, as a visitor: opened, pressed. */
async function useMenu(element: Element): Promise<void> {
  const [button] = inside<HTMLElement>(element, '[part=menu]');
  if (!button) return;
  const open = async (): Promise<HTMLElement[]> => {
    await until(`the menu of ${element.localName} is closed`, () => inside(element, '[role=menu]').length === 0);
    button.click();
    await until(`the menu of ${element.localName} is open`, () => inside(element, '[role=menuitem]').length > 0);
    return inside<HTMLElement>(element, '[role=menuitem]');
  };
  const keys = (await open()).map(({ dataset }) => dataset.key ?? '');
  button.click();
  for (const key of keys) {
    const items = await open();
    items.find(({ dataset }) => dataset.key === key)?.click();
    await pause(key === 'png' ? 60 : 20);
    visit.done.push(`${element.localName} ${key}`);
  }
}

/** Keys and the pointer, over a plot. */
async function touch(element: Element): Promise<void> {
  for (const plot of inside<HTMLElement>(element, '[tabindex="0"], canvas')) {
    plot.focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'End', 'Enter', 'Escape'])
      plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    const { left, top, width, height } = plot.getBoundingClientRect();
    const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, composed: true };
    for (const type of ['pointerenter', 'pointermove', 'pointerdown', 'pointerup', 'click', 'pointerleave'])
      plot.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
    await pause(5);
  }
  for (const details of inside<HTMLDetailsElement>(element, 'details')) details.open = true;
  for (const toggle of inside<HTMLElement>(element, '.toggle')) toggle.click();
}

async function chooseDays(picker: Element): Promise<void> {
  for (const list of inside<HTMLSelectElement>(picker, 'select')) {
    for (const value of Array.from(list.options, (option) => option.value)
      .slice(0, 2)
      .concat('custom')) {
      list.value = value;
      list.dispatchEvent(new Event('change'));
      await pause(20);
    }
  }
  for (const field of inside<HTMLInputElement>(picker, 'input')) {
    if (field.type === 'date') field.value = '2020-02-30'.replace('30', '20');
    field.click();
    field.dispatchEvent(new Event('change'));
    field.dispatchEvent(new Event('blur'));
  }
  await until('wrong days are told', () => inside(picker, '[part=message]:not([hidden])').length > 0);
}

async function everything(): Promise<void> {
  const step = (name: string): unknown => visit.done.push(name);
  await settled();
  step('shown');

  for (const element of shown()) await touch(element);
  step('touched');
  const takeable = all('[data-shows], insights-dashboard');
  // The classic script is the same code: one of each element will do.
  const isFirst = (element: Element): boolean =>
    takeable.find(({ localName }) => localName === element.localName) === element;
  for (const element of takeable) if (location.pathname === '/module' || isFirst(element)) await useMenu(element);
  for (const chart of shown()
    .filter(({ localName }) => localName.endsWith('-chart'))
    .slice(0, 3)) {
    const { playTones, stopTones } = chart as unknown as { playTones(): Promise<void>; stopTones(): void };
    setTimeout(() => stopTones.call(chart), 150);
    await playTones.call(chart);
  }
  step('played');
  for (const element of shown()) {
    await element.toText();
    if (element.state === 'ready') element.toCSV();
  }
  for (const picker of all('insights-range-picker')) await chooseDays(picker);
  step('chose days');

  const provider = document.querySelector<InsightsProvider>('#demo');
  if (!provider) throw new Error('The page has no provider.');
  Object.assign(provider, { range: 'last_7_days', since: undefined, until: undefined, compare: 'previous_period' });
  for (const locale of ['ar', 'de', 'es', 'fr', 'it', 'ja', 'pt', 'en-GB']) {
    document.documentElement.lang = locale;
    document.documentElement.dir = locale === 'ar' ? 'rtl' : 'ltr';
    await pause(60);
    await settled();
    step(locale);
  }
  for (const theme of ['paper', 'aurora', 'dark', 'narrow']) {
    document.body.className = theme;
    document.body.dataset.insightsTheme = theme;
    await pause(60);
    await settled();
    step(theme);
  }
  const library = await (window as unknown as { library: () => Promise<{ setWords: typeof setWords }> }).library();
  await library.setWords('en', { metrics: { reach: 'Unique viewers' } });
  provider.remove();
  document.body.append(provider);
  await settled();
  step('moved');
  for (const element of shown()) if (element.state === 'ready') element.refresh();
  await settled();
  step('refreshed');
}

document.querySelector('#go')?.addEventListener('click', async () => {
  try {
    await everything();
  } catch (error) {
    visit.errors.push(String(error));
  }
  visit.isOver = true;
});
