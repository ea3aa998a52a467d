/** The embedded store of notes: a Lucene index of its own on the local disk. */
@NullMarked
package org.berea.search.notes.lucene;

import org.jspecify.annotations.NullMarked;
