/** How exceptions become problem details. */
@NullMarked
package org.berea.chassis.problem;

import org.jspecify.annotations.NullMarked;
