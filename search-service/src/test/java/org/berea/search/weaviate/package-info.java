/** A real server for tests, and what no question to it may do. */
@NullMarked
package org.berea.search.weaviate;

import org.jspecify.annotations.NullMarked;
