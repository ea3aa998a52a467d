/** What is done to which part, and when: made from a seed, the same for the same seed. */
@NullMarked
package org.berea.benchmarks.faults.planning;

import org.jspecify.annotations.NullMarked;
