/** Deterministic vectors in which texts that share words lie close together. */
@NullMarked
package org.berea.simulator.embedding;

import org.jspecify.annotations.NullMarked;
