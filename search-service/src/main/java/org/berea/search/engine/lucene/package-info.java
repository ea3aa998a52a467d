/** The embedded engine: one Lucene index on the local disk. */
@NullMarked
package org.berea.search.engine.lucene;

import org.jspecify.annotations.NullMarked;
