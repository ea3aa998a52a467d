/** Tests of recall. */
@NullMarked
package org.berea.search.recall;

import org.jspecify.annotations.NullMarked;
