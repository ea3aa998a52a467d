/** The key of the internal caller token, and how a service knows its caller. */
@NullMarked
package org.berea.chassis.caller;

import org.jspecify.annotations.NullMarked;
