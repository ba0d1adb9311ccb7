/** One ResizeObserver and one density watch for all charts; none while there is no chart. */
const boxes = new Map<Element, () => void>();
let sizes: ResizeObserver | undefined;
let density: MediaQueryList | undefined;

/** Calls back when a box has another size, or the screen another density. @returns what stops that */
export function watchBox(box: Element, onChange: () => void): () => void {
  sizes ??= new ResizeObserver((entries) => {
    for (const { target } of entries) boxes.get(target)?.();
  });
  boxes.set(box, onChange);
  sizes.observe(box);
  if (!density) watchDensity();
  return () => {
    boxes.delete(box);
    sizes?.unobserve(box);
    if (boxes.size > 0) return;
    sizes = undefined;
    density?.removeEventListener('change', onDensity);
    density = undefined;
  };
}

/** A `resolution` query matches one density only: after each change the next one is watched. */
function watchDensity(): void {
  density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  density.addEventListener('change', onDensity, { once: true });
}

function onDensity(): void {
  watchDensity();
  for (const onChange of boxes.values()) onChange();
}
