/** A suite of its own, started for one run and stopped after it. */
@NullMarked
package org.berea.benchmarks.faults.running;

import org.jspecify.annotations.NullMarked;
