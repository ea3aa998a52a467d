/** The running gateway over real HTTP, before a real upstream and a real Redis. */
@NullMarked
package org.berea.gateway;

import org.jspecify.annotations.NullMarked;
