/**
 * Markdown as elements. Only the lexer of the library is used; what it does not name here, markup
 * above all, appears as the text it is. Nothing an answer says becomes an address.
 */

import { Lexer } from './vendor/marked.esm.js';
import { element, harmless } from './elements.js';

const DEEPEST = 16;
const INLINE = { strong: 'strong', em: 'em', del: 'del' };

/** The blocks of a text, each with the raw text it is made of. */
export function blocksOf(text) {
  try {
    return new Lexer({ gfm: true }).lex(text);
  } catch {
    return [{ type: 'unread', raw: text }]; // nested beyond what the lexer bears
  }
}

/** The element of one block. */
export function elementOf(block, depth = 0) {
  if (depth > DEEPEST) {
    return plain(block);
  }
  switch (block.type) {
    case 'paragraph':
      return withText('p', block, depth);
    case 'heading':
      return withText(`h${Math.min(6, block.depth + 2)}`, block, depth);
    case 'blockquote':
      return element('blockquote', {}, ...block.tokens.map((it) => elementOf(it, depth + 1)));
    case 'list':
      return listOf(block, depth);
    case 'code':
      return element('pre', { tabindex: '0' }, element('code', {}, harmless(block.text)));
    case 'table':
      return tableOf(block, depth);
    case 'hr':
      return element('hr');
    case 'space':
      return document.createTextNode('');
    case 'text':
      return block.tokens ? withText('span', block, depth) : plain(block);
    default:
      return plain(block);
  }
}

function withText(name, block, depth) {
  return element(name, { dir: 'auto' }, ...inline(block.tokens ?? [], depth + 1));
}

function plain(block) {
  return element('p', { dir: 'auto' }, harmless(block.raw));
}

function listOf(list, depth) {
  const items = list.items.map((item) =>
    element('li', { dir: 'auto' }, ...item.tokens.map((it) => elementOf(it, depth + 1))));
  const start = list.ordered && list.start > 1 ? { start: String(list.start) } : {};
  return element(list.ordered ? 'ol' : 'ul', start, ...items);
}

function tableOf(table, depth) {
  const row = (cells, name) =>
    element('tr', {}, ...cells.map((cell) => withText(name, cell, depth)));
  const body = element('tbody', {}, ...table.rows.map((cells) => row(cells, 'td')));
  const whole = element('table', {}, element('thead', {}, row(table.header, 'th')), body);
  return element('div', { class: 'wide', tabindex: '0', role: 'group', 'aria-label': 'Table' }, whole);
}

function inline(tokens, depth) {
  return tokens.flatMap((token) => {
    if (depth <= DEEPEST && token.type in INLINE) {
      return element(INLINE[token.type], {}, ...inline(token.tokens, depth + 1));
    }
    switch (token.type) {
      case 'text':
        return token.tokens ? inline(token.tokens, depth + 1) : harmless(token.text);
      case 'escape':
        return harmless(token.text);
      case 'codespan':
        return element('code', {}, harmless(token.text));
      case 'br':
        return element('br');
      case 'checkbox':
        return token.checked ? '\u2611 ' : '\u2610 ';
      default: // links, images, markup: as they were written
        return harmless(token.raw);
    }
  });
}
