/** Work that is done again and again, each kind on a thread of its own. */
@NullMarked
package org.berea.worker.repeating;

import org.jspecify.annotations.NullMarked;
