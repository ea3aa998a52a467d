/** Reads a text past its disguises and finds the phrases of the policy in it. */
@NullMarked
package org.berea.moderation.classifying;

import org.jspecify.annotations.NullMarked;
