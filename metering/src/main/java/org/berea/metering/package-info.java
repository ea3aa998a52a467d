/** Daily limits that are reserved and settled, and request buckets, on Redis and in the process. */
@NullMarked
package org.berea.metering;

import org.jspecify.annotations.NullMarked;
