/**
 * The users' own notes and highlights: kept by owner, found by their owner alone. The port {@link
 * org.berea.search.notes.NoteStore}, what fills it, and the search over it.
 */
@NullMarked
package org.berea.search.notes;

import org.jspecify.annotations.NullMarked;
