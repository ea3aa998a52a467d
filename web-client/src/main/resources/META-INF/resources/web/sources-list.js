/** All sources of an answer at its side, those that it uses marked. */

import { element, foreign } from './elements.js';

export class SourcesList {
  #turn;
  #marks = [];
  #list = element('ol');

  constructor(turn) {
    this.#turn = turn;
    this.element = element('section', { class: 'sources', hidden: true },
      element('h3', {}, 'Sources'), this.#list);
  }

  /** Shows the list once it is known, and marks what has been used since. */
  update() {
    const { passages, citations } = this.#turn;
    if (this.#marks.length === 0 && passages.length > 0) {
      this.#marks = passages.map((passage, index) => this.#add(passage, index));
      this.element.hidden = false;
    }
    const used = new Set(citations.map((citation) => citation.passage));
    this.#marks.forEach((mark, index) => (mark.hidden = !used.has(index)));
  }

  #add(passage, index) {
    const mark = element('span', { class: 'used', hidden: true }, 'used');
    const opener = element('button', {
      type: 'button',
      class: 'source',
      popovertarget: 'verse-panel',
      'data-passage': String(index),
    }, foreign(passage.label), ' ', element('span', { class: 'quiet' }, harmlessCode(passage)));
    this.#list.append(element('li', {}, opener, ' ', mark));
    return mark;
  }
}

function harmlessCode(passage) {
  return foreign(`(${passage.translation})`);
}
