/** Stage 7: sends the events to the client and stops when it leaves. */
@NullMarked
package org.berea.inference.streaming;

import org.jspecify.annotations.NullMarked;
