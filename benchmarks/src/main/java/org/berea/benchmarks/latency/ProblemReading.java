package org.berea.benchmarks.latency;

import org.berea.contracts.problem.Problem;
import org.berea.localstack.commands.GatewayClient;
import tools.jackson.core.JacksonException;

/** Takes in why a question was refused. */
final class ProblemReading implements Reading {
    private final int status;
    private final StringBuilder text = new StringBuilder();

    ProblemReading(int status) {
        this.status = status;
    }

    @Override
    public void accept(String line) {
        text.append(line).append('\n');
    }

    @Override
    public Outcome outcome() {
        try {
            String title = GatewayClient.JSON.readValue(text.toString(), Problem.class).title();
            return new Outcome.Failed(status + " " + title);
        } catch (JacksonException e) {
            return new Outcome.Failed("status " + status);
        }
    }
}
