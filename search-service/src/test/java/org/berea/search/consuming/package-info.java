/** Tests of reading topics. */
@NullMarked
package org.berea.search.consuming;

import org.jspecify.annotations.NullMarked;
