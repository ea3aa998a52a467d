package org.berea.inference.prompting;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import org.springframework.stereotype.Component;

/** Counts tokens as OpenAI's current models do; other models' counts are padded from it. */
@Component
public final class TokenCounter {
    private final Encoding encoding =
            Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    TokenCounter() {
        encoding.countTokensOrdinary(
                "the vocabulary is read at the start, not at the first question");
    }

    public int count(String text) {
        return encoding.countTokensOrdinary(text);
    }
}
