/** Tests of indexing. */
@NullMarked
package org.berea.search.indexing;

import org.jspecify.annotations.NullMarked;
