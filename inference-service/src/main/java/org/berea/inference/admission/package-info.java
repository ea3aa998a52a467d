/** Stage 1: is this a question we answer? Validates it and has it moderated. */
@NullMarked
package org.berea.inference.admission;

import org.jspecify.annotations.NullMarked;
