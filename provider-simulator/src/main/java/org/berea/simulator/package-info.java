/** A model provider for tests, demos and load: it starts here, alone or inside another JVM. */
@NullMarked
package org.berea.simulator;

import org.jspecify.annotations.NullMarked;
