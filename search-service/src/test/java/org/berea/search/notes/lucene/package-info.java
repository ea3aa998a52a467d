/** Tests of the embedded store of notes. */
@NullMarked
package org.berea.search.notes.lucene;

import org.jspecify.annotations.NullMarked;
