package org.berea.embedding.encoding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.berea.embedding.text.Digest;

/** Takes the model and its tokenizer out of the jar that carries them. */
final class ModelFiles {
    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final int FINGERPRINT_BYTES = 4;

    private ModelFiles() {}

    /** By way of a file, because 34 MB read into the heap would stay in the process's size. */
    static LoadedModel session() {
        try {
            Path file = Files.createTempFile("berea-embedding", ".onnx");
            try {
                String fingerprint = copy(file);
                return new LoadedModel(open(file), fingerprint);
            } finally {
                Files.delete(file);
            }
        } catch (IOException | OrtException e) {
            throw new IllegalStateException("the embedding model cannot be loaded", e);
        }
    }

    static HuggingFaceTokenizer tokenizer() {
        // Everything needed is in the jar: the library must not look for more, nor report its use.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        try (InputStream json = resource(TOKENIZER)) {
            return HuggingFaceTokenizer.newInstance(
                    json, Map.of("truncation", "false", "padding", "false", "maxLength", "512"));
        } catch (IOException e) {
            throw new IllegalStateException("the tokenizer cannot be loaded", e);
        }
    }

    private static OrtSession open(Path file) throws OrtException {
        try (var options = new OrtSession.SessionOptions()) {
            // Parallel are the texts, not the sums within one: else every text wakes all cores.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // Reused only for equal lengths, and texts have all lengths.
            options.setMemoryPatternOptimization(false);
            return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
        }
    }

    private static String copy(Path file) throws IOException {
        MessageDigest digest = Digest.sha256();
        try (var model = new DigestInputStream(resource(MODEL), digest)) {
            Files.copy(model, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, FINGERPRINT_BYTES);
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                ModelFiles.class.getResourceAsStream(name), name + " is not on the class path");
    }
}
