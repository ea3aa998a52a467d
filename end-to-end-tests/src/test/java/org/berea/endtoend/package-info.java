/** The whole suite from outside, as {@code ./berea up} runs it. */
@NullMarked
package org.berea.endtoend;

import org.jspecify.annotations.NullMarked;
