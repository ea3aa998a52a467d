/** The contract that every engine must pass. */
@NullMarked
package org.berea.search.engine;

import org.jspecify.annotations.NullMarked;
