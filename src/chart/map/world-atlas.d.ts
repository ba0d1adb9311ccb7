/** The atlas is JSON: a build makes a module of it. Its whole type, inferred, would be its size. */
declare module 'world-atlas/countries-110m.json' {
  interface Described {
    /** ISO 3166-1 numeric, three digits; what has none is known by its name. */
    id?: string;
    properties: { name: string };
  }
  type Shape = Described & ({ type: 'Polygon'; arcs: number[][] } | { type: 'MultiPolygon'; arcs: number[][][] });

  const atlas: {
    type: 'Topology';
    objects: { countries: { type: 'GeometryCollection'; geometries: Shape[] } };
    arcs: number[][][];
    transform: { scale: [number, number]; translate: [number, number] };
  };
  export default atlas;
}
