package org.berea.embedding.bulk;

import org.berea.embedding.text.Digest;
import org.berea.embedding.text.ModelIdentity;

/**
 * Named by the model: another model reads every topic anew, while instances with the old one go on
 * beside it.
 */
record ConsumerGroups(String passages, String study) {
    static ConsumerGroups of(ModelIdentity model) {
        String hash = Digest.brief(model.label());
        return new ConsumerGroups("embedding-" + hash, "embedding-study-" + hash);
    }
}
