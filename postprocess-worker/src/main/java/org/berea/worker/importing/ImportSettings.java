package org.berea.worker.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of imports.
 *
 * @param sampleCorpus whether to import the sample corpus when there is no translation at all
 */
@ConfigurationProperties(prefix = "berea.importing", ignoreUnknownFields = false)
record ImportSettings(boolean sampleCorpus) {}
