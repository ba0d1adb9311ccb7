/**
 * A menu below its button: keys, focus, and what came of a choice. Nothing of it stays in the document.
 *
 * Does not know what it offers.
 */
import { html, nothing, type ReactiveController, type ReactiveElement, render } from 'lit';
import { dress } from './late-styles.js';
import { menuStyles } from './menu.styles.js';

/** Something that a menu offers. */
export interface MenuItem {
  /** Names it for a program. */
  readonly key: string;
  /** Names it for a visitor. */
  readonly label: string;
  /** What there is to know of it. */
  readonly hint?: string;
  /** Does it. A text that it returns, or promises, is told the visitor; where it fails, that. */
  readonly run: () => unknown;
}

export interface MenuParts {
  /** In whose shadow root the button stands. */
  readonly host: ReactiveElement;
  readonly button: HTMLElement;
  readonly items: readonly MenuItem[];
  /** What is told while something takes its time, and where it failed. */
  readonly words: { readonly working: string; readonly failed: string };
}

/** How long a visitor is told what came of a choice, and after what time that it goes on, in milliseconds. */
const told = 4000;
const patience = 300;

const menus = new WeakMap<HTMLElement, Menu>();

/** Opens the menu of a button, or closes it. */
export function toggleMenu(parts: MenuParts): void {
  const before = menus.get(parts.button);
  if (before?.isOpen) return before.close();
  before?.leave();
  menus.set(parts.button, new Menu(parts));
}

/** Above everything where a browser can also keep it at its button; else below that, in the element. */
const canPop = CSS.supports('position-area: block-end') && 'showPopover' in HTMLElement.prototype;

class Menu implements ReactiveController {
  isOpen = true;
  readonly #parts: MenuParts;
  readonly #place = document.createElement('div');
  /** Whether the button is: it takes the focus first, and closes the menu by its click. */
  #isPressed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: MenuParts) {
    const { host, button } = parts;
    this.#parts = parts;
    this.#place.className = 'menu-place';
    dress(host, menuStyles);
    button.closest('[part=base]')?.append(this.#place);
    button.ariaExpanded = 'true';
    document.addEventListener('pointerdown', this.#onPress);
    host.addController(this);
    this.#show();
    if (canPop) this.#place.querySelector<HTMLElement>('[popover]')?.showPopover();
    this.#items[0]?.focus();
  }

  /** The button goes where there is nothing more to take away. */
  hostUpdated(): void {
    if (!this.#parts.button.isConnected) this.leave();
  }

  hostDisconnected(): void {
    this.leave();
  }

  close(): void {
    this.#end();
    this.leave();
  }

  /** Takes away all of it, what is being told too. */
  leave(): void {
    this.#end();
    clearTimeout(this.#timer);
    this.#place.remove();
    this.#parts.host.removeController(this);
  }

  /** No more choice. */
  #end(): void {
    this.isOpen = false;
    this.#parts.button.ariaExpanded = 'false';
    document.removeEventListener('pointerdown', this.#onPress);
  }

  /** @param status told the visitor; it is heard where it stood empty before */
  #show(status = ''): void {
    const { button, items } = this.#parts;
    const menu = html`<div
      role="menu"
      popover=${canPop ? 'manual' : nothing}
      aria-label=${button.ariaLabel}
      @mousedown=${keepFocus}
      @keydown=${this.#onKey}
      @focusout=${this.#onBlur}
    >
      ${items.map(
        (item) => html`<button
          type="button"
          role="menuitem"
          tabindex="-1"
          data-key=${item.key}
          title=${item.hint ?? nothing}
          @click=${() => this.#choose(item)}
        >${item.label}</button>`,
      )}
    </div>`;
    render(
      html`${this.isOpen ? menu : nothing}<div role="status" ?data-told=${status !== ''}>${status}</div>`,
      this.#place,
    );
  }

  async #choose({ run }: MenuItem): Promise<void> {
    const { button, words } = this.#parts;
    this.#end();
    button.focus();
    this.#show();
    this.#timer = setTimeout(() => this.#show(words.working), patience);
    let status: unknown;
    try {
      status = await run();
    } catch {
      status = words.failed;
    }
    clearTimeout(this.#timer);
    this.#show(typeof status === 'string' ? status : '');
    this.#timer = setTimeout(() => this.leave(), told);
  }

  get #items(): HTMLElement[] {
    return [...this.#place.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { button } = this.#parts;
    const items = this.#items;
    const { length } = items;
    const at = items.findIndex((item) => item.matches(':focus'));
    const places: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % length,
      ArrowUp: at < 1 ? length - 1 : at - 1,
      Home: 0,
      End: length - 1,
    };
    if (event.key === 'Tab') {
      // Goes on from the button.
      button.focus();
      return this.close();
    }
    if (event.key === 'Escape') {
      button.focus();
      this.close();
    } else if (Object.hasOwn(places, event.key)) items[places[event.key] ?? 0]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (this.isOpen && !this.#isPressed && !this.#place.contains(relatedTarget as Node | null)) this.close();
  };

  readonly #onPress = (event: Event): void => {
    const path = event.composedPath();
    this.#isPressed = path.includes(this.#parts.button);
    if (!this.#isPressed && !path.includes(this.#place)) this.close();
  };
}

/** A pointer takes no focus away: the click would come too late. */
const keepFocus = (event: Event): void => event.preventDefault();
