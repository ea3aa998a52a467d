/** Clients that ask all the time, and write down what they see. */
@NullMarked
package org.berea.benchmarks.faults.asking;

import org.jspecify.annotations.NullMarked;
