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

// Where a closed <details> cannot be shown by CSS (`::details-content`), it is opened.
if (!CSS.supports('selector(::details-content)')) {
  const open = (wide: MediaQueryList, selector: string): void => {
    const fit = (): void => {
      for (const part of document.querySelectorAll<HTMLDetailsElement>(selector)) part.open = wide.matches;
    };
    wide.addEventListener('change', fit);
    fit();
  };
  open(matchMedia('(min-width: 900px)'), '.side');
  open(matchMedia('(min-width: 1240px)'), '.toc');
}

// The page that is open is in sight in a long navigation.
document.querySelector('.side [aria-current]')?.scrollIntoView({ block: 'nearest' });
