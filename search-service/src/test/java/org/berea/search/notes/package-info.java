/** Tests of private notes. */
@NullMarked
package org.berea.search.notes;

import org.jspecify.annotations.NullMarked;
