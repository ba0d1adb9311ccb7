/** Types of the tags in Svelte 5 templates: `import 'insights-elements/svelte'` once. Holds no code. */
import type { HTMLAttributes } from 'svelte/elements';
import type { AuthoredElements, AuthoredEvents, AuthoredProps, DashedAttributes } from '../elements/authoring.js';

type Listeners = { [E in keyof AuthoredEvents as `on${E}`]?: ((event: AuthoredEvents[E]) => void) | undefined };

/** A tag as Svelte's template checker wants it. */
export type SvelteElement<T extends keyof AuthoredElements> = Omit<
  HTMLAttributes<AuthoredElements[T]>,
  keyof AuthoredProps[T]
> &
  AuthoredProps[T] &
  DashedAttributes &
  Listeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'insights-provider': SvelteElement<'insights-provider'>;
    'insights-dashboard': SvelteElement<'insights-dashboard'>;
    'insights-account-header': SvelteElement<'insights-account-header'>;
    'insights-range-picker': SvelteElement<'insights-range-picker'>;
    'insights-metric-card': SvelteElement<'insights-metric-card'>;
    'insights-trend-chart': SvelteElement<'insights-trend-chart'>;
    'insights-breakdown-chart': SvelteElement<'insights-breakdown-chart'>;
    'insights-demographics-chart': SvelteElement<'insights-demographics-chart'>;
  }
}
