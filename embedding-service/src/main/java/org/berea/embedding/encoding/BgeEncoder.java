package org.berea.embedding.encoding;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import org.berea.embedding.text.Encoder;
import org.berea.embedding.text.Encoding;
import org.berea.embedding.text.ModelIdentity;
import org.berea.embedding.text.Purpose;
import org.berea.embedding.text.Text;
import org.berea.embedding.text.Vectors;

/**
 * bge-small-en-v1.5, quantised to 8 bits, inside this process.
 *
 * <p>Texts are encoded one by one: the vectors of a quantised model depend on what else is in the
 * batch, and on two cores a batch gains nothing.
 */
public final class BgeEncoder implements Encoder, AutoCloseable {
    /** The name under which the model is asked for. */
    public static final String MODEL = "bge-small-en-v1.5";

    private static final int DIMENSION = 384;
    private static final int MOST_TOKENS = 512;

    // What the model was trained with; passages go without.
    private static final String INSTRUCTION =
            "Represent this sentence for searching relevant passages: ";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final ModelIdentity identity;

    private BgeEncoder(LoadedModel model, HuggingFaceTokenizer tokenizer) {
        this.session = model.session();
        this.tokenizer = tokenizer;
        this.identity = new ModelIdentity(MODEL, "q8-" + model.fingerprint(), DIMENSION);
    }

    /**
     * Loads the model and encodes a first text, so that no caller pays for it.
     *
     * @throws IllegalStateException when the model cannot be loaded
     */
    public static BgeEncoder load() {
        var encoder = new BgeEncoder(ModelFiles.session(), ModelFiles.tokenizer());
        encoder.encode(new Text("In the beginning", Purpose.QUERY));
        return encoder;
    }

    public ModelIdentity identity() {
        return identity;
    }

    @Override
    public Encoding encode(Text text) {
        long[] tokens = tokenizer.encode(prepared(text)).getIds();
        if (tokens.length > MOST_TOKENS) {
            return new Encoding.TooLong(tokens.length, MOST_TOKENS);
        }
        return new Encoding.Encoded(Vectors.unit(firstState(tokens)), tokens.length);
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }

    private static String prepared(Text text) {
        return switch (text.purpose()) {
            case QUERY -> INSTRUCTION + text.content();
            case PASSAGE, NOTE, IMPORT -> text.content();
        };
    }

    /**
     * The last layer's state of the first token, which is the one this model was trained to pool.
     */
    private float[] firstState(long[] tokens) {
        long[] ones = new long[tokens.length];
        java.util.Arrays.fill(ones, 1);
        try (var ids = tensor(tokens);
                var mask = tensor(ones);
                var types = tensor(new long[tokens.length]);
                var result =
                        session.run(
                                Map.of(
                                        "input_ids", ids,
                                        "attention_mask", mask,
                                        "token_type_ids", types))) {
            float[] state = new float[DIMENSION];
            ((OnnxTensor) result.get(0)).getFloatBuffer().get(state);
            return state;
        } catch (OrtException e) {
            throw new IllegalStateException("the model failed on " + tokens.length + " tokens", e);
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, new long[][] {row});
    }
}
