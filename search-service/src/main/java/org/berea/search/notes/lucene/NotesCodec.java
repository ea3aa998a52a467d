package org.berea.search.notes.lucene;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;

/**
 * Keeps vectors without a graph. It would be one graph of all owners' notes, of use only to who
 * searches all of them; without it an owner's are simply compared one by one, and segments are
 * written anew in a fraction of the time.
 */
final class NotesCodec extends Lucene104Codec {
    private static final KnnVectorsFormat WITHOUT_GRAPH =
            new Lucene99HnswVectorsFormat(
                    Lucene99HnswVectorsFormat.DEFAULT_MAX_CONN,
                    Lucene99HnswVectorsFormat.DEFAULT_BEAM_WIDTH,
                    Lucene99HnswVectorsFormat.DEFAULT_NUM_MERGE_WORKER,
                    null,
                    Integer.MAX_VALUE);

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return WITHOUT_GRAPH;
    }
}
