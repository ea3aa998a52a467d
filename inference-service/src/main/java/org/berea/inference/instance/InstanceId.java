package org.berea.inference.instance;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.berea.contracts.Check;

/** Names one process from its start to its death, and no other after it. */
public record InstanceId(String value) {
    private static final int LONGEST = 64;
    private static final int BYTES = 6;

    public InstanceId {
        Check.text("instance", value, LONGEST);
    }

    /** A new one: {@code inference-} and 12 hexadecimal digits. */
    public static InstanceId next() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new InstanceId("inference-" + HexFormat.of().formatHex(random));
    }
}
