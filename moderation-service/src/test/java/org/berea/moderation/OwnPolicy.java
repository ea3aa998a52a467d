package org.berea.moderation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.berea.contracts.moderation.Direction;
import org.berea.contracts.moderation.ModerationResponse.Result;
import org.berea.moderation.classifying.Classifier;
import org.berea.moderation.classifying.Evidence;
import org.berea.moderation.deciding.Decider;
import org.berea.moderation.policy.Policy;
import org.berea.moderation.policy.PolicyFile;

/** The policy that the service ships, at work without the service. */
public final class OwnPolicy {
    private final Classifier classifier;
    private final Decider decider;

    private OwnPolicy(Policy policy) {
        this.classifier = new Classifier(policy);
        this.decider = new Decider(policy);
    }

    public static OwnPolicy read() {
        try (InputStream file = OwnPolicy.class.getResourceAsStream("/moderation-policy.yml")) {
            return new OwnPolicy(PolicyFile.read(Objects.requireNonNull(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Result moderate(String text, Direction direction) {
        return decider.decide(classifier.classify(text), direction);
    }

    public List<Evidence> evidence(String text) {
        return classifier.classify(text);
    }
}
