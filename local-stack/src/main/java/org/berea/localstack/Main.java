package org.berea.localstack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.berea.localstack.commands.Commands;

/** Where the script {@code berea} hands over. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        int code =
                new Commands(utf8(FileDescriptor.out), utf8(FileDescriptor.err))
                        .run(List.of(words));
        System.exit(code);
    }

    // The terminal's own setting says ASCII on many a server, where verses then lose their dashes.
    private static PrintStream utf8(FileDescriptor file) {
        return new PrintStream(new FileOutputStream(file), true, StandardCharsets.UTF_8);
    }
}
