/** One question's trace, from the gateway to the worker, as a tree. */
@NullMarked
package org.berea.benchmarks.trace;

import org.jspecify.annotations.NullMarked;
