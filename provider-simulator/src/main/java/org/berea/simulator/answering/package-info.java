/** Performs one chat completion over its connection: paced, whole or faulty. */
@NullMarked
package org.berea.simulator.answering;

import org.jspecify.annotations.NullMarked;
