/**
 * Kills, pauses and empties parts of a suite under load, and checks what is left of the promises.
 */
@NullMarked
package org.berea.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
