/**
 * One tag as a React component: `@lit/react` in a browser; on a server the tag with its attributes, so that the page asks
 * and shows before React has started there.
 *
 * Does not know what an element does with a prop.
 */
import { createComponent, type EventName } from '@lit/react';
import type * as React from 'react';
// The object that others patch: the names of a module are those from before.
import react from 'react';
import type { AuthoredElements, AuthoredEvents, AuthoredProps } from '../elements/authoring.js';
import { InsightsErrorEvent, InsightsLoadEvent } from '../elements/events.js';
import { InsightsChangeEvent, InsightsSelectEvent } from '../elements/visitor-events.js';

/** Every event bubbles: an element hears its own, and what it contains. */
const events = {
  onInsightsChange: InsightsChangeEvent.type as EventName<InsightsChangeEvent>,
  onInsightsError: InsightsErrorEvent.type as EventName<InsightsErrorEvent>,
  onInsightsLoad: InsightsLoadEvent.type as EventName<InsightsLoadEvent>,
  onInsightsSelect: InsightsSelectEvent.type as EventName<InsightsSelectEvent>,
};

/** Listeners by prop. */
export interface InsightsListeners {
  onInsightsChange?: ((event: AuthoredEvents['insights-change']) => void) | undefined;
  onInsightsError?: ((event: AuthoredEvents['insights-error']) => void) | undefined;
  onInsightsLoad?: ((event: AuthoredEvents['insights-load']) => void) | undefined;
  onInsightsSelect?: ((event: AuthoredEvents['insights-select']) => void) | undefined;
}

type Tag = keyof AuthoredElements;

/** What a component takes: what its element knows, the listeners, and what every element of a page takes. */
export type InsightsProps<T extends Tag> = Omit<
  React.HTMLAttributes<AuthoredElements[T]>,
  keyof AuthoredProps[T] | keyof InsightsListeners
> &
  AuthoredProps[T] &
  InsightsListeners;

export type InsightsComponent<T extends Tag> = React.ForwardRefExoticComponent<
  InsightsProps<T> & React.RefAttributes<AuthoredElements[T]>
>;

/** A class as Lit has it: which of its properties have an attribute. */
type LitClass<T extends Tag> = (new () => AuthoredElements[T]) & {
  readonly elementProperties: ReadonlyMap<PropertyKey, { readonly attribute?: boolean | string }>;
};

export function wrap<T extends Tag>(tagName: T, elementClass: LitClass<T>): InsightsComponent<T> {
  const Live = createComponent({
    tagName,
    elementClass,
    react,
    events,
  }) as unknown as React.ComponentType<object>;
  const Component = react.forwardRef<AuthoredElements[T], object>((props, ref) => {
    if (isOnServer()) return react.createElement(tagName, written(props, elementClass));
    // What the server wrote, and the state that the element has written by then, are no mismatch: Live says so to React.
    return react.createElement(Live, { ...props, ref } as object);
  });
  Component.displayName = elementClass.name;
  return Component;
}

/** Lit's own server rendering of React takes the props, and writes attributes and shadow roots itself. */
const isOnServer = (): boolean =>
  typeof document === 'undefined' &&
  !('litSsrReactEnabled' in globalThis) &&
  react.createElement.name !== 'litPatchedCreateElement';

/** Props as a server can write them: objects and listeners are set in the browser. */
function written<T extends Tag>(props: object, { elementProperties }: LitClass<T>): object {
  return Object.fromEntries(
    Object.entries(props).flatMap(([name, value]): [string, unknown][] => {
      if (name === 'className') return [['class', value]];
      if (Object.hasOwn(events, name)) return [];
      const attribute = elementProperties.get(name)?.attribute ?? name.toLowerCase();
      if (!elementProperties.has(name)) return [[name, value]];
      if (typeof attribute !== 'string' || typeof value === 'object' || typeof value === 'function') return [];
      return value === undefined || value === false ? [] : [[attribute, value === true ? '' : String(value)]];
    }),
  );
}
