/** What usage and events share: which process this is, and that it lives. */
@NullMarked
package org.berea.inference.instance;

import org.jspecify.annotations.NullMarked;
