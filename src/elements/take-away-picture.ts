/** A chart's picture: what it shows and says at the moment, put together for chart/picture.ts. Loaded when one is asked for. */
import type { ChartConfiguration, ChartTheme, PictureEntry } from '../chart/index.js';
import type { Formats } from '../format/index.js';
import type { ChartModule } from './chart-controller.js';
import type { LegendEntry } from './chart-parts.js';
import { daysOf, one, readNotes, type Telling } from './told.js';

export interface PictureParts {
  readonly chart: ChartModule;
  readonly drawPicture: typeof import('../chart/picture.js').drawPicture;
  readonly element: Telling & HTMLElement & { readonly renderRoot: ParentNode };
  readonly formats: Formats;
  readonly configure: (chart: ChartModule, theme: ChartTheme) => ChartConfiguration | undefined;
  readonly legend: readonly LegendEntry[];
  /** The keys of series that are not drawn. */
  readonly hidden: ReadonlySet<string>;
}

/** Where the element has no box, in CSS pixels. */
const unboxed = { width: 640, height: 280 };

export function pictureOf(parts: PictureParts): Promise<Blob> {
  const { chart, drawPicture, element, formats, configure, legend, hidden } = parts;
  const { renderRoot: root } = element;
  const [probe, done] = probeIn(root);
  const theme = chart.readTheme(probe);
  const colorOf = ({ color, series }: LegendEntry): string =>
    color ? chart.readColor(probe, color) : (theme.series[series - 1] ?? theme.muted);
  const entries = legend
    .filter(({ key }) => key === undefined || !hidden.has(key))
    .map((entry): PictureEntry => ({ ...entry, swatch: entry.swatch ?? 'block', color: colorOf(entry) }));
  const grounds = [chart.readColor(probe, 'Canvas'), ...groundsOf(root.querySelector('[part=base]'))];
  done();
  // Beside a ring stands its legend, which the picture has above.
  const { clientWidth: width } = root.querySelector('.body') ?? {};
  const { clientHeight: height } = root.querySelector('.plot') ?? {};
  return drawPicture({
    config: configure(chart, theme),
    draw: chart.drawOnce,
    theme,
    grounds,
    plot: { width: width || unboxed.width, height: height || unboxed.height },
    title: one(root, '#label'),
    days: daysOf(element, formats),
    legend: entries,
    sentence: one(root, '.sentence'),
    ...readNotes(element, formats),
    locale: formats.locale,
  });
}

/** What colours are read by: the template has one beside a plot. */
function probeIn(root: ParentNode): [HTMLElement, () => void] {
  const found = root.querySelector<HTMLElement>('.probe');
  if (found) return [found, () => {}];
  const probe = document.createElement('span');
  probe.className = 'probe';
  root.append(probe);
  return [probe, () => probe.remove()];
}

/** The colours behind the words, the farthest first: one that lets light through shows the next. */
function groundsOf(base: Element | null): string[] {
  const grounds: string[] = [];
  for (let node: Node | null = base; node; node = parentOf(node))
    if (node instanceof Element) grounds.unshift(getComputedStyle(node).backgroundColor);
  return grounds;
}

const parentOf = (node: Node): Node | null =>
  node instanceof ShadowRoot ? node.host : ((node instanceof Element ? node.assignedSlot : null) ?? node.parentNode);
