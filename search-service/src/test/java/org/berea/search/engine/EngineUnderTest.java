package org.berea.search.engine;

import java.nio.file.Path;

/** What the parts of the contract are tried on. */
interface EngineUnderTest {
    /** Opens the engine over a folder; opened again it finds what it stored there. */
    Engine open(Path folder);
}
