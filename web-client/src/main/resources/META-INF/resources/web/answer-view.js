/** One question and its answer on the page. */

import { answerText, copy } from './copying.js';
import { button, element, foreign, harmless } from './elements.js';
import { GrowingText } from './growing-text.js';
import { explain } from './problems.js';
import { SourcesList } from './sources-list.js';
import { isRunning } from './turn.js';
import { noticesOf, TASKS } from './words.js';

const STATES = {
  asked: 'Looking for verses \u2026',
  writing: 'Writing \u2026',
  whole: '',
  stopped: 'You stopped this answer: it is not whole.',
  broken: 'This answer broke off: it is not whole.',
  refused: 'Not answered.',
};

export class AnswerView {
  #turn;
  #page;
  #text;
  #sources;
  #about = element('p', { class: 'about' });
  #notices = element('ul', { class: 'notices', hidden: true });
  #body = element('div', { class: 'answer', tabindex: '-1' });
  #trouble = element('div', { class: 'trouble', hidden: true });
  #actions = element('p', { class: 'actions', hidden: true });

  /** Where the text ends at the moment. */
  end = element('div');

  /** @param page act, which does what a button says; contact; translations */
  constructor(turn, page) {
    this.#turn = turn;
    this.#page = page;
    this.#text = new GrowingText(this.#body, turn);
    this.#sources = new SourcesList(turn);
    const title = `question-${turn.key}`;
    this.element = element('article', { 'data-turn': turn.key, 'aria-labelledby': title },
      element('h2', { id: title, class: 'question', dir: 'auto' }, harmless(turn.question)),
      this.#about, this.#notices,
      element('div', { class: 'reading' },
        element('div', { class: 'written' }, this.#body, this.end, this.#trouble, this.#actions),
        this.#sources.element));
    this.update();
  }

  /** What is said about what went wrong, or ''. */
  get trouble() {
    return this.#turn.problem ? this.#trouble.textContent : '';
  }

  /** Shows what has come since. */
  update() {
    const turn = this.#turn;
    this.#sources.update();
    this.#describe();
    if (isRunning(turn)) {
      this.#text.grow();
    } else {
      this.#text.finish();
    }
    this.#showTrouble();
    this.#showActions();
  }

  #describe() {
    const { state, task, answeredAs, translation } = this.#turn;
    const known = [TASKS[answeredAs ?? task], translation, STATES[state]].filter((it) => it);
    const text = known.join(' \u00b7 ');
    if (this.#about.textContent !== text) {
      this.#about.textContent = text;
    }
    this.element.dataset.state = state;
    const said = noticesOf(this.#turn);
    if (this.#notices.childElementCount !== said.length) {
      this.#notices.replaceChildren(...said.map((words) => element('li', {}, harmless(words))));
      this.#notices.hidden = said.length === 0;
    }
  }

  #showTrouble() {
    const { problem } = this.#turn;
    this.#trouble.hidden = !problem;
    if (!problem || this.#trouble.childElementCount > 0) {
      return;
    }
    const { text, appeal, action, label, reference } = explain(this.#turn, this.#page.contact());
    const next = action && button(label, () => this.#page.act(action, this.#turn), { class: 'next' });
    this.#trouble.append(element('p', {}, foreign(text)));
    if (appeal) {
      const whom = appeal.address
        ? element('a', { href: appeal.address, rel: 'noreferrer' }, foreign(appeal.address.replace('mailto:', '')))
        : appeal.whom;
      this.#trouble.append(element('p', {}, appeal.before, whom, foreign(appeal.after)));
    } else if (reference) {
      this.#trouble.append(element('p', { class: 'quiet' }, foreign(`To ask about it, quote ${reference}.`)));
    }
    if (next) {
      this.#trouble.append(element('p', { class: 'actions' }, next));
    }
  }

  #showActions() {
    const { state, text, id } = this.#turn;
    if (isRunning(this.#turn) || !this.#actions.hidden || (state !== 'stopped' && text === '')) {
      return;
    }
    const copyAnswer = button('Copy with references', () =>
      copy(answerText(this.#turn, this.#page.translations()), copyAnswer));
    const copyLink = button('Copy link', () => copy(`${location.origin}/#answer=${id}`, copyLink));
    this.#actions.append(copyAnswer, ...(id ? [copyLink] : []));
    if (!this.#turn.problem) {
      this.#actions.append(button('Ask again', () => this.#page.act('again', this.#turn)));
    }
    this.#actions.hidden = false;
  }
}
