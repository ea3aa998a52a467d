package org.berea.worker.crossreferences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.berea.contracts.Check;
import org.berea.contracts.caller.Caller;
import org.berea.contracts.problem.Problem;
import org.berea.contracts.problem.ProblemException;
import org.berea.contracts.problem.ProblemType;
import org.berea.contracts.records.CrossReferencesState;
import org.berea.contracts.records.ImportState;
import org.berea.worker.uploading.CorpusAdmin;
import org.berea.worker.uploading.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets those with the scope {@code corpus:admin} import cross references and watch the progress.
 */
@RestController
@RequestMapping("/admin/cross-references")
final class CrossReferencesApi {
    private static final String USUAL_SOURCE = "www.openbible.info, CC BY";
    private static final int LONGEST_SOURCE = 200;

    private final CrossReferencesImporter importer;
    private final Uploads uploads;

    CrossReferencesApi(CrossReferencesImporter importer, Uploads uploads) {
        this.importer = importer;
        this.uploads = uploads;
    }

    @PutMapping
    ResponseEntity<CrossReferencesState> put(
            Caller caller,
            @RequestParam(defaultValue = USUAL_SOURCE) String source,
            HttpServletRequest request)
            throws IOException {
        CorpusAdmin.require(caller);
        Check.text("source", source, LONGEST_SOURCE);
        CrossReferencesState state =
                uploads.take(
                        request,
                        upload -> importer.take(source, new UploadedCrossReferences(upload)));
        boolean isDone = state.status() != ImportState.Status.PUBLISHING;
        return ResponseEntity.status(isDone ? HttpStatus.OK : HttpStatus.ACCEPTED).body(state);
    }

    @GetMapping
    CrossReferencesState get(Caller caller) {
        CorpusAdmin.require(caller);
        return importer.state()
                .orElseThrow(
                        () ->
                                new ProblemException(
                                        Problem.of(
                                                ProblemType.NOT_FOUND,
                                                "no cross references are loaded")));
    }
}
