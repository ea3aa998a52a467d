/** Does to the suite what the plan says, and measures how soon it is well again. */
@NullMarked
package org.berea.benchmarks.faults.breaking;

import org.jspecify.annotations.NullMarked;
