/** Lucene keeps the contract, also when the disk does not. */
@NullMarked
package org.berea.search.engine.lucene;

import org.jspecify.annotations.NullMarked;
