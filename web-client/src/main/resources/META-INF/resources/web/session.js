/** Who uses the page. The token lives in this tab only, and is in no address that is ever sent. */

const KEY = 'berea.token';
const IN_ADDRESS = /^#token=([\w-]+\.[\w-]+\.[\w-]+)$/;

/** Takes a token out of the address, if there is one, and clears the address. */
export function takeFromAddress() {
  const found = location.hash.match(IN_ADDRESS);
  if (found) {
    keep(found[1]);
    history.replaceState(null, '', location.pathname);
  }
  return found !== null;
}

export function keep(token) {
  sessionStorage.setItem(KEY, token);
}

/** The token while it lasts, else null. */
export function token() {
  const kept = sessionStorage.getItem(KEY);
  if (kept && claims(kept).exp * 1000 > Date.now()) {
    return kept;
  }
  return null;
}

/** Whose token it is and when it ends, or null. */
export function user() {
  const kept = token();
  if (!kept) {
    return null;
  }
  const { sub, exp } = claims(kept);
  return { name: String(sub), until: new Date(exp * 1000) };
}

export function forget() {
  sessionStorage.removeItem(KEY);
}

/** What the token says of itself; only the gateway knows whether it is true. */
function claims(token) {
  try {
    const body = token.split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return { exp: 0 };
  }
}
