/** What {@code ./berea measure} runs. */
@NullMarked
package org.berea.benchmarks;

import org.jspecify.annotations.NullMarked;
