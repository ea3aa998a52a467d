package org.berea.worker.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.records.ImportState;
import org.berea.worker.uploading.CorpusAdmin;
import org.berea.worker.uploading.Uploads;
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
    private final Importer importer;
    private final Uploads uploads;

    ImportApi(Importer importer, Uploads uploads) {
        this.importer = importer;
        this.uploads = uploads;
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
        CorpusAdmin.require(caller);
        Edition edition = edition(code, name, language, licence);
        ImportState state =
                uploads.take(request, upload -> importer.take(edition, new UploadedUsfm(upload)));
        boolean isDone = state.status() != ImportState.Status.PUBLISHING;
        return ResponseEntity.status(isDone ? HttpStatus.OK : HttpStatus.ACCEPTED).body(state);
    }

    @GetMapping
    ImportState get(Caller caller, @PathVariable String code) {
        CorpusAdmin.require(caller);
        return importer.state(code).orElseThrow(() -> unknown(code));
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

    private static ProblemException unknown(String code) {
        return new ProblemException(
                Problem.of(ProblemType.NOT_FOUND, "no translation is called " + code));
    }
}
