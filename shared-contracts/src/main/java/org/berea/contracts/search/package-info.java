/** The search API between services, and the translations that are loaded. */
@NullMarked
package org.berea.contracts.search;

import org.jspecify.annotations.NullMarked;
