/** Style sheets that come after an element was made. */
import type { CSSResult, ReactiveElement } from 'lit';

/** Adopts a sheet beside all others, once. */
export function dress({ shadowRoot }: ReactiveElement, { styleSheet }: CSSResult): void {
  const adopted = shadowRoot?.adoptedStyleSheets;
  if (styleSheet && adopted && !adopted.includes(styleSheet)) adopted.push(styleSheet);
}
