/** The keys of one local installation, made at its first start and readable by its owner only. */
@NullMarked
package org.berea.localstack.keys;

import org.jspecify.annotations.NullMarked;
