package org.berea.inference.routing;

import org.berea.contracts.completion.Usage.FinishReason;
import org.berea.inference.models.ModelFailure;

/** What reaches the safeguards: a model's text, and how it ended. */
public sealed interface RoutedOutput {
    /** A piece of text. */
    record Text(String text) implements RoutedOutput {}

    /** The proper end. */
    record Ended(FinishReason reason) implements RoutedOutput {}

    /**
     * The other end. A value, so that it keeps its place behind the text that came before it: only
     * when that text was seen is it known whether any of it was released.
     */
    record Failed(ModelFailure failure) implements RoutedOutput {}
}
