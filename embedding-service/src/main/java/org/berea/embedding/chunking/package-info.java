/** Splits texts that are longer than the model reads, and makes one vector of their pieces'. */
@NullMarked
package org.berea.embedding.chunking;

import org.jspecify.annotations.NullMarked;
