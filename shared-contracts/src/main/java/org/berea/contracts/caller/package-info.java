/**
 * Who asks: the identity that the gateway hands to inner services, and the signed token that proves
 * it.
 */
@NullMarked
package org.berea.contracts.caller;

import org.jspecify.annotations.NullMarked;
