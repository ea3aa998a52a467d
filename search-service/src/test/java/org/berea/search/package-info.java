/** Tests of the whole search. */
@NullMarked
package org.berea.search;

import org.jspecify.annotations.NullMarked;
