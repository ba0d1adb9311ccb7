// The gallery's cases as cases of a test, every element in every state, and what a visitor can open in one.
import { waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import type { Case, Section, Tag } from '../../demo/gallery/cases/case.js';
import { sections } from '../../demo/gallery/cases/sections.js';
import { galleryTime } from '../../demo/gallery/clock.js';
import { settled } from '../../demo/gallery/settled.js';
import { show } from '../../demo/gallery/show.js';
import { closed } from '../../demo/gallery/sources.js';
import type { InsightsErrorCode } from '../../src/index.js';
import type { TreeAnswer, TreeQuestion } from './tree-command.js';

export interface GalleryCase {
  /** As in the address of the gallery: `metric-card/stale`. */
  readonly id: string;
  readonly element: string;
  readonly one: Case;
  /** The widths at which the gallery shows the element: the usual one, and a narrow one. */
  readonly widths: Section['widths'];
}

/** Failures that look alike on every element, which the gallery shows on one of them only. */
function unshown({ tag, attributes }: Tag): readonly Case[] {
  const failed = (reason: InsightsErrorCode, more: Readonly<Record<string, string>> = {}): Case => ({
    name: reason,
    shows: '',
    tag: { tag, attributes: { ...attributes, ...more } },
    ...(reason !== 'no-client' && { source: () => closed(reason) }),
    state: 'error',
    reason,
  });
  return [
    failed('no-client'),
    failed('secret', { 'access-token': `EAAG${'x1Y2z3'.repeat(6)}` }),
    ...(['server-error', 'malformed-response', 'not-found', 'closed'] as const).map((code) => failed(code)),
  ];
}

const casesOf = (section: Section): readonly Case[] => {
  const { cases } = section;
  const known = new Set(cases.map(({ name }) => name));
  const asking = cases.find(({ name }) => name === 'loading');
  return [...cases, ...(asking ? unshown(asking.tag).filter(({ name }) => !known.has(name)) : [])];
};

export const galleryCases: readonly GalleryCase[] = sections.flatMap((section) =>
  casesOf(section).map((one) => ({
    id: `${section.element}/${one.name}`,
    element: section.element,
    one,
    widths: section.widths,
  })),
);

/** To be called in a `describe`: its clock is that of the gallery, from before its cases are shown. */
export function galleryClock(): void {
  const real = Date.now;
  before(() => {
    Date.now = () => galleryTime;
  });
  after(() => {
    Date.now = real;
  });
}

/** Puts a case on the page, and waits until nothing changes any more. @throws where it is not as it says */
export async function present(
  { id, element, one, widths }: GalleryCase,
  { width = widths[0], lang = 'en-US' }: { readonly width?: number; readonly lang?: string } = {},
): Promise<HTMLElement> {
  const { figure, whenSettled } = show(element, one);
  const stage = figure.querySelector<HTMLElement>('.stage') as HTMLElement;
  stage.style.width = `${width}px`;
  // Not that of the browser.
  stage.lang = lang;
  document.body.append(stage);
  const faults = await whenSettled();
  if (faults.length > 0) throw new Error(`${id} ${faults.join(', ')}`);
  // Its keys come when the browser has time.
  const isStop = (line: Element): boolean => line.getAttribute('role') === 'application';
  const lines = (): Element[] => everything(stage).filter((part) => part.matches('svg[part=chart]'));
  await waitUntil(() => lines().every(isStop), 'a sparkline has no keys', { timeout: 8000 });
  return stage;
}

/** What a screen reader is told of the case on the page; with a name also what is stored by it. */
export const readTree = (name?: string): Promise<TreeAnswer> =>
  executeServerCommand<TreeAnswer, TreeQuestion>('accessibility-tree', { selector: '.stage', ...(name && { name }) });

/** All elements in a tree, also those in shadow roots. */
export const everything = (root: ParentNode): Element[] =>
  [...root.querySelectorAll('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everything(element.shadowRoot) : []),
  ]);

/** Whether a visitor can see it, and reach it: what is shut in `details` or a popover is not there. */
export const isThere = (element: Element): boolean =>
  element.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true }) &&
  element.getBoundingClientRect().width > 0;

const controls =
  'button, summary, select, input, textarea, a[href], [tabindex="0"], [role=button], [role=menuitem], [role=option]';

/** What can be pressed, opened, chosen or focused at the moment. */
export const controlsIn = (root: ParentNode): HTMLElement[] =>
  everything(root).filter(
    (element): element is HTMLElement => element.matches(controls) && isThere(element) && !element.closest('[inert]'),
  );

/** Opens the menu of the first element that has one. */
export async function openMenu(stage: HTMLElement): Promise<void> {
  const find = (selector: string): HTMLElement | undefined =>
    everything(stage).find((element): element is HTMLElement => element.matches(selector));
  find('[part=menu]')?.click();
  await waitUntil(() => find('[role=menu]'), 'no menu opens', { timeout: 8000 });
}

/** Opens all that a visitor can open, hides a series, points at something. @returns whether there was something */
export async function openAll(stage: HTMLElement): Promise<boolean> {
  const all = everything(stage);
  const of = (selector: string): HTMLElement[] => all.filter((one): one is HTMLElement => one.matches(selector));
  const toggles = of('.toggle');
  const [shut, popovers, plots] = [of('details:not([open])'), of('[popover]'), of('.plot:has(canvas)')];
  for (const details of shut) (details as HTMLDetailsElement).open = true;
  // One at a time can be shown: each closes the one before.
  for (const popover of popovers) popover.showPopover();
  toggles[0]?.click();
  for (const plot of plots.slice(0, 1))
    plot.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }));
  const isSomething = [shut, popovers, plots, toggles].some(({ length }) => length > 0);
  if (isSomething) await settled(stage);
  return isSomething;
}
