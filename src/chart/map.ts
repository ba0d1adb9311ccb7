/** Rows of people by country -> a map of the world. A chunk of its own, loaded by what shows a map only. */
import { Chart, type ChartConfiguration } from 'chart.js';
import { ChoroplethController, ColorScale, GeoFeature, geoNaturalEarth1, ProjectionScale } from 'chartjs-chart-geo';
import { countryName, type Formats, type PeopleRow } from '../format/index.js';
import { baseOptions, plainAxis } from './axes.js';
import { countries } from './map/atlas.js';
import { CountryShape, MapController } from './map/controller.js';
import { type MapStep, stepFor, stepsOf } from './map/scale.js';
import type { ChartTheme } from './theme.js';

Chart.register(ChoroplethController, GeoFeature, ColorScale, ProjectionScale, MapController, CountryShape);

export type { MapStep };

/** The row of each shape of the map, in their order: undefined where a country is not listed, which is not zero. */
export function mapRows(rows: readonly PeopleRow[]): (PeopleRow | undefined)[] {
  const byCode = rowsByCode(rows);
  return countries().map(({ code }) => byCode.get(code));
}

/** The ISO alpha-2 code of each shape, in their order; empty for land that has none. */
export const mapCodes = (): readonly string[] => countries().map(({ code }) => code);

/** The rows that have no shape: small countries, territories, and codes that nobody knows. */
export function unmapped(rows: readonly PeopleRow[]): PeopleRow[] {
  const drawn = new Set(mapRows(rows));
  return rows.filter((row) => !drawn.has(row));
}

/** The steps of colour of the map and of its legend, fewest people first; none where nothing is on the map. */
export const mapScale = (theme: ChartTheme, rows: readonly PeopleRow[]): MapStep[] =>
  stepsOf(
    mapRows(rows).filter((row) => row !== undefined),
    theme,
  );

/** The colour of land of which nothing is listed. */
export const mapLand = (theme: ChartTheme): string => theme.grid;

/** @param rows with the ISO alpha-2 code of a country as their first value */
export function mapConfig(rows: readonly PeopleRow[], theme: ChartTheme, formats: Formats): ChartConfiguration {
  const byShape = mapRows(rows);
  const steps = mapScale(theme, rows);
  const colors = byShape.map((row) => (row && stepFor(row.people, steps)?.color) ?? mapLand(theme));
  const config: ChartConfiguration<'insightsMap'> = {
    type: 'insightsMap',
    data: {
      labels: countries().map(({ code }, at) => byShape[at]?.label ?? countryName(code, formats) ?? ''),
      datasets: [
        {
          data: countries().map(({ feature }, at) => ({ feature, value: byShape[at]?.people ?? Number.NaN })),
          outline: edges(),
          showOutline: false,
          backgroundColor: colors,
          borderColor: theme.surface,
          borderWidth: 0.5,
          hoverBackgroundColor: colors,
          hoverBorderColor: theme.text,
          hoverBorderWidth: 1.5,
        },
      ],
    },
    options: {
      ...baseOptions(theme),
      interaction: { mode: 'nearest', axis: 'xy', intersect: true, includeInvisible: false },
      hover: { mode: 'nearest', axis: 'xy', intersect: true, includeInvisible: false },
      scales: { projection: projectionAxis(), color: colorAxis(steps) },
    },
  };
  return config;
}

function rowsByCode(rows: readonly PeopleRow[]): Map<string, PeopleRow> {
  const byCode = new Map<string, PeopleRow>();
  for (const row of rows) {
    const code = row.values[0] ?? '';
    if (!byCode.has(code)) byCode.set(code, row);
  }
  return byCode;
}

/** The countries that reach furthest to each side: what fits them fits all, and costs a tenth. */
const edges = () =>
  countries()
    .filter(({ code }) => ['US', 'FJ', 'GL', 'CL'].includes(code))
    .map(({ feature }) => feature);

/**
 * Natural Earth: small countries of the north stay large enough to be seen, which they do not where areas are equal.
 * Turned by 11 degrees, so that the edge runs through the Bering Strait and cuts no country.
 */
const projectionAxis = () => ({
  type: 'projection' as const,
  axis: 'x' as const,
  display: false,
  weight: 0,
  clip: true,
  // One for each chart: it is where that chart's size is kept.
  projection: geoNaturalEarth1().rotate([-11, 0]),
  projectionScale: 1,
  projectionOffset: [0, 0] as [number, number],
  padding: 1,
});

/** Never seen: the steps are the colours. The controller asks for it. */
const colorAxis = (steps: readonly MapStep[]) =>
  ({
    ...plainAxis,
    type: 'color',
    axis: 'x',
    display: false,
    min: 0,
    max: Math.max(1, steps.at(-1)?.to ?? 1),
    ticks: { display: false, count: 2, includeBounds: true, callback: () => '' },
  }) as const;
