/** What every store of limits and buckets must keep, and what Redis must survive. */
@NullMarked
package org.berea.metering;

import org.jspecify.annotations.NullMarked;
