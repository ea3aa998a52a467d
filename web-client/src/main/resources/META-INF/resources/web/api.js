/** Speaks to the gateway. What is not a good answer is thrown as a Problem. */

import { token } from './session.js';

const PREFIX = 'urn:berea:problem:';
const PATIENCE_MILLIS = 15_000;

/** What went wrong, in the words of the server where it said any. */
export class Problem extends Error {
  /**
   * @param code such as 'rate-limited', or one of the page's own: 'offline', 'unreachable', 'lost'
   */
  constructor(code, { detail = '', resetAt, requestId, field, retryAfter } = {}) {
    super(detail || code);
    Object.assign(this, { code, detail, resetAt, requestId, field, retryAfter });
  }

  /** From a problem body, in a response or in an error event. */
  static of(body, retryAfter) {
    const code = String(body?.type ?? '').replace(PREFIX, '') || 'unavailable';
    return new Problem(code, { ...body, retryAfter });
  }
}

/** Sends a request with the user's token; resolves with the response when it is a good one. */
export async function send(path, { headers = {}, ...options } = {}) {
  const response = await reach(path, {
    ...options,
    headers: { ...headers, ...authorization() },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
  });
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response;
}

/** What a short request answers. */
export async function json(path) {
  const response = await send(path, { signal: AbortSignal.timeout(PATIENCE_MILLIS) });
  return response.json();
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Problem(navigator.onLine ? 'unreachable' : 'offline');
  }
}

function authorization() {
  const current = token();
  return current ? { Authorization: `Bearer ${current}` } : {};
}

async function problemOf(response) {
  const retryAfter = Number(response.headers.get('Retry-After')) || undefined;
  const body = await response.json().catch(() => null);
  return body?.type ? Problem.of(body, retryAfter) : new Problem('unavailable', { retryAfter });
}
