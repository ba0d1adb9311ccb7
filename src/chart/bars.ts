/** Rows of people -> horizontal bars: the name before each bar, the count and its share behind it. */
import type { ChartConfiguration } from 'chart.js';
import type { Formats, PeopleRow } from '../format/index.js';
import { barData, barStyle, lengthAxis, rowOptions, textAxis } from './axes.js';
import type { ChartTheme } from './theme.js';

/** @param rows in the order to draw; their shares are 0 to 1 */
export function barsConfig(rows: readonly PeopleRow[], theme: ChartTheme, formats: Formats): ChartConfiguration<'bar'> {
  const people = rows.map((row) => row.people);
  const names = rows.map(({ label }) => label);
  const counts = people.map(formats.number);
  const shares = rows.map(({ share }) => formats.percent(share));
  return {
    type: 'bar',
    data: {
      labels: names,
      datasets: [
        {
          data: barData(people),
          xAxisID: 'x',
          yAxisID: 'y',
          ...barStyle(theme.series[0] ?? theme.text, theme),
        },
      ],
    },
    options: {
      ...rowOptions(theme, rows.length),
      scales: {
        x: lengthAxis(Math.max(0, ...people), theme),
        y: textAxis({ texts: names, at: 'start', color: theme.text, maxShare: 0.4 }, theme),
        counts: textAxis({ texts: counts, at: 'end', color: theme.text }, theme),
        shares: textAxis({ texts: shares, at: 'end', color: theme.muted }, theme),
      },
    },
  };
}
