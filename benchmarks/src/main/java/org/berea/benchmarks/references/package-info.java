/** Which references to scripture are found in given texts. */
@NullMarked
package org.berea.benchmarks.references;

import org.jspecify.annotations.NullMarked;
