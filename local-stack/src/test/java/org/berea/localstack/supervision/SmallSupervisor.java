package org.berea.localstack.supervision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A supervisor for the tests that is going to be killed. */
final class SmallSupervisor {
    private SmallSupervisor() {}

    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        var run = new RunFolder(folder.resolve("run"));
        var lock = run.tryLock().orElseThrow();
        run.enterSupervisor(0);
        var supervisor = new Supervisor(run, System.out::println);
        Program program = SmallProgram.named("child", 1, Integer.parseInt(words[1]), folder);
        supervisor.start(program);
        supervisor.awaitReady(List.of(program), Duration.ofSeconds(30));
        Thread.sleep(Duration.ofMinutes(2));
        supervisor.close();
        lock.close();
    }
}
