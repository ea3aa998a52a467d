/** Where processes are made to die, and which known bugs are planted. */
@NullMarked
package org.berea.benchmarks.faults.sabotage;

import org.jspecify.annotations.NullMarked;
