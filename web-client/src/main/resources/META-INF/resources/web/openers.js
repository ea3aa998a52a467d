/** From what was pressed to what it stands for. */

/**
 * The label, the passage and the refs meant by a reference in a text or by an entry of the sources.
 *
 * @param turns all of the page
 */
export function shownBy(opener, turns) {
  const { turn } = opener.closest('[data-turn]').dataset;
  const { passages, citations } = turns.find((it) => it.key === turn);
  if (opener.dataset.passage) {
    const passage = passages[Number(opener.dataset.passage)];
    return { label: passage.label, passage, refs: [passage.ref] };
  }
  const meant = opener.dataset.citations.split(' ').map((index) => citations[Number(index)]);
  return { label: meant[0].text, passage: passages[meant[0].passage], refs: meant.map(({ ref }) => ref) };
}
