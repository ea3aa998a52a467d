/** Writes the text of an answer out of the verses that stand in the prompt, true or false. */
@NullMarked
package org.berea.simulator.composing;

import org.jspecify.annotations.NullMarked;
