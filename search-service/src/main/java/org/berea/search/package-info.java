/** Hybrid retrieval: finds the passages that a question names or is about. */
@NullMarked
package org.berea.search;

import org.jspecify.annotations.NullMarked;
