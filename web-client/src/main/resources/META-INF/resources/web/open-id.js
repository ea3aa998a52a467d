/** Signing in with an OpenID Connect issuer: authorization code with PKCE, by the page itself. */

import { keep } from './session.js';

const KEY = 'berea.sign-in';

/** Goes to the issuer; it sends the reader back to this page. */
export async function leave({ issuer, clientId, scope }) {
  const { authorization_endpoint: authorize, token_endpoint: tokens } = await discovered(issuer);
  const verifier = random();
  const state = random();
  sessionStorage.setItem(KEY, JSON.stringify({ verifier, state, tokens, issuer, clientId }));
  const address = new URL(authorize);
  const asked = {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: home(),
    scope,
    state,
    code_challenge: await challenge(verifier),
    code_challenge_method: 'S256',
  };
  Object.entries(asked).forEach(([name, value]) => address.searchParams.set(name, value));
  location.assign(address);
}

/** Whether the issuer has just sent somebody back; takes what it said out of the address. */
export async function comeBack() {
  const said = new URLSearchParams(location.search);
  const begun = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  if (!said.has('state')) {
    return false;
  }
  history.replaceState(null, '', location.pathname);
  sessionStorage.removeItem(KEY);
  const isOurs = begun && said.get('state') === begun.state
    && [null, begun.issuer].includes(said.get('iss'));
  if (!isOurs || !said.has('code')) {
    throw new Error(said.get('error_description') ?? said.get('error') ?? 'nobody began to sign in here');
  }
  keep(await exchanged(said.get('code'), begun));
  return true;
}

async function discovered(issuer) {
  const base = issuer.replace(/\/$/, '');
  const metadata = await asked(`${base}/.well-known/openid-configuration`, {});
  if (metadata.issuer !== issuer) {
    throw new Error('the issuer calls itself otherwise');
  }
  return metadata;
}

async function exchanged(code, { tokens, verifier, clientId }) {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: home(),
    client_id: clientId,
    code_verifier: verifier,
  });
  return (await asked(tokens, { method: 'POST', body })).access_token;
}

async function asked(address, options) {
  const response = await fetch(address, { ...options, credentials: 'omit', cache: 'no-store' });
  if (!response.ok) {
    throw new Error(`the issuer answered ${response.status}`);
  }
  return response.json();
}

function home() {
  return `${location.origin}/`;
}

function random() {
  return base64(crypto.getRandomValues(new Uint8Array(32)));
}

async function challenge(verifier) {
  return base64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

function base64(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
