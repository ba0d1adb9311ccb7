/** Registration, apart from the classes: a class alone registers nothing. */

/**
 * Registers a class. Safe to call twice, and when another copy of the library was first: the first one stays, and the
 * page is told where that is another version.
 * @param tag another name for the element
 */
export function defineElement(
  this: CustomElementConstructor & { readonly tag: string; readonly version: string },
  tag: string = this.tag,
  registry: CustomElementRegistry = customElements,
): void {
  const first = registry.get(tag) as typeof this | undefined;
  if (!first) {
    // A class can have one name only: a second one gets a class of its own.
    registry.define(tag, registry.getName(this) === null ? this : class extends this {});
    // What somebody else has registered has no version.
  } else if (first.version && first.version !== this.version) {
    import('./two-versions.js').then(
      ({ warnOfTwo }) => warnOfTwo(first, this),
      () => {},
    );
  }
}
