package org.berea.endtoend.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A strategic merge: maps are merged, null removes, and lists whose items have a name are merged by
 * it.
 */
final class Merge {
    private static final String PATCH = "$patch";

    private static final Map<String, String> ITEM_NAMES =
            Map.of(
                    "containers", "name",
                    "env", "name",
                    "topologySpreadConstraints", "topologyKey",
                    "volumeMounts", "mountPath",
                    "volumes", "name");

    private Merge() {}

    static boolean isDeletion(Node patch) {
        return patch.at(PATCH).text().equals("delete");
    }

    static Map<String, Object> maps(Map<String, Object> target, Map<String, Object> patch) {
        var merged = Yaml.map(target);
        patch.forEach(
                (name, value) -> {
                    if (value == null) {
                        merged.remove(name);
                    } else {
                        merged.put(name, values(name, merged.get(name), value));
                    }
                });
        return merged;
    }

    private static Object values(String name, @Nullable Object target, Object patch) {
        if (target instanceof Map<?, ?> && patch instanceof Map<?, ?>) {
            return maps(Yaml.map(target), Yaml.map(patch));
        }
        String itemName = ITEM_NAMES.get(name);
        if (itemName != null && target instanceof List<?> there && patch instanceof List<?> more) {
            return lists(itemName, there, more);
        }
        return patch;
    }

    /** What the patch adds comes first. */
    private static List<Object> lists(String itemName, List<?> target, List<?> patch) {
        var merged = new ArrayList<Object>(target);
        var added = new ArrayList<Object>();
        for (Object item : patch) {
            int place = placeOf(itemName, item, merged);
            if (isDeletion(new Node(item))) {
                merged.removeIf(it -> hasSameName(itemName, it, item));
            } else if (place < 0) {
                added.add(item);
            } else {
                merged.set(place, maps(Yaml.map(merged.get(place)), Yaml.map(item)));
            }
        }
        merged.addAll(0, added);
        return merged;
    }

    private static int placeOf(String itemName, Object item, List<Object> items) {
        for (int i = 0; i < items.size(); i++) {
            if (hasSameName(itemName, items.get(i), item)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean hasSameName(String itemName, Object one, Object other) {
        return new Node(one).at(itemName).equals(new Node(other).at(itemName));
    }
}
