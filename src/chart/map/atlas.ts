/**
 * The shapes of the world, one for each code that the API may give: world-atlas, made from Natural Earth 1:110m.
 *
 * Its borders are Natural Earth's, drawn as they are in fact. Where a code covers what the atlas draws apart, or the
 * atlas draws together what has codes of its own, the codes decide: a shape is coloured by the people of its code.
 */
import { topojson } from 'chartjs-chart-geo';
import atlas from 'world-atlas/countries-110m.json';
import { codeOf } from './codes.js';

type Shape = (typeof atlas.objects.countries.geometries)[number];
type Feature = Extract<ReturnType<typeof topojson.feature>, { type: 'Feature' }>;

/** A country, as one shape of one or several pieces. */
export interface Country {
  /** ISO 3166-1 alpha-2, or the empty string for land that has none. */
  readonly code: string;
  readonly feature: Feature;
}

/** Nobody lives there, and half of the height of a map would be its. */
const leftOut = new Set(['AQ']);

/** Pieces with a code of their own: of which country, and which they are. */
const pieces = [
  { of: 'FR', at: 0, code: 'GF' },
  { of: 'NO', at: 0, code: 'SJ' },
] as const;

let made: readonly Country[] | undefined;

/** The countries of the map, always in the same order. */
export const countries = (): readonly Country[] => (made ??= readAtlas());

function readAtlas(): Country[] {
  const shapes = new Map<string, Shape[]>();
  for (const shape of atlas.objects.countries.geometries) {
    const code = codeOf(shape.id, shape.properties.name) ?? '';
    if (leftOut.has(code)) continue;
    for (const [part, piece] of apart(shape, code)) shapes.set(part, [...(shapes.get(part) ?? []), piece]);
  }
  return Array.from(shapes, ([code, parts]) => ({ code, feature: featureOf(parts) }));
}

function apart(shape: Shape, code: string): [string, Shape][] {
  const own = pieces.find(({ of }) => of === code);
  const piece = own && shape.type === 'MultiPolygon' ? shape.arcs[own.at] : undefined;
  if (!own || !piece || shape.type !== 'MultiPolygon') return [[code, shape]];
  const { properties } = shape;
  return [
    [code, { ...shape, arcs: shape.arcs.filter((arcs) => arcs !== piece) }],
    [own.code, { type: 'Polygon', arcs: piece, properties }],
  ];
}

/** One shape of all its parts, without the line between them. */
const featureOf = (parts: readonly Shape[]): Feature =>
  topojson.feature(atlas, parts.length === 1 && parts[0] ? parts[0] : topojson.mergeArcs(atlas, [...parts])) as Feature;
