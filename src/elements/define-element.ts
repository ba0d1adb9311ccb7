/** Registration, apart from the classes: a class alone registers nothing. */

/**
 * Registers a class. Safe to call twice, and when another copy of the library was first: the first one stays.
 * @param tag another name for the element
 */
export function defineElement(
  this: CustomElementConstructor & { readonly tag: string },
  tag: string = this.tag,
  registry: CustomElementRegistry = customElements,
): void {
  if (registry.get(tag)) return;
  // A class can have one name only: a second one gets a class of its own.
  registry.define(tag, registry.getName(this) === null ? this : class extends this {});
}
