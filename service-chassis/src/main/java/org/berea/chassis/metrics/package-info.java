/** The one vocabulary of metric names and tags. */
@NullMarked
package org.berea.chassis.metrics;

import org.jspecify.annotations.NullMarked;
