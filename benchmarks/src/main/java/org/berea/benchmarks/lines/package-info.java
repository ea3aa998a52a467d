/** Files with a JSON object a line: how they are read, and how a new one takes its place. */
@NullMarked
package org.berea.benchmarks.lines;

import org.jspecify.annotations.NullMarked;
