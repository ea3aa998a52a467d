/**
 * From the candidates of all legs to passages that can be read: fused, widened, without repeats.
 */
@NullMarked
package org.berea.search.reranking;

import org.jspecify.annotations.NullMarked;
