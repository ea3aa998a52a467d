@NullMarked
package org.berea.gateway.status;

import org.jspecify.annotations.NullMarked;
