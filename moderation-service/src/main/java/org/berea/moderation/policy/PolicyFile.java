package org.berea.moderation.policy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.berea.contracts.Check;
import org.berea.contracts.InvalidValueException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a policy, and nothing that it does not understand. */
public final class PolicyFile {
    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private PolicyFile() {}

    /**
     * @param source YAML; stays open
     * @throws InvalidValueException when it says something unknown, twice or wrong
     */
    public static Policy read(InputStream source) throws IOException {
        try {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            Map<String, Object> tree = new Yaml(new SafeConstructor(options)).load(source);
            Check.present("policy", tree);
            return STRICT.convertValue(tree, Policy.class);
        } catch (YAMLException | JacksonException e) {
            throw InvalidValueException.unshown(
                    "policy", String.valueOf(e.getMessage()), "a policy without mistakes");
        }
    }
}
