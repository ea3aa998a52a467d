/** Closes what processes left open in the ledger when they died. */
@NullMarked
package org.berea.worker.sweeping;

import org.jspecify.annotations.NullMarked;
