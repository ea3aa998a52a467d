/** Learns the weights by which search puts its candidates in order. */
@NullMarked
package org.berea.benchmarks.ranking;

import org.jspecify.annotations.NullMarked;
