/** Tests of querying. */
@NullMarked
package org.berea.search.querying;

import org.jspecify.annotations.NullMarked;
