/** Who asks: a JWT becomes a caller, everything else is refused. */
@NullMarked
package org.berea.gateway.authentication;

import org.jspecify.annotations.NullMarked;
