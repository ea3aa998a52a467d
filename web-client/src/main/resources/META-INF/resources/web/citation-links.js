/** Makes the announced references of a text into links; a reference nobody announced stays text. */

import { element } from './elements.js';

/**
 * Links what is announced, in its order, within one block.
 *
 * @param citations in the order of the text: text, ref, passage, at, and index among all
 * @returns the indexes of those that were found
 */
export function link(block, citations) {
  const placed = new Set();
  let from = 0;
  for (const group of grouped(citations)) {
    const start = positionOf(block.textContent, group[0].text, from);
    if (start >= 0) {
      from = start + group[0].text.length;
      wrap(block, start, from, group);
      group.forEach((citation) => placed.add(citation.index));
    }
  }
  return placed;
}

/** One reference may mean several runs of verses: they were announced together. */
function grouped(citations) {
  const groups = [];
  for (const citation of citations) {
    const last = groups.at(-1);
    const belongs = last && last[0].text === citation.text && last[0].at === citation.at
      && last.every((other) => other.ref !== citation.ref);
    if (belongs) {
      last.push(citation);
    } else {
      groups.push([citation]);
    }
  }
  return groups;
}

function positionOf(text, wanted, from) {
  const isPart = (character) => character !== undefined && /[\p{L}\p{N}]/u.test(character);
  let start = text.indexOf(wanted, from);
  while (start >= 0 && (isPart(text[start - 1]) || isPart(text[start + wanted.length]))) {
    start = text.indexOf(wanted, start + 1);
  }
  return start;
}

function wrap(block, start, end, group) {
  const range = document.createRange();
  range.setStart(...pointAt(block, start, false));
  range.setEnd(...pointAt(block, end, true));
  const made = element('button', {
    type: 'button',
    class: 'reference',
    popovertarget: 'verse-panel',
    'data-citations': group.map((citation) => citation.index).join(' '),
  });
  made.append(range.extractContents());
  range.insertNode(glued(made, range));
}

/** With what touches the link: a line may break before any button, but not after a bracket. */
function glued(made, range) {
  const { startContainer: text, startOffset: at } = range;
  if (text.nodeType !== Node.TEXT_NODE) {
    return made;
  }
  const [before] = text.data.slice(0, at).match(/\S*$/);
  const [after] = text.data.slice(at).match(/^\S*/);
  text.replaceData(at - before.length, before.length + after.length, '');
  range.setStart(text, at - before.length);
  range.collapse(true);
  return element('span', { class: 'glued' }, before, made, after);
}

/** The text node and offset at a position in the text of a block. */
function pointAt(block, position, isEnd) {
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const after = before + node.length;
    if (position < after || (isEnd && position === after)) {
      return [node, position - before];
    }
    before = after;
  }
  return [block, block.childNodes.length];
}
