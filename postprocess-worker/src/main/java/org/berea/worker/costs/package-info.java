/** The daily cost rollup: what all questions of a day cost together. */
@NullMarked
package org.berea.worker.costs;

import org.jspecify.annotations.NullMarked;
