/** The answers of this tab: asks, shows what comes, stops, picks up, and asks again. */

import { Problem } from './api.js';
import { Announcer } from './announcer.js';
import { AnswerView } from './answer-view.js';
import { Conversation } from './conversation.js';
import { NewText } from './new-text.js';
import { Run } from './run.js';
import { shownBy } from './openers.js';
import { end, newTurn, stop, take } from './turn.js';

const IN_ADDRESS = /^#answer=(cmp_[0-9a-f]{32})$/;

export class Answers {
  #page;
  #place = document.getElementById('answers');
  #conversation = new Conversation();
  #announcer = new Announcer();
  #newText = new NewText();
  #views = new Map();
  #run = null;

  /** @param page contact, translations, edit, signIn, changed, ended */
  constructor(page) {
    this.#page = { ...page, act: (name, turn) => this.#act(name, turn) };
  }

  ask(question, task, translation, key) {
    const turn = newTurn(question, task, translation);
    turn.idempotencyKey = key ?? turn.key;
    this.#conversation.add(turn);
    this.#show(turn).element.scrollIntoView({ block: 'start' });
    const request = { prompt: question, task, translation, history: this.#conversation.historyBefore(turn) };
    return this.#follow(turn, new Run(request, turn.idempotencyKey));
  }

  /** Stops what runs, if anything does. */
  stop() {
    this.#run?.stop();
  }

  clear() {
    this.stop();
    this.#conversation.clear();
    this.#views.clear();
    this.#place.replaceChildren();
    history.replaceState(null, '', location.pathname);
    document.getElementById('question').focus();
  }

  /** What the tab kept over a reload; an answer that still ran is picked up where the server can. */
  restore() {
    const [, wanted] = location.hash.match(IN_ADDRESS) ?? [];
    const { turns } = this.#conversation;
    if (wanted && !turns.some((turn) => turn.id === wanted)) {
      this.#conversation.add({ ...newTurn('An answer from a link'), id: wanted });
    }
    this.#conversation.turns.forEach((turn) => this.#show(turn));
    const { running } = this.#conversation;
    if (running?.id) {
      this.#resume(running);
    } else if (running) {
      end(running, new Problem('lost'));
      this.#update(running);
    }
  }

  /** What a reference or a source on the page stands for. */
  shownBy(opener) {
    return shownBy(opener, this.#conversation.turns);
  }

  async #follow(turn, run) {
    this.#run = run;
    this.#page.changed(true);
    this.#announcer.begin();
    this.#newText.watch(this.#views.get(turn).end);
    try {
      for await (const event of run.events()) {
        if (run.stopped && event.event === 'error') {
          continue; // only the end that was asked for
        }
        take(turn, event);
        this.#note(turn, run);
      }
      if (run.stopped && turn.state !== 'whole') {
        stop(turn);
      }
    } catch (problem) {
      end(turn, problem instanceof Problem ? problem : new Problem('unavailable'));
    }
    this.#run = null;
    this.#finish(turn);
  }

  #note(turn, run) {
    turn.lastEventId = run.lastEventId;
    if (turn.id && location.hash !== `#answer=${turn.id}`) {
      history.replaceState(null, '', `#answer=${turn.id}`);
    }
    this.#conversation.saveSoon();
    this.#views.get(turn)?.update();
    this.#announcer.hear(turn.text);
  }

  #finish(turn) {
    this.#update(turn);
    this.#newText.watch(null);
    this.#announcer.finish(turn, this.#views.get(turn)?.trouble ?? '');
    this.#page.changed(false);
    this.#page.ended();
  }

  #show(turn) {
    const view = new AnswerView(turn, this.#page);
    this.#views.set(turn, view);
    this.#place.append(view.element);
    return view;
  }

  #update(turn) {
    this.#conversation.save();
    this.#views.get(turn)?.update();
  }

  #resume(turn) {
    const before = this.#views.get(turn).element;
    delete turn.problem;
    turn.state = 'writing';
    before.replaceWith(this.#show(turn).element);
    return this.#follow(turn, new Run(null, turn.idempotencyKey, turn));
  }

  /** The same key only while nobody knows whether the server has the question. */
  #again(turn) {
    const unknown = !turn.id && ['offline', 'unreachable'].includes(turn.problem?.code);
    const key = unknown ? turn.idempotencyKey : undefined;
    return this.#run ?? this.ask(turn.question, turn.task, turn.translation, key);
  }

  #act(name, turn) {
    switch (name) {
      case 'edit': return this.#page.edit(turn);
      case 'sign-in': return this.#page.signIn();
      case 'resume': return this.#run ?? this.#resume(turn);
      default: return this.#again(turn);
    }
  }
}
