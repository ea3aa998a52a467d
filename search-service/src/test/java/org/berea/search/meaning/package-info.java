/** Tests of tied vectors. */
@NullMarked
package org.berea.search.meaning;

import org.jspecify.annotations.NullMarked;
