/** Tests of reranking. */
@NullMarked
package org.berea.search.reranking;

import org.jspecify.annotations.NullMarked;
