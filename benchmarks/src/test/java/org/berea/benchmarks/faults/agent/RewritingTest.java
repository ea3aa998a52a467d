package org.berea.benchmarks.faults.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.berea.benchmarks.faults.agent.Edit.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RewritingTest {
    /** What is rewritten here. */
    public static final class Victim implements LongSupplier {
        private long calls;

        @Deprecated
        public boolean isFirst(CharSequence name) {
            calls += name.length();
            return "first".contentEquals(name);
        }

        public void refuse() {
            throw new IllegalStateException("refused");
        }

        @Override
        public long getAsLong() {
            return calls;
        }
    }

    @Test
    void skipsAMethodWithoutAnyOfItsEffects() throws Exception {
        Object victim = rewritten(Kind.SKIP, "isFirst/1", "");

        assertThat(isFirst(victim, "first")).isFalse();
        assertThat(calls(victim)).isZero();
    }

    @Test
    void skipsAMethodForOneKindOfArgument() throws Exception {
        Object victim = rewritten(Kind.SKIP_FOR, "isFirst/1", "java.lang.StringBuilder");

        assertThat(isFirst(victim, new StringBuilder("first"))).isFalse();
        assertThat(isFirst(victim, "first")).isTrue();
        assertThat(calls(victim)).isEqualTo(5);
    }

    @Test
    void answersInAMethodsPlace() throws Exception {
        Object victim = rewritten(Kind.ANSWER, "isFirst/1", "1");

        assertThat(isFirst(victim, "second")).isTrue();
        assertThat(calls(victim)).isZero();
    }

    @Test
    void swallowsWhatAMethodThrows() throws Exception {
        assertThatThrownBy(() -> refuse(new Victim())).hasRootCauseMessage("refused");

        refuse(rewritten(Kind.SWALLOW, "refuse/0", ""));
    }

    @Test
    void putsOneTextForAnother() throws Exception {
        Object victim = rewritten(Kind.REPLACE_TEXT, "", "fir=>thi");

        assertThat(isFirst(victim, "thist")).isTrue();
    }

    @Test
    void changesAMethodThatWasChangedBefore() throws Exception {
        var first = new Edit(Kind.SWALLOW, Victim.class.getName(), "refuse/0", "");
        var second = new Edit(Kind.DIE_AFTER, Victim.class.getName(), "refuse/0", "NEVER_ARMED");
        byte[] changed = new Rewriting(second).of(new Rewriting(first).of(bytes()));

        refuse(load(changed));
    }

    @Test
    void keepsTheAnnotationsOfAMethod() throws Exception {
        Object victim = rewritten(Kind.SKIP, "isFirst/1", "");

        assertThat(
                        victim.getClass()
                                .getMethod("isFirst", CharSequence.class)
                                .isAnnotationPresent(Deprecated.class))
                .isTrue();
    }

    @Test
    void failsForAMethodThatIsNotThere() {
        assertThatThrownBy(() -> rewritten(Kind.SKIP, "isFirst/2", ""))
                .hasMessageContaining("Victim has no method isFirst/2");
        assertThatThrownBy(() -> rewritten(Kind.REPLACE_TEXT, "", "zeroth=>first"))
                .hasMessageContaining("Victim has no text 'zeroth'");
    }

    @Test
    void aProcessDiesAtItsCrashPointOnceItIsArmed(@TempDir Path folder) throws Exception {
        assertThat(exitOfDoomed(folder, false)).isZero();
        assertThat(exitOfDoomed(folder, true)).isEqualTo(137);
        assertThat(folder.resolve("DOOM.burnt")).exists();
        assertThat(exitOfDoomed(folder, false)).isZero();
    }

    /** A program that is killed before it can end well. */
    public static final class Doomed {
        public static void main(String[] words) {
            go();
        }

        static void go() {}
    }

    private static int exitOfDoomed(Path folder, boolean armed) throws Exception {
        var edit = new Edit(Kind.DIE_AFTER, Doomed.class.getName(), "go/0", "DOOM");
        var jar =
                org.berea.benchmarks.faults.sabotage.AgentJar.write(
                        folder, java.util.List.of(edit));
        if (armed) {
            Files.writeString(folder.resolve("DOOM.armed"), "");
        }
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                jar.option(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Doomed.class.getName())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static boolean isFirst(Object victim, CharSequence name) throws Exception {
        return (boolean)
                victim.getClass().getMethod("isFirst", CharSequence.class).invoke(victim, name);
    }

    private static long calls(Object victim) {
        return ((LongSupplier) victim).getAsLong();
    }

    private static void refuse(Object victim)
            throws NoSuchMethodException, IllegalAccessException, InvocationTargetException {
        victim.getClass().getMethod("refuse").invoke(victim);
    }

    private static Object rewritten(Kind kind, String method, String argument) throws Exception {
        var edit = new Edit(kind, Victim.class.getName(), method, argument);
        return load(new Rewriting(edit).of(bytes()));
    }

    private static Object load(byte[] changed) throws ReflectiveOperationException {
        return new Loader(changed)
                .loadClass(Victim.class.getName())
                .getDeclaredConstructor()
                .newInstance();
    }

    private static byte[] bytes() throws IOException {
        try (InputStream in = Victim.class.getResourceAsStream("RewritingTest$Victim.class")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static final class Loader extends ClassLoader {
        private final byte[] victim;

        Loader(byte[] victim) {
            super(RewritingTest.class.getClassLoader());
            this.victim = victim;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Victim.class.getName())
                    ? defineClass(name, victim, 0, victim.length)
                    : super.loadClass(name, resolve);
        }
    }
}
