/** Makes readable passages of the verses that were asked for or found. */
@NullMarked
package org.berea.search.widening;

import org.jspecify.annotations.NullMarked;
