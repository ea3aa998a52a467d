/** Each problem in one sentence and one action, the same for a refusal and for an answer that broke. */

import { count, timeOf } from './words.js';

const AGAIN = 'again';
const SIGN_IN = 'sign-in';
const EDIT = 'edit';
const RESUME = 'resume';

const PROBLEMS = {
  'invalid-request': ['The question was not accepted as it is.', 'Change it and ask again.', EDIT],
  unauthenticated: ['You are not signed in, or your sign-in has ended.', 'Sign in and ask again.', SIGN_IN],
  forbidden: ['Your sign-in does not allow this.', 'Ask whoever gave it to you.', null],
  'not-found': ['The server has no such answer.', 'Ask again.', AGAIN],
  'too-large': ['The question, with what was said before, is too long.', 'Shorten it, or begin a new conversation.', EDIT],
  'moderation-rejected': ['This question cannot be answered here.', 'Put it in other words.', EDIT],
  'idempotency-mismatch': ['The server had another question under the same key.', 'Ask again.', AGAIN],
  'rate-limited': ['That were too many requests in a short time.', 'Wait a moment and ask again', AGAIN],
  'too-many-streams': ['Too many answers of yours are being written at once.', 'Wait until one has ended and ask again', AGAIN],
  'quota-exhausted': ['Your share for today is used up.', 'You can ask again', AGAIN],
  'budget-exhausted': ['What this service may spend today is used up.', 'You can ask again', AGAIN],
  unverifiable: ['No answer could be verified against the text, so none is shown.', 'Ask again, or put it in other words.', AGAIN],
  'schema-unmet': ['No answer had the form that was asked for.', 'Ask again.', AGAIN],
  'no-model': ['No language model is available for this question.', 'Ask again a little later.', AGAIN],
  overloaded: ['There is too much to do at the moment.', 'Ask again a little later.', AGAIN],
  unavailable: ['A part of the service does not answer.', 'Ask again a little later.', AGAIN],
  timeout: ['It took too long.', 'Ask again.', AGAIN],
  interrupted: ['The answer broke off before its end.', 'Ask again for a whole one.', AGAIN],
  unrecorded: ['The answer could not be recorded, and so it was ended.', 'Ask again a little later.', AGAIN],
  offline: ['You seem to be offline.', 'Try again when the network is back.', AGAIN],
  unreachable: ['The server cannot be reached.', 'See whether it runs and the network works, then try again.', AGAIN],
  lost: ['The connection to this answer was lost, and the server does not have it any more.', 'Ask again for a whole one.', AGAIN],
};

const LABELS = {
  [AGAIN]: 'Ask again',
  [SIGN_IN]: 'Sign in',
  [EDIT]: 'Edit the question',
  [RESUME]: 'Try to pick it up again',
};

/**
 * What happened, what was kept, what to do next, and a button for it.
 *
 * @param contact whom to write to, or ''
 */
export function explain(turn, contact) {
  const { code, detail, field, resetAt, retryAfter, requestId } = turn.problem;
  const [happened, advice, usual] = PROBLEMS[code] ?? PROBLEMS.unavailable;
  const isAway = code === 'offline' || code === 'unreachable';
  const action = isAway && turn.id ? RESUME : usual;
  const parts = [happened, keptOf(turn), next(advice, resetAt, retryAfter)];
  if (code === 'invalid-request' && detail) {
    parts.splice(1, 0, `The server says: ${detail}.`);
  }
  return {
    text: parts.filter((part) => part).join(' '),
    appeal: code === 'moderation-rejected' ? appeal(contact, requestId) : undefined,
    action,
    label: LABELS[action],
    reference: requestId,
    field,
  };
}

function keptOf(turn) {
  return turn.text === ''
    ? 'Your question is kept.'
    : 'What had come is kept above; it is not a whole answer.';
}

function next(advice, resetAt, retryAfter) {
  if (advice.endsWith('.')) {
    return advice;
  }
  if (resetAt) {
    return `${advice} from ${timeOf(resetAt)} on.`;
  }
  return retryAfter ? `${advice} in ${count(retryAfter)} seconds.` : `${advice}.`;
}

function appeal(contact, requestId) {
  const whom = contact ? '' : 'whoever runs this service';
  return {
    before: 'If you think that this is a mistake, write to ',
    whom,
    address: contact,
    after: requestId ? ` and quote ${requestId}.` : '.',
  };
}
