/** Deletes what was kept for as long as it should be. */
@NullMarked
package org.berea.worker.pruning;

import org.jspecify.annotations.NullMarked;
