/** A chart in a picture: its plot and its legend. Loaded when one is asked for. */
import type { ChartConfiguration, ChartTheme, PictureEntry } from '../chart/index.js';
import type { ChartModule } from './chart-controller.js';
import type { LegendEntry } from './chart-parts.js';
import { type PictureParts, pictureOf } from './take-away-picture.js';
import { one } from './told.js';

export interface ChartPictureParts extends Omit<PictureParts, 'show'> {
  readonly chart: ChartModule;
  /** What the canvas shows; undefined where there is nothing to draw. */
  readonly configure: (chart: ChartModule, theme: ChartTheme) => ChartConfiguration | undefined;
  readonly legend: readonly LegendEntry[];
  /** The keys of series that are not drawn. */
  readonly hidden: ReadonlySet<string>;
}

/** Where a plot has no box, in CSS pixels. */
const unboxed = 280;

export function chartPicture({ chart, configure, legend, hidden, ...parts }: ChartPictureParts): Promise<Blob> {
  const { picture, element } = parts;
  const { renderRoot: root } = element;
  return pictureOf({
    ...parts,
    show(theme, colorOf) {
      const seriesColor = ({ color, series }: LegendEntry): string =>
        color ? colorOf(color) : (theme.series[series - 1] ?? theme.muted);
      const config = configure(chart, theme);
      const { clientHeight } = root.querySelector('.plot') ?? {};
      const sentence = one(root, '.sentence');
      return {
        legend: legend
          .filter(({ key }) => key === undefined || !hidden.has(key))
          .map((entry): PictureEntry => ({ ...entry, swatch: entry.swatch ?? 'block', color: seriesColor(entry) })),
        blocks: (pen) => (config ? [picture.plotBlock(pen, config, chart.drawOnce, clientHeight || unboxed)] : []),
        sentence,
        description: [one(root, '#label'), sentence].filter(Boolean).join('. '),
      };
    },
  });
}
