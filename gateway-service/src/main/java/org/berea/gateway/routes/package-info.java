/** Where a request goes, with whose token, and what is answered when nobody is there. */
@NullMarked
package org.berea.gateway.routes;

import org.jspecify.annotations.NullMarked;
