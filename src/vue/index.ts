/**
 * Types of the tags in Vue 3 templates: `import 'insights-elements/vue'` once. Holds no code.
 *
 * Vue has to be told that the tags are elements: `compilerOptions: { isCustomElement: (tag) => tag.startsWith('insights-') }`.
 */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { AuthoredElements, AuthoredEvents, AuthoredProps, DashedAttributes } from '../elements/authoring.js';

type Emit = EmitFn<{ [E in keyof AuthoredEvents]: (event: AuthoredEvents[E]) => void }>;

/** A tag as Vue's template checker wants it. */
export type VueElement<T extends keyof AuthoredElements> = new () => AuthoredElements[T] & {
  $props: HTMLAttributes & AuthoredProps[T] & DashedAttributes & PublicProps;
  $emit: Emit;
};

declare module 'vue' {
  interface GlobalComponents {
    'insights-provider': VueElement<'insights-provider'>;
    'insights-dashboard': VueElement<'insights-dashboard'>;
    'insights-account-header': VueElement<'insights-account-header'>;
    'insights-range-picker': VueElement<'insights-range-picker'>;
    'insights-metric-card': VueElement<'insights-metric-card'>;
    'insights-trend-chart': VueElement<'insights-trend-chart'>;
    'insights-breakdown-chart': VueElement<'insights-breakdown-chart'>;
    'insights-demographics-chart': VueElement<'insights-demographics-chart'>;
  }
}
