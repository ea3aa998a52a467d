/** What a caller may still use today. */
@NullMarked
package org.berea.contracts.quota;

import org.jspecify.annotations.NullMarked;
