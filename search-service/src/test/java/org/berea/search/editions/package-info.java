/** Tests of editions. */
@NullMarked
package org.berea.search.editions;

import org.jspecify.annotations.NullMarked;
