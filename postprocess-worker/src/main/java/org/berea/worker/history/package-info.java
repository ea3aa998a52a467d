/** The reading history: a user's own questions and answers. */
@NullMarked
package org.berea.worker.history;

import org.jspecify.annotations.NullMarked;
