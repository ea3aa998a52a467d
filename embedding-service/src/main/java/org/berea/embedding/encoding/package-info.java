/** Runs the model, here or far away: a text in, a vector of unit length out. */
@NullMarked
package org.berea.embedding.encoding;

import org.jspecify.annotations.NullMarked;
