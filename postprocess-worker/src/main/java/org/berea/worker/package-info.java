/** The worker: everything that happens after the last token, and every record that is kept. */
@NullMarked
package org.berea.worker;

import org.jspecify.annotations.NullMarked;
