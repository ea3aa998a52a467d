package org.berea.benchmarks.faults.sabotage;

import static org.berea.benchmarks.faults.agent.Edit.Kind.DIE_AFTER;
import static org.berea.benchmarks.faults.agent.Edit.Kind.DIE_BEFORE;
import static org.berea.benchmarks.faults.agent.Edit.Kind.DIE_WHEN_DONE;
import static org.berea.benchmarks.faults.sabotage.CrashPoint.Module.INFERENCE;
import static org.berea.benchmarks.faults.sabotage.CrashPoint.Module.WORKER;
import static org.berea.benchmarks.faults.sabotage.CrashPoint.Occasion.INFERENCE_DEAD;
import static org.berea.benchmarks.faults.sabotage.CrashPoint.Occasion.KAFKA_AWAY;
import static org.berea.benchmarks.faults.sabotage.CrashPoint.Occasion.LOAD;

import java.util.Arrays;
import java.util.List;
import org.berea.benchmarks.faults.agent.Edit;

/** A place between two steps of which the second must not be forgotten. */
public enum CrashPoint {
    ADMITTED(
            "admitted is durable, no model was called",
            INFERENCE,
            LOAD,
            DIE_WHEN_DONE,
            "org.berea.inference.usage.OpenRecord",
            "admitted/0"),
    LAST_TOKEN(
            "the model has ended, nothing is settled",
            INFERENCE,
            LOAD,
            DIE_BEFORE,
            "org.berea.inference.routing.Leg",
            "book/0"),
    SETTLED(
            "all is settled, the finished event is not published",
            INFERENCE,
            LOAD,
            DIE_BEFORE,
            "org.berea.inference.usage.Recorder",
            "ended/3"),
    RECORDED(
            "the finished event is durable, [DONE] is not sent",
            INFERENCE,
            LOAD,
            DIE_WHEN_DONE,
            "org.berea.inference.usage.OpenRecord",
            "finished/1"),
    IN_THE_OUTBOX(
            "the outbox has an event, nobody was told",
            INFERENCE,
            KAFKA_AWAY,
            DIE_WHEN_DONE,
            "org.berea.inference.events.Outbox",
            "append/1"),
    RELAYED(
            "Kafka has what was in the outbox, the outbox too",
            INFERENCE,
            KAFKA_AWAY,
            DIE_BEFORE,
            "org.berea.inference.events.Outbox",
            "delete/1"),
    EFFECT(
            "an event had its effect, which is not committed",
            WORKER,
            LOAD,
            DIE_AFTER,
            "org.berea.worker.costs.DailyCosts",
            "add/1"),
    COMMITTED(
            "an event's effect is committed, its offset is not",
            WORKER,
            LOAD,
            DIE_AFTER,
            "org.berea.worker.consuming.Consuming",
            "apply/3"),
    SWEEPING(
            "the sweep has closed a row, others wait",
            WORKER,
            INFERENCE_DEAD,
            DIE_AFTER,
            "org.berea.worker.ledger.OpenRows",
            "abort/3");

    private final String label;
    private final Module module;
    private final Occasion occasion;
    private final Edit edit;

    /** Whose processes come to such places. */
    public enum Module {
        INFERENCE("inference-service"),
        WORKER("postprocess-worker");

        private final String process;

        Module(String process) {
            this.process = process;
        }

        /** Its processes' names begin so. */
        public String process() {
            return process;
        }
    }

    /** What has to be so that a process comes to the place. */
    public enum Occasion {
        LOAD,
        KAFKA_AWAY,
        INFERENCE_DEAD
    }

    CrashPoint(
            String label,
            Module module,
            Occasion occasion,
            Edit.Kind kind,
            String type,
            String method) {
        this.label = label;
        this.module = module;
        this.occasion = occasion;
        this.edit = new Edit(kind, type, method, name());
    }

    /** What has been done and what has not, in words. */
    public String label() {
        return label;
    }

    /** Who dies. */
    public Module module() {
        return module;
    }

    public Occasion occasion() {
        return occasion;
    }

    public Edit edit() {
        return edit;
    }

    /** Every one. */
    public static List<CrashPoint> all() {
        return Arrays.asList(values());
    }
}
