/** Signing in: by a link whose fragment holds a token, or with the issuer of this installation. */

import { element, foreign, harmless } from './elements.js';
import { comeBack, leave } from './open-id.js';
import { forget, takeFromAddress, user } from './session.js';
import { timeOf } from './words.js';

export class SignIn {
  #box = document.getElementById('sign-in');
  #words = document.getElementById('sign-in-text');
  #button = document.getElementById('sign-in-button');
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

  /** Offers the issuer, and goes on when it has just sent somebody back. */
  async offer(issuer) {
    if (!issuer) {
      return;
    }
    this.#words.textContent = 'You sign in with the account of this service.';
    this.#button.hidden = false;
    this.#button.addEventListener('click', () => leave(issuer).catch((failure) => this.#fail(failure)));
    try {
      if (await comeBack()) {
        this.#show();
      }
    } catch (failure) {
      this.#fail(failure);
    }
  }

  /** Shows how to sign in. */
  begin() {
    this.#show();
    this.#box.hidden = false;
    this.#box.focus();
  }

  #fail({ message }) {
    this.#words.textContent = harmless(`Signing in did not work: ${message}. Try again.`);
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
