/**
 * What the JDK leaves out about child processes: sessions of their own, chosen signals, and an end
 * with their parent.
 */
@NullMarked
package org.berea.localstack.process;

import org.jspecify.annotations.NullMarked;
