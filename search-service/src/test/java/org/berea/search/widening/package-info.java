/** Tests of widening. */
@NullMarked
package org.berea.search.widening;

import org.jspecify.annotations.NullMarked;
