package org.berea.embedding.encoding;

import ai.onnxruntime.OrtSession;

/** A model ready to run, with the first characters of its file's SHA-256. */
record LoadedModel(OrtSession session, String fingerprint) {}
