/** The fault harness, run against the whole suite. */
@NullMarked
package org.berea.endtoend.faults;

import org.jspecify.annotations.NullMarked;
