/** Says of a text whether it may pass: classifying finds evidence, deciding weighs it. */
@NullMarked
package org.berea.moderation;

import org.jspecify.annotations.NullMarked;
