/** Stage 4: writes the prompt within its token budget. */
@NullMarked
package org.berea.inference.prompting;

import org.jspecify.annotations.NullMarked;
