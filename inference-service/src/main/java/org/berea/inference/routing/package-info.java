/**
 * Stage 5: chooses the model, reserves what it may cost, and steps down the ladder when one fails.
 */
@NullMarked
package org.berea.inference.routing;

import org.jspecify.annotations.NullMarked;
