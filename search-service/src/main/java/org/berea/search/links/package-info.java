/** The cross references between verses, in memory: shown as related passages, used by ranking. */
@NullMarked
package org.berea.search.links;

import org.jspecify.annotations.NullMarked;
