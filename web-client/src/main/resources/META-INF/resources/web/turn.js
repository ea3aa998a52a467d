/** One question and what has come of it so far. Plain data, so that a tab can keep it over a reload. */

import { Problem } from './api.js';

/** A question that has just been asked. */
export function newTurn(question, task, translation) {
  return {
    key: key(),
    question,
    task,
    translation,
    state: 'asked',
    text: '',
    passages: [],
    citations: [],
    notices: [],
    degraded: [],
  };
}

/** Whether the answer is still on its way. */
export function isRunning(turn) {
  return turn.state === 'asked' || turn.state === 'writing';
}

/** Takes one event of the stream into the turn. */
export function take(turn, { event, data }) {
  if (data === '[DONE]') {
    turn.state = 'whole';
    return;
  }
  const told = JSON.parse(data);
  switch (event) {
    case 'start':
      Object.assign(turn, { id: told.id, answeredAs: told.task, state: 'writing' });
      break;
    case 'sources':
      Object.assign(turn, { passages: told.passages, degraded: told.degraded });
      break;
    case 'citation':
      turn.citations.push({ ...told, at: turn.text.length });
      break;
    case 'message':
      turn.text += told.token;
      break;
    case 'notice':
      turn.notices.push(told);
      break;
    case 'usage':
      turn.usage = told;
      break;
    case 'error':
      end(turn, Problem.of(told));
      break;
    default: // what later servers may add
  }
}

/** The answer ended before its end: it stays, and is never shown as whole. */
export function end(turn, problem) {
  turn.state = turn.state === 'asked' ? 'refused' : 'broken';
  const { code, detail, resetAt, requestId, field, retryAfter } = problem;
  turn.problem = { code, detail, resetAt, requestId, field, retryAfter };
}

export function stop(turn) {
  turn.state = 'stopped';
  delete turn.problem;
}

/** Random, and the same on pages that are not served by https. */
function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
