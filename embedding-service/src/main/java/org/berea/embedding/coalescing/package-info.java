/**
 * Lets texts wait for the encoder in order of urgency; equal ones wait once, and to a remote model
 * several go together.
 */
@NullMarked
package org.berea.embedding.coalescing;

import org.jspecify.annotations.NullMarked;
