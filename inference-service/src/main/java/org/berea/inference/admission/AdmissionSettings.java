package org.berea.inference.admission;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param defaultTranslation used when a question names none
 */
@ConfigurationProperties(prefix = "berea.inference.admission", ignoreUnknownFields = false)
record AdmissionSettings(@DefaultValue("BST") String defaultTranslation) {}
