/** Bodies that administrators send: received, bounded, unpacked. */
@NullMarked
package org.berea.worker.uploading;

import org.jspecify.annotations.NullMarked;
