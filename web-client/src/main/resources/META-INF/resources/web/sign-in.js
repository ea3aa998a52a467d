/** Signing in: by a link whose fragment holds a token. */

import { element, foreign } from './elements.js';
import { forget, takeFromAddress, user } from './session.js';
import { timeOf } from './words.js';

export class SignIn {
  #box = document.getElementById('sign-in');
  #who = document.getElementById('who');
  #entered;

  /** @param entered called whenever somebody has signed in */
  constructor(entered) {
    this.#entered = entered;
    // A link that is opened in this very tab does not load the page anew.
    addEventListener('hashchange', () => takeFromAddress() && this.#show());
    document.getElementById('sign-out').addEventListener('click', () => {
      forget();
      this.#show();
    });
  }

  /** Takes the token of a link, if there is one, and shows who it is. */
  start() {
    takeFromAddress();
    this.#show();
  }

  /** Shows how to sign in. */
  begin() {
    this.#show();
    this.#box.hidden = false;
    this.#box.focus();
  }

  #show() {
    const current = user();
    this.#box.hidden = current !== null;
    this.#who.hidden = current === null;
    if (current) {
      const words = element('span', {}, foreign(current.name), ` until ${timeOf(current.until)}`);
      this.#who.firstElementChild.replaceChildren(words);
      this.#entered();
    }
  }
}
