/** Remembers what was asked and produced, and whether it was cancelled. */
@NullMarked
package org.berea.simulator.journal;

import org.jspecify.annotations.NullMarked;
