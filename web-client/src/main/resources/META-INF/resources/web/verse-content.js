/** What the panel says of a passage: its verses with what surrounds them, why it was found, and more. */

import { json } from './api.js';
import { copy, passageText } from './copying.js';
import { button, element, foreign, harmless } from './elements.js';
import { reasonOf } from './words.js';

const MOST_RELATED = 8;
const known = new Map();

/**
 * @param shown label, passage, and the refs that are meant
 * @param more whether to ask the server for other translations and related passages
 */
export function fill(panel, shown, { translations, more }) {
  const { label, passage, refs } = shown;
  const extra = element('div', { class: 'more' });
  panel.replaceChildren(
    element('h2', { id: 'verse-title' }, foreign(label), ' ',
      element('span', { class: 'quiet' }, foreign(`(${passage.translation})`))),
    versesOf(passage, refs),
    element('p', { class: 'quiet' }, shown.reason ?? reasonOf(passage)),
    actions(label, passage, translations),
    extra);
  panel.scrollTop = 0;
  if (more) {
    showMore(panel, extra, refs[0] ?? passage.ref, { translations, present: passage });
  }
}

function versesOf(passage, refs) {
  const ranges = refs.map(rangeOf);
  const verses = passage.verses.map(({ ref, text }) => {
    const { from } = rangeOf(ref);
    const isMeant = ranges.some((range) => range.from <= rangeOf(ref).to && from <= range.to);
    const number = element('span', { class: 'number' }, `${from % 1000}\u00a0`);
    return element('p', { dir: 'auto', class: isMeant ? 'verse meant' : 'verse' }, number,
      isMeant ? element('mark', {}, harmless(text)) : harmless(text));
  });
  return element('div', { class: 'verses' }, ...verses);
}

/** ROM.8.27-29 or ROM.8.38-9.2 as a range of numbers within its book. */
function rangeOf(ref) {
  const [, chapter, verse, chapterTo, verseTo] =
    /^\w+\.(\d+)\.(\d+)(?:-(?:(\d+)\.)?(\d+))?$/.exec(ref) ?? [0, 0, 0];
  const from = Number(chapter) * 1000 + Number(verse);
  const to = verseTo ? Number(chapterTo ?? chapter) * 1000 + Number(verseTo) : from;
  return { from, to };
}

function actions(label, passage, translations) {
  const copyVerse = button('Copy verses', () => copy(passageText(passage, translations), copyVerse));
  const copyName = button('Copy reference', () =>
    copy(`${harmless(label)} (${passage.translation})`, copyName));
  return element('p', { class: 'actions' }, copyVerse, copyName);
}

async function showMore(panel, extra, ref, { translations, present }) {
  extra.append(element('p', { class: 'quiet' }, 'Looking for other translations and related passages \u2026'));
  try {
    const found = await lookedUp(ref);
    const others = found.passages.filter((it) => it.translation !== present.translation);
    extra.replaceChildren(...others.map(otherTranslation), ...related(panel, found, translations));
  } catch {
    extra.replaceChildren(element('p', { class: 'quiet' },
      'Other translations and related passages cannot be shown at the moment.'));
  }
}

function otherTranslation(passage) {
  return element('details', {},
    element('summary', {}, foreign(`${passage.label} (${passage.translation})`)),
    versesOf(passage, []));
}

function related(panel, { related: passages, relatedSource }, translations) {
  if (passages.length === 0) {
    return [];
  }
  const open = async (ref, label) => {
    const [passage] = (await lookedUp(ref)).passages;
    const reason = 'A cross reference leads here.';
    fill(panel, { label, passage, refs: [ref], reason }, { translations, more: true });
  };
  const items = passages.slice(0, MOST_RELATED).map(({ ref, label }) =>
    element('li', {}, button(harmless(label), () => open(ref, label), { class: 'source' })));
  return [
    element('h3', {}, 'Related passages'),
    element('ul', { class: 'related' }, ...items),
    element('p', { class: 'quiet' }, foreign(`Cross references: ${relatedSource ?? 'imported'}`)),
  ];
}

/** Asked once for each reference; a failure is not remembered. */
async function lookedUp(ref) {
  if (!known.has(ref)) {
    known.set(ref, await json(`/ai/passages/${encodeURIComponent(ref)}?context=2`));
  }
  return known.get(ref);
}
