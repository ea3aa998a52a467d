package org.berea.simulator.behaviour;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets behaviours over HTTP; the body is always one JSON object, read strictly. */
@RestController
@RequestMapping("/control")
public final class ControlController {
    private final Behaviours behaviours;

    public ControlController(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    /** What is set now. */
    record State(Behaviour byDefault, List<Behaviour> next) {}

    @GetMapping
    State state() {
        return new State(behaviours.current(), behaviours.ahead());
    }

    @PutMapping("/default")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void byDefault(@RequestBody String json) {
        behaviours.byDefault(BehaviourReader.json(json));
    }

    @PostMapping("/next")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void next(@RequestParam(defaultValue = "1") int count, @RequestBody String json) {
        behaviours.next(count, BehaviourReader.json(json));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        behaviours.reset();
    }
}
