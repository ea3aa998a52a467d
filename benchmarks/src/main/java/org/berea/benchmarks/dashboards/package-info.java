/**
 * Whether every question of dashboards and rules has an answer, on a suite that is used and hurt.
 */
@NullMarked
package org.berea.benchmarks.dashboards;

import org.jspecify.annotations.NullMarked;
