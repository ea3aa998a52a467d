package org.berea.benchmarks.faults.planning;

import java.time.Duration;
import org.berea.benchmarks.faults.sabotage.CrashPoint;

/** One thing that is done to a part of the suite. */
public sealed interface Fault {
    /** {@code kill -9} at any moment. */
    record Kill(Target target) implements Fault {}

    /** Held for a while ({@code SIGSTOP}), then let go. */
    record Pause(Target target, Duration length) implements Fault {}

    /** Asked to end, after which its supervisor starts it again. */
    record Restart(Target target) implements Fault {}

    /** Redis loses all it has. */
    record Empty() implements Fault {}

    /** A process ends as if killed the next time it comes to that place. */
    record Crash(CrashPoint point) implements Fault {}

    /** For the table: {@code kill}, {@code pause} and so on. */
    default String kind() {
        return switch (this) {
            case Kill _ -> "kill -9";
            case Pause _ -> "pause";
            case Restart _ -> "restart";
            case Empty _ -> "empty";
            case Crash _ -> "kill at a crash point";
        };
    }

    /** For the table: who or where. */
    default String where() {
        return switch (this) {
            case Kill(var target) -> target.process();
            case Pause(var target, _) -> target.process();
            case Restart(var target) -> target.process();
            case Empty() -> Target.REDIS.process();
            case Crash(var point) -> point.label();
        };
    }

    /** Whether it hurts a store. */
    default boolean isOfStore() {
        return switch (this) {
            case Kill(var target) -> target.isStore();
            case Pause(var target, _) -> target.isStore();
            case Restart(var target) -> target.isStore();
            case Empty() -> true;
            case Crash(var point) -> point.occasion() == CrashPoint.Occasion.KAFKA_AWAY;
        };
    }

    /** Whether a process dies of it without warning. */
    default boolean isKill() {
        return this instanceof Kill || this instanceof Crash;
    }
}
