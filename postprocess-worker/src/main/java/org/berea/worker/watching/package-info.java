/** Tells how far the consumers are behind, whether they run or not. */
@NullMarked
package org.berea.worker.watching;

import org.jspecify.annotations.NullMarked;
