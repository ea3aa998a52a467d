/** Tells screen readers what begins, ends and fails; sentences only when they are wanted, never words. */

import { harmless } from './elements.js';

const KEY = 'berea.read-aloud';
const SENTENCE = /[^.!?\u3002\uff01\uff1f]*[.!?\u3002\uff01\uff1f]+["'\u201d\u2019)\]]*\s+/gu;
const MOST_KEPT = 40;

export class Announcer {
  #status = document.getElementById('status');
  #alert = document.getElementById('alert');
  #sentences = document.getElementById('sentences');
  #switch = document.getElementById('read-aloud');
  #read = 0;

  constructor() {
    this.#switch.checked = localStorage.getItem(KEY) === 'yes';
    this.#switch.addEventListener('change', () =>
      localStorage.setItem(KEY, this.#switch.checked ? 'yes' : 'no'));
  }

  begin() {
    this.#read = 0;
    this.#alert.textContent = '';
    this.#sentences.replaceChildren();
    this.say('Answering');
  }

  say(text) {
    this.#status.textContent = text;
  }

  /** @param trouble what is said of a failure, or '' */
  finish(turn, trouble) {
    this.hear(turn.text, true);
    const isWhole = turn.state === 'whole';
    this.say(isWhole ? `Answer ready, ${turn.passages.length} sources` : trouble ? '' : 'Answer stopped');
    this.#alert.textContent = trouble;
  }

  /** The sentences that are whole by now; each its own node, so that none replaces another. */
  hear(text, isWhole = false) {
    if (!this.#switch.checked) {
      this.#read = text.length;
      return;
    }
    const rest = text.slice(this.#read);
    const sentences = rest.match(SENTENCE) ?? [];
    const length = isWhole ? rest.length : sentences.reduce((sum, it) => sum + it.length, 0);
    if (length > 0) {
      const heard = document.createElement('p');
      heard.textContent = harmless(rest.slice(0, length).replace(/[*_#`>]/g, ''));
      this.#sentences.append(heard);
      this.#read += length;
    }
    while (this.#sentences.childElementCount > MOST_KEPT) {
      this.#sentences.firstChild.remove();
    }
  }
}
