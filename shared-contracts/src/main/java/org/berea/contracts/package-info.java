/** What every contract shares: self-checking values and the ids that cross services. */
@NullMarked
package org.berea.contracts;

import org.jspecify.annotations.NullMarked;
