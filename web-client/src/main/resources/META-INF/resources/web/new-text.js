/** Says that there is new text below, instead of scrolling under the reader's eyes. */

export class NewText {
  #button = document.getElementById('new-text');
  #end = null;
  #observer = new IntersectionObserver(([entry]) => this.#seen(entry));

  constructor() {
    this.#button.addEventListener('click', () => {
      this.#end?.scrollIntoView({ block: 'end' });
      this.#hide();
    });
  }

  /** Watches the end of an answer that grows; null when none does. */
  watch(end) {
    this.#observer.disconnect();
    this.#end = end;
    if (end) {
      this.#observer.observe(end);
    } else {
      this.#hide();
    }
  }

  #seen({ isIntersecting, boundingClientRect, rootBounds }) {
    const isBelow = !isIntersecting && boundingClientRect.top >= (rootBounds?.bottom ?? innerHeight);
    if (isBelow) {
      this.#button.hidden = false;
    } else {
      this.#hide();
    }
  }

  /** A hidden button cannot keep the focus: it goes on to where the text is. */
  #hide() {
    if (document.activeElement === this.#button) {
      this.#end?.closest('article')?.querySelector('.answer').focus({ preventScroll: true });
    }
    this.#button.hidden = true;
  }
}
