/** The settings and keys of authentication by themselves. */
@NullMarked
package org.berea.gateway.authentication;

import org.jspecify.annotations.NullMarked;
