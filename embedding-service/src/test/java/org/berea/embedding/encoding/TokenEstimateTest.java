package org.berea.embedding.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beside a real tokenizer. */
class TokenEstimateTest {
    private static ai.djl.huggingface.tokenizers.HuggingFaceTokenizer tokenizer;

    @BeforeAll
    static void load() {
        tokenizer = ModelFiles.tokenizer();
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "For God so loved the world, that he gave his only born Son.",
                "Nebuchadnezzar, Belteshazzar and Mahershalalhashbaz; 1 Chronicles 1:1-54!",
                "Ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν",
                "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ",
                "太初有道，道与神同在",
                "태초에 말씀이 계시니라",
                "😀 café № 9 … “quoted” — dash",
                "x"
            })
    void neverCountsLessThanTheTokenizer(String text) {
        int real = tokenizer.encode(text).getIds().length;

        assertThat(TokenEstimate.of(text)).isGreaterThanOrEqualTo(real);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We know that all things work together for good for those who love God, for those"
                        + " who are called according to his purpose."
            })
    void doesNotCountTwiceAsMuchInEnglish(String text) {
        int real = tokenizer.encode(text).getIds().length;

        assertThat(TokenEstimate.of(text)).isLessThan(2 * real);
    }
}
