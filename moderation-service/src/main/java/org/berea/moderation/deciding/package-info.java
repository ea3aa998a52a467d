/** Adds evidence up and compares it with what the policy tolerates in that direction. */
@NullMarked
package org.berea.moderation.deciding;

import org.jspecify.annotations.NullMarked;
