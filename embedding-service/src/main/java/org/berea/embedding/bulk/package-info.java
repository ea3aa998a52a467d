/** Embeds the verses of an import as Kafka brings them, and hands their vectors to search. */
@NullMarked
package org.berea.embedding.bulk;

import org.jspecify.annotations.NullMarked;
