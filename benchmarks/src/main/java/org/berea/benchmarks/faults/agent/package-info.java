/** A Java agent that makes processes die at named places, or work wrongly. Nothing but the JDK. */
@NullMarked
package org.berea.benchmarks.faults.agent;

import org.jspecify.annotations.NullMarked;
