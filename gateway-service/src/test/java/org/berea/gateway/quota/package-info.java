/** The settings of the quota by themselves. */
@NullMarked
package org.berea.gateway.quota;

import org.jspecify.annotations.NullMarked;
