/** Finds candidates by each leg apart, and leaves out what does not truly match. */
@NullMarked
package org.berea.search.recall;

import org.jspecify.annotations.NullMarked;
