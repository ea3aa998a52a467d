/** One plain page of figures for whoever runs the suite on one machine. */
@NullMarked
package org.berea.gateway.status;

import org.jspecify.annotations.NullMarked;
