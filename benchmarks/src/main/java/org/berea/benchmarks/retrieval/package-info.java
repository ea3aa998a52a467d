/** Which verses a running suite finds for given questions, and how good they are. */
@NullMarked
package org.berea.benchmarks.retrieval;

import org.jspecify.annotations.NullMarked;
