/** Puts things on the clipboard: an answer with its references, a verse, a reference, a link. */

import { harmless } from './elements.js';

/** The answer with its references, the translations they are from, and their licences. */
export function answerText(turn, translations) {
  const lines = [turn.text.trim()];
  if (turn.state !== 'whole') {
    lines.push('', '(This answer is not whole.)');
  }
  const used = usedPassages(turn);
  if (used.length > 0) {
    lines.push('', 'Sources');
    used.forEach((passage) => lines.push(`${passage.label} (${passage.translation})`));
    lines.push('', ...licences(used, translations));
  }
  return harmless(lines.join('\n'));
}

/** One passage with its verses. */
export function passageText(passage, translations) {
  const verses = passage.verses.map(({ text }) => text).join(' ');
  const named = `${passage.label} (${passage.translation})`;
  return harmless([`\u201c${verses}\u201d`, named, ...licences([passage], translations)].join('\n'));
}

/** What the answer cites, each once, in the order of the sources. */
export function usedPassages(turn) {
  const used = new Set(turn.citations.map((citation) => citation.passage));
  return turn.passages.filter((_, index) => used.has(index));
}

/** Copies, and says on the button whether it worked. */
export async function copy(text, pressed) {
  const label = pressed.textContent;
  try {
    await navigator.clipboard.writeText(text);
    pressed.textContent = 'Copied';
  } catch {
    pressed.textContent = 'The browser does not allow it here';
  }
  setTimeout(() => (pressed.textContent = label), 2_000);
}

function licences(passages, translations) {
  const codes = new Set(passages.map((passage) => passage.translation));
  return translations
    .filter(({ code }) => codes.has(code))
    .map(({ code, name, licence }) => `${code}: ${name}. ${licence}`);
}
