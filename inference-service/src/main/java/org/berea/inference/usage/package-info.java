/** Stage 8: settles what was used and records how the answer ended. */
@NullMarked
package org.berea.inference.usage;

import org.jspecify.annotations.NullMarked;
