/** Notes on a Weaviate server: what an owner wrote is in a tenant of their own. */
@NullMarked
package org.berea.search.notes.weaviate;

import org.jspecify.annotations.NullMarked;
