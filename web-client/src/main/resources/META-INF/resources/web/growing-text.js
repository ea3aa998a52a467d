/**
 * Text that grows on the screen without flicker. A finished block is never touched again; of the
 * last one only what differs is renewed, so that a selection or a focused link in it stays.
 */

import { blocksOf, elementOf } from './markdown.js';
import { link } from './citation-links.js';

// However slow the machine: at most a sixth of its time goes into renewing.
const REST_FACTOR = 5;

export class GrowingText {
  #container;
  #turn;
  #finished = 0;
  #linked = 0;
  #live = null;
  #frame = 0;
  #notBefore = 0;

  /** @param turn its text and citations are shown, and grow */
  constructor(container, turn) {
    this.#container = container;
    this.#turn = turn;
  }

  /** Shows at the next frame what has come; many words cost no more than one. */
  grow() {
    this.#frame ||= requestAnimationFrame((now) => {
      this.#frame = 0;
      if (now < this.#notBefore) {
        this.grow();
        return;
      }
      const began = performance.now();
      this.#show(false);
      this.#notBefore = now + REST_FACTOR * (performance.now() - began);
    });
  }

  /** Shows all there is, now. */
  finish() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#show(true);
  }

  #show(isWhole) {
    const blocks = blocksOf(this.#turn.text.slice(this.#finished));
    const last = isWhole ? blocks.length : blocks.findLastIndex((block) => block.type !== 'space');
    for (const block of blocks.slice(0, Math.max(0, last))) {
      this.#renew(block);
      this.#finished += block.raw.length;
      this.#live = null;
      this.#skipLinked();
    }
    if (last >= 0 && last < blocks.length) {
      this.#renew(blocks[last]);
    }
  }

  #renew(block) {
    const fresh = elementOf(block);
    if (fresh.nodeType !== Node.ELEMENT_NODE) {
      return;
    }
    link(fresh, this.#pending(this.#finished + block.raw.length));
    if (this.#live && this.#live.nodeName === fresh.nodeName) {
      morph(this.#live, fresh);
    } else {
      this.#live?.remove();
      this.#container.append(fresh);
      this.#live = fresh;
    }
  }

  #skipLinked() {
    while (this.#turn.citations[this.#linked]?.at < this.#finished) {
      this.#linked++;
    }
  }

  /** What was announced before a place in the text, and not in a finished block; all with sources. */
  #pending(end) {
    return this.#turn.citations
      .map((citation, index) => ({ ...citation, index }))
      .slice(this.#linked)
      .filter((citation) => citation.at < end && this.#turn.passages[citation.passage]);
  }
}

/** Makes an element's content that of another, leaving alone whatever is the same. */
function morph(old, fresh) {
  const wanted = Array.from(fresh.childNodes);
  wanted.forEach((node, index) => {
    const present = old.childNodes[index];
    if (!present) {
      old.append(node);
    } else if (present.nodeType === Node.TEXT_NODE && node.nodeType === Node.TEXT_NODE) {
      if (present.data !== node.data) {
        present.data = node.data;
      }
    } else if (present.isEqualNode(node)) {
      // stays
    } else if (present.nodeName === node.nodeName && present.className === node.className
        && present.nodeName !== 'BUTTON') {
      morph(present, node);
    } else {
      present.replaceWith(node);
    }
  });
  while (old.childNodes.length > wanted.length) {
    old.lastChild.remove();
  }
}
