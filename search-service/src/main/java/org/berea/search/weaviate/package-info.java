/** The way to a Weaviate server, and what is stored and asked there in whatever collection. */
@NullMarked
package org.berea.search.weaviate;

import org.jspecify.annotations.NullMarked;
