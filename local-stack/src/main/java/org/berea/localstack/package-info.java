/** The command {@code ./berea}: the whole suite on one machine. */
@NullMarked
package org.berea.localstack;

import org.jspecify.annotations.NullMarked;
