/** Descriptions as elements: paragraphs, and code between backticks. */

import { element, harmless } from '../elements.js';

/** The paragraphs of a text. */
export function prose(text = '') {
  return text.trim().split(/\n{2,}/).filter((part) => part !== '')
    .map((part) => element('p', {}, ...phrases(part)));
}

/** One line of text, for where a paragraph would be too much. */
export function phrases(text = '') {
  return text.trim().split('`').map((part, place) =>
    (place % 2 === 1 ? element('code', {}, harmless(part)) : harmless(part)));
}

/** A value as it would stand in a body; text as it is. */
export function sample(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return element('pre', { tabIndex: 0 }, element('code', {}, harmless(text)));
}

/** A table of rows with a caption and named columns; nothing where there are no rows. */
export function table(caption, columns, rows) {
  if (rows.length === 0) {
    return [];
  }
  const head = element('tr', {}, ...columns.map((name) => element('th', { scope: 'col' }, name)));
  const body = rows.map(([first, ...others]) => element('tr', {},
    element('th', { scope: 'row' }, first),
    ...others.map((cell) => element('td', {}, ...[cell].flat()))));
  return [element('div', { class: 'wide', tabIndex: 0, role: 'group', 'aria-label': caption },
    element('table', {}, element('caption', {}, caption), element('thead', {}, head), element('tbody', {}, ...body)))];
}
