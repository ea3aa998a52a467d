/** What the simulator is told to do: pace, usage, text and faults, and how a test says so. */
@NullMarked
package org.berea.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
