/** Weaviate keeps the contract of notes too. */
@NullMarked
package org.berea.search.notes.weaviate;

import org.jspecify.annotations.NullMarked;
