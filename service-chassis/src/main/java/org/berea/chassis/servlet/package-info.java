/** The caller check and problem rendering of the servlet service. */
@NullMarked
package org.berea.chassis.servlet;

import org.jspecify.annotations.NullMarked;
