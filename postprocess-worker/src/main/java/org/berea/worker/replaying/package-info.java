/** Gives consumers again what they could not digest, once its cause is mended. */
@NullMarked
package org.berea.worker.replaying;

import org.jspecify.annotations.NullMarked;
