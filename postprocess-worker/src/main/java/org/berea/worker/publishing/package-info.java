/** Tells the other services what was imported, event by event, however often it is interrupted. */
@NullMarked
package org.berea.worker.publishing;

import org.jspecify.annotations.NullMarked;
