/** Types of the raw tags in JSX, for React 19: `import 'insights-elements/jsx'` once. Holds no code. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AuthoredElements, AuthoredEvents, AuthoredProps, DashedAttributes } from './elements/authoring.js';

type Listeners = { [E in keyof AuthoredEvents as `on${E}`]?: (event: AuthoredEvents[E]) => void };
type Tag<T extends keyof AuthoredElements> = Omit<
  DetailedHTMLProps<HTMLAttributes<AuthoredElements[T]>, AuthoredElements[T]>,
  keyof AuthoredProps[T]
> &
  AuthoredProps[T] &
  DashedAttributes &
  Listeners;

/** JSX props by tag. */
export type InsightsIntrinsicElements = { [T in keyof AuthoredElements]: Tag<T> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends InsightsIntrinsicElements {}
  }
}
