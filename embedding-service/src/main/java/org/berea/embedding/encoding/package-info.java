/** Runs the model: one text in, one vector of unit length out. */
@NullMarked
package org.berea.embedding.encoding;

import org.jspecify.annotations.NullMarked;
