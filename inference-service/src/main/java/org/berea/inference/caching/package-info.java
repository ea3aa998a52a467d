/** Stage 2: the same question again is answered from memory. */
@NullMarked
package org.berea.inference.caching;

import org.jspecify.annotations.NullMarked;
