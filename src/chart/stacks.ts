/** Rows of a breakdown -> horizontal bars: one for each row, parts that add up to one bar, or thin ones side by side. */
import type { Chart, ChartConfiguration } from 'chart.js';
import { rowTotal } from '../format/breakdowns.js';
import type { BreakdownItem, BreakdownMatrix, Formats, MatrixColumn } from '../format/index.js';
import { barData, barStyle, lengthAxis, roundAt, rowOptions, sideOf, textAxis } from './axes.js';
import { canvasFont, earlierMarks, endRoom, endTexts } from './row-marks.js';
import type { ChartTheme } from './theme.js';

type BarConfig = ChartConfiguration<'bar'>;

/** How thick a bar is at most, in CSS pixels. */
const thickness = 14;

const namesAxis = (texts: readonly string[], theme: ChartTheme) =>
  textAxis({ texts, at: 'start', color: theme.text, maxShare: 0.4 }, theme);

const marksOf = (rows: readonly { readonly before?: number | undefined }[], theme: ChartTheme) => ({
  values: rows.map(({ before }) => before ?? null),
  color: theme.muted,
  halo: theme.surface,
});

const longest = (...numbers: readonly (number | undefined)[]): number =>
  Math.max(0, ...numbers.map((value) => value ?? 0));

/** @param rows in the order to draw; where they have shares these stand in a column of their own */
export function rowsConfig(rows: readonly BreakdownItem[], theme: ChartTheme, formats: Formats): BarConfig {
  const names = rows.map(({ label }) => label);
  const shares = rows.flatMap(({ share }) => (share === undefined ? [] : formats.percent(share)));
  const numbers = rows.map(({ value }) => formats.number(value));
  return {
    type: 'bar',
    data: {
      labels: names,
      datasets: [
        {
          data: barData(rows.map(({ value }) => value)),
          xAxisID: 'x',
          yAxisID: 'y',
          ...barStyle(theme.series[0] ?? theme.text, theme),
          maxBarThickness: thickness,
        },
      ],
    },
    options: {
      ...rowOptions(theme, rows.length),
      scales: {
        x: lengthAxis(longest(...rows.flatMap(({ value, before }) => [value, before])), theme),
        y: namesAxis(names, theme),
        numbers: textAxis({ texts: numbers, at: 'end', color: theme.text }, theme),
        ...(shares.length > 0 && {
          shares: textAxis({ texts: shares, at: 'end', color: theme.muted }, theme),
        }),
      },
      plugins: { [earlierMarks.id]: marksOf(rows, theme) },
    },
    plugins: [earlierMarks],
  };
}

/** A column that is drawn, and the colour that it always has. */
interface Shown {
  readonly at: number;
  readonly column: MatrixColumn;
  readonly color: string;
}

/** @param hidden the API's values of the columns that are not drawn */
export function stacksConfig(
  matrix: BreakdownMatrix,
  theme: ChartTheme,
  formats: Formats,
  hidden: ReadonlySet<string> = new Set(),
): BarConfig {
  const shown = matrix.columns
    .map((column, at): Shown => ({ at, column, color: theme.series[at] ?? theme.muted }))
    .filter(({ column }) => !hidden.has(column.value));
  return matrix.isStacked ? stacked(matrix, shown, theme, formats) : grouped(matrix, shown, theme, formats);
}

const noBorder = { top: 0, bottom: 0, left: 0, right: 0 };

function stacked(
  { rows, columns }: BreakdownMatrix,
  shown: readonly Shown[],
  theme: ChartTheme,
  formats: Formats,
): BarConfig {
  const end = sideOf('end', theme);
  const names = rows.map(({ label }) => label);
  const places = shown.map(({ at }) => at);
  const totals = rows.map((row) => rowTotal(row, places));
  const lengths = rows.map(({ cells }) => places.reduce((sum, at) => sum + (cells[at] ?? 0), 0));
  // What stood there before is of all columns, and stands beside all of their numbers or none.
  const marked =
    shown.length === columns.length
      ? rows.map(({ before }, at) => ({ before: totals[at] === undefined ? undefined : before }))
      : [];
  const numbers = totals.map((total) => (total === undefined ? '' : formats.number(total)));
  const lastOf = rows.map(({ cells }) => shown.findLast(({ at }) => (cells[at] ?? 0) > 0)?.at);
  const x = lengthAxis(longest(...lengths, ...marked.map(({ before }) => before)), theme);
  return {
    type: 'bar',
    data: {
      labels: names,
      datasets: shown.map((each) => ({
        ...columnOf(rows, each, theme),
        maxBarThickness: thickness,
        // Each part begins where the one before it ends: no number can say so.
        base: null as unknown as number,
        minBarLength: 4,
        // A line of the surface parts what is beside each other; the last one ends round.
        borderColor: theme.surface,
        hoverBorderColor: theme.surface,
        borderWidth: lastOf.map((last) => (last === each.at ? 0 : { ...noBorder, [end]: 2 })),
        borderRadius: lastOf.map((last) => roundAt(last === each.at ? end : undefined)),
        borderSkipped: false,
      })),
    },
    options: {
      ...rowOptions(theme, rows.length),
      scales: {
        x: { ...x, stacked: true },
        y: namesAxis(names, theme),
        numbers: textAxis({ texts: numbers, at: 'end', color: theme.text }, theme),
      },
      plugins: { [earlierMarks.id]: marksOf(marked, theme) },
    },
    plugins: [earlierMarks],
  };
}

/** The bars of one column, a row each. */
const columnOf = (rows: BreakdownMatrix['rows'], { at, column, color }: Shown, theme: ChartTheme) => ({
  label: column.label,
  data: barData(rows.map(({ cells }) => cells[at] ?? 0)),
  xAxisID: 'x',
  yAxisID: 'y',
  ...barStyle(color, theme),
});

function grouped({ rows }: BreakdownMatrix, shown: readonly Shown[], theme: ChartTheme, formats: Formats): BarConfig {
  const names = rows.map(({ label }) => label);
  const texts = shown.map(({ at }) =>
    rows.map(({ cells }) => (cells[at] === undefined ? '' : formats.number(cells[at]))),
  );
  const font = canvasFont(theme, 11);
  const options = rowOptions(theme, rows.length);
  const { padding } = options.layout;
  return {
    type: 'bar',
    data: {
      labels: names,
      datasets: shown.map((each) => ({
        ...columnOf(rows, each, theme),
        stack: each.column.value,
        categoryPercentage: 0.9,
        barPercentage: 0.75,
        maxBarThickness: 10,
      })),
    },
    options: {
      ...options,
      layout: {
        ...options.layout,
        padding: (context: { chart: Chart }) => ({
          ...padding(context),
          [sideOf('end', theme)]: endRoom(context.chart, texts.flat(), font),
        }),
      },
      scales: {
        x: lengthAxis(longest(...rows.flatMap(({ cells }) => shown.map(({ at }) => cells[at]))), theme),
        y: namesAxis(names, theme),
      },
      plugins: { [endTexts.id]: { texts, color: theme.text, font } },
    },
    plugins: [endTexts],
  };
}
