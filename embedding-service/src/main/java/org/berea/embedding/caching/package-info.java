/** Remembers the vectors of recent queries: in the process, and for a remote model in Redis. */
@NullMarked
package org.berea.embedding.caching;

import org.jspecify.annotations.NullMarked;
