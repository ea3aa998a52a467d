/** One answer on its way: asked once, stopped on demand, picked up again where the server can. */

import { Problem, send } from './api.js';
import { eventsOf } from './event-reader.js';

const PATH = '/ai/completions';
const TRIES = 5;
const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 8_000;
const STOP_PATIENCE_MILLIS = 3_000;
const EVENTS = { Accept: 'text/event-stream' };

export class Run {
  #request;
  #key;
  #controller = new AbortController();

  /**
   * @param request the body of the question; null for an answer that is only picked up
   * @param key the same as long as nobody knows whether the server has the question
   */
  constructor(request, key, { id, lastEventId } = {}) {
    this.#request = request;
    this.#key = key;
    this.id = id;
    this.lastEventId = lastEventId;
    this.stopped = false;
  }

  /** All events up to [DONE] or error; throws a Problem when it breaks off before. */
  async *events() {
    let response = this.id ? await this.#resume() : await this.#ask();
    while (response) {
      for await (const event of this.#eventsOf(response)) {
        yield event;
        if (event.data === '[DONE]' || event.event === 'error') {
          return;
        }
      }
      response = this.stopped ? null : await this.#resume();
    }
  }

  /** Tells the server to stop; before it has given the answer an id, leaving says the same. */
  async stop() {
    this.stopped = true;
    if (!this.id) {
      this.#controller.abort();
      return;
    }
    setTimeout(() => this.#controller.abort(), STOP_PATIENCE_MILLIS);
    await send(`${PATH}/${this.id}`, { method: 'DELETE' }).catch((problem) => {
      if (problem.code !== 'not-found') {
        this.#controller.abort();
      }
    });
  }

  async #ask() {
    try {
      const response = await send(PATH, {
        method: 'POST',
        headers: { ...EVENTS, 'Content-Type': 'application/json', 'Idempotency-Key': this.#key },
        body: JSON.stringify(this.#request),
        signal: this.#controller.signal,
      });
      this.id = response.headers.get('Location')?.split('/').pop();
      return response;
    } catch (failure) {
      return this.#unlessStopped(failure);
    }
  }

  /** Never asks again by itself: that would be another answer, and another cost. */
  async #resume() {
    for (let round = 0; this.id && round < TRIES && !this.stopped; round++) {
      await pause(Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** round));
      try {
        const headers = { ...EVENTS, 'Last-Event-ID': this.lastEventId ?? '' };
        return await send(`${PATH}/${this.id}`, { headers, signal: this.#controller.signal });
      } catch (failure) {
        if (!isPassing(failure)) {
          return this.#unlessStopped(failure.code === 'unauthenticated' ? failure : lost());
        }
      }
    }
    return this.#unlessStopped(new Problem(navigator.onLine ? 'unreachable' : 'offline'));
  }

  async *#eventsOf(response) {
    try {
      for await (const event of eventsOf(response.body)) {
        if (!this.#isKnown(event)) {
          this.lastEventId = event.id;
          this.id ??= event.event === 'start' ? JSON.parse(event.data).id : undefined;
          yield event;
        }
      }
    } catch (failure) {
      this.#unlessStopped(failure.name === 'TypeError' ? null : failure);
    }
  }

  /** A server that goes on further back than asked must not write the same text twice. */
  #isKnown(event) {
    return event.id !== '' && Number(event.id) <= Number(this.lastEventId ?? -1);
  }

  #unlessStopped(failure) {
    if (failure && !this.stopped) {
      throw failure;
    }
    return null;
  }
}

function isPassing(failure) {
  return ['offline', 'unreachable', 'unavailable', 'overloaded', 'timeout'].includes(failure.code);
}

function lost() {
  return new Problem('lost');
}

function pause(millis) {
  return new Promise((done) => setTimeout(done, millis * (0.5 + Math.random() / 2)));
}
