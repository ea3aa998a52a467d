/**
 * The distributed engine: collections of a Weaviate server or cluster, which several search
 * instances share.
 */
@NullMarked
package org.berea.search.engine.weaviate;

import org.jspecify.annotations.NullMarked;
