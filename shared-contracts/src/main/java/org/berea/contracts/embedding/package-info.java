/** The embeddings API in OpenAI's shape. */
@NullMarked
package org.berea.contracts.embedding;

import org.jspecify.annotations.NullMarked;
