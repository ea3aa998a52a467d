package org.berea.worker.importing;

import java.util.function.Consumer;
import org.berea.worker.usfm.UsfmFile;

/** Files of USFM, one after the other, so that not all need to be in memory at once. */
interface UsfmSource {
    /**
     * @throws org.berea.contracts.InvalidValueException when they cannot be had from what was sent
     */
    void forEach(Consumer<UsfmFile> reader);
}
