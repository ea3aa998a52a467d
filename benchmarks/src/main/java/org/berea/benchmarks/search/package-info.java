/** How fast the search service of a running suite finds passages, and what each costs. */
@NullMarked
package org.berea.benchmarks.search;

import org.jspecify.annotations.NullMarked;
