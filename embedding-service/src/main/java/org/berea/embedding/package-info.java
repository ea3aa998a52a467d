/**
 * Text to vector: questions and API requests at once, verses of an import whenever there is room.
 */
@NullMarked
package org.berea.embedding;

import org.jspecify.annotations.NullMarked;
