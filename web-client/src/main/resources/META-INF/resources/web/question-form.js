/** Where a question is written. */

import { element, harmless } from './elements.js';

const KEY = 'berea.draft';

export class QuestionForm {
  #form = document.getElementById('ask');
  #text = document.getElementById('question');
  #task = document.getElementById('task');
  #translation = document.getElementById('translation');
  #stop = document.getElementById('stop');
  #send = document.getElementById('send');
  #hint = document.getElementById('hint');

  /** @param actions ask and stop */
  constructor({ ask, stop }) {
    document.getElementById('options').open = matchMedia('(min-width: 40rem)').matches;
    this.#text.value = sessionStorage.getItem(KEY) ?? '';
    this.#text.addEventListener('input', () => sessionStorage.setItem(KEY, this.#text.value));
    this.#text.addEventListener('keydown', (event) => this.#key(event));
    this.#stop.addEventListener('click', stop);
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#submit(ask);
    });
  }

  /** One button asks, the other stops; neither is disabled, for that would take the focus away. */
  set running(isRunning) {
    this.#stop.ariaDisabled = String(!isRunning);
    this.#send.ariaDisabled = String(isRunning);
    this.#hint.textContent = isRunning ? 'Esc stops the answer.' : 'Enter asks; Shift and Enter begin a new line.';
  }

  /** Offers the translations; the first choice leaves it to the service. */
  offer(translations) {
    const options = translations.map(({ code, name }) =>
      element('option', { value: code, lang: '' }, harmless(`${code}: ${name}`)));
    this.#translation.replaceChildren(element('option', { value: '' }, 'Usual translation'), ...options);
  }

  /** Puts a question back to be changed. */
  edit({ question, task, translation }) {
    this.#text.value = question;
    this.#task.value = task ?? '';
    this.#translation.value = translation ?? '';
    sessionStorage.setItem(KEY, question);
    this.#text.focus();
  }

  #submit(ask) {
    const question = this.#text.value.trim();
    if (question === '' || this.#send.ariaDisabled === 'true') {
      return;
    }
    this.#text.value = '';
    sessionStorage.removeItem(KEY);
    ask(question, this.#task.value || undefined, this.#translation.value || undefined);
  }

  /** Not while a word is being composed, and not on screens where Enter is the only way to a new line. */
  #key(event) {
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key === 'Enter' && !event.shiftKey && !composing && matchMedia('(pointer: fine)').matches) {
      event.preventDefault();
      this.#form.requestSubmit();
    }
  }
}
