package org.berea.worker.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.caller.Scopes;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.records.ImportState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets those with the scope {@code corpus:admin} import translations and watch the progress. */
@RestController
@RequestMapping("/admin/translations/{code}")
final class ImportApi {
    /** Each may hold a temporary file of 64 MB and the text of a whole Bible. */
    private static final int AT_ONCE = 2;

    private final Importer importer;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ImportApi(Importer importer) {
        this.importer = importer;
    }

    @PutMapping
    ResponseEntity<ImportState> put(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String licence,
            HttpServletRequest request)
            throws IOException {
        requireScope(caller);
        if (request.getContentLengthLong() > Upload.LARGEST) {
            throw Upload.tooLarge("the body is larger than 64 MB");
        }
        Edition edition = edition(code, name, language, licence);
        ImportState state = take(edition, request);
        return ResponseEntity.status(
                        state.status() == ImportState.Status.PUBLISHING
                                ? HttpStatus.ACCEPTED
                                : HttpStatus.OK)
                .body(state);
    }

    @GetMapping
    ImportState get(Caller caller, @PathVariable String code) {
        requireScope(caller);
        return importer.state(code)
                .orElseThrow(
                        () -> problem(ProblemType.NOT_FOUND, "no translation is called " + code));
    }

    private ImportState take(Edition edition, HttpServletRequest request) throws IOException {
        if (!places.tryAcquire()) {
            throw problem(ProblemType.OVERLOADED, "other imports are still running");
        }
        try (Upload upload = Upload.receive(request.getInputStream())) {
            return importer.take(edition, upload);
        } finally {
            places.release();
        }
    }

    /** What is not said stays as it is; of a new translation only the code must be known. */
    private Edition edition(
            String code,
            @Nullable String name,
            @Nullable String language,
            @Nullable String licence) {
        Edition known =
                importer.edition(code).orElseGet(() -> new Edition(code, code, "und", "unknown"));
        return new Edition(
                code,
                Optional.ofNullable(name).orElse(known.name()),
                Optional.ofNullable(language).orElse(known.language()),
                Optional.ofNullable(licence).orElse(known.licence()));
    }

    private static void requireScope(Caller caller) {
        if (!caller.has(Scopes.CORPUS_ADMIN)) {
            throw problem(ProblemType.FORBIDDEN, "the scope corpus:admin is needed");
        }
    }

    private static ProblemException problem(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }
}
