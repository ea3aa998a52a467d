/** Tests of the numbers of verses. */
@NullMarked
package org.berea.search.canon;

import org.jspecify.annotations.NullMarked;
