/**
 * CSS of an element -> colours, fonts and the direction for a canvas.
 *
 * The element's stylesheet decides the values, light and dark; this only asks the browser what they came to.
 */
export interface ChartTheme {
  readonly surface: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** The band behind what is pointed at. */
  readonly quiet: string;
  /** The colours of series 1 to 8. */
  readonly series: readonly string[];
  readonly fontFamily: string;
  /**
   * Where rows begin: with `rtl` at the right. A plot over days and the map are drawn left to right on any page: time runs as
   * the digits of its numbers do.
   * @default 'ltr'
   */
  readonly direction?: 'ltr' | 'rtl';
}

/** Custom properties that an element's stylesheet defines for its own use: see elements/theme.styles.ts. */
const properties = {
  surface: '--_surface',
  text: '--_text',
  muted: '--_muted',
  grid: '--_grid',
  quiet: '--_quiet',
} as const;
const seriesProperty = (number: number): string => `--_series-${number}`;
const seriesCount = 8;

/**
 * Reads the theme in force.
 * @param probe an element inside the shadow root, not shown: it resolves `light-dark()`, `color-mix()` and inherited values
 */
export function readTheme(probe: HTMLElement): ChartTheme {
  const style = getComputedStyle(probe);
  const colour = (property: string): string => readColor(probe, `var(${property})`);
  const theme: ChartTheme = {
    surface: colour(properties.surface),
    text: colour(properties.text),
    muted: colour(properties.muted),
    grid: colour(properties.grid),
    quiet: colour(properties.quiet),
    series: Array.from({ length: seriesCount }, (_, index) => colour(seriesProperty(index + 1))),
    fontFamily: style.fontFamily,
    direction: style.direction === 'rtl' ? 'rtl' : 'ltr',
  };
  return theme;
}

/** What a CSS colour comes to where the probe is. */
export function readColor(probe: HTMLElement, color: string): string {
  probe.style.color = color;
  const resolved = getComputedStyle(probe).color;
  probe.style.color = '';
  return resolved;
}
