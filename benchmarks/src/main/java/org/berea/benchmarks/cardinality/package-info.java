/** Whether many users, cohorts and questions leave the number of series as it was. */
@NullMarked
package org.berea.benchmarks.cardinality;

import org.jspecify.annotations.NullMarked;
