/** The running suite as its own services see it: where they are, and what they use. */
@NullMarked
package org.berea.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
