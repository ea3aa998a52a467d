/** What routing, safeguards and usage share: language models behind one port. */
@NullMarked
package org.berea.inference.models;

import org.jspecify.annotations.NullMarked;
