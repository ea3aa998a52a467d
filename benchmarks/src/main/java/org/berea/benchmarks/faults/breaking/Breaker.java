package org.berea.benchmarks.faults.breaking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.berea.benchmarks.faults.breaking.Injury.Effect;
import org.berea.benchmarks.faults.planning.Fault;
import org.berea.benchmarks.faults.planning.Plan;
import org.berea.benchmarks.faults.planning.Step;
import org.berea.benchmarks.faults.planning.Target;
import org.berea.benchmarks.faults.running.Parts;
import org.berea.benchmarks.faults.running.Stores;
import org.berea.benchmarks.faults.running.Waiting;
import org.berea.benchmarks.faults.sabotage.CrashPoint;

/**
 * Goes through a plan. Every other step comes while parts may still recover from the one before. A
 * store is hurt only when all stores are well and no event waits in the outbox.
 */
public final class Breaker {
    private static final Duration RECOVERY_LIMIT = Duration.ofSeconds(120);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(10);
    private static final Duration KAFKA_AWAY = Duration.ofSeconds(12);

    private final Parts parts;
    private final Stores stores;
    private final Fuses fuses;
    private final Consumer<Injury> log;
    private final Wounds wounds = new Wounds();
    private final List<Injury> injuries = new CopyOnWriteArrayList<>();

    /**
     * @param log hears of each thing that was done
     */
    public Breaker(Parts parts, Stores stores, Fuses fuses, Consumer<Injury> log) {
        this.parts = parts;
        this.stores = stores;
        this.fuses = fuses;
        this.log = log;
    }

    /** Does all of it, and waits until everything is well again. */
    public List<Injury> follow(Plan plan) throws InterruptedException {
        boolean together = false;
        for (Step step : plan.steps()) {
            Thread.sleep(step.after());
            if (!together) {
                wounds.awaitNone();
            }
            together = !together;
            if (step.fault().isOfStore()) {
                Waiting.until(DRAIN_LIMIT, () -> !wounds.isStoreAway() && stores.outboxIsEmpty());
            }
            inflict(step.fault());
        }
        wounds.awaitNone();
        return List.copyOf(injuries);
    }

    private void inflict(Fault fault) throws InterruptedException {
        switch (fault) {
            case Fault.Kill(var target) -> hurt(fault, target, "KILL");
            case Fault.Restart(var target) ->
                    hurt(fault, target, target == Target.POSTGRES ? "INT" : "TERM");
            case Fault.Pause(var target, var length) -> pause(fault, target, length);
            case Fault.Empty() -> empty(fault);
            case Fault.Crash(var point) -> crash(fault, point);
        }
    }

    private void hurt(Fault fault, Target target, String signal) throws InterruptedException {
        long before = wounds.open(target);
        long pid = parts.pid(target);
        Instant at = Instant.now();
        parts.signal(signal, pid);
        recoverLater(fault, target, pid, at, before);
    }

    private void recoverLater(Fault fault, Target target, long pid, Instant at, long before) {
        Thread.ofVirtual().start(() -> recover(fault, target, pid, at, before));
    }

    private void recover(Fault fault, Target target, long pid, Instant at, long before) {
        try {
            boolean recovered =
                    Waiting.until(RECOVERY_LIMIT, () -> isAnother(target, pid) && serves(target));
            boolean alone = wounds.isTheOnlyOneSince(before);
            Duration taken = Duration.between(at, Instant.now());
            note(
                    recovered
                            ? new Injury(fault, at, Effect.DONE, Optional.of(taken), alone)
                            : new Injury(
                                    fault, at, Effect.NEVER_RECOVERED, Optional.empty(), alone));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wounds.close(target);
        }
    }

    private boolean isAnother(Target target, long pid) {
        long now = parts.pid(target);
        return now != 0 && now != pid;
    }

    private boolean serves(Target target) {
        try {
            return parts.isReady(target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void pause(Fault fault, Target target, Duration length) throws InterruptedException {
        wounds.open(target);
        long pid = parts.pid(target);
        Instant at = Instant.now();
        parts.signalAll("STOP", pid);
        Thread.ofVirtual().start(() -> goOn(fault, target, pid, at, length));
    }

    private void goOn(Fault fault, Target target, long pid, Instant at, Duration length) {
        try {
            Thread.sleep(length);
            parts.signalAll("CONT", pid);
            Waiting.until(RECOVERY_LIMIT, () -> serves(target));
            note(Injury.done(fault, at));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wounds.close(target);
        }
    }

    private void empty(Fault fault) throws InterruptedException {
        wounds.open(Target.REDIS);
        try {
            Instant at = Instant.now();
            note(
                    Waiting.until(DRAIN_LIMIT, stores::emptyRedis)
                            ? Injury.done(fault, at)
                            : Injury.notReached(fault, at));
        } finally {
            wounds.close(Target.REDIS);
        }
    }

    private void crash(Fault fault, CrashPoint point) throws InterruptedException {
        Instant at = Instant.now();
        switch (point.occasion()) {
            case LOAD -> {}
            case KAFKA_AWAY -> inflict(new Fault.Pause(Target.KAFKA, KAFKA_AWAY));
            case INFERENCE_DEAD -> inflict(new Fault.Kill(Target.INFERENCE_2));
        }
        Optional<Target> died = fuses.burn(point);
        if (died.isEmpty()) {
            note(Injury.notReached(fault, at));
            return;
        }
        long before = wounds.open(died.get());
        recoverLater(fault, died.get(), fuses.pid(point), Instant.now(), before);
    }

    private void note(Injury injury) {
        injuries.add(injury);
        log.accept(injury);
    }
}
