/** Keeps child processes running, and cleans up after a supervisor that was killed. */
@NullMarked
package org.berea.localstack.supervision;

import org.jspecify.annotations.NullMarked;
