/** The caller check and problem rendering of WebFlux services. */
@NullMarked
package org.berea.chassis.reactive;

import org.jspecify.annotations.NullMarked;
