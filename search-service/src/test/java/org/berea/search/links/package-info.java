/** Tests of the cross references in memory. */
@NullMarked
package org.berea.search.links;

import org.jspecify.annotations.NullMarked;
