/** Who may do what only administrators may. */
@NullMarked
package org.berea.worker.permission;

import org.jspecify.annotations.NullMarked;
