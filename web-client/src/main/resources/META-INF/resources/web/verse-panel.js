/**
 * The panel that shows verses. A tap or Enter opens it and pins it, and closes it again; a mouse that
 * rests on a reference opens it for as long as it stays. Esc closes. It never takes the focus.
 */

import { fill } from './verse-content.js';

const OPEN_MILLIS = 150;
const CLOSE_MILLIS = 300;
const OPENERS = '[popovertarget="verse-panel"]';

export class VersePanel {
  #panel = document.getElementById('verse-panel');
  #passageOf;
  #translations;
  #source = null;
  #pinned = false;
  #timer = 0;

  /**
   * @param passageOf from an opener to what it shows: a label, a passage, the refs that are meant
   * @param translations those that are loaded, for licence lines
   */
  constructor(passageOf, translations) {
    this.#passageOf = passageOf;
    this.#translations = translations;
    document.addEventListener('click', (event) => this.#click(event));
    document.addEventListener('pointerover', (event) => this.#over(event));
    document.addEventListener('pointerout', (event) => this.#out(event));
    this.#panel.addEventListener('toggle', (event) => this.#toggled(event));
  }

  get isOpen() {
    return this.#panel.matches(':popover-open');
  }

  #click(event) {
    const opener = event.target.closest?.(OPENERS);
    clearTimeout(this.#timer);
    if (!opener) {
      return;
    }
    if (this.isOpen && this.#source === opener) {
      if (!this.#pinned) {
        event.preventDefault();
        this.#show(opener, true);
      }
      return; // pinned: the browser closes it
    }
    if (this.isOpen) {
      this.#panel.hidePopover();
    }
    this.#show(opener, true); // and the browser opens it
  }

  #over(event) {
    if (event.pointerType !== 'mouse' || event.buttons !== 0) {
      return;
    }
    const opener = event.target.closest?.(OPENERS);
    if (opener && opener !== this.#source && !(this.isOpen && this.#pinned)) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#open(opener), OPEN_MILLIS);
    } else if (this.#isNear(event.target)) {
      clearTimeout(this.#timer);
    }
  }

  #out(event) {
    if (event.pointerType !== 'mouse' || this.#isNear(event.relatedTarget)) {
      return;
    }
    clearTimeout(this.#timer);
    if (this.isOpen && !this.#pinned) {
      this.#timer = setTimeout(() => this.#panel.hidePopover(), CLOSE_MILLIS);
    }
  }

  #isNear(target) {
    return target instanceof Node
      && (this.#panel.contains(target) || this.#source?.contains(target) === true);
  }

  #open(opener) {
    if (this.isOpen) {
      this.#panel.hidePopover();
    }
    this.#show(opener, false);
    this.#panel.showPopover({ source: opener });
  }

  #show(opener, pinned) {
    this.#source = opener;
    this.#pinned = pinned;
    const shown = this.#passageOf(opener);
    if (shown) {
      fill(this.#panel, shown, { translations: this.#translations(), more: pinned });
    }
  }

  #toggled(event) {
    if (event.newState === 'closed' && !this.isOpen) {
      this.#source = null;
      this.#pinned = false;
    }
  }
}
