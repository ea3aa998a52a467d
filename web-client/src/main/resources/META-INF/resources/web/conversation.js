/** The turns of this tab: kept over a reload, told to the server as history, gone with the tab. */

import { isRunning } from './turn.js';

const KEY = 'berea.conversation';
const MOST_TURNS = 20;
const LONGEST_HISTORY = 60_000;
const LONGEST_CONTENT = 32_000;
const SAVE_MILLIS = 1_000;

export class Conversation {
  #saving;

  constructor() {
    this.turns = restored();
    // What ran when the tab was left is picked up or given up, but never shown as if it still ran.
    addEventListener('pagehide', () => this.save());
  }

  get running() {
    return this.turns.find(isRunning);
  }

  add(turn) {
    this.turns.push(turn);
    this.save();
  }

  clear() {
    this.turns = [];
    this.save();
  }

  /** The whole answers before a turn, newest kept; a half one would mislead. */
  historyBefore(turn) {
    const before = this.turns.slice(0, this.turns.indexOf(turn)).filter((it) => it.state === 'whole');
    const messages = [];
    let length = 0;
    for (const { question, text } of before.reverse()) {
      length += question.length + text.length;
      if (length > LONGEST_HISTORY || text.length > LONGEST_CONTENT) {
        break;
      }
      messages.unshift({ role: 'user', content: question }, { role: 'assistant', content: text });
    }
    return messages;
  }

  /** Saves a little later, so that a fast stream is not written down at every word. */
  saveSoon() {
    this.#saving ??= setTimeout(() => this.save(), SAVE_MILLIS);
  }

  save() {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    try {
      sessionStorage.setItem(KEY, JSON.stringify(this.turns.slice(-MOST_TURNS)));
    } catch {
      sessionStorage.removeItem(KEY); // too much for this browser: a reload begins anew
    }
  }
}

function restored() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
}
