/** The answer API: the question, the events of its stream, and the whole body. */
@NullMarked
package org.berea.contracts.completion;

import org.jspecify.annotations.NullMarked;
