/** What happens to a request before anyone knows who sent it: sockets, headers, sizes, log. */
@NullMarked
package org.berea.gateway.arrival;

import org.jspecify.annotations.NullMarked;
