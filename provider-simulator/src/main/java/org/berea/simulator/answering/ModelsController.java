package org.berea.simulator.answering;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.berea.simulator.openai.ApiKeys;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /v1/models}; other model names are answered too. */
@RestController
public final class ModelsController {
    private final ApiKeys keys;
    private final ModelList models;

    public ModelsController(ApiKeys keys, List<String> models) {
        this.keys = keys;
        this.models = new ModelList("list", models.stream().map(Model::of).toList());
    }

    /** The models on offer. */
    record ModelList(String object, List<Model> data) {}

    /** One of them. */
    record Model(String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {
        static Model of(String id) {
            return new Model(id, "model", 0, "provider-simulator");
        }
    }

    @GetMapping("/v1/models")
    ModelList models(@RequestHeader HttpHeaders headers) {
        keys.check(headers);
        return models;
    }
}
