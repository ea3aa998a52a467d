package org.berea.endtoend.cluster;

import java.util.List;

/** Finds names in manifests that lead nowhere, which an API server accepts. */
final class CrossCheck {
    private CrossCheck() {}

    /**
     * A line for each finding, none when all fits.
     *
     * @param secrets that will be there
     * @param possible those that may be, for references that are optional
     */
    static List<String> of(Manifests manifests, Secrets secrets, Secrets possible) {
        var findings = new Findings();
        new References(manifests, secrets, possible, new KnownSettings(), findings).check();
        new Routes(manifests, findings).check();
        new Policies(manifests).check(findings);
        new Scaling(manifests, findings).check();
        return findings.lines();
    }
}
