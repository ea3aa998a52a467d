/** Errors as RFC 9457 problem details out of one fixed list. */
@NullMarked
package org.berea.contracts.problem;

import org.jspecify.annotations.NullMarked;
