/** Lit's `@property`, for decorators as TypeScript writes them. Lit's own also knows the standard's, and weighs four times as much. */
import type { PropertyDeclaration, ReactiveElement } from 'lit';

/** Makes a field, or an accessor, a reactive property with an attribute: options are Lit's. */
export const property =
  (options?: PropertyDeclaration): PropertyDecorator =>
  (prototype, name) => {
    // An accessor is wrapped, and has to be given back to whoever decorates it.
    const isAccessor = Object.hasOwn(prototype, name);
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
    return isAccessor ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
  };
