package org.berea.inference.models;

import java.util.List;

/** The models that are switched on, and the extractive one that always is. */
public record Models(List<LanguageModel> hosted, LanguageModel extractive) {
    public Models {
        hosted = List.copyOf(hosted);
    }

    /** Those of a class, in order of preference. */
    public List<LanguageModel> of(SizeClass sizeClass) {
        return sizeClass == SizeClass.EXTRACTIVE
                ? List.of(extractive)
                : hosted.stream().filter(model -> model.spec().sizeClass() == sizeClass).toList();
    }
}
