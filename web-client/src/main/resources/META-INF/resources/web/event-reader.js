/** Reads server-sent events from a response, as the HTML standard has it; no library in Maven does. */

/** Takes text in pieces of any size and gives the events that are whole. */
export class EventParser {
  #rest = '';
  #skipLineFeed = false;
  #data = [];
  #event = '';
  #id = '';

  /** The events that end within the text: their name, their data, and the last id that was told. */
  take(text) {
    const events = [];
    let held = this.#rest + this.#withoutHalfLineEnd(text);
    for (let end = held.search(/[\r\n]/); end >= 0; end = held.search(/[\r\n]/)) {
      const line = held.slice(0, end);
      const isPair = held.startsWith('\r\n', end);
      // The other half of CR LF may come with the next piece.
      this.#skipLineFeed = held[end] === '\r' && end === held.length - 1;
      held = held.slice(end + (isPair ? 2 : 1));
      this.#line(line, events);
    }
    this.#rest = held;
    return events;
  }

  #withoutHalfLineEnd(text) {
    const skips = this.#skipLineFeed && text.startsWith('\n');
    if (text !== '') {
      this.#skipLineFeed = false;
    }
    return skips ? text.slice(1) : text;
  }

  #line(line, events) {
    if (line === '') {
      this.#dispatch(events);
      return;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') {
      this.#data.push(value);
    } else if (field === 'event') {
      this.#event = value;
    } else if (field === 'id' && !value.includes('\0')) {
      this.#id = value;
    }
  }

  #dispatch(events) {
    if (this.#data.length > 0) {
      const data = this.#data.join('\n');
      events.push({ event: this.#event || 'message', data, id: this.#id });
    }
    this.#data = [];
    this.#event = '';
  }
}

/** The events of a body until it ends; one that was not finished is dropped. */
export async function* eventsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  const parser = new EventParser();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      yield* parser.take(piece.value);
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
