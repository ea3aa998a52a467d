/** What every service stands on, as auto-configuration. */
@NullMarked
package org.berea.chassis;

import org.jspecify.annotations.NullMarked;
