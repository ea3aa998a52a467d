package org.berea.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document, put together from the files that describe a part of it each. */
final class ApiDocument {
    private static final String FOLDER = "openapi/";

    /** In the order in which people read. */
    private static final List<String> PARTS =
            List.of(
                    "openapi",
                    "answers",
                    "scripture",
                    "texts",
                    "account",
                    "corpus",
                    "records",
                    "problems");

    private ApiDocument() {}

    /**
     * The document as it goes out.
     *
     * @throws IllegalStateException when two parts say the same thing
     */
    static PageFile read(JsonMapper mapper) throws IOException {
        var whole = new LinkedHashMap<String, Object>();
        for (String name : PARTS) {
            merge(whole, part(name), name);
        }
        return PageFile.of(MediaType.APPLICATION_JSON, mapper.writeValueAsBytes(whole));
    }

    private static Map<String, Object> part(String name) throws IOException {
        try (InputStream file = new ClassPathResource(FOLDER + name + ".yml").getInputStream()) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
        }
    }

    @SuppressWarnings("unchecked")
    private static void merge(Map<String, Object> whole, Map<String, Object> part, String place) {
        part.forEach(
                (name, value) -> {
                    Object present = whole.putIfAbsent(name, value);
                    if (present instanceof Map<?, ?> map && value instanceof Map<?, ?> more) {
                        merge((Map<String, Object>) map, (Map<String, Object>) more, name);
                    } else if (present != null) {
                        throw new IllegalStateException(
                                "openapi: %s.%s is said twice".formatted(place, name));
                    }
                });
    }
}
