/** What the suite consists of on one machine: its services, their ports, settings and order. */
@NullMarked
package org.berea.localstack.stack;

import org.jspecify.annotations.NullMarked;
