/**
 * The policy as it stands in its file: which phrases are evidence of what, and how much it takes.
 */
@NullMarked
package org.berea.moderation.policy;

import org.jspecify.annotations.NullMarked;
