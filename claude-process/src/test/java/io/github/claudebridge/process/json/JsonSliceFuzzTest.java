package io.github.claudebridge.process.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever a text holds, slices and the JSON library agree about it. */
class JsonSliceFuzzTest {

    @FuzzTest
    void slices_hold_what_the_json_library_reads(byte[] text) {
        assertThat(JsonLibrary.agreesAbout(text)).isTrue();
    }
}
