/** Stage 6: holds text until every reference and quotation in it is checked. */
@NullMarked
package org.berea.inference.safeguards;

import org.jspecify.annotations.NullMarked;
