package org.berea.endtoend.cluster;

import static org.berea.endtoend.cluster.Manifests.nameOf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of a container, as far as it is written down: Secrets and fields of the pod are
 * empty.
 */
final class Variables {
    private Variables() {}

    static Map<String, String> of(Node container, Manifests manifests) {
        var values = new LinkedHashMap<String, String>();
        for (Node source : container.at("envFrom").items()) {
            manifests
                    .find("ConfigMap", source.at("configMapRef", "name").text())
                    .map(map -> map.at("data"))
                    .ifPresent(
                            data ->
                                    data.names()
                                            .forEach(
                                                    name ->
                                                            values.put(
                                                                    name, data.at(name).text())));
        }
        for (Node variable : container.at("env").items()) {
            values.put(variable.at("name").text(), valueOf(variable, manifests));
        }
        return values;
    }

    private static String valueOf(Node variable, Manifests manifests) {
        Node reference = variable.at("valueFrom", "configMapKeyRef");
        Optional<Node> map =
                manifests
                        .of("ConfigMap")
                        .filter(it -> nameOf(it).equals(reference.at("name").text()))
                        .findFirst();
        return map.map(it -> it.at("data", reference.at("key").text()).text())
                .orElse(variable.at("value").text());
    }
}
