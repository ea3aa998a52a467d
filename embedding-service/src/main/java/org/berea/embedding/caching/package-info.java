/** Remembers the vectors of recent queries. */
@NullMarked
package org.berea.embedding.caching;

import org.jspecify.annotations.NullMarked;
