/** From the question as it was asked to what can be looked for. */
@NullMarked
package org.berea.search.querying;

import org.jspecify.annotations.NullMarked;
