/**
 * What all readers of topics have in common: each begins where its own store ends, retries what
 * cannot be stored, and tells when it knows what there was to know.
 */
@NullMarked
package org.berea.search.consuming;

import org.jspecify.annotations.NullMarked;
