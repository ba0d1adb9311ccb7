/**
 * The gallery's page: sections of cases, and controls for theme, direction, width and size.
 *
 * With `picture` in its address it shows what is compared and nothing else: `picture` at the usual width of an element,
 * `picture=narrow`, or `picture=overview` with one case of each. `data-settled` on the root says that nothing will change
 * any more; it holds what is not as a case says, which should be nothing.
 */
import '../../src/define.js';
import type { Section } from './cases/case.js';
import { sections } from './cases/sections.js';
import { stopClock } from './clock.js';
import { nextFrame } from './settled.js';
import { make, type Shown, show } from './show.js';
import { controlsFor, readView, searchOf, themes, type View } from './view.js';

stopClock();
const root = document.documentElement;
const picture = new URLSearchParams(location.search).get('picture') ?? undefined;
const isPicture = picture !== undefined;
const known = sections.filter(({ element }) => customElements.get(`insights-${element}`));
const controls = controlsFor(known.map(({ element }) => element));

let view = readView(location.search, controls);
let turn = 0;

function dress({ theme: name, lang, dir, width, text }: View): void {
  const chosen: { scheme: string; theme?: string } = themes.find(({ value }) => value === name) ?? themes[0];
  root.style.colorScheme = chosen.scheme;
  root.toggleAttribute('data-picture', isPicture);
  if (chosen.theme) root.dataset.insightsTheme = chosen.theme;
  else delete root.dataset.insightsTheme;
  const main = document.querySelector('main') as HTMLElement;
  main.style.setProperty('--case-width', width === 'full' ? '100%' : `${width}px`);
  for (const stage of main.querySelectorAll<HTMLElement>('.stage')) {
    // The words of this page stay English, and from left to right.
    stage.dir = dir;
    stage.lang = lang;
    stage.style.setProperty('zoom', `${text}%`);
  }
}

function sectionOf({ element, about, cases, widths }: Section): { section: HTMLElement; shown: readonly Shown[] } {
  const pictured = cases.filter((one) => one.pictured);
  const chosen = picture === 'overview' ? pictured.slice(0, 1) : isPicture ? pictured : cases;
  const shown = chosen.map((one) => show(element, one));
  const id = `about-${element}`;
  const section = make(
    'section',
    { 'aria-labelledby': id },
    make('h2', { id }, `<insights-${element}>`),
    make('p', { class: 'about' }, about),
    make('div', { class: 'cases' }, ...shown.map(({ figure }) => figure)),
  );
  if (isPicture) section.style.setProperty('--case-width', `${widths[picture === 'narrow' ? 1 : 0]}px`);
  return { section, shown };
}

/** Builds the sections of the element that is chosen, or of all. */
async function fill(): Promise<void> {
  turn += 1;
  const mine = turn;
  delete root.dataset.settled;
  const made = known.filter(({ element }) => !view.element || element === view.element).map(sectionOf);
  document.querySelector('main')?.replaceChildren(...made.map(({ section }) => section));
  dress(view);
  const shown = made.flatMap((one) => one.shown);
  const found = await Promise.all(
    shown.map(async ({ figure, whenSettled }) => (await whenSettled()).map((fault) => `${figure.id} ${fault}`)),
  );
  await document.fonts.ready;
  await nextFrame();
  await nextFrame();
  if (mine === turn) root.dataset.settled = found.flat().join('\n');
}

function choose(change: Partial<View>): void {
  const before = view;
  view = { ...view, ...change };
  history.replaceState(null, '', `${location.pathname}${searchOf(view, controls, location.search)}${location.hash}`);
  // A change of language between page and element is not heard: an element reads it when it is shown.
  if (view.element === before.element && view.lang === before.lang) dress(view);
  else void fill();
}

for (const { name, label, choices } of controls) {
  const select = make(
    'select',
    { name },
    ...choices.map((choice) => make('option', { value: choice.value }, choice.label)),
  );
  select.value = view[name];
  select.addEventListener('change', () => choose({ [name]: select.value }));
  document.querySelector('#view')?.append(make('label', { class: 'control' }, label, select));
}
await fill();
document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
