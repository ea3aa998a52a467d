/** Calls between services: addresses as lists, load balanced, with limits, guarded and signed. */
@NullMarked
package org.berea.chassis.client;

import org.jspecify.annotations.NullMarked;
