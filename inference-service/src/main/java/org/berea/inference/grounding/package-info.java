/** Stage 3: finds the passages an answer may cite. */
@NullMarked
package org.berea.inference.grounding;

import org.jspecify.annotations.NullMarked;
