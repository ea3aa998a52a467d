package org.berea.benchmarks.faults.planning;

import java.time.Duration;

/**
 * @param after how long to wait after the step before
 */
public record Step(Duration after, Fault fault) {}
