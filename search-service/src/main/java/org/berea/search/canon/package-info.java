/** The verses of the canon by number. */
@NullMarked
package org.berea.search.canon;

import org.jspecify.annotations.NullMarked;
