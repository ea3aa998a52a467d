/** The sockets of arrival by themselves. */
@NullMarked
package org.berea.gateway.arrival;

import org.jspecify.annotations.NullMarked;
