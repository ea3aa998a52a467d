package org.berea.scripture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which an invented citation could slip past whoever only looks for "Romans 8:28". */
class DisguisedReferencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Romans chapter 8 verse 28",
                "Romans, chapter 8, verse 28",
                "Romans ch. 8 v. 28",
                "Romans 8 v 28",
                "Romans 8v28",
                "Romans 8 verse 28",
                "Romans 8 (v. 28)",
                "Romans 8: verse 28",
                "Romans 8 28",
                "Romans eight twenty-eight",
                "Romans eight, verse twenty-eight",
                "romans chapter eight verse twenty eight",
                "Romans VIII:28",
                "Rom. viii. 28",
                "ROMANS VIII:XXVIII",
                "Romans 8 : 28",
                "Romans 8/28",
                "Romans8:28",
                "**Romans** 8:28",
                "*Romans* **8**:**28**",
                "_Romans_ 8:28",
                "`Romans` 8:28",
                "[Romans](https://example.org) 8:28",
                "[Romans 8](https://example.org/a_b):28",
                "<b>Romans</b> 8:28",
                "Romans&nbsp;8&#58;28",
                "Romans&#x20;8:28",
                "Romans\\ 8\\:28",
                "Romans%208%3A28",
                "| Romans | 8:28 |",
                "Romans\u00A08:28",
                "Romans\u20028\u2009:\u200928",
                "Ｒｏｍａｎｓ ８：２８",
                "Ro\u200Bmans 8:2\u200B8",
                "Rom\u00ADans 8:28",
                "R\u2060omans 8\uFE0F\u20E3:28",
                "Romans \u0668:\u0662\u0668",
                "Rómâns 8:28",
                "Rоmаns 8:28",
                "Rοmans 8:28",
                "𝐑𝐨𝐦𝐚𝐧𝐬 𝟖:𝟐𝟖",
                "ʀᴏᴍᴀɴꜱ 8:28",
                "Romans ⁸:²⁸",
                "Romans 8²⁸",
                "Romans 8∶28",
                "Romans 8꞉28",
                "Romans 8․28",
                "Romans\n8:28",
                "Romans — 8:28",
                "Romans: 8:28",
                "seeRomans8:28",
                "Romans’ 8:28",
                "Romans [8:28]",
                "Romans 8:28[1]",
                "Romans 8:28²",
                "“Romans” 8:28",
                "Romans #8:28",
                "Romans no. 8:28"
            })
    void areReadAsWhatTheyShow(String text) {
        assertThat(Told.in(text)).isEqualTo("ROM.8.28");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[here](https://example.org/ROM.8.28)", "<a title=\"Romans 8:28\">here</a>",
                "[here](https://example.org/?search=Romans+8:28)", "![](x \"Romans 8:28\")"
            })
    void areReadWhereOnlyMarkupHoldsThem(String text) {
        assertThat(Told.in(text)).isEqualTo("ROM.8.28");
    }

    @ParameterizedTest
    @ValueSource(strings = {"R o m a n s 8:28", "R0mans 8:28", "romanos 8:28"})
    void areAtLeastUnanchoredWhenTheBookIsBeyondReading(String text) {
        assertThat(Told.in(text)).isEqualTo("?");
    }
}
