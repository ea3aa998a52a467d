package org.berea.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the services of the suite are reached, written down for whoever measures them.
 *
 * @param file holds the addresses of the last start; they mean nothing when no suite runs
 */
public record Endpoints(Path file) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<Map<String, List<String>>> ADDRESSES =
            new TypeReference<>() {};

    /** The base addresses of all instances of a Maven module, such as {@code search-service}. */
    public List<String> of(String module) {
        try {
            return Files.exists(file)
                    ? JSON.readValue(file, ADDRESSES).getOrDefault(module, List.of())
                    : List.of();
        } catch (JacksonException e) {
            return List.of(); // as good as none
        }
    }

    void write(Layout layout) {
        Map<String, List<String>> addresses =
                layout.instances().stream()
                        .collect(
                                Collectors.groupingBy(
                                        instance -> instance.service().module(),
                                        Collectors.mapping(Instance::url, Collectors.toList())));
        try {
            Path fresh = Files.createTempFile(file.getParent(), "endpoints", ".new");
            JSON.writeValue(fresh, addresses);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
