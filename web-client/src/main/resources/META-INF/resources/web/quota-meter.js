/** What the user may still use today, as a quiet meter. */

import { json } from './api.js';
import { token } from './session.js';
import { count, timeOf } from './words.js';

export class QuotaMeter {
  #box = document.getElementById('quota');
  #meter = this.#box.querySelector('meter');
  #text = this.#box.querySelector('span');

  /** Asks again; what cannot be known is not shown. */
  async refresh() {
    if (!token()) {
      this.#box.hidden = true;
      return;
    }
    try {
      const { day } = await json('/ai/quota');
      const used = Math.min(day.limit, day.used + day.reserved);
      Object.assign(this.#meter, { max: day.limit, high: day.softAt, value: used });
      this.#text.textContent = `${count(used)} of ${count(day.limit)} tokens today`;
      this.#box.title = `Begins anew at ${timeOf(day.resetAt)}`;
      this.#meter.setAttribute('aria-label', `${this.#text.textContent}, begins anew at ${timeOf(day.resetAt)}`);
      this.#box.hidden = false;
    } catch {
      this.#box.hidden = true;
    }
  }
}
