/** What all stages pass on: a text with its purpose, and what became of it. */
@NullMarked
package org.berea.embedding.text;

import org.jspecify.annotations.NullMarked;
