package org.berea.embedding.bulk;

import org.berea.contracts.search.NoteVectors;
import org.berea.contracts.search.VectorBatch;

/** Vectors on their way to search. */
sealed interface Parcel {
    record Chapter(VectorBatch batch) implements Parcel {}

    record Note(NoteVectors vectors) implements Parcel {}

    /** Where search takes it. */
    default String path() {
        return switch (this) {
            case Chapter _ -> "/internal/vectors";
            case Note _ -> "/internal/notes/vectors";
        };
    }

    default Object body() {
        return switch (this) {
            case Chapter(var batch) -> batch;
            case Note(var vectors) -> vectors;
        };
    }
}
