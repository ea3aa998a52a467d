/** Stage 8: records that an answer began, what it used and how it ended. */
@NullMarked
package org.berea.inference.usage;

import org.jspecify.annotations.NullMarked;
