package org.berea.inference.routing;

import org.berea.contracts.completion.Degradation;
import org.berea.contracts.completion.Usage.FinishReason;
import org.jspecify.annotations.Nullable;

/** What reaches the safeguards: a model's text, and what happened to it on the way. */
public sealed interface RoutedOutput {
    /** A piece of text. */
    record Text(String text) implements RoutedOutput {}

    /**
     * The model failed and another begins anew: text that is still held is void.
     *
     * @param degradation the step down that this is, or null when it is none
     */
    record StartedAnew(@Nullable Degradation degradation) implements RoutedOutput {}

    /** The proper end. */
    record Ended(FinishReason reason) implements RoutedOutput {}
}
