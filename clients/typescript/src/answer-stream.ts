/** Reads an answer while it is written, with the generated client's address, token and types. */

import {
  type AnswersApi,
  type Citation,
  type CompletionRequest,
  CitationFromJSON,
  type HTTPHeaders,
  type Notice,
  NoticeFromJSON,
  ProblemFromJSON,
  type Sources,
  SourcesFromJSON,
  type Start,
  StartFromJSON,
  TokenFromJSON,
  type Usage,
  UsageFromJSON,
} from '../target/generated/index.js';

export type AnswerEvent =
  | { event: 'start'; data: Start }
  | { event: 'sources'; data: Sources }
  | { event: 'citation'; data: Citation }
  | { event: 'text'; data: string }
  | { event: 'notice'; data: Notice }
  | { event: 'usage'; data: Usage };

/** Adds to the generated headers, among which is the token; headers alone would take their place. */
async function asStream({ init }: { init: { headers?: HTTPHeaders } }): Promise<RequestInit> {
  return { headers: { ...init.headers, Accept: 'text/event-stream' } };
}

/** The events of an answer; throws where it breaks off, for what came until then is not whole. */
export async function* answerTo(api: AnswersApi, question: CompletionRequest): AsyncGenerator<AnswerEvent> {
  const { raw } = await api.askRaw({ completionRequest: question }, asStream);
  for await (const [event, data] of eventsOf(raw.body!)) {
    if (data === '[DONE]') {
      return;
    }
    const read = readAs(event, JSON.parse(data));
    if (read) {
      yield read;
    }
  }
  throw new Error('the answer ended before it was whole');
}

function readAs(event: string, data: unknown): AnswerEvent | undefined {
  switch (event) {
    case '': return { event: 'text', data: TokenFromJSON(data).token };
    case 'start': return { event, data: StartFromJSON(data) };
    case 'sources': return { event, data: SourcesFromJSON(data) };
    case 'citation': return { event, data: CitationFromJSON(data) };
    case 'notice': return { event, data: NoticeFromJSON(data) };
    case 'usage': return { event, data: UsageFromJSON(data) };
    case 'error': throw new Error(ProblemFromJSON(data).detail);
    default: return undefined; // an event of later versions
  }
}

/** Name and data of each event: some lines and a blank one; a line that begins with a colon says nothing. */
async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<[string, string]> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const events = (rest + decoder.decode(piece.value, { stream: true })).split('\n\n');
    rest = events.pop()!;
    for (const lines of events) {
      const field = (name: string) => lines.split('\n').find((line) => line.startsWith(name))?.slice(name.length);
      const data = field('data: ');
      if (data !== undefined) {
        yield [field('event: ') ?? '', data];
      }
    }
  }
}
