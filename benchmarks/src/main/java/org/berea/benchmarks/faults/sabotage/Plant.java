package org.berea.benchmarks.faults.sabotage;

import java.util.List;
import java.util.Locale;
import org.berea.benchmarks.faults.agent.Edit;
import org.berea.benchmarks.faults.agent.Edit.Kind;

/** A known bug, put into the running product to see whether it is noticed. */
public enum Plant {
    FINISHED_NEVER_SENT(
            "the finished event is told to be recorded, and never sent",
            Occasion.LOAD,
            new Edit(
                    Kind.SKIP_FOR,
                    "org.berea.inference.usage.Recorder",
                    "publish/2",
                    "org.berea.contracts.event.CompletionFinished")),
    OUTBOX_DROPS(
            "the outbox says that it has an event, and has not",
            Occasion.KAFKA_AWAY,
            new Edit(Kind.SKIP, "org.berea.inference.events.Outbox", "append/1", "")),
    RELAY_FORGETS(
            "the relay removes from the outbox what it has not published",
            Occasion.KAFKA_AWAY,
            new Edit(Kind.SKIP, "org.berea.inference.events.KafkaSender", "resend/1", "")),
    DONE_TOO_EARLY(
            "[DONE] is sent five seconds before the event is published",
            Occasion.INFERENCE_DIES,
            new Edit(Kind.LATER, "org.berea.inference.usage.Recorder", "ended/3", "5")),
    EVERY_DELIVERY_IS_THE_FIRST(
            "an event that is delivered again has its effect again",
            Occasion.WORKER_DIES,
            new Edit(Kind.ANSWER, "org.berea.worker.consuming.ProcessedEvents", "isFirst/2", "1")),
    LEDGER_GOES_BACK(
            "an admitted event that comes late opens a row again",
            Occasion.LOAD,
            new Edit(
                    Kind.REPLACE_TEXT,
                    "org.berea.worker.ledger.UsageLedger",
                    "",
                    "order by ledger_rank(state) desc, age=>order by age desc"),
            new Edit(Kind.LATER, "org.berea.inference.usage.OpenRecord", "admitted/0", "8")),
    TRUTH_IS_REFUSED(
            "a row that was closed without the truth stays so when the truth comes",
            Occasion.INFERENCE_HELD,
            new Edit(
                    Kind.REPLACE_TEXT,
                    "org.berea.worker.ledger.UsageLedger",
                    "",
                    "order by ledger_rank(state) desc, age=>order by (state = 'aborted') desc, ledger_rank(state) desc, age")),
    SWEEP_SLEEPS(
            "rows of a process that died are never closed",
            Occasion.INFERENCE_DIES,
            new Edit(Kind.SKIP, "org.berea.worker.sweeping.Sweep", "closeWhatWasLeft/0", "")),
    FAILURES_ARE_SWALLOWED(
            "a consumer goes on to the next event when one failed",
            Occasion.POSTGRES_AWAY,
            new Edit(Kind.SWALLOW, "org.berea.worker.audit.AuditConsumer", "on/1", "")),
    BREAKS_LOOK_LIKE_ENDS(
            "a stream that breaks off ends as if all was said",
            Occasion.LOAD,
            new Edit(Kind.SKIP, "org.berea.inference.Answering", "fail/2", "")),
    NOTHING_IS_SETTLED(
            "what was reserved stays reserved",
            Occasion.LOAD,
            new Edit(Kind.SKIP, "org.berea.inference.reservation.Reservations", "settle/3", "")),
    COSTS_ARE_FORGOTTEN(
            "what model calls used is not recorded",
            Occasion.LOAD,
            new Edit(Kind.SKIP, "org.berea.inference.reservation.Spending", "add/4", ""));

    /** What has to happen besides the load for the bug to do harm. */
    public enum Occasion {
        LOAD,
        KAFKA_AWAY,
        POSTGRES_AWAY,
        INFERENCE_DIES,
        INFERENCE_HELD,
        WORKER_DIES
    }

    private final String label;
    private final Occasion occasion;
    private final List<Edit> edits;

    Plant(String label, Occasion occasion, Edit... edits) {
        this.label = label;
        this.occasion = occasion;
        this.edits = List.of(edits);
    }

    /** What is wrong, in words. */
    public String label() {
        return label;
    }

    /** How it is named on a command line: {@code finished-never-sent}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Occasion occasion() {
        return occasion;
    }

    public List<Edit> edits() {
        return edits;
    }
}
