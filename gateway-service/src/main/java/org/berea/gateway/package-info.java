/** The one door from outside: who asks, how much they may ask, and where it goes. */
@NullMarked
package org.berea.gateway;

import org.jspecify.annotations.NullMarked;
