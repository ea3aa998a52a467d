/**
 * Takes imported passages and their vectors into the index, losing none and counting none twice.
 */
@NullMarked
package org.berea.search.indexing;

import org.jspecify.annotations.NullMarked;
