package org.berea.endtoend.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a kustomization makes, read as {@code kubectl kustomize} does but without that program,
 * which not every machine has. It knows what the kustomizations of this project use and refuses the
 * rest; generated names carry no hash.
 */
final class Kustomization {
    private static final Set<String> KNOWN =
            Set.of(
                    "apiVersion",
                    "kind",
                    "namespace",
                    "resources",
                    "components",
                    "labels",
                    "configMapGenerator",
                    "patches",
                    "images");

    private final Path folder;
    private final Node settings;
    private List<Map<String, Object>> manifests;

    private Kustomization(Path folder, List<Map<String, Object>> manifests) {
        this.folder = folder;
        this.settings = new Node(Yaml.documents(folder.resolve("kustomization.yaml")).getFirst());
        this.manifests = manifests;
        if (!KNOWN.containsAll(settings.names())) {
            throw new IllegalArgumentException(
                    "%s: '%s' (expected: some of %s)".formatted(folder, settings.names(), KNOWN));
        }
    }

    /** The manifests of a folder, with components that are not its own added to it. */
    static Manifests render(Path folder, Path... components) {
        List<Map<String, Object>> rendered = rendered(folder, new ArrayList<>());
        for (Path component : components) {
            rendered = rendered(component, rendered);
        }
        return new Manifests(rendered.stream().map(Node::new).toList());
    }

    private static List<Map<String, Object>> rendered(
            Path folder, List<Map<String, Object>> before) {
        var kustomization = new Kustomization(folder, before);
        kustomization.addResources();
        kustomization.addComponents();
        kustomization.generate();
        kustomization.patch();
        kustomization.label();
        kustomization.place();
        kustomization.nameImages();
        return kustomization.manifests;
    }

    private void addResources() {
        for (String resource : settings.at("resources").texts().toList()) {
            Path path = folder.resolve(resource);
            manifests.addAll(
                    Files.isDirectory(path)
                            ? rendered(path, new ArrayList<>())
                            : Yaml.documents(path));
        }
    }

    private void addComponents() {
        settings.at("components")
                .texts()
                .forEach(component -> manifests = rendered(folder.resolve(component), manifests));
    }

    private void generate() {
        for (Node generator : settings.at("configMapGenerator").items()) {
            String name = generator.at("name").text();
            var data = new LinkedHashMap<String, Object>();
            generator.at("envs").texts().flatMap(this::lines).forEach(line -> put(data, line));
            generator.at("literals").texts().forEach(line -> put(data, line));
            if (generator.at("behavior").text().equals("merge")) {
                replace("ConfigMap", name, Map.of("data", data));
            } else {
                manifests.add(configMap(name, data));
            }
        }
    }

    private Stream<String> lines(String file) {
        try {
            return Files.readAllLines(folder.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(file), e);
        }
    }

    private static void put(Map<String, Object> data, String line) {
        String[] parts = line.split("=", 2);
        data.put(parts[0], parts[1]);
    }

    private static Map<String, Object> configMap(String name, Map<String, Object> data) {
        return Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", name),
                "data",
                data);
    }

    private void patch() {
        for (Node entry : settings.at("patches").items()) {
            Path file = folder.resolve(entry.at("path").text());
            Map<String, Object> patch = Yaml.documents(file).getFirst();
            var read = new Node(patch);
            if (entry.at("target").isThere()) {
                Map<String, Object> body = Yaml.map(patch);
                body.keySet().removeAll(Set.of("apiVersion", "kind", "metadata"));
                replace(entry.at("target", "kind").text(), "", body);
            } else {
                replace(read.at("kind").text(), read.at("metadata", "name").text(), patch);
            }
        }
    }

    /** Changes all of a kind that have the name, or all of it without one. */
    private void replace(String kind, String name, Map<String, Object> patch) {
        var changed = new ArrayList<Map<String, Object>>();
        boolean isFound = false;
        for (Map<String, Object> manifest : manifests) {
            var read = new Node(manifest);
            boolean isMeant =
                    read.at("kind").text().equals(kind)
                            && (name.isEmpty() || read.at("metadata", "name").text().equals(name));
            isFound |= isMeant;
            if (!isMeant) {
                changed.add(manifest);
            } else if (!Merge.isDeletion(new Node(patch))) {
                changed.add(Merge.maps(manifest, patch));
            }
        }
        if (!isFound) {
            throw new IllegalArgumentException(
                    "%s: no %s '%s' to patch".formatted(folder, kind, name));
        }
        manifests = changed;
    }

    private void label() {
        for (Node label : settings.at("labels").items()) {
            Map<String, Object> metadata =
                    Map.of("metadata", Map.of("labels", label.at("pairs").map()));
            manifests.replaceAll(manifest -> Merge.maps(manifest, metadata));
            Map<String, Object> template = Map.of("spec", Map.of("template", metadata));
            manifests.replaceAll(
                    manifest ->
                            new Node(manifest).at("spec", "template").isThere()
                                    ? Merge.maps(manifest, template)
                                    : manifest);
        }
    }

    /** Into the namespace, which is in none itself. */
    private void place() {
        Node namespace = settings.at("namespace");
        if (namespace.isThere()) {
            var metadata =
                    Map.<String, Object>of("metadata", Map.of("namespace", namespace.text()));
            manifests.replaceAll(
                    manifest ->
                            new Node(manifest).at("kind").text().equals("Namespace")
                                    ? manifest
                                    : Merge.maps(manifest, metadata));
        }
    }

    private void nameImages() {
        for (Node image : settings.at("images").items()) {
            manifests.replaceAll(manifest -> renamed(manifest, image));
        }
    }

    private static Map<String, Object> renamed(Map<String, Object> manifest, Node image) {
        var changes = new ArrayList<Map<String, Object>>();
        for (Node container :
                new Node(manifest).at("spec", "template", "spec", "containers").items()) {
            if (container.at("image").text().equals(image.at("name").text())) {
                changes.add(Map.of("name", container.at("name").text(), "image", named(image)));
            }
        }
        return changes.isEmpty()
                ? manifest
                : Merge.maps(
                        manifest,
                        Map.of(
                                "spec",
                                Map.of("template", Map.of("spec", Map.of("containers", changes)))));
    }

    private static String named(Node image) {
        Node name = image.at("newName").isThere() ? image.at("newName") : image.at("name");
        return name.text() + ":" + image.at("newTag").text();
    }
}
