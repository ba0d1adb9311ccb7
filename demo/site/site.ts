/** What the pages do beside their tags: the elements come alive, code can be copied, wide pages show their navigation. */
import '../../src/define.js';

/** Copies, or says how to do it by hand: a page in a frame, or over http, has no clipboard. */
async function copy(button: HTMLButtonElement, code: HTMLElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    button.textContent = 'Copied';
  } catch {
    getSelection()?.selectAllChildren(code);
    button.textContent = 'Selected: press Ctrl+C or ⌘C';
  }
  setTimeout(() => {
    button.textContent = 'Copy';
  }, 3000);
}

for (const block of document.querySelectorAll('figure.listing')) {
  const code = block.querySelector('code');
  if (!code) continue;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  // What it says afterwards is read out.
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', () => void copy(button, code));
  block.querySelector('figcaption')?.append(button);
}

/** Folds a list of links where it would stand in the way, and opens it where there is room. */
function fit(selector: string, wide: MediaQueryList): void {
  const fold = (): void => {
    for (const part of document.querySelectorAll<HTMLDetailsElement>(selector)) {
      part.open = wide.matches;
      part.dataset.fitted = '';
    }
  };
  wide.addEventListener('change', fold);
  fold();
}
fit('.side', matchMedia('(min-width: 900px)'));
fit('.toc', matchMedia('(min-width: 1240px)'));

// The page that is open is in sight in a long navigation.
document.querySelector('.side [aria-current]')?.scrollIntoView({ block: 'nearest' });
