/**
 * The choropleth of chartjs-chart-geo under a name of our own, drawn without a canvas for each country.
 *
 * A host may have registered another copy of it: ours has to be the one that draws.
 */
import type { ChartTypeRegistry } from 'chart.js';
import { ChoroplethController, GeoFeature } from 'chartjs-chart-geo';

declare module 'chart.js' {
  interface ChartTypeRegistry {
    insightsMap: ChartTypeRegistry['choropleth'];
  }
}

/** A country narrower than this, in CSS pixels, is met beside it too. */
const small = 8;

/** One country: a path on the canvas of the chart. */
export class CountryShape extends GeoFeature {
  static override readonly id = 'insightsCountry';

  override inRange(x: number, y: number): boolean {
    if (super.inRange(x, y)) return true;
    const { width, height } = this.getBounds();
    if (Math.max(width, height) >= small) return false;
    const center = this.getCenterPoint();
    return Math.hypot(x - center.x, y - center.y) <= small / 2;
  }

  override draw(ctx: CanvasRenderingContext2D): void {
    const { backgroundColor, borderColor, borderWidth } = this.options;
    ctx.save();
    ctx.beginPath();
    this.projectionScale.geoPath.context(ctx)(this.feature);
    ctx.fillStyle = backgroundColor;
    ctx.fill();
    ctx.strokeStyle = borderColor;
    ctx.lineWidth = borderWidth;
    ctx.lineJoin = 'round';
    ctx.stroke();
    ctx.restore();
  }
}

/** Its types fix its name, which a class that extends it changes. */
const Choropleth: (new (
  ...args: ConstructorParameters<typeof ChoroplethController>
) => ChoroplethController) & { readonly id: string; readonly defaults: object; readonly overrides: object } =
  ChoroplethController;

/** All countries; what is pointed at last, since its outline lies on its neighbours. */
export class MapController extends Choropleth {
  static override readonly id = 'insightsMap' satisfies keyof ChartTypeRegistry;
  static override readonly defaults = { ...ChoroplethController.defaults, dataElementType: CountryShape.id };
  static override readonly overrides = ChoroplethController.overrides;

  override draw(): void {
    const { data } = this.getMeta();
    const pointed = data.filter(({ active }) => active);
    for (const shape of [...data, ...pointed]) shape.draw(this.chart.ctx);
  }
}
