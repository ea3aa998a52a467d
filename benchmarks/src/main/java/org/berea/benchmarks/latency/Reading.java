package org.berea.benchmarks.latency;

/** Takes an answer in, line by line. */
interface Reading {
    void accept(String line);

    /** What the lines up to the end of the connection make. */
    Outcome outcome();
}
