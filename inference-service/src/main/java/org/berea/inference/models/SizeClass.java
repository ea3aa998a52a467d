package org.berea.inference.models;

/** How large a model is, smallest first; routing and notices speak of classes, never of models. */
public enum SizeClass {
    EXTRACTIVE,
    SMALL,
    MEDIUM,
    LARGE
}
