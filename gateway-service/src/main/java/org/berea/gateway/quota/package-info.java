/** How much a caller may ask: requests now, tokens today. Inference counts, this only looks. */
@NullMarked
package org.berea.gateway.quota;

import org.jspecify.annotations.NullMarked;
