package org.berea.worker.uploading;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.springframework.stereotype.Component;

/** Takes in what is to be imported: few at a time, so that disk and memory are bounded. */
@Component
public final class Uploads {
    /** Each may hold a temporary file of 64 MB. */
    private static final int RECEIVED_AT_ONCE = 2;

    private final Semaphore places = new Semaphore(RECEIVED_AT_ONCE);

    /** Reading one may take the memory of a whole Bible. */
    private final Lock reading = new ReentrantLock();

    /**
     * Receives the request's body and has it imported.
     *
     * @throws ProblemException {@code too-large}; {@code overloaded} while others are being taken
     */
    public <T> T take(HttpServletRequest request, Function<Upload, T> importer) throws IOException {
        if (request.getContentLengthLong() > Upload.LARGEST) {
            throw Upload.tooLarge("the body is larger than 64 MB");
        }
        if (!places.tryAcquire()) {
            throw new ProblemException(
                    Problem.of(ProblemType.OVERLOADED, "other imports are still running"));
        }
        try (Upload upload = Upload.receive(request.getInputStream())) {
            return oneByOne(upload, importer);
        } finally {
            places.release();
        }
    }

    private <T> T oneByOne(Upload upload, Function<Upload, T> importer) {
        reading.lock();
        try {
            return importer.apply(upload);
        } finally {
            reading.unlock();
        }
    }
}
