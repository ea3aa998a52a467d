/** Questions whose answers are known, and how good what was found for them is. */
@NullMarked
package org.berea.benchmarks.questions;

import org.jspecify.annotations.NullMarked;
