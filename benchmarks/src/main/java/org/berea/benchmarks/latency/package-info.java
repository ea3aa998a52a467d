/** How long a running suite takes to answer, as its clients see it. */
@NullMarked
package org.berea.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
