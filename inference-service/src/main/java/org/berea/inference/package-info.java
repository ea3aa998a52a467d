/**
 * The answer pipeline, from the question to its last token; the stages are its packages, in request
 * order.
 */
@NullMarked
package org.berea.inference;

import org.jspecify.annotations.NullMarked;
