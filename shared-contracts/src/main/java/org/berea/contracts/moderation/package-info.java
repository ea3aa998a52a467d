/** The moderation API. */
@NullMarked
package org.berea.contracts.moderation;

import org.jspecify.annotations.NullMarked;
